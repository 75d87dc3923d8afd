import type { MspdiCalendar, MspdiProject, MspdiResource } from '@millrace/formats/mspdi'
import type { PlanCalendar, PlanResource } from '../../schedule/index.ts'
import type { PeopleMatcher } from '../match-people.ts'
import type { Problem } from '../problem-list.ts'
import { firstOf, type PlanIndex } from './plan-index.ts'
import type { PlanMoney } from './plan-money.ts'

/** What drafting a plan needs. */
export type PlanTools = {
  readonly project: MspdiProject
  readonly index: PlanIndex
  readonly money: PlanMoney
  readonly people: PeopleMatcher
  readonly tell: (problem: Problem) => void
}

/** As many as the table can hold. */
const UNITS_MAX = 99_999

/** Calendars, each after the one it is based on. Those based on each other in a circle stand alone. */
export function draftCalendars({ project, index }: PlanTools): readonly PlanCalendar[] {
  const calendars = firstOf(project.calendars.map((calendar) => [calendar.uid, calendar]))
  return [...calendars.values()].map((calendar) => ({
    id: index.calendarId(calendar.uid) ?? '',
    baseId: isRound(calendar, calendars) ? null : index.calendarId(calendar.baseCalendarUid),
    name: calendar.name,
    definition: {
      source: 'mspdi',
      uid: calendar.uid,
      isBase: calendar.isBase,
      isProject: calendar.uid === project.properties.calendarUid,
      weekDays: calendar.weekDays,
      exceptions: calendar.exceptions,
      workWeeks: calendar.workWeeks,
    },
  }))
}

function isRound(start: MspdiCalendar, calendars: ReadonlyMap<number, MspdiCalendar>): boolean {
  const seen = new Set<number>()
  for (
    let at: MspdiCalendar | undefined = start;
    at?.baseCalendarUid !== undefined;
    at = calendars.get(at.baseCalendarUid)
  ) {
    if (seen.has(at.uid)) return true
    seen.add(at.uid)
  }
  return false
}

/** Resources: people who do work, and materials and costs as they are. */
export function draftResources(tools: PlanTools): readonly PlanResource[] {
  const resources = firstOf(tools.project.resources.map((resource) => [resource.uid, resource]))
  return [...resources.values()].map((resource) => {
    const { index, money, tell } = tools
    const name = resource.name.trim() || `Resource ${resource.uid}`
    if (resource.name.trim() === '') {
      const params = { name }
      tell({ code: 'import.resource_unnamed', severity: 'warning', line: resource.line, params })
    }
    return {
      id: index.resourceId(resource.uid) ?? '',
      kind: resource.type,
      name: name.slice(0, 200),
      personId: personOf(resource, tools),
      calendarId: index.calendarId(resource.calendarUid),
      maxUnits: unitsOf(resource.maxUnits ?? 1, { line: resource.line, tell }),
      rateMinorPerHour: money.rate(resource.standardRate?.amount),
      costPerUseMinor: money.amount(resource.costPerUseMinor),
      unitLabel: resource.materialLabel?.slice(0, 60) ?? '',
    }
  })
}

/** Who a resource is. Materials, costs, and roles that nobody in particular fills are nobody. */
export function personOf(resource: MspdiResource, { people, tell }: PlanTools): string | null {
  if (resource.type !== 'work' || resource.generic) return null
  const { name, email, line } = resource
  return people.find({ name, email }, { line, tell })
}

/** Units as the table can hold them. */
export function unitsOf(
  units: number,
  { line, tell }: { readonly line: number; readonly tell: (problem: Problem) => void },
): number {
  if (Math.abs(units) <= UNITS_MAX) return units
  tell({ code: 'import.units_cut', severity: 'warning', line, params: { units } })
  return Math.sign(units) * UNITS_MAX
}

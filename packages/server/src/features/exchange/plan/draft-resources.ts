import type { MspdiProject, MspdiResource } from '@millrace/formats/mspdi'
import type { FilePlan } from '@millrace/formats/plan'
import type { PlanCalendar, PlanResource } from '../../schedule/index.ts'
import type { PeopleMatcher } from '../match-people.ts'
import type { Problem } from '../problem-list.ts'
import { firstOf, type PlanIndex } from './plan-index.ts'
import type { PlanMoney } from './plan-money.ts'

/** What drafting a plan needs. */
export type PlanTools = {
  readonly project: MspdiProject
  readonly plan: FilePlan
  /** Where the clock hangs whose times the file has. */
  readonly timeZone: string
  readonly index: PlanIndex
  readonly money: PlanMoney
  readonly people: PeopleMatcher
  readonly tell: (problem: Problem) => void
}

const NAME_MAX = 200
/** As many as the table can hold. */
const UNITS_MAX = 99_999

/** Calendars that the plan or its resources go by. Their hours are those of the clock on the wall of the organisation. */
export function draftCalendars({ plan, index, timeZone }: PlanTools): readonly PlanCalendar[] {
  return plan.input.calendars.map(({ id, baseId, name, week, periods, exceptions }) => ({
    id: index.calendarId(id) ?? '',
    baseId: index.calendarId(baseId),
    name: name.slice(0, NAME_MAX),
    definition: {
      source: 'mspdi',
      timeZone,
      week,
      periods,
      exceptions: exceptions.map((exception) => ({ ...exception, name: exception.name.slice(0, NAME_MAX) })),
    },
  }))
}

/** Resources: people who do work, and materials and costs as they are. */
export function draftResources(tools: PlanTools): readonly PlanResource[] {
  const resources = firstOf(tools.project.resources.map((resource) => [resource.uid, resource]))
  const calendars = new Map(tools.plan.resources.map(({ id, calendarId }) => [Number(id), calendarId]))
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
      name: name.slice(0, NAME_MAX),
      personId: personOf(resource, tools),
      calendarId: index.calendarId(calendars.get(resource.uid) ?? null),
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

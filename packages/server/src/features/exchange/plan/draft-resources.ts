import type { ResourceView } from '@millrace/contract'
import { type MspdiProject, type MspdiRatePeriod, type MspdiResource } from '@millrace/formats/mspdi'
import { type FilePlan, plainDateTimeOf } from '@millrace/formats/plan'
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
/** More of them than any program can hold. */
const RATES_MAX = 200
const PERIODS_MAX = 500
/** Of periods that say no beginning. */
const EARLIEST = '1900-01-01'
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

/** Resources: people who do work, and materials and costs as they are. A role that nothing is said of is a skill. */
export function draftResources(tools: PlanTools): readonly PlanResource[] {
  const resources = firstOf(tools.project.resources.map((resource) => [resource.uid, resource]))
  const planned = new Map(tools.plan.resources.map((resource) => [Number(resource.id), resource]))
  return [...resources.values()].flatMap((resource) => {
    if (tools.index.skills.has(resource.uid)) return []
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
      calendarId: index.calendarId(planned.get(resource.uid)?.calendarId ?? null),
      maxUnits: unitsOf(resource.maxUnits ?? 1, { line: resource.line, tell }),
      ...ratesOf(resource, money),
      unitLabel: resource.materialLabel?.slice(0, 60) ?? '',
      availability: availabilityOf(planned.get(resource.uid), { line: resource.line, tell }),
    }
  })
}

/** What it costs by its first table of rates, the one that counts unless an assignment says otherwise. */
function ratesOf(
  { rates, standardRate, costPerUseMinor }: MspdiResource,
  money: PlanMoney,
): Pick<ResourceView, 'rateMinorPerHour' | 'costPerUseMinor' | 'rates'> {
  const periods = rates
    .filter(({ table }) => table === 0)
    .toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1))
  const priceOf = (price: Pick<MspdiRatePeriod, 'standardRate' | 'costPerUseMinor'>) => ({
    rateMinorPerHour: money.rate(price.standardRate?.amount),
    costPerUseMinor: money.amount(price.costPerUseMinor),
  })
  const [first = { standardRate, costPerUseMinor }, ...later] = periods
  return {
    ...priceOf(first),
    rates: later.slice(0, RATES_MAX).map((period) => ({ fromOn: dayIn(period.from), ...priceOf(period) })),
  }
}

/** How much of it there is from which day on. */
function availabilityOf(
  resource: FilePlan['resources'][number] | undefined,
  at: Parameters<typeof unitsOf>[1],
): ResourceView['availability'] {
  const byDay = new Map(
    (resource?.changes ?? []).map(({ fromAt, maxUnits }) => [dayIn(plainDateTimeOf(fromAt)), maxUnits]),
  )
  return [...byDay].slice(0, PERIODS_MAX).map(([fromOn, units]) => {
    return { fromOn, toOn: null, maxUnits: Math.max(0, unitsOf(units, at)) }
  })
}

function dayIn(moment: string | undefined): string {
  return (moment ?? EARLIEST).slice(0, 10)
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

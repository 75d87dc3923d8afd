import type { PlanRowView, PlanView } from '@millrace/contract'
import type { Minute } from '@millrace/core/calendar'
import type { Instant, PlainDate } from '@millrace/core/kernel'
import { poolOfProject } from '@millrace/core/schedule'
import { minorUnitDigits, type PlainDateTime } from '@millrace/formats/dates'
import { type MspdiContent, planToMspdi, writeMspdi } from '@millrace/formats/mspdi'
import { plainDateTimeOf } from '@millrace/formats/plan'
import { wallClock } from '../../../platform/time-zone.ts'
import type { ExportedPlan } from './exported-plan.ts'
import { gateRows } from './gate-rows.ts'
import { toFilePlan } from './to-file-plan.ts'

type Task = MspdiContent['tasks'][number]
type Baseline = Task['baselines'][number]
type Resource = MspdiContent['resources'][number]
type Assignment = MspdiContent['assignments'][number]

const MINUTE_MS = 60_000

/** Baselines besides the newest: those that files number from 1 to 10. */
export const OLDER_MAX = 10

/** A plan as Microsoft Project XML: the newest baseline as *the* baseline, older ones by numbers, the oldest first. */
export function writePlanProject(plan: ExportedPlan): string {
  const { filePlan, planned } = toFilePlan(plan)
  const content = planToMspdi(filePlan, planned)
  const baselines = baselinesOf(plan)
  const gates = gateRows(plan.view.phases)
  const { rows, resources, assignments } = plan.view
  const digits = minorUnitDigits(plan.currency)
  const changes = changesOf(plan)
  const local = (at: Instant) => plainDateTimeOf(Math.floor(wallClock(at, plan.timeZone) / MINUTE_MS))
  return writeMspdi({
    ...content,
    properties: { ...content.properties, currency: plan.currency },
    tasks: content.tasks.map((task, place) => {
      const row = rows[place]
      if (!row) return { ...task, notes: gates[place - rows.length]?.note }
      return { ...task, ...ofRow(row, task), baselines: baselines.get(row.itemId) ?? [] }
    }),
    resources: content.resources.map((resource, place) => {
      const own = resources[place]
      return own
        ? { ...resource, ...ofResource(own, { digits, changes: changes.get(own.id) ?? [], local }) }
        : resource
    }),
    assignments: content.assignments.map((assignment, place) => {
      const own = assignments[place]
      return own ? { ...assignment, ...ofAssignment(own) } : assignment
    }),
  })
}

type Change = { readonly fromAt: Minute; readonly maxUnits: number }

/** When there is another amount of each resource. */
function changesOf({ view, timeZone }: ExportedPlan): ReadonlyMap<string, readonly Change[]> {
  const calendars = view.calendars.map(({ definition, ...calendar }) => ({ ...calendar, ...definition }))
  const { resources, assignments } = view
  const pool = poolOfProject({ resources, assignments, calendars, timeZone })
  return new Map(pool.resources.map(({ id, changes = [] }) => [id, changes]))
}

type Writing = {
  readonly digits: number
  readonly changes: readonly Change[]
  readonly local: (at: Instant) => PlainDateTime
}

function ofResource(resource: PlanView['resources'][number], writing: Writing): Partial<Resource> {
  const { rateMinorPerHour, costPerUseMinor, rates, unitLabel } = resource
  const first = priceOf({ rateMinorPerHour, costPerUseMinor }, writing)
  const periods = rates.map((rate) => ({ ...priceOf(rate, writing), from: startOf(rate.fromOn) }))
  return {
    ...first,
    materialLabel: unitLabel === '' ? undefined : unitLabel,
    rates: periods.length === 0 ? [] : inPeriods([{ ...first, from: undefined }, ...periods]),
    availability: availabilityOf(resource, writing),
  }
}

function priceOf(
  price: Pick<PlanView['resources'][number], 'rateMinorPerHour' | 'costPerUseMinor'>,
  { digits }: Writing,
): Pick<Resource, 'standardRate' | 'costPerUseMinor'> {
  const { rateMinorPerHour: rate, costPerUseMinor } = price
  return {
    standardRate: rate === null ? undefined : { amount: rate / 10 ** digits, shownPer: 'hour' },
    costPerUseMinor: costPerUseMinor ?? undefined,
  }
}

type Price = Pick<Resource, 'standardRate' | 'costPerUseMinor'> & { readonly from: PlainDateTime | undefined }

/** One after the other; each lasts until the next begins. */
function inPeriods(prices: readonly Price[]): Resource['rates'] {
  const sorted = prices.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1))
  return sorted.map((price, place) => ({
    ...price,
    table: 0,
    to: sorted[place + 1]?.from,
    overtimeRate: undefined,
  }))
}

function availabilityOf(
  { maxUnits }: Pick<PlanView['resources'][number], 'maxUnits'>,
  { changes, local }: Writing,
): Resource['availability'] {
  const [first] = changes
  if (!first) return []
  const before = { from: undefined, to: local((first.fromAt - 1) * MINUTE_MS), units: maxUnits }
  const periods = changes.map(({ fromAt, maxUnits: units }, place) => {
    const next = changes[place + 1]
    return {
      from: local(fromAt * MINUTE_MS),
      to: next && local((next.fromAt - 1) * MINUTE_MS),
      units,
    }
  })
  return [before, ...periods]
}

function startOf(day: PlainDate): PlainDateTime {
  return `${day}T00:00:00`
}

function ofAssignment(assignment: PlanView['assignments'][number]): Partial<Assignment> {
  const { workMin, actualWorkMin, costMinor } = assignment
  const done = actualWorkMin ?? 0
  return {
    actualWorkMin: done,
    remainingWorkMin: Math.max(0, workMin - done),
    percentWorkComplete: workMin > 0 ? Math.min(100, Math.round((100 * done) / workMin)) : undefined,
    costMinor: costMinor ?? undefined,
  }
}

/** What a plan here knows beyond what it is calculated from. What was not calculated is not written. */
function ofRow(row: PlanRowView, task: Task): Partial<Task> {
  const isCalculated = row.totalFloatMin !== null
  return {
    percentComplete: row.isDone ? 100 : row.percentComplete,
    workMin: row.effortMin ?? undefined,
    fixedCostMinor: row.fixedCostMinor ?? undefined,
    costMinor: row.costMinor ?? undefined,
    lateStart: undefined,
    lateFinish: isCalculated ? task.lateFinish : undefined,
    totalSlackMin: row.totalFloatMin ?? undefined,
    freeSlackMin: row.freeFloatMin ?? undefined,
  }
}

function baselinesOf({ baselines, timeZone }: ExportedPlan): ReadonlyMap<string, Task['baselines']> {
  const local = (at: Instant | null) =>
    at === null ? undefined : plainDateTimeOf(Math.floor(wallClock(at, timeZone) / MINUTE_MS))
  const byItem = new Map<string, Baseline[]>()
  const newest = baselines.length - 1
  for (const [place, items] of baselines.entries()) {
    const number = place === newest ? 0 : place + 1
    for (const { itemId, startAt, finishAt, durationMin, effortMin, costMinor } of items) {
      const own = byItem.get(itemId) ?? []
      byItem.set(itemId, own)
      own.push({
        ...{ number, start: local(startAt), finish: local(finishAt) },
        durationMin: durationMin ?? undefined,
        workMin: effortMin ?? undefined,
        costMinor: costMinor ?? undefined,
      })
    }
  }
  return byItem
}

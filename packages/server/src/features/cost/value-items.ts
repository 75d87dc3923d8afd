import type { PlanRowView } from '@millrace/contract'
import type { ValuedItem } from '@millrace/core/cost'
import type { Instant } from '@millrace/core/kernel'
import { type BaselineItem, type Periods, periodsBetween, placeIn, timePhase } from '@millrace/core/schedule'
import { dayStart } from '../../platform/time-zone.ts'
import type { PlanToMeasure } from '../schedule/index.ts'
import type { Earning, ReportedWork, SpentDay } from './queries/read-earned-facts.ts'

/** What is known of progress and cost. */
type Known = {
  readonly earnings: ReadonlyMap<string, Earning>
  readonly spent: readonly SpentDay[]
  readonly reported: readonly ReportedWork[]
  readonly statusAt: Instant
}

/** Items ready to be measured, and the periods they are measured in. */
export type ValuedItems = {
  readonly unit: 'money' | 'minutes'
  readonly items: readonly ValuedItem[]
  readonly periods: Periods
  readonly statusPlace: number
  /** The moment at a place in the periods, also before and after them. */
  readonly momentOf: (place: number) => Instant
}

/**
 * A plan as `measureProject` looks at it: in money where the baseline knows costs, otherwise in minutes of
 * effort. What was spent counts on its day; what was only reported, and costs that come once, when the work
 * was finished, and until then by its progress.
 *
 * @returns null for a baseline without any date
 */
export function valueItems(measured: PlanToMeasure, known: Known): ValuedItems | null {
  const { plan, baselineItems } = measured
  const { timeZone } = plan
  const planned = new Map(baselineItems.map((item) => [item.itemId, item]))
  const rows = plan.rows.filter((row) => row.phaseId === null || !plan.laterPhaseIds.has(row.phaseId))
  const dated = rows.flatMap((row) => spanOf(row, planned.get(row.itemId)))
  if (dated.length === 0) return null
  const first = dated.reduce((least, { startAt }) => Math.min(least, startAt), Infinity)
  const last = dated.reduce((most, { finishAt }) => Math.max(most, finishAt), first)
  const periods = periodsBetween(first, Math.max(last, known.statusAt), timeZone)
  const phased = timePhase(plan, periods, dated)
  const unit = baselineItems.some(({ costMinor }) => costMinor !== null && costMinor > 0)
    ? 'money'
    : 'minutes'
  const actuals = actualsOf(rows, { ...known, periods, unit, timeZone })
  const place = (at: Instant | null) => (at === null ? null : placeIn(periods, at))
  const items = rows.map((row): ValuedItem => {
    const { itemId, parentId, isMilestone, percentComplete } = row
    return {
      ...{ id: itemId, parentId, isMilestone },
      ...earningOf(known.earnings.get(itemId), unit),
      budget: budgetOf(planned.get(itemId), { unit, isSummary: row.isSummary }),
      ...(phased.get(itemId) ?? { firstPeriod: 0, workMin: [] }),
      startedAt: place(row.actualStartAt ?? row.startedAt ?? (percentComplete > 0 ? row.startAt : null)),
      finishedAt: place(row.actualFinishAt ?? (row.isDone ? (row.finishedAt ?? row.finishAt) : null)),
      shareDone: row.isDone ? 1 : percentComplete / 100,
      actuals: actuals.get(itemId) ?? [],
    }
  })
  return {
    unit,
    items,
    periods,
    statusPlace: Math.max(0, placeIn(periods, known.statusAt)),
    momentOf: momentIn(periods),
  }
}

function earningOf(earning: Earning | undefined, unit: ValuedItems['unit']) {
  const { unitsDone, unitsTotal } = earning ?? { unitsDone: null, unitsTotal: null }
  return {
    rule: earning?.rule ?? ('percent' as const), // One of the rules.
    weight: earning?.weight ?? 1,
    units: unitsTotal === null ? null : { done: unitsDone ?? 0, total: unitsTotal },
    newEstimateToComplete: (unit === 'money' ? earning?.restMinor : earning?.restMin) ?? null,
  }
}

function spanOf({ itemId, calendarId, isElapsed }: PlanRowView, planned: BaselineItem | undefined) {
  const [startAt, finishAt] = [planned?.startAt ?? planned?.finishAt, planned?.finishAt ?? planned?.startAt]
  return startAt == null || finishAt == null
    ? []
    : [{ itemId, calendarId, isElapsed, startAt, finishAt, splits: planned?.splits ?? [] }]
}

/** In minutes a summary plans nothing itself: what lies below it does. */
function budgetOf(
  planned: BaselineItem | undefined,
  { unit, isSummary }: { readonly unit: ValuedItems['unit']; readonly isSummary: boolean },
): number | null {
  if (planned === undefined) return null
  if (unit === 'money') return planned.costMinor
  return isSummary ? null : (planned.effortMin ?? planned.durationMin)
}

type Counting = Known & Pick<ValuedItems, 'periods' | 'unit'> & { readonly timeZone: string }
type Amounts = Map<string, { readonly period: number; readonly amount: number }[]>

function actualsOf(rows: readonly PlanRowView[], counting: Counting): Amounts {
  const { spent, reported, statusAt, periods, unit, timeZone } = counting
  const amounts: Amounts = new Map()
  const add = (itemId: string, at: Instant, amount: number) => {
    if (amount <= 0 || at >= statusAt) return
    const period = Math.floor(placeIn(periods, at))
    const list = amounts.get(itemId)
    if (list) list.push({ period, amount })
    else amounts.set(itemId, [{ period, amount }])
  }
  const rowOf = new Map(rows.map((row) => [row.itemId, row]))
  for (const { itemId, day, minutes, minor } of spent) {
    add(itemId, dayStart(day, timeZone), unit === 'money' ? minor : minutes)
  }
  const written = new Set(spent.map(({ itemId }) => itemId))
  const momentOf = (row: PlanRowView | undefined) => (row?.actualFinishAt ?? row?.finishedAt ?? statusAt) - 1
  for (const { itemId, minutes, minor } of reported) {
    if (!written.has(itemId)) add(itemId, momentOf(rowOf.get(itemId)), unit === 'money' ? minor : minutes)
  }
  if (unit === 'minutes') return amounts
  for (const row of rows) {
    const share = row.isDone ? 1 : row.percentComplete / 100
    if (!row.isSummary) add(row.itemId, momentOf(row), Math.round((row.fixedCostMinor ?? 0) * share))
  }
  return amounts
}

function momentIn({ edges }: Periods): (place: number) => Instant {
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 0]
  const length = (last - first) / Math.max(1, edges.length - 1)
  return (place) => {
    const whole = Math.floor(place)
    const [from, to] = [edges[whole], edges[whole + 1]]
    if (from === undefined || to === undefined)
      return Math.round(place < 0 ? first : last + (place - (edges.length - 1)) * length)
    return Math.round(from + (to - from) * (place - whole))
  }
}

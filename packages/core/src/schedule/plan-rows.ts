import type { Id, Instant } from '../kernel/index.ts'
import { numberOutline, type OutlineEntry } from './outline.ts'

/** An item of a project with what plan and item know of its time. */
export type PlannedWork = OutlineEntry & {
  readonly isMilestone: boolean
  readonly isDone: boolean
  readonly effortMin: number | null
  /** What the plan says; null: the item is not on the plan, or the plan does not say. */
  readonly plan: {
    readonly startAt: Instant | null
    readonly finishAt: Instant | null
    readonly durationMin: number | null
    readonly percentComplete: number
    /** Planned by hand; otherwise the days of the item say nothing about its place. */
    readonly isManual: boolean
  } | null
  /** The moments at which the item's own first day begins and its due day ends. */
  readonly days: { readonly startAt: Instant | null; readonly finishAt: Instant | null }
}

/** Where the dates of a row come from: the plan, the item's own days, or what is below it. */
export type DatesFrom = 'plan' | 'item' | 'children'

/** A row of a plan. */
export type PlanRow = {
  readonly itemId: Id<'WorkItem'>
  readonly parentId: Id<'WorkItem'> | null
  readonly wbs: string
  readonly level: number
  readonly isSummary: boolean
  readonly startAt: Instant | null
  readonly finishAt: Instant | null
  readonly datesFrom: DatesFrom | null
  /** 0 to 100, whole. */
  readonly percentComplete: number
}

/** Work without an estimate weighs as much as a day of eight hours. */
const USUAL_WEIGHT_MIN = 480

/** What the rows below a row add up to. */
type Below = { start: Instant | null; finish: Instant | null; weight: number; done: number }

/**
 * The rows of a plan in outline order. What the plan says about an item counts; without it, the
 * item's own days; without these, a summary spans what is below it. Done work is complete, and a
 * summary is as complete as its leaves are, weighed by effort.
 */
export function planRows(works: readonly PlannedWork[]): readonly PlanRow[] {
  const numbered = numberOutline(works)
  const sums = new Map<string, Below>()
  const rows: PlanRow[] = []
  // From the end, everything below a row is known before the row itself.
  for (const { entry: work, wbs, level, parentId, isSummary } of numbered.toReversed()) {
    const below = sums.get(work.itemId) ?? null
    const dates = datesOf(work, below)
    const percent = percentOf(work, below)
    rows.push({
      itemId: work.itemId,
      parentId,
      wbs,
      level,
      isSummary,
      ...dates,
      percentComplete: Math.round(percent),
    })
    if (parentId !== null) {
      const weight = below?.weight ?? weightOf(work)
      addTo(sums, parentId, { ...dates, weight, done: (weight * percent) / 100 })
    }
  }
  return rows.toReversed()
}

function datesOf(
  work: PlannedWork,
  below: Below | null,
): Pick<PlanRow, 'startAt' | 'finishAt' | 'datesFrom'> {
  const { plan } = work
  if (plan && (plan.startAt !== null || plan.finishAt !== null)) {
    return { startAt: plan.startAt, finishAt: plan.finishAt, datesFrom: 'plan' }
  }
  if (below && (below.start !== null || below.finish !== null)) {
    return { startAt: below.start, finishAt: below.finish, datesFrom: 'children' }
  }
  return plan === null || plan.isManual ? datesOfDays(work) : UNDATED
}

const UNDATED = { startAt: null, finishAt: null, datesFrom: null } as const // Nulls stay nulls.

function datesOfDays({
  days,
  isMilestone,
}: PlannedWork): Pick<PlanRow, 'startAt' | 'finishAt' | 'datesFrom'> {
  if (days.startAt === null && days.finishAt === null) return UNDATED
  // A milestone takes no time: it is where it is due.
  const startAt = isMilestone ? (days.finishAt ?? days.startAt) : days.startAt
  return { startAt, finishAt: isMilestone ? startAt : days.finishAt, datesFrom: 'item' }
}

function percentOf(work: PlannedWork, below: Below | null): number {
  if (work.isDone) return 100
  if (work.plan) return work.plan.percentComplete
  return below && below.weight > 0 ? (below.done / below.weight) * 100 : 0
}

/** A milestone weighs nothing: it is reached, not worked on. */
function weightOf(work: PlannedWork): number {
  return work.isMilestone ? 0 : (work.effortMin ?? work.plan?.durationMin ?? USUAL_WEIGHT_MIN)
}

function addTo(
  sums: Map<string, Below>,
  parentId: string,
  part: { startAt: Instant | null; finishAt: Instant | null; weight: number; done: number },
): void {
  const sum = sums.get(parentId) ?? { start: null, finish: null, weight: 0, done: 0 }
  const moments = [part.startAt, part.finishAt, sum.start, sum.finish].filter((at) => at !== null)
  sums.set(parentId, {
    start: moments.length > 0 ? Math.min(...moments) : null,
    finish: moments.length > 0 ? Math.max(...moments) : null,
    weight: sum.weight + part.weight,
    done: sum.done + part.done,
  })
}

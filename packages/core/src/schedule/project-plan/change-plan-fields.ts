import { err, type Instant, ok, type Refusal, type Result } from '../../kernel/index.ts'
import { checkSplits, splitsWithin } from '../network/splits.ts'
import type { TaskType } from '../work-model/task-work.ts'
import { durationOf, type ProjectRow } from './project-plan.ts'

/** What people say about the work of an item: what is held, and how much of it follows from a norm. */
export type WorkFields = {
  /** What stays when duration, work or units change. */
  readonly taskType: TaskType
  readonly isEffortDriven: boolean
  /** So many units are to be made, and each takes so many minutes: together they are its effort. */
  readonly quantity: number | null
  readonly quantityUnit: string
  readonly normMin: number | null
}

/** What people say about time, work and cost of an item on a plan. */
export type PlanFields = WorkFields & {
  /** Minor units that it costs however long it lasts and whoever does it. */
  readonly fixedCostMinor: number | null
} & Pick<
    ProjectRow,
    | 'startAt'
    | 'finishAt'
    | 'durationMin'
    | 'isElapsed'
    | 'splits'
    | 'isHammock'
    | 'percentComplete'
    | 'isManual'
    | 'constraintKind'
    | 'constraintAt'
    | 'deadlineAt'
    | 'levelledAt'
    | 'calendarId'
    | 'actualStartAt'
    | 'actualFinishAt'
    | 'remainingMin'
    | 'resumeAt'
  >

/** New values for some fields. */
export type PlanPatch = { readonly [Field in keyof PlanFields]?: PlanFields[Field] | undefined }

/** What else is known of the item whose plan changes. */
export type PlannedItem = {
  readonly title: string
  readonly isSummary: boolean
  readonly isMilestone: boolean
  readonly effortMin: number | null
  /** It has days of its own, which stand for dates of the plan. */
  readonly hasOwnDays: boolean
  /** The norm of production of its kind, where there is one. */
  readonly usualNorm?: UsualNorm | null
}

/** So many minutes of work for each unit of what is made. */
export type UsualNorm = { readonly normMin: number; readonly unit: string }

/** 1900-01-01 to 2201-01-01. */
const FIRST: Instant = Date.UTC(1900, 0, 1)
const LAST: Instant = Date.UTC(2201, 0, 1)

/** Whether a plan may name a moment: from 1900 to the end of 2200. */
export function isPlannable(at: Instant): boolean {
  return at >= FIRST && at < LAST
}

const EVER = Number.POSITIVE_INFINITY

/** A summary has no time of its own: these are what can be said of it. */
const OF_SUMMARIES = new Set<string>(['constraintKind', 'constraintAt', 'deadlineAt', 'calendarId'])

/**
 * Changes what is said about the time of an item. A constraint without kind loses its date; progress
 * on work that has not begun begins it where it was planned; a new duration or progress forgets what
 * was said to be left; what becomes a hammock loses its constraint and follows its links; a shorter duration
 * forgets the gaps behind its end.
 *
 * @returns the fields after; or refused with `schedule.summary_spans`, `schedule.dates_follow_links` for
 *   dates of an item that is not planned by hand, `schedule.manual_needs_dates`,
 *   `schedule.hammock_spans` for duration and constraint of a hammock, `schedule.duration_negative`,
 *   `schedule.constraint_needs_date`, `schedule.date_outside`, `schedule.dates_reversed`, as
 *   `checkSplits` refuses, or with `schedule.resumes_before_start`
 */
export function changePlanFields(
  before: PlanFields,
  patch: PlanPatch,
  item: PlannedItem,
): Result<PlanFields> {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const after = settle(before, { ...before, ...given }, given)
  const code = findFault(after, given, item)
  return code === null ? ok(after) : err({ code, params: { item: item.title } } satisfies Refusal)
}

function settle(before: PlanFields, after: PlanFields, given: Partial<PlanFields>): PlanFields {
  const hasBegun = after.percentComplete > 0 && after.actualStartAt === null
  const forgetsRest = ('percentComplete' in given || 'durationMin' in given) && !('remainingMin' in given)
  const isNewHammock = after.isHammock && !before.isHammock
  const freed = isNewHammock ? { isManual: false, constraintKind: null, ...given } : {}
  return {
    ...after,
    ...freed,
    constraintAt: isDated({ ...after, ...freed }) ? after.constraintAt : null,
    actualStartAt: hasBegun ? before.startAt : after.actualStartAt,
    remainingMin: forgetsRest ? null : after.remainingMin,
    splits: 'splits' in given ? after.splits : splitsWithin(after.splits, after.durationMin ?? EVER),
  }
}

function findFault(after: PlanFields, given: Partial<PlanFields>, item: PlannedItem): string | null {
  return findMisplaced(after, given, item) ?? findWrongDates(after) ?? findWrongGaps(after, given, item)
}

/** What cannot be said of this item. */
function findMisplaced(after: PlanFields, given: Partial<PlanFields>, item: PlannedItem): string | null {
  if (item.isSummary && Object.keys(given).some((field) => !OF_SUMMARIES.has(field))) {
    return 'schedule.summary_spans'
  }
  if (after.isHammock && fixesHammock(given)) return 'schedule.hammock_spans'
  if (!after.isManual) return 'startAt' in given || 'finishAt' in given ? 'schedule.dates_follow_links' : null
  const isUndated = after.startAt === null && after.finishAt === null && !item.hasOwnDays
  return isUndated && 'isManual' in given ? 'schedule.manual_needs_dates' : null
}

/** How long it takes, and when, follows from what it is linked to. */
function fixesHammock(given: Partial<PlanFields>): boolean {
  const { durationMin, constraintKind, splits = [] } = given
  return splits.length > 0 || [durationMin, constraintKind].some((value) => value != null)
}

function findWrongDates(after: PlanFields): string | null {
  const isNegative = [after.durationMin, after.remainingMin].some(
    (minutes) => minutes !== null && minutes < 0,
  )
  if (isNegative) return 'schedule.duration_negative'
  if (isDated(after) && after.constraintAt === null) return 'schedule.constraint_needs_date'
  if (momentsOf(after).some((at) => at !== null && !isPlannable(at))) return 'schedule.date_outside'
  const isReversed =
    precedes(after.finishAt, after.startAt) || precedes(after.actualFinishAt, after.actualStartAt)
  return isReversed ? 'schedule.dates_reversed' : null
}

function findWrongGaps(after: PlanFields, given: object, item: PlannedItem): string | null {
  if (after.resumeAt !== null && 'resumeAt' in given) {
    const beginsAt = after.actualStartAt
    if (beginsAt === null || after.resumeAt < beginsAt) return 'schedule.resumes_before_start'
  }
  if (!('splits' in given)) return null
  const durationMin = item.isMilestone ? 0 : durationOf({ ...after, effortMin: item.effortMin })
  return checkSplits(after.splits, durationMin)
}

function isDated({ constraintKind }: Pick<PlanFields, 'constraintKind'>): boolean {
  return constraintKind !== null && constraintKind !== 'ASAP' && constraintKind !== 'ALAP'
}

function momentsOf(fields: PlanFields): readonly (Instant | null)[] {
  const { startAt, finishAt, constraintAt, deadlineAt, levelledAt } = fields
  const { actualStartAt, actualFinishAt, resumeAt } = fields
  return [startAt, finishAt, constraintAt, deadlineAt, levelledAt, actualStartAt, actualFinishAt, resumeAt]
}

function precedes(one: Instant | null, other: Instant | null): boolean {
  return one !== null && other !== null && one < other
}

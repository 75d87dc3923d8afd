import {
  addDays,
  err,
  type Id,
  nextDay,
  ok,
  type PlainDate,
  type RecurrenceRule,
  type Result,
} from '../../kernel/index.ts'
import { type DecideContext, type Decision, decided } from '../decision.ts'
import type { WorkItem } from '../work-item.ts'

/** When a series is over: never, behind a day, or with the n-th item. */
export type RecurrenceEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'on'; readonly day: PlainDate }
  | { readonly kind: 'after'; readonly times: number }

/** A series of items, each made from the one before it. */
export type Recurrence = {
  readonly id: Id<'Recurrence'>
  /** The newest item of the series, from which the next one is made. */
  readonly itemId: Id<'WorkItem'>
  readonly rule: RecurrenceRule
  readonly ends: RecurrenceEnd
  /** The day of the first one, from which the schedule is counted. */
  readonly anchorOn: PlainDate
  /** Which one the newest is, from 1. */
  readonly number: number
  /** The day of the newest one by the schedule, wherever its own dates have been moved to. */
  readonly dayOn: PlainDate
  /** When the next one is made at the latest; null: only when this one is done, or no more. */
  readonly nextOn: PlainDate | null
}

/** What a series is begun with. */
export type RecurrenceWish = Pick<Recurrence, 'id' | 'itemId' | 'rule' | 'ends'> & {
  /** The day on which the item is due, or begins; null: the schedule says it. */
  readonly dayOn: PlainDate | null
  /** Which one the item is of a series that is set anew. */
  readonly number?: number
}

/** Today where the organisation lives, and on which day its weeks begin. */
export type RecurrenceContext = { readonly today: PlainDate; readonly weekStart: number }

/**
 * Begins a series with an item that is there. One without a day gets the first of the schedule from today on.
 *
 * @returns refused with `work.recurrence_over` when it would end before it repeats
 */
export function beginRecurrence(
  wish: RecurrenceWish,
  { today, weekStart }: RecurrenceContext,
): Result<Recurrence> {
  const { rule, ends, id, itemId } = wish
  const dayOn = wish.dayOn ?? firstDay(rule, { today, weekStart }) ?? today
  const { number = 1 } = wish
  const begun = { id, itemId, rule, ends, anchorOn: dayOn, number, dayOn }
  const isOver =
    (ends.kind === 'after' && ends.times <= number) ||
    (rule.kind !== 'afterDone' && followingDay({ ...begun, nextOn: null }, dayOn, weekStart) === null) ||
    (ends.kind === 'on' && ends.day < today)
  if (isOver) return err({ code: 'work.recurrence_over' })
  return ok({ ...begun, nextOn: dueDay(begun, weekStart) })
}

/**
 * Says in an item's history that it repeats from now on, or no more.
 *
 * @returns refused with `work.archived` or `work.already_done`
 */
export function setRepeating(item: WorkItem, isRepeating: boolean, context: DecideContext): Result<Decision> {
  const { key } = item
  if (isRepeating && item.archivedAt !== null) return err({ code: 'work.archived', params: { key } })
  if (isRepeating && item.stateGroup === 'done') return err({ code: 'work.already_done', params: { key } })
  return ok(decided(item, [{ kind: 'work.recurrence_set', data: { isRepeating } }], context))
}

/** Says in an item's history which one came after it in its series. */
export function noteRepeated(
  item: WorkItem,
  next: Pick<WorkItem, 'id' | 'key'>,
  context: DecideContext,
): Decision {
  const data = { nextId: next.id, nextKey: next.key }
  return decided(item, [{ kind: 'work.repeated', data }], context)
}

/** The first day of a schedule that is not over yet; today counts. Of one that goes by what is done, today. */
export function firstDay(rule: RecurrenceRule, { today, weekStart }: RecurrenceContext): PlainDate | null {
  if (rule.kind === 'afterDone' || rule.kind === 'daily') return today
  return nextDay(rule, addDays(today, -1), { anchorOn: today, weekStart })
}

/** Why the next one is made: the newest is done, or the day of the next has come. */
export type RecurrenceCause = 'done' | 'came'

/**
 * Goes on to the next item of the series. Days that went by unseen are passed over: of those that have come
 * only the last one counts, so that nobody finds a heap.
 *
 * @returns the series with the next one as its newest, under `itemId`; null: it is over, or not yet time
 */
export function advanceRecurrence(
  recurrence: Recurrence,
  next: { readonly itemId: Id<'WorkItem'>; readonly cause: RecurrenceCause },
  { today, weekStart }: RecurrenceContext,
): Recurrence | null {
  const { rule } = recurrence
  if (next.cause === 'came' && (rule.kind === 'afterDone' || (recurrence.nextOn ?? '9') > today)) return null
  const dayOn =
    rule.kind === 'afterDone'
      ? followingDay(recurrence, today, weekStart)
      : lastCome(recurrence, { today, weekStart })
  if (dayOn === null) return null
  const advanced = { ...recurrence, itemId: next.itemId, number: recurrence.number + 1, dayOn }
  return { ...advanced, nextOn: dueDay(advanced, weekStart) }
}

/** The day behind the newest one, or the last of those behind it that have come. */
function lastCome(recurrence: Recurrence, { today, weekStart }: RecurrenceContext): PlainDate | null {
  let day = followingDay(recurrence, recurrence.dayOn, weekStart)
  while (day !== null) {
    const later = followingDay(recurrence, day, weekStart)
    if (later === null || later > today) return day
    day = later
  }
  return null
}

/** The day of the series behind a day; null when it is over by then. */
function followingDay(recurrence: Recurrence, after: PlainDate, weekStart: number): PlainDate | null {
  const { rule, ends, anchorOn, number } = recurrence
  if (ends.kind === 'after' && number >= ends.times) return null
  const day = nextDay(rule, after, { anchorOn, weekStart })
  return day === null || (ends.kind === 'on' && day > ends.day) ? null : day
}

function dueDay(recurrence: Omit<Recurrence, 'nextOn'>, weekStart: number): PlainDate | null {
  if (recurrence.rule.kind === 'afterDone') return null
  return followingDay({ ...recurrence, nextOn: null }, recurrence.dayOn, weekStart)
}

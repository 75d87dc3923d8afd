import { addDays, type PlainDate } from '@millrace/core/kernel'
import { daysFrom, WEEK_DAYS } from './calendar-period.ts'
import { type Dated, type Days, daysOf } from './item-days.ts'
import { daysBetween } from './shift.ts'

/** The part of an item's bar that lies in one week: from which day of it to which, in which lane. */
export type Segment<Item> = {
  readonly item: Item
  readonly from: number
  readonly to: number
  readonly lane: number
  /** The bar goes on before this week, or behind it. */
  readonly isOpenBefore: boolean
  readonly isOpenAfter: boolean
}

/** A day with everything on it: first what is shown, lane by lane, then what found no place. */
export type CalendarDay<Item> = {
  readonly date: PlainDate
  readonly items: readonly Item[]
  readonly hidden: number
}

export type CalendarWeek<Item> = {
  readonly first: PlainDate
  readonly segments: readonly Segment<Item>[]
  readonly days: readonly CalendarDay<Item>[]
}

/**
 * Lays the items of a week out in lanes, none over another. When they need more lanes than there are,
 * the last one is left free for the words that say how many are missing.
 *
 * @param first the day the week begins with
 * @param lanes how many lines fit under the number of a day; at least one
 */
export function layOutWeek<Item extends Dated>(
  items: readonly Item[],
  first: PlainDate,
  lanes: number,
): CalendarWeek<Item> {
  const parts = partsIn(items, { first, last: addDays(first, WEEK_DAYS - 1) })
  const all = intoLanes(parts, lanes)
  const fitting = all.hidden.length === 0 ? all : intoLanes(parts, lanes - 1)
  const shown = fitting.segments.toSorted((a, b) => a.lane - b.lane)
  const days = daysFrom(first).map((date, index) => {
    const isHere = (part: Part<Item>) => part.from <= index && index <= part.to
    const hidden = fitting.hidden.filter(isHere)
    return {
      date,
      items: [...shown.filter(isHere), ...hidden].map((part) => part.item),
      hidden: hidden.length,
    }
  })
  return { first, segments: fitting.segments, days }
}

/** The nearest day with something on it behind a span, or else before it. */
export function nearestDay(items: readonly Dated[], { first, last }: Days): PlainDate | null {
  let [after, before]: (PlainDate | null)[] = [null, null]
  for (const item of items) {
    const days = daysOf(item)
    if (!days) continue
    if (days.first > last && (!after || days.first < after)) after = days.first
    if (days.last < first && (!before || days.last > before)) before = days.last
  }
  return after ?? before ?? null
}

type Part<Item> = Omit<Segment<Item>, 'lane'>

/** Those that touch the week, earlier ones first, of those that begin together the longer ones first. */
function partsIn<Item extends Dated>(items: readonly Item[], week: Days): readonly Part<Item>[] {
  const inside: { readonly item: Item; readonly days: Days }[] = []
  for (const item of items) {
    const days = daysOf(item)
    if (days && days.first <= week.last && days.last >= week.first) inside.push({ item, days })
  }
  return inside
    .toSorted((a, b) => compare(a.days.first, b.days.first) || compare(b.days.last, a.days.last))
    .map(({ item, days }) => ({
      item,
      from: Math.max(0, daysBetween(week.first, days.first)),
      to: Math.min(WEEK_DAYS - 1, daysBetween(week.first, days.last)),
      isOpenBefore: days.first < week.first,
      isOpenAfter: days.last > week.last,
    }))
}

function intoLanes<Item>(parts: readonly Part<Item>[], lanes: number) {
  const ends = Array.from({ length: Math.max(0, lanes) }, () => -1)
  const segments: Segment<Item>[] = []
  const hidden: Part<Item>[] = []
  for (const part of parts) {
    const lane = ends.findIndex((end) => end < part.from)
    if (lane < 0) hidden.push(part)
    else {
      ends[lane] = part.to
      segments.push({ ...part, lane })
    }
  }
  return { segments, hidden }
}

function compare(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

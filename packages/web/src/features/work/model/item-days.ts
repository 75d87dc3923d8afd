import type { PlainDate } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'

/** The two days of an item that people write down themselves; planned dates are another matter. */
export type Dated = Pick<WorkItem, 'startsOn' | 'dueOn'>

/** From which day to which, both included. */
export type Days = { readonly first: PlainDate; readonly last: PlainDate }

/** The days an item stands on: from start to due, or the only one of the two it has. */
export function daysOf({ startsOn, dueOn }: Dated): Days | null {
  const first = startsOn ?? dueOn
  const last = dueOn ?? startsOn
  if (first === null || last === null) return null
  // An import may bring a due day before the start: such an item stands on both all the same.
  return first <= last ? { first, last } : { first: last, last: first }
}

/** Items with a day first, by day, the rest behind; otherwise in the order given. */
export function byDay<Item extends Dated>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => compareDays(daysOf(a)?.first, daysOf(b)?.first))
}

function compareDays(a: PlainDate | undefined, b: PlainDate | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}

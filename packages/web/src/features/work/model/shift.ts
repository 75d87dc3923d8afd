import { addDays, dayNumber, type PlainDate } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import type { Call } from '../../../platform/store/calls.ts'
import type { Dated } from './item-days.ts'
import { changeItem } from './moves.ts'

/** What is moved: start and due together, or one of the two. */
export type Edge = 'both' | 'start' | 'due'

/**
 * The dates of an item after it has been moved by some days. Start and due keep their distance; an
 * edge stops at the other one. An item with one date gets the other when its edge is drawn away.
 */
export function shiftDates(item: Dated, days: number, edge: Edge): Dated {
  const { startsOn, dueOn } = item
  switch (edge) {
    case 'start': {
      const from = startsOn ?? dueOn
      if (from === null) return item
      const moved = addDays(from, days)
      return drawn({ startsOn: dueOn !== null && moved > dueOn ? dueOn : moved, dueOn }, item)
    }
    case 'due': {
      const from = dueOn ?? startsOn
      if (from === null) return item
      const moved = addDays(from, days)
      return drawn({ startsOn, dueOn: startsOn !== null && moved < startsOn ? startsOn : moved }, item)
    }
    default:
      return {
        startsOn: startsOn === null ? null : addDays(startsOn, days),
        dueOn: dueOn === null ? null : addDays(dueOn, days),
      }
  }
}

/** The commands that move items by some days; those that stay where they are need none. */
export function shiftCalls(items: readonly WorkItem[], days: number, edge: Edge): readonly Call[] {
  return items.flatMap((item) => callsTo(item, shiftDates(item, days, edge)))
}

/** The commands that make items due on a day: those without any date by writing it down. */
export function dueCalls(items: readonly WorkItem[], dueOn: PlainDate): readonly Call[] {
  return items.flatMap((item) => callsTo(item, { startsOn: item.startsOn, dueOn }))
}

/** How many days lie between two days; negative when the second comes first. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0)
}

/** An edge that came back to the only date it had has not made a second one. */
function drawn(after: Dated, before: Dated): Dated {
  const hadOne = (before.startsOn === null) !== (before.dueOn === null)
  return hadOne && after.startsOn === after.dueOn ? before : after
}

function callsTo(item: WorkItem, { startsOn, dueOn }: Dated): readonly Call[] {
  const patch = {
    ...(startsOn === item.startsOn ? {} : { startsOn }),
    ...(dueOn === item.dueOn ? {} : { dueOn }),
  }
  return Object.keys(patch).length === 0 ? [] : [changeItem(item, patch)]
}

import type { WorkItem } from '@millrace/core/work'
import type { ContainerKind } from '../../../ui/index.ts'
import { textsCalendar } from '../texts-calendar.ts'
import { dueOf } from './due.ts'
import { itemNames } from './item-names.ts'
import type { Lookup } from './lookup.ts'

/** An item's bar in words: what it is, in which state, when, for whom, and whether that is over. */
export function barWords(
  item: WorkItem,
  lookup: Lookup,
): {
  readonly words: string
  readonly isLate: boolean
  readonly kind: ContainerKind
  readonly homeId: string | null
} {
  const names = itemNames(item, lookup)
  const due = dueOf(item, lookup.today)
  const isLate = due?.urgency === 'late'
  const words = [
    `${item.key} ${item.title}`,
    names.state,
    ...(due ? [due.full] : []),
    ...(isLate ? [textsCalendar.late] : []),
    ...(names.responsible ? [names.responsible.name] : []),
  ].join(', ')
  return { words, isLate, kind: names.home?.kind ?? 'list', homeId: names.home?.id ?? null }
}

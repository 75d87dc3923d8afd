import type { WorkItem, WorkItemPatch } from '@millrace/core/work'
import type { Call } from '../../../../platform/store/calls.ts'
import { parseDay, readEffort } from '../../../../ui/index.ts'
import type { Lookup } from '../lookup.ts'
import { changeItem, moveItem } from '../moves.ts'
import { readMoney } from '../read-amount.ts'

/** A change of one field to what a text says; an empty text clears it. Null: the text does not fit. */
export function writeField<Value>(
  item: WorkItem,
  text: string,
  read: {
    readonly value: (text: string) => Value | null
    readonly patch: (value: Value | null) => WorkItemPatch
  },
): Call | null {
  const trimmed = text.trim()
  if (trimmed === '') return changeItem(item, read.patch(null))
  const value = read.value(trimmed)
  return value === null ? null : changeItem(item, read.patch(value))
}

/** A calendar day from words such as `fri` or `14 dec`. */
export function dayFrom(text: string, lookup: Lookup): string | null {
  return parseDay(text, lookup.today)
}

export function effortFrom(text: string): number | null {
  return readEffort(text) ?? null
}

export function moneyFrom(text: string, lookup: Lookup): number | null {
  return readMoney(text, lookup.organisation.currency) ?? null
}

/** The id of what is called so, in any case; a unique beginning is enough. */
export function idFrom(text: string, named: ReadonlyMap<string, { readonly name: string }>): string | null {
  const wanted = text.toLowerCase()
  const starting: string[] = []
  for (const [id, { name }] of named) {
    const known = name.toLowerCase()
    if (known === wanted) return id
    if (known.startsWith(wanted)) starting.push(id)
  }
  return starting.length === 1 ? (starting[0] ?? null) : null
}

/** A move to the state of the item's workflow that is called so. */
export function moveFrom(text: string, item: WorkItem, lookup: Lookup): Call | null {
  const wanted = text.trim().toLowerCase()
  const state = lookup.types
    .get(item.typeId)
    ?.workflow.states.find((each) => each.name.toLowerCase() === wanted || each.id === wanted)
  return state ? moveItem(item, state.id) : null
}

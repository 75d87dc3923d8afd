import type { Refusal } from '@millrace/core/kernel'
import { createWorkItem, type ItemType } from '@millrace/core/work'
import type { OpenItem } from '../work/index.ts'
import type { Surroundings } from './queries/read-surroundings.ts'

/** Asks core whether this can be an item, so that no part of an import is refused as a whole later. */
export function checkDraft(
  item: OpenItem,
  type: ItemType,
  known: { readonly surroundings: Surroundings; readonly labelIds: ReadonlySet<string> },
): Refusal | null {
  const { typeId: _typeId, number: _number, ...given } = item
  const decided = createWorkItem(given, {
    type,
    fieldsById: new Map(known.surroundings.fields.map((field) => [field.id, field])),
    labelIds: known.labelIds,
    key: 'X-1',
    defaultArea: '2.3',
    order: 0,
    above: null,
    now: 0,
    actor: { kind: 'system' },
    newEventId: () => '',
  })
  return decided.ok ? null : decided.refusal
}

import type { Event } from '@millrace/core/kernel'
import type { Handover } from '@millrace/core/work'
import type { Unit } from './unit.ts'

/** The values of a statement that follows items to where they went: organisation, from, into. */
export function handoverValues(unit: Unit, handovers: readonly Handover[]): readonly unknown[] {
  return [unit.organisationId, handovers.map(({ fromId }) => fromId), handovers.map(({ intoId }) => intoId)]
}

/** Something that hangs on an item, and the item it hangs on now. */
export type MovedPart = { readonly id: string; readonly item_id: string }

/** What of a kind came to items together with an item that was merged into them: one fact for each item. */
export function movedEvents(
  unit: Unit,
  fact: { readonly kind: string; readonly part: string; readonly moved: readonly MovedPart[] },
): readonly Event[] {
  return [...Map.groupBy(fact.moved, (part) => part.item_id)].map(([id, parts]) => ({
    id: unit.newId<'Event'>(),
    kind: fact.kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'item', id },
    containerId: null,
    data: { count: parts.length },
    touches: parts.map((part) => ({ kind: fact.part, id: part.id })),
  }))
}

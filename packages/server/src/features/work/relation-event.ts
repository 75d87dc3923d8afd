import type { Event, Id } from '@millrace/core/kernel'
import type { Relation } from '@millrace/core/work'
import type { Unit } from '../../platform/commands/index.ts'

/** A fact about a relation; both its items show it. */
export function relationEvent(
  unit: Unit,
  kind: 'work.related' | 'work.unrelated',
  about: { readonly relation: Relation; readonly containerId: Id<'Container'> | null },
): Event {
  const { relation, containerId } = about
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'relation', id: relation.id },
    containerId,
    data: { relation },
    touches: [
      { kind: 'item', id: relation.fromId },
      { kind: 'item', id: relation.toId },
    ],
  }
}

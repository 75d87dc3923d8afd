import type { FileView } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'

/** A fact about a file, told in its home container; the item it belongs to is shown anew. */
export function fileEvent(
  unit: Unit,
  kind: 'files.attached' | 'files.removed',
  about: { readonly file: FileView; readonly containerIds: readonly string[] },
): Event {
  const { id, itemId, name, mediaType, sizeBytes } = about.file
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'file', id },
    containerId: about.containerIds[0] ?? null,
    data: { itemId, name, mediaType, sizeBytes },
    touches: itemId === null ? [] : [{ kind: 'item', id: itemId }],
  }
}

import type { FieldChanges, WorkEvent } from '@millrace/core/work'
import type { Input } from '../api.ts'
import { type Call, callOf } from './calls.ts'
import type { Item } from './kinds.ts'

/**
 * The calls that take a fact back. They carry what was set as `seen`, so that undoing never
 * overwrites what somebody else changed since.
 *
 * @param before the item before the fact
 * @returns empty when it cannot be taken back, as with an acceptance
 */
export function inverseOf(event: WorkEvent, before: Item | undefined, newId: () => string): readonly Call[] {
  const id = event.subject.id
  switch (event.kind) {
    case 'work.created':
    case 'work.restored':
      return [callOf('work.archiveItem', { id })]
    case 'work.archived':
      return [callOf('work.restoreItem', { id })]
    case 'work.changed':
      return [
        callOf('work.changeItem', {
          id,
          patch: valuesOf(event.data.changes, 'from'),
          seen: valuesOf(event.data.changes, 'to'),
        }),
      ]
    case 'work.moved':
      return [
        callOf('work.moveItem', { id, stateId: event.data.from, overLimit: true }),
        ...waitAgain(id, before),
      ]
    case 'work.waiting':
      return before?.waitingFor ? waitAgain(id, before) : [callOf('work.stopWaiting', { id })]
    case 'work.blocked':
      return [callOf('work.unblockItem', { id, blockerId: event.data.blocker.id })]
    case 'work.unblocked': {
      const blocker = before?.openBlockers.find((open) => open.id === event.data.blockerId)
      if (!blocker) return []
      const { reason, note } = blocker
      return [callOf('work.blockItem', { id, blockerId: newId(), reason, note })]
    }
    case 'work.placed':
      return [callOf('work.placeItem', { id, containerIds: [...event.data.from] })]
    case 'work.seen_by_changed': {
      const { from } = event.data
      return [callOf('work.setSeenBy', { id, personIds: from.ownSeenBy && [...from.ownSeenBy] })]
    }
    case 'work.accepted':
    case 'work.recurrence_set':
    case 'work.repeated':
    case 'work.merged':
    case 'work.took_in':
    case 'work.noticed':
      return []
  }
}

function waitAgain(id: string, before: Item | undefined): readonly Call[] {
  if (!before?.waitingFor) return []
  const { personId, note } = before.waitingFor
  return [callOf('work.waitForItem', { id, personId, note })]
}

type Patch = Input<'work.changeItem'>['patch']

function valuesOf(changes: FieldChanges, side: 'from' | 'to'): Patch {
  const { fields, ...plain } = changes
  const values = Object.fromEntries(Object.entries(plain).map(([field, change]) => [field, change[side]]))
  if (!fields) return values
  return {
    ...values,
    fields: Object.fromEntries(Object.entries(fields).map(([id, change]) => [id, change[side]])),
  }
}

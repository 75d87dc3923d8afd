import { unreachable } from '../kernel/index.ts'
import type { FieldValue } from './custom-field.ts'
import type { FieldChanges, Move, WorkEvent } from './work-event.ts'
import type { WorkItem } from './work-item.ts'

/**
 * The item after one more fact. Replaying an item's events from its creation gives the stored row;
 * counts of sub-items and lines are derived from these and are not part of an item's own history.
 */
export function evolve(item: WorkItem, event: WorkEvent): WorkItem {
  if (event.kind === 'work.created') return event.data.item
  return { ...item, ...changeBy(item, event), updatedAt: event.at, version: item.version + 1 }
}

function changeBy(item: WorkItem, event: Exclude<WorkEvent, { kind: 'work.created' }>): Partial<WorkItem> {
  switch (event.kind) {
    case 'work.changed':
      return applyChanges(item, event.data.changes)
    case 'work.moved':
      return applyMove(item, event.data, event.at)
    case 'work.waiting':
      return { waitingFor: event.data.waitingFor }
    case 'work.blocked':
      return { openBlockers: [...item.openBlockers, event.data.blocker] }
    case 'work.unblocked':
      return { openBlockers: item.openBlockers.filter((blocker) => blocker.id !== event.data.blockerId) }
    case 'work.accepted':
      return { acceptedAt: event.at }
    case 'work.noticed':
      return { noticedAt: event.at }
    case 'work.placed':
      return { containerIds: event.data.to }
    case 'work.seen_by_changed':
      return event.data.to
    case 'work.recurrence_set':
    case 'work.repeated':
    case 'work.merged':
    case 'work.took_in':
      return {}
    case 'work.archived':
      return { archivedAt: event.at }
    case 'work.restored':
      return { archivedAt: null }
    default:
      return unreachable(event)
  }
}

function applyChanges(item: WorkItem, changes: FieldChanges): Partial<WorkItem> {
  const { fields, ...plain } = changes
  const next = Object.fromEntries(Object.entries(plain).map(([field, change]) => [field, change.to]))
  if (!fields) return next
  const values: Record<string, FieldValue> = { ...item.fields }
  for (const [id, change] of Object.entries(fields)) {
    if (change.to === null) delete values[id]
    else values[id] = change.to
  }
  return { ...next, fields: values }
}

function applyMove(item: WorkItem, move: Move, at: number): Partial<WorkItem> {
  const isStarted = move.toGroup !== 'backlog' && move.toGroup !== 'ready'
  const isDone = move.toGroup === 'done'
  return {
    stateId: move.to,
    stateGroup: move.toGroup,
    stateSince: at,
    startedAt: item.startedAt ?? (isStarted ? at : null),
    finishedAt: isDone ? (item.finishedAt ?? at) : null,
    acceptedAt: isDone ? item.acceptedAt : null,
    noticedAt: isDone ? item.noticedAt : null,
    waitingFor: move.toGroup === 'waiting' ? item.waitingFor : null,
  }
}

import { err, type Id, ok, type Result } from '../kernel/index.ts'
import { type DecideContext, type Decision, decided } from './decision.ts'
import type { Blocker, BlockerReason, WorkItem } from './work-item.ts'

const NOTE_MAX = 2_000

/** Says whom or what an item waits for. It may wait in any open state; its clock keeps running. */
export function waitFor(
  item: WorkItem,
  input: { readonly personId: Id<'Person'> | null; readonly note: string },
  context: DecideContext,
): Result<Decision> {
  if (item.archivedAt !== null) return err({ code: 'work.archived', params: { key: item.key } })
  if (item.stateGroup === 'done') return err({ code: 'work.already_done', params: { key: item.key } })
  const note = input.note.trim()
  if (note === '' && input.personId === null)
    return err({ code: 'work.waiting_for_nobody', params: { key: item.key } })
  if (note.length > NOTE_MAX)
    return err({ code: 'work.text_too_long', params: { field: 'note', max: NOTE_MAX } })
  const waitingFor = { personId: input.personId, note, since: context.now }
  return ok(decided(item, [{ kind: 'work.waiting', data: { waitingFor } }], context))
}

/** The waiting is over. Nothing happens when there was none. */
export function stopWaiting(item: WorkItem, context: DecideContext): Result<Decision> {
  if (item.waitingFor === null) return ok({ item, events: [] })
  return ok(decided(item, [{ kind: 'work.waiting', data: { waitingFor: null } }], context))
}

/** Records why an item cannot progress. It cannot be finished until every blocker is gone. */
export function blockWorkItem(
  item: WorkItem,
  input: { readonly id: Id<'Blocker'>; readonly reason: BlockerReason; readonly note: string },
  context: DecideContext,
): Result<Decision> {
  if (item.archivedAt !== null) return err({ code: 'work.archived', params: { key: item.key } })
  if (item.stateGroup === 'done') return err({ code: 'work.already_done', params: { key: item.key } })
  if (item.openBlockers.some((open) => open.id === input.id)) return ok({ item, events: [] })
  const note = input.note.trim()
  if (note.length > NOTE_MAX)
    return err({ code: 'work.text_too_long', params: { field: 'note', max: NOTE_MAX } })
  const blocker: Blocker = { id: input.id, reason: input.reason, note, since: context.now }
  return ok(decided(item, [{ kind: 'work.blocked', data: { blocker } }], context))
}

/** Closes one blocker; the time from its opening until now was blocked time. */
export function unblockWorkItem(
  item: WorkItem,
  blockerId: Id<'Blocker'>,
  context: DecideContext,
): Result<Decision> {
  const open = item.openBlockers.find((blocker) => blocker.id === blockerId)
  if (!open) return err({ code: 'work.blocker_unknown', params: { key: item.key } })
  return ok(decided(item, [{ kind: 'work.unblocked', data: { blockerId, since: open.since } }], context))
}

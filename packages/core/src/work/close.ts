import { err, type Id, ok, type Result } from '../kernel/index.ts'
import { type DecideContext, type Decision, decided } from './decision.ts'
import type { ItemType } from './item-type.ts'
import type { WorkItem } from './work-item.ts'

/** Whether everything that closing asks of this type has happened. */
export function isClosed(item: WorkItem, type: ItemType): boolean {
  if (item.stateGroup !== 'done') return false
  return (!type.needsAcceptance || item.acceptedAt !== null) && (!type.needsNotice || item.noticedAt !== null)
}

/**
 * The requester, or who is accountable when nobody asked for it, accepts finished work.
 *
 * @returns refused with `work.not_finished`, or `work.not_yours_to_accept`
 */
export function acceptWorkItem(
  item: WorkItem,
  personId: Id<'Person'>,
  context: DecideContext,
): Result<Decision> {
  if (item.stateGroup !== 'done') return err({ code: 'work.not_finished', params: { key: item.key } })
  if (item.acceptedAt !== null) return ok({ item, events: [] })
  const acceptor = item.requesterId ?? item.accountableId
  if (acceptor !== null && acceptor !== personId)
    return err({ code: 'work.not_yours_to_accept', params: { key: item.key } })
  return ok(decided(item, [{ kind: 'work.accepted', data: {} }], context))
}

/** Records that those concerned were told. Comes after acceptance where the type asks for both. */
export function giveNotice(
  item: WorkItem,
  input: { readonly note: string; readonly type: ItemType },
  context: DecideContext,
): Result<Decision> {
  if (item.stateGroup !== 'done') return err({ code: 'work.not_finished', params: { key: item.key } })
  if (input.type.needsAcceptance && item.acceptedAt === null)
    return err({ code: 'work.not_accepted', params: { key: item.key } })
  if (item.noticedAt !== null) return ok({ item, events: [] })
  return ok(decided(item, [{ kind: 'work.noticed', data: { note: input.note.trim() } }], context))
}

/** Takes an item out of sight without losing anything. */
export function archiveWorkItem(item: WorkItem, context: DecideContext): Result<Decision> {
  if (item.archivedAt !== null) return ok({ item, events: [] })
  return ok(decided(item, [{ kind: 'work.archived', data: {} }], context))
}

/**
 * Whether something open may lie under an item.
 *
 * @returns refused with `work.parent_archived`
 */
export function checkParent(parent: Pick<WorkItem, 'key' | 'archivedAt'>): Result<void> {
  if (parent.archivedAt === null) return ok(undefined)
  return err({ code: 'work.parent_archived', params: { key: parent.key } })
}

/**
 * Brings an archived item back as it was.
 *
 * @param parent the item above it, if there is one
 * @returns refused as `checkParent` does
 */
export function restoreWorkItem(
  item: WorkItem,
  parent: WorkItem | null,
  context: DecideContext,
): Result<Decision> {
  if (item.archivedAt === null) return ok({ item, events: [] })
  const place = parent ? checkParent(parent) : ok(undefined)
  if (!place.ok) return place
  return ok(decided(item, [{ kind: 'work.restored', data: {} }], context))
}

/**
 * Sets the containers an item is a member of, its home first. In a new home it keeps its key: what names it
 * in links, mails and other programs goes on to lead to it.
 */
export function placeWorkItem(
  item: WorkItem,
  containerIds: readonly Id<'Container'>[],
  context: DecideContext,
): Result<Decision> {
  const to = [...new Set(containerIds)]
  if (to.length === item.containerIds.length && to.every((id, index) => id === item.containerIds[index])) {
    return ok({ item, events: [] })
  }
  return ok(decided(item, [{ kind: 'work.placed', data: { from: item.containerIds, to } }], context))
}

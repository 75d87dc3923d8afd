import { operations } from '@millrace/contract'
import { demand, type Query, query } from '../../../platform/commands/index.ts'
import type { PresenceBoard } from '../../../platform/realtime/index.ts'
import { findItems } from './find-items.ts'

/**
 * Says that somebody has an item before them, or has left it, and answers who else has. Nothing of it is
 * stored: it is forgotten half a minute after the last word.
 */
export function tellPresence(board: PresenceBoard): Query {
  return query(operations['work.tellPresence'], async (context, input) => {
    const { tx, organisationId, principal } = context
    const { itemId, page, field, isHere } = input
    const [item] = await findItems(tx, organisationId, [itemId])
    const containerIds = item?.containerIds ?? []
    demand(principal.access, { permission: 'container.read', containerIds, what: 'item' })
    const { personId } = principal
    const seenBy = item?.seenBy ?? null
    board.tell({ organisationId, itemId, containerIds, seenBy, page, personId, field, isHere })
    return { people: board.othersOf(itemId, principal) }
  })
}

import { operations } from '@millrace/contract'
import {
  decodeMomentCursor,
  demand,
  encodeMomentCursor,
  mayInContainers,
  query,
  refuse,
  visibleContainerIds,
} from '../../../platform/commands/index.ts'
import {
  findSpentItems,
  findTimer,
  presentEntry,
  readItemEntries,
  readPersonEntries,
  sumItemTime,
} from './find-entries.ts'

const DAY_MS = 86_400_000
const DAYS_MAX = 62

/** Time spent on an item, with its sums. */
export const listItemTime = query(operations['cost.listItemTime'], async (context, input) => {
  const { tx, organisationId, principal } = context
  const { itemId, limit } = input
  const item = (await findSpentItems(tx, organisationId, [itemId])).get(itemId)
  const containerIds = item?.container_ids ?? []
  demand(principal.access, { permission: 'container.read', containerIds, what: 'item' })
  const before = input.cursor === undefined ? null : decodeMomentCursor(input.cursor)
  const visible = visibleContainerIds(principal.access)
  const rows = await readItemEntries(tx, organisationId, { itemId, before, limit })
  const sums = await sumItemTime(tx, organisationId, { itemId, visible })
  const last = rows.length === limit ? rows.at(-1) : undefined
  return {
    entries: rows.map(presentEntry),
    ownMin: sums.own_min,
    belowMin: sums.below_min,
    next: last ? encodeMomentCursor({ at: last.created_at, id: last.id }) : null,
  }
})

/** One's own time in some days. */
export const listMyTime = query(operations['cost.listMyTime'], async (context, { from, to }) => {
  const { tx, organisationId, principal } = context
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  if (!(days >= 1 && days <= DAYS_MAX)) refuse('cost.days_wrong', { from, to, max: DAYS_MAX })
  const { personId, access } = principal
  const visible = visibleContainerIds(access)
  const rows = await readPersonEntries(tx, organisationId, { personId, from, to, visible })
  return { entries: rows.map(presentEntry) }
})

/** One's own timer, if it runs on something one sees. */
export const getTimer = query(operations['cost.getTimer'], async (context) => {
  const { tx, organisationId, principal } = context
  const timer = await findTimer(tx, organisationId, principal.personId)
  const isSeen = timer && mayInContainers(principal.access, 'container.read', timer.container_ids)
  return { timer: isSeen ? presentEntry(timer) : null }
})

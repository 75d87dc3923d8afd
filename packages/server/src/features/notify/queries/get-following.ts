import { operations } from '@millrace/contract'
import { demand, query } from '../../../platform/commands/index.ts'
import { findStandings, type Standing } from './find-reasons.ts'
import { findToldItems } from './find-told-items.ts'
import { nudgeKey, readMutes, readNudges, readReminders } from './read-wishes.ts'

const NOBODY: Standing = { isFollowing: false, choice: null, reasons: [] }

/** What one has to do with the news of an item. */
export const getFollowing = query(operations['notify.getFollowing'], async (context, { itemId }) => {
  const { tx, organisationId, principal } = context
  const item = (await findToldItems(tx, organisationId, [itemId])).get(itemId)
  demand(principal.access, {
    permission: 'container.read',
    containerIds: item?.container_ids ?? [],
    what: 'item',
  })
  const mine = { personId: principal.personId, itemId }
  const [standings, reminders, nudges] = await Promise.all([
    findStandings(tx, organisationId, { ...mine, itemIds: [itemId] }),
    readReminders(tx, organisationId, mine),
    readNudges(tx, organisationId, [itemId]),
  ])
  const { isFollowing, choice, reasons } = standings.get(itemId) ?? NOBODY
  const awaited = item?.waiting_for?.personId ?? null
  const nudgedAt = nudges.get(nudgeKey(itemId, awaited)) ?? null
  return { itemId, isFollowing, choice, reasons, reminders, nudgedAt }
})

/** What one has muted. */
export const listMutes = query(operations['notify.listMutes'], async ({ tx, organisationId, principal }) => ({
  mutes: await readMutes(tx, organisationId, principal.personId),
}))

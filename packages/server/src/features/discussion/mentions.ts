import { isSeenBy } from '@millrace/core/work'
import { refuse, type Unit } from '../../platform/commands/index.ts'
import { findSight } from '../identity/index.ts'
import type { TalkedItem } from './queries/find-talked.ts'
import type { Comment } from './store.ts'

/**
 * Goes on only if everybody who is mentioned can see the item: a mention must not tell people of
 * what they may not see, nor look as if it had reached them.
 *
 * @throws Refused with `discussion.mention_without_access`
 */
export async function checkMentions(
  unit: Unit,
  comments: readonly Comment[],
  items: ReadonlyMap<string, TalkedItem>,
): Promise<void> {
  const personIds = [...new Set(comments.flatMap((comment) => comment.mentions))]
  if (personIds.length === 0) return
  const containerIds = [...new Set([...items.values()].flatMap((item) => item.container_ids))]
  const sight = await findSight(unit.tx, unit.organisationId, { personIds, containerIds })
  comments.forEach(({ itemId, mentions }, index) => {
    const item = items.get(itemId)
    const blind = mentions.filter((personId) => {
      const roles = sight.get(personId)
      if (!item?.container_ids.some((id) => roles?.has(id))) return true
      const onlooker = { personId, manages: (id: string) => roles?.get(id) === 'manager' }
      return !isSeenBy({ containerIds: item.container_ids, seenBy: item.seen_by }, onlooker)
    })
    if (blind.length > 0) {
      refuse('discussion.mention_without_access', { count: blind.length, key: item?.key ?? '' }, index)
    }
  })
}

import { lazy } from 'react'

const ItemDiscussion = lazy(async () => ({
  default: (await import('../../features/discussion/components/item-discussion.tsx')).ItemDiscussion,
}))

/** What other rooms add to an item, given its id. Their code is fetched when it is shown. */
export const itemSlots = {
  discussion: (itemId: string) => <ItemDiscussion key={itemId} itemId={itemId} />,
}

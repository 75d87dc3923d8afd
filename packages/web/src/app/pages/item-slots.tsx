import { lazy } from 'react'

const ItemDiscussion = lazy(async () => ({
  default: (await import('../../features/discussion/components/item-discussion.tsx')).ItemDiscussion,
}))

/** What other rooms add to an item's page, given its id. */
export const itemSlots = {
  discussion: (itemId: string) => <ItemDiscussion itemId={itemId} />,
}

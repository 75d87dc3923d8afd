import { lazy } from 'react'

const ItemDiscussion = lazy(async () => ({
  default: (await import('../../features/discussion/components/item-discussion.tsx')).ItemDiscussion,
}))
const ItemFiles = lazy(async () => ({
  default: (await import('../../features/files/components/item-files.tsx')).ItemFiles,
}))

/** What other rooms add to an item's page, given its id. */
export const itemSlots = {
  discussion: (itemId: string) => <ItemDiscussion itemId={itemId} />,
  files: (itemId: string) => <ItemFiles key={itemId} itemId={itemId} />,
}

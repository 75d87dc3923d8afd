/** What other rooms add to an item's page, given its id. */
export const itemSlots = { discussion: (_itemId: string) => null, files: (_itemId: string) => null }

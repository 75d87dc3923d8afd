import type { EntryTexts } from '@millrace/core/search'

/** Something that can be found: what it says, and where it can be seen. */
export type Source = EntryTexts & {
  readonly id: string
  readonly kind: 'item' | 'comment' | 'file'
  /** The item itself, or the one it belongs to; null for a file of a container. */
  readonly itemId: string | null
  readonly containerIds: readonly string[]
  readonly isArchived: boolean
}

/** An item as search reads it, from its row or from the fact that it was made. */
export type ItemTexts = {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly description: string
  readonly labelIds: readonly string[]
  readonly containerIds: readonly string[]
  readonly archivedAt: number | null
}

/** What can be found of an item. */
export function itemSource(item: ItemTexts): Source {
  const { id, key, title, description, labelIds, containerIds, archivedAt } = item
  const isArchived = archivedAt !== null
  return {
    ...{ id, kind: 'item', itemId: id, containerIds, isArchived },
    ...{ title, names: key, text: description, labelIds },
  }
}

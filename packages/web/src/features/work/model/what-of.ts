import type { WorkItem } from '@millrace/core/work'
import { textsEdit } from '../texts-edit.ts'

/** Items in words: the key of one, the number of several. */
export function whatOf(items: readonly Pick<WorkItem, 'key'>[]): string {
  const [only] = items
  return items.length === 1 && only ? only.key : textsEdit.items(items.length)
}

/** The value that all items share, or nothing when they differ. */
export function shared(items: readonly WorkItem[], pick: (item: WorkItem) => string): readonly string[] {
  const values = new Set(items.map(pick))
  return values.size === 1 ? [...values] : []
}

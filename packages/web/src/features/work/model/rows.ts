import type { WorkItem } from '@millrace/core/work'
import type { WorkGroup } from './grouping.ts'

/** One line of a grouped list, as the virtual window counts them. */
export type Row =
  | { readonly kind: 'header'; readonly group: WorkGroup; readonly isFolded: boolean }
  | { readonly kind: 'item'; readonly group: WorkGroup; readonly item: WorkItem }
  | { readonly kind: 'create'; readonly group: WorkGroup }

/**
 * Lays groups out as lines. One group without a name needs no header; a folded group is its header
 * alone; every open group ends with a line to write new items on, if creating is possible.
 */
export function flattenGroups(
  groups: readonly WorkGroup[],
  options: {
    readonly folded: ReadonlySet<string>
    readonly hasHeaders: boolean
    readonly canCreate: boolean
  },
): Row[] {
  const rows: Row[] = []
  for (const group of groups) {
    const isFolded = options.hasHeaders && options.folded.has(group.key)
    if (options.hasHeaders) rows.push({ kind: 'header', group, isFolded })
    if (isFolded) continue
    for (const item of group.items) {
      rows.push({ kind: 'item', group, item })
    }
    if (options.canCreate) rows.push({ kind: 'create', group })
  }
  return rows
}

/** A line's name among its neighbours. An item with several labels has a line in each of their groups. */
export function keyOfRow(row: Row): string {
  return row.kind === 'item' ? `i:${row.group.key}:${row.item.id}` : `${row.kind}:${row.group.key}`
}

/** The item lines in the order shown, each item once: what `J`, `K` and a shift range walk over. */
export function itemIdsInOrder(groups: readonly WorkGroup[], folded: ReadonlySet<string>): string[] {
  const ids = new Set<string>()
  for (const group of groups) {
    if (folded.has(group.key)) continue
    for (const item of group.items) ids.add(item.id)
  }
  return [...ids]
}

import type { WorkItem } from '@millrace/core/work'
import type { GroupField } from './group-field.ts'
import { groupItems, groupReader, type WorkGroup } from './grouping.ts'
import type { Lookup } from './lookup.ts'

/** A row across the columns of a board: its items, and for each column those that stand in it. */
export type Lane = WorkGroup & { readonly cells: readonly WorkGroup[] }

/**
 * Gathers the items of a board's columns into rows. Rows that nothing is in are left out; each row has
 * a cell for every column, in the columns' order.
 */
export function lanesOf(
  found: readonly WorkItem[],
  by: { readonly column: GroupField; readonly lane: GroupField },
  { columns, lookup }: { readonly columns: readonly WorkGroup[]; readonly lookup: Lookup },
): readonly Lane[] {
  const columnsOf = groupReader(by.column, lookup)
  return groupItems(found, by.lane, { lookup, showEmpty: false }).map((lane) => {
    const cells = new Map<string, WorkItem[]>(columns.map(({ key }) => [key, []]))
    for (const item of lane.items) for (const key of columnsOf(item)) cells.get(key)?.push(item)
    return { ...lane, cells: columns.map((column) => ({ ...column, items: cells.get(column.key) ?? [] })) }
  })
}

const LANE = 'lane:'
const BETWEEN = '\u001F'

/** Under which name a row is folded: rows and columns may have the same keys. */
export function foldKeyOf(lane: Pick<WorkGroup, 'key'>): string {
  return LANE + lane.key
}

/** The name of a cell, where something new can be written. */
export function cellKeyOf(lane: Pick<WorkGroup, 'key'>, column: Pick<WorkGroup, 'key'>): string {
  return `${lane.key}${BETWEEN}${column.key}`
}

/** The row and the column that a cell's name was made of; of a column's own name no row. */
export function placeOfCell(key: string): { readonly lane: string | null; readonly column: string } {
  const at = key.indexOf(BETWEEN)
  return at < 0 ? { lane: null, column: key } : { lane: key.slice(0, at), column: key.slice(at + 1) }
}

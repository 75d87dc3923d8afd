import type { PlanRowView } from '@millrace/contract'
import { numberOutline } from '@millrace/core/schedule'
import type { Item } from '../../../platform/store/index.ts'
import { newRow } from './new-row.ts'

type Known = {
  /** Those of the project that are not archived. */
  readonly items: readonly Item[]
  /** Any item, also an archived one; undefined: it is not loaded. */
  readonly read: (itemId: string) => Item | undefined
}

/**
 * The rows in the outline as it is now: what was made, moved and archived here is shown before the plan is asked for
 * again. The same rows when nothing of that happened.
 */
export function outlineNow(rows: readonly PlanRowView[], known: Known): readonly PlanRowView[] {
  const items = new Map(known.items.map((item) => [item.id, item]))
  const gone = new Set<string>()
  for (const { itemId, parentId } of rows) {
    const item = items.get(itemId) ?? known.read(itemId)
    // Half an outline is a wrong one.
    if (!item) return rows
    const isMoved = item.parentId !== parentId && items.has(item.parentId ?? '')
    if (item.archivedAt !== null || (!isMoved && gone.has(parentId ?? ''))) gone.add(itemId)
  }
  if (gone.size === 0 && isSameOutline(rows, items)) return rows
  const rowOf = new Map(rows.map((row) => [row.itemId, row]))
  const entries = known.items
    .filter(({ id }) => !gone.has(id))
    .map((item) => ({ itemId: item.id, parentId: item.parentId, rank: item.rank, item }))
  return numberOutline(entries).map(({ entry, ...place }) => ({
    ...(rowOf.get(entry.itemId) ?? rowOfItem(entry.item)),
    ...place,
  }))
}

function isSameOutline(rows: readonly PlanRowView[], items: ReadonlyMap<string, Item>): boolean {
  if (rows.length !== items.size) return false
  const lastOf = new Map<string | null, Item>()
  return rows.every(({ itemId, parentId }) => {
    const item = items.get(itemId)
    if (!item) return false
    const before = lastOf.get(parentId)
    lastOf.set(parentId, item)
    const isHere = items.has(item.parentId ?? '') ? item.parentId === parentId : parentId === null
    return isHere && (before === undefined || isBefore(before, item))
  })
}

function isBefore(one: Item, other: Item): boolean {
  return one.rank === other.rank ? one.id < other.id : one.rank < other.rank
}

/** An item of which the plan does not know yet. */
function rowOfItem({ id, key, title, isMilestone, effortMin, ...item }: Item): PlanRowView {
  return newRow({
    ...{ itemId: id, key, title, isMilestone, effortMin, isDone: item.stateGroup === 'done' },
    ...{ startedAt: item.startedAt, finishedAt: item.finishedAt },
  })
}

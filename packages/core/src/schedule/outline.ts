import type { Id } from '../kernel/index.ts'

/** What an item says about its place: its parent, and its order among the items of the same parent. */
export type OutlineEntry = {
  readonly itemId: Id<'WorkItem'>
  readonly parentId: Id<'WorkItem'> | null
  readonly rank: string
}

/** An entry in its place. */
export type Numbered<Entry extends OutlineEntry> = {
  readonly entry: Entry
  /** The number people read aloud: `3.2.4`. */
  readonly wbs: string
  /** 1 for the top level. */
  readonly level: number
  /** The parent within the plan; null when it is at the top, also because its parent is not on the plan. */
  readonly parentId: Id<'WorkItem'> | null
  readonly isSummary: boolean
}

/**
 * Numbers a plan: every item once, parents before their sub-items, siblings by rank. Without
 * recursion, so that depth does not matter. Items whose parents run in a circle are left out; the
 * work room never lets that happen.
 */
export function numberOutline<Entry extends OutlineEntry>(
  entries: readonly Entry[],
): readonly Numbered<Entry>[] {
  const ids = new Set(entries.map((entry) => entry.itemId))
  const parentOf = (entry: Entry) =>
    entry.parentId !== null && ids.has(entry.parentId) ? entry.parentId : null
  const childrenOf = Map.groupBy(entries.toSorted(byRank), parentOf)
  const numbered: Numbered<Entry>[] = []
  const place = (parent: { wbs: string; level: number; itemId: string } | null): Numbered<Entry>[] =>
    (childrenOf.get(parent?.itemId ?? null) ?? []).map((entry, index) => ({
      entry,
      wbs: parent ? `${parent.wbs}.${index + 1}` : String(index + 1),
      level: (parent?.level ?? 0) + 1,
      parentId: parent?.itemId ?? null,
      isSummary: childrenOf.has(entry.itemId),
    }))
  const waiting = place(null).toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    numbered.push(next)
    const { wbs, level, entry } = next
    for (const child of place({ wbs, level, itemId: entry.itemId }).toReversed()) waiting.push(child)
  }
  return numbered
}

function byRank(a: OutlineEntry, b: OutlineEntry): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.itemId < b.itemId ? -1 : 1
}

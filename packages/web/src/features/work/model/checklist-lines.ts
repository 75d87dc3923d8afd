import { type Checklist, type ChecklistLine, rankAtEnd, rankBetween } from '@millrace/core/work'

/** A checklist with its lines, both in the order in which they are shown. */
export type ShownList = { readonly list: Checklist; readonly lines: readonly ChecklistLine[] }

/** Where a line goes: into which list, and beside which of its lines; none: to its end. */
export type LinePlace = {
  readonly checklistId: string
  readonly beside: { readonly lineId: string; readonly edge: 'before' | 'after' } | null
}

/** What a place says of itself to a patch of the line. */
export type LineSpot = { readonly checklistId?: string; readonly rank: string }

/** The lists of an item that are there, with their lines. */
export function shownLists(
  lists: readonly Checklist[],
  lines: readonly ChecklistLine[],
): readonly ShownList[] {
  const byList = Map.groupBy(
    lines.filter((line) => line.removedAt === null),
    (line) => line.checklistId,
  )
  return lists
    .filter((list) => list.removedAt === null)
    .toSorted(byRank)
    .map((list) => ({ list, lines: (byList.get(list.id) ?? []).toSorted(byRank) }))
}

/** How many of the lines are done. */
export function doneCount(lines: readonly ChecklistLine[]): number {
  return lines.filter((line) => line.doneAt !== null).length
}

/** Ranks for so many lines after all others: by the clock, unless something stands further already. */
export function ranksAtEnd(
  list: readonly { readonly rank: string }[],
  count: number,
  now: number,
): readonly string[] {
  let last = list.at(-1)?.rank ?? null
  return Array.from({ length: count }, (_, order) => {
    const byClock = rankAtEnd(now, order)
    last = last === null || byClock > last ? byClock : rankBetween(last, null)
    return last
  })
}

/** What a dropped line has to be given, or null when it stays where it is. */
export function spotAt(
  lists: readonly ShownList[],
  line: ChecklistLine,
  { place, now }: { readonly place: LinePlace; readonly now: number },
): LineSpot | null {
  const target = lists.find(({ list }) => list.id === place.checklistId)
  if (!target || place.beside?.lineId === line.id) return null
  const others = target.lines.filter(({ id }) => id !== line.id)
  const rank = rankBeside(others, place.beside, now)
  const isSameSpot = line.checklistId === place.checklistId && isBetween(target.lines, others, { line, rank })
  if (rank === null || isSameSpot) return null
  return line.checklistId === place.checklistId ? { rank } : { rank, checklistId: place.checklistId }
}

/** The place one line up or down, across the borders of lists; null at the very end. */
export function placeBeyond(lists: readonly ShownList[], line: ChecklistLine, by: -1 | 1): LinePlace | null {
  const listAt = lists.findIndex(({ list }) => list.id === line.checklistId)
  const lines = lists[listAt]?.lines ?? []
  const neighbour = lines[lines.findIndex(({ id }) => id === line.id) + by]
  const edge = by < 0 ? 'before' : 'after'
  if (neighbour) return { checklistId: line.checklistId, beside: { lineId: neighbour.id, edge } }
  const next = lists[listAt + by]
  if (listAt < 0 || !next) return null
  const first = by > 0 ? next.lines[0] : undefined
  return { checklistId: next.list.id, beside: first ? { lineId: first.id, edge: 'before' } : null }
}

function rankBeside(
  others: readonly ChecklistLine[],
  beside: LinePlace['beside'],
  now: number,
): string | null {
  const at = others.findIndex(({ id }) => id === beside?.lineId)
  const upper = beside?.edge === 'before' ? at - 1 : at
  if (at < 0 || upper === others.length - 1) return ranksAtEnd(others, 1, now)[0] ?? null
  return rankOf(others[upper], others[upper + 1])
}

/** Two lines may carry the same rank when two people added at once; their order cannot be split. */
function rankOf(upper: ChecklistLine | undefined, lower: ChecklistLine | undefined): string | null {
  if (upper && lower && upper.rank >= lower.rank) return null
  return rankBetween(upper?.rank ?? null, lower?.rank ?? null)
}

/** Whether the rank leads back to where the line stands. */
function isBetween(
  lines: readonly ChecklistLine[],
  others: readonly ChecklistLine[],
  { line, rank }: { readonly line: ChecklistLine; readonly rank: string | null },
): boolean {
  if (rank === null) return true
  return others.filter((other) => other.rank < rank).length === lines.indexOf(line)
}

function byRank(a: { readonly rank: string; readonly id: string }, b: typeof a): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : 1
}

import type { Id, Instant } from '../../kernel/index.ts'
import { rankAtEnd, rankBetween } from '../../work/index.ts'
import { evenOutline, type OutlineLine } from './shape-outline.ts'

/** Where an item lies: under which parent on the plan, and at which rank among its siblings. */
export type OutlinePlace = { readonly parentId: Id<'WorkItem'> | null; readonly rank: string }

/** An item that has to lie elsewhere. */
export type Placing = OutlinePlace & {
  readonly itemId: Id<'WorkItem'>
  /** Null: the parent stays, only the order changes. */
  readonly from: OutlinePlace | null
}

/**
 * What has to be said anew so that items lie as an outline shows them: as few of them as possible, because most keep
 * their parent and their order.
 *
 * @param lines the whole outline, parents first; deeper than one level under the line before is as deep as can be
 * @param placeOf where an item lies now; undefined: it is being made
 * @param now what comes last under its parent is ranked by the clock, like whatever is made after it
 */
export function placeOutline(
  lines: readonly OutlineLine[],
  placeOf: (itemId: string) => OutlinePlace | undefined,
  now: Instant,
): readonly Placing[] {
  const parents = parentsOf(evenOutline(lines))
  const children = Map.groupBy(lines, ({ itemId }) => parents.get(itemId) ?? null)
  const placings = [...children].flatMap(([parentId, siblings]) =>
    placedUnder(
      parentId,
      siblings.map(({ itemId }) => ({ itemId, from: placeOf(itemId) ?? null })),
      now,
    ),
  )
  const order = new Map(lines.map(({ itemId }, index) => [itemId, index]))
  return placings.toSorted((a, b) => (order.get(a.itemId) ?? 0) - (order.get(b.itemId) ?? 0))
}

function parentsOf(lines: readonly OutlineLine[]): ReadonlyMap<string, Id<'WorkItem'> | null> {
  const path: Id<'WorkItem'>[] = []
  return new Map(
    lines.map(({ itemId, level }) => {
      path.length = level - 1
      const parentId = path.at(-1) ?? null
      path.push(itemId)
      return [itemId, parentId]
    }),
  )
}

type Sibling = { readonly itemId: Id<'WorkItem'>; readonly from: OutlinePlace | null }

function placedUnder(
  parentId: Id<'WorkItem'> | null,
  siblings: readonly Sibling[],
  now: Instant,
): readonly Placing[] {
  const kept = keptOf(siblings, parentId)
  const placings: Placing[] = []
  let below: string | null = null
  let waiting: Sibling[] = []
  const settle = (above: string | null) => {
    const ranks = ranksFor(waiting.length, { below, above, now })
    waiting.forEach(({ itemId, from }, index) => {
      placings.push({ itemId, parentId, rank: ranks[index] ?? '', from })
    })
    waiting = []
  }
  for (const sibling of siblings) {
    if (!sibling.from || !kept.has(sibling.itemId)) {
      waiting.push(sibling)
      continue
    }
    settle(sibling.from.rank)
    below = sibling.from.rank
  }
  settle(null)
  return placings
}

/** The longest row of siblings that lie here already, in this order: they stay. */
function keptOf(siblings: readonly Sibling[], parentId: string | null): ReadonlySet<string> {
  const here = siblings.flatMap(({ itemId, from }) =>
    from && from.parentId === parentId ? [{ itemId, rank: from.rank }] : [],
  )
  // The lowest last rank of a row of each length, by its place in `here` (Fredman, 1975).
  const tails: number[] = []
  const before: number[] = []
  const rankAt = (place: number | undefined) => here[place ?? -1]?.rank ?? ''
  here.forEach(({ rank }, place) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (rankAt(tails[middle]) < rank) low = middle + 1
      else high = middle
    }
    before.push(tails[low - 1] ?? -1)
    tails[low] = place
  })
  const kept = new Set<string>()
  for (let place = tails.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) {
    kept.add(here[place]?.itemId ?? '')
  }
  return kept
}

type Gap = { readonly below: string | null; readonly above: string | null; readonly now: Instant }

function ranksFor(count: number, { below, above, now }: Gap): readonly string[] {
  if (above === null) {
    const byClock = Array.from({ length: count }, (_, order) => rankAtEnd(now, order))
    if (below === null || below < (byClock[0] ?? '')) return byClock
  }
  return spread(count, below, above)
}

/** Halves the gap again and again, so that ranks stay short however many are put into it. */
function spread(count: number, below: string | null, above: string | null): readonly string[] {
  if (count === 0) return []
  const middle = rankBetween(below, above)
  const left = (count - 1) >> 1
  return [...spread(left, below, middle), middle, ...spread(count - 1 - left, middle, above)]
}

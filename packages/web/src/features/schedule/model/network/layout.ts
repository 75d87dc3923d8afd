import type { Arrow } from '@millrace/core/schedule'
import { layersOf } from './layers.ts'
import { spread } from './spread.ts'

/** A place in columns from the left and rows from the top; rows need not be whole. */
export type Place = { readonly column: number; readonly row: number }

export type NetworkLayout = {
  /** By number. */
  readonly places: readonly Place[]
  readonly columns: number
  readonly rowCount: number
}

/** Sweeps to and fro: more of them hardly change anything, on plans of 400 and of 2,000 items. */
const SWEEPS = 8
/** Between parts of a plan that no link connects. */
const GAP_ROWS = 0.4

/** To and from what each number has links. */
type Near = {
  readonly before: readonly (readonly number[])[]
  readonly after: readonly (readonly number[])[]
}

/**
 * Lays out what depends on what: every link leads to the right, and what is linked lies on a line as far as its
 * neighbours let it. Parts that no link connects lie below each other. The same links always give the same picture.
 *
 * @see Sugiyama, Tagawa, Toda, Methods for Visual Understanding of Hierarchical System Structures, 1981
 */
export function layOut(count: number, arrows: readonly Arrow[]): NetworkLayout {
  const layer = layersOf(count, arrows)
  const near = nearOf(count, arrows)
  const places: Place[] = Array.from({ length: count }, () => ({ column: 0, row: 0 }))
  let top = 0
  for (const members of partsOf(near)) {
    const rows = rowsOf(columnsOf(members, layer), near)
    const [first, last] = [Math.min(...rows.values()), Math.max(...rows.values())]
    const start = Math.min(...members.map((each) => layer[each] ?? 0))
    for (const [each, row] of rows) {
      places[each] = { column: (layer[each] ?? 0) - start, row: top + row - first }
    }
    top += last - first + 1 + GAP_ROWS
  }
  const columns = places.reduce((most, { column }) => Math.max(most, column + 1), 0)
  return { places, columns, rowCount: Math.max(0, top - GAP_ROWS) }
}

/** What links connect, in the order of the first of each part. */
function partsOf({ before, after }: Near): readonly (readonly number[])[] {
  const seen = new Set<number>()
  const parts: (readonly number[])[] = []
  for (let first = 0; first < after.length; first += 1) {
    if (seen.has(first)) continue
    const part = new Set([first])
    // A set hands out what is added to it while it is walked.
    for (const each of part) {
      for (const other of [...(before[each] ?? []), ...(after[each] ?? [])]) part.add(other)
    }
    for (const each of part) seen.add(each)
    parts.push([...part].toSorted((a, b) => a - b))
  }
  return parts
}

function nearOf(count: number, arrows: readonly Arrow[]): Near {
  const before = Array.from({ length: count }, (): number[] => [])
  const after = Array.from({ length: count }, (): number[] => [])
  for (const { from, to } of arrows) {
    after[from]?.push(to)
    before[to]?.push(from)
  }
  return { before, after }
}

function columnsOf(members: readonly number[], layer: readonly number[]): readonly (readonly number[])[] {
  const columns = new Map<number, number[]>()
  for (const each of members) {
    const at = layer[each] ?? 0
    const column = columns.get(at)
    if (column) column.push(each)
    else columns.set(at, [each])
  }
  return [...columns].toSorted(([a], [b]) => a - b).map(([, column]) => column)
}

/**
 * Rows by number. Column after column goes as near as it can to the middle of what leads to it, then back to
 * what it leads to: order and distance come from the same wish.
 */
function rowsOf(columns: readonly (readonly number[])[], near: Near): ReadonlyMap<number, number> {
  const rows = new Map(columns.flatMap((column) => column.map((each, index) => [each, index] as const)))
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isForth = sweep % 2 === 0
    for (const column of isForth ? columns : columns.toReversed()) {
      const links = isForth ? near.before : near.after
      const wish = (each: number) => middleOf(links[each] ?? [], rows) ?? rows.get(each) ?? 0
      const wished = column.map((each) => ({ each, row: wish(each) }))
      const order = wished.toSorted((a, b) => a.row - b.row || a.each - b.each)
      const placed = spread(order.map(({ row }) => row))
      order.forEach(({ each }, index) => rows.set(each, placed[index] ?? index))
    }
  }
  return rows
}

function middleOf(linked: readonly number[], rows: ReadonlyMap<number, number>): number | null {
  if (linked.length === 0) return null
  return linked.reduce((sum, each) => sum + (rows.get(each) ?? 0), 0) / linked.length
}

import type { Problem } from '../problem-list.ts'

/** The rows of a table as a forest: whose sub-item each is, and which come after the others. */
export type RowOrder = {
  /** The parent's row, or -1. */
  readonly parents: Int32Array
  /** 0: after its parent in the file; higher: to be made in a later wave. */
  readonly waves: Int32Array
}

const SHOWN = 10

/**
 * Puts parents before their sub-items. A circle of parents is cut where it closes, and told.
 *
 * @param wanted the parent's row of each row, or -1
 */
export function orderRows(
  wanted: Int32Array,
  rows: { readonly lines: Int32Array; readonly tell: (problem: Problem) => void },
): RowOrder {
  const parents = Int32Array.from(wanted)
  cutCircles(parents, rows)
  const waves = new Int32Array(parents.length).fill(-1)
  const path: number[] = []
  for (let row = 0; row < parents.length; row++) {
    let at = row
    while (at >= 0 && waves[at] === -1) {
      path.push(at)
      at = parents[at] ?? -1
    }
    for (let below = path.pop(); below !== undefined; below = path.pop()) {
      const parent = parents[below] ?? -1
      waves[below] = parent < 0 ? 0 : (waves[parent] ?? 0) + (parent < below ? 0 : 1)
    }
  }
  return { parents, waves }
}

function cutCircles(
  parents: Int32Array,
  { lines, tell }: { readonly lines: Int32Array; readonly tell: (problem: Problem) => void },
): void {
  const walks = new Int32Array(parents.length).fill(-1)
  for (let start = 0; start < parents.length; start++) {
    let row = start
    while (walks[row] === -1) {
      walks[row] = start
      const next = parents[row] ?? -1
      if (next < 0) break
      if (walks[next] === start) {
        const path = circleFrom(next, parents).map((one) => `line ${lines[one] ?? 0}`)
        const line = lines[row] ?? null
        tell({ code: 'import.parent_cycle', severity: 'warning', line, params: { path: path.join(', ') } })
        parents[row] = -1
        break
      }
      row = next
    }
  }
}

function circleFrom(start: number, parents: Int32Array): readonly number[] {
  const circle = [start]
  for (
    let at = parents[start] ?? -1;
    at >= 0 && at !== start && circle.length < SHOWN;
    at = parents[at] ?? -1
  )
    circle.push(at)
  return circle
}

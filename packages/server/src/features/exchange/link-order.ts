/** A dependency between two rows or items, named by their positions. */
export type Edge = { readonly from: number; readonly to: number }

const CIRCLE_SHOWN = 20

/**
 * Finds the edges that have to go so that no circle is left: those that lead back on a walk through
 * all edges in their order. Linear, and without recursion.
 *
 * @returns for each edge that has to go, the positions along the circle it closes
 * @see Tarjan, Depth-first search and linear graph algorithms, 1972
 */
export function findBackEdges(count: number, edges: readonly Edge[]): ReadonlyMap<number, readonly number[]> {
  const outgoing: number[][] = Array.from({ length: count }, () => [])
  edges.forEach(({ from }, index) => outgoing[from]?.push(index))
  const walk: Walk = { edges, outgoing, isDone: new Uint8Array(count), back: new Map() }
  for (let start = 0; start < count; start++) if (!walk.isDone[start]) walkFrom(start, walk)
  return walk.back
}

type Walk = {
  readonly edges: readonly Edge[]
  readonly outgoing: readonly (readonly number[])[]
  readonly isDone: Uint8Array
  readonly back: Map<number, readonly number[]>
}

function walkFrom(start: number, { edges, outgoing, isDone, back }: Walk): void {
  const path = [{ at: start, next: 0 }]
  const isOpen = new Set([start])
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const index = outgoing[step.at]?.[step.next++]
    if (index === undefined) {
      isDone[step.at] = 1
      isOpen.delete(step.at)
      path.pop()
      continue
    }
    const to = edges[index]?.to ?? step.at
    if (isOpen.has(to)) back.set(index, circleTo(to, path))
    else if (!isDone[to]) {
      isOpen.add(to)
      path.push({ at: to, next: 0 })
    }
  }
}

function circleTo(to: number, path: readonly { readonly at: number }[]): readonly number[] {
  const from = path.findIndex(({ at }) => at === to)
  return path.slice(from, from + CIRCLE_SHOWN).map(({ at }) => at)
}

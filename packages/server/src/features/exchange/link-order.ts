/** A dependency between two rows or items, named by their positions. */
export type Edge = { readonly from: number; readonly to: number }

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
  const back = new Map<number, readonly number[]>()
  const isDone = new Uint8Array(count)
  const isOpen = new Uint8Array(count)
  for (let start = 0; start < count; start++) {
    if (isDone[start] || outgoing[start]?.length === 0) continue
    const path = [start]
    const next = [0]
    isOpen[start] = 1
    while (path.length > 0) {
      const at = path[path.length - 1] ?? start
      const index = outgoing[at]?.[next[next.length - 1] ?? 0]
      if (index === undefined) {
        isDone[at] = 1
        isOpen[at] = 0
        path.pop()
        next.pop()
        continue
      }
      next[next.length - 1] = (next[next.length - 1] ?? 0) + 1
      const to = edges[index]?.to ?? at
      if (isOpen[to]) back.set(index, path.slice(path.indexOf(to)).slice(0, CIRCLE_SHOWN))
      else if (!isDone[to]) {
        isOpen[to] = 1
        path.push(to)
        next.push(0)
      }
    }
  }
  return back
}

const CIRCLE_SHOWN = 20

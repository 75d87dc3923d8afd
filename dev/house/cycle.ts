import type { Arrow } from './arrow.ts'
import type { House } from './house.ts'
import { placeOf } from './place.ts'
import type { Violation } from './violation.ts'

/**
 * Circles among files, and among the features of the server, which files alone would hide: two
 * features may each call the other through doors without any file closing the circle.
 */
export function checkCycles(house: House, arrows: readonly Arrow[]): Violation[] {
  const edges = arrows.flatMap(({ from, to }) =>
    to.kind === 'file' && !from.isTest ? [[from.path, to.path] as const] : [],
  )
  const features = edges.flatMap(([from, to]) => {
    const [a, b] = [placeOf(house, from), placeOf(house, to)]
    if (a.floor !== 'server' || b.floor !== 'server' || a.room === null || b.room === null) return []
    return a.room === b.room ? [] : [[`server feature ${a.room}`, `server feature ${b.room}`] as const]
  })
  return [...findCircles(edges), ...findCircles(features)].map((circle) => ({
    rule: 'cycle',
    file: circle[0] ?? '',
    line: 1,
    detail: [...circle, circle[0]].join(' > '),
  }))
}

/**
 * A shortest circle through every node that lies on one, unless a circle found before holds it.
 * Breadth first from every node: quadratic, and a tenth of a second for a thousand files.
 *
 * @param edges pairs of node names; an edge from a node to itself is a circle
 */
export function findCircles(edges: readonly (readonly [string, string])[]): string[][] {
  const next = Map.groupBy(edges, ([from]) => from)
  const targets = (node: string) => (next.get(node) ?? []).map(([, to]) => to)
  const done = new Set<string>()
  const circles: string[][] = []
  for (const start of [...next.keys()].toSorted()) {
    if (done.has(start)) continue
    const circle = shortestCircle(start, targets)
    if (circle === undefined) continue
    for (const node of circle) done.add(node)
    circles.push(circle)
  }
  return circles
}

/** Breadth first from `start` until an edge leads back to it. */
function shortestCircle(start: string, targets: (node: string) => string[]): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const node of queue) {
    for (const to of targets(node)) {
      if (to === start) return pathTo(node, cameFrom)
      if (cameFrom.has(to)) continue
      cameFrom.set(to, node)
      queue.push(to)
    }
  }
  return undefined
}

function pathTo(end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [end]
  for (let node = cameFrom.get(end); node !== undefined; node = cameFrom.get(node)) path.unshift(node)
  return path
}

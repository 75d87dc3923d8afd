import { err, type Id, ok, type Result } from '../kernel/index.ts'
import type { Relation } from './work-item.ts'

/** Kinds that order work: they must not run in a circle. */
const ORDERING = new Set<Relation['kind']>(['precedes', 'blocks'])
/** Ten years of minutes: a longer lag is a mistake. */
const LAG_MAX = 10 * 366 * 1440

/**
 * Whether a relation may be added.
 *
 * @param relation the wished relation
 * @param pathBack items on a way from its end back to its start over relations of the same kind; empty when there is none
 * @returns refused with `work.relation_to_itself`, `work.relation_cycle` naming the way, or `work.lag_wrong`
 */
export function checkRelation(relation: Relation, pathBack: readonly string[]): Result<Relation> {
  if (relation.fromId === relation.toId) return err({ code: 'work.relation_to_itself' })
  if (!Number.isInteger(relation.lag) || Math.abs(relation.lag) > LAG_MAX) {
    return err({ code: 'work.lag_wrong', params: { lag: relation.lag } })
  }
  if (ORDERING.has(relation.kind) && pathBack.length > 0) {
    return err({ code: 'work.relation_cycle', params: { path: pathBack } })
  }
  return ok(relation)
}

/** An edge of the ordering, for finding cycles in many new relations at once. */
export type OrderEdge = { readonly fromId: Id<'WorkItem'>; readonly toId: Id<'WorkItem'> }

/**
 * One cycle in a set of edges, as the ids along it, or null. Linear in items and edges, without
 * recursion, so that a plan of any size can be checked.
 *
 * @see Tarjan, Depth-first search and linear graph algorithms, 1972
 */
export function findCycle(edges: readonly OrderEdge[]): readonly Id<'WorkItem'>[] | null {
  const next = new Map<string, string[]>()
  for (const edge of edges) {
    const targets = next.get(edge.fromId)
    if (targets) targets.push(edge.toId)
    else next.set(edge.fromId, [edge.toId])
  }
  const finished = new Set<string>()
  for (const start of next.keys()) {
    const cycle = finished.has(start) ? null : walk(start, next, finished)
    if (cycle) return cycle
  }
  return null
}

function walk(
  start: string,
  next: ReadonlyMap<string, readonly string[]>,
  finished: Set<string>,
): readonly string[] | null {
  const path = [start]
  const onPath = new Set(path)
  const position = [0]
  while (path.length > 0) {
    const node = path[path.length - 1] ?? start
    const index = position[position.length - 1] ?? 0
    const target = next.get(node)?.[index]
    if (target === undefined) {
      finished.add(node)
      onPath.delete(node)
      path.pop()
      position.pop()
      continue
    }
    position[position.length - 1] = index + 1
    if (onPath.has(target)) return path.slice(path.indexOf(target))
    if (finished.has(target)) continue
    path.push(target)
    onPath.add(target)
    position.push(0)
  }
  return null
}

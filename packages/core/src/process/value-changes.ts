import type { Scope } from './engine/state.ts'
import { type GraphAt, type HistoryEntry, statesOf } from './history.ts'

/** A value that is another than before. */
export type ValueChange = {
  /** The place of the entry by which it changed, counted from 0. */
  readonly entry: number
  /** The element in which it is known; null: the instance itself. */
  readonly element: string | null
  readonly name: string
  /** Null: it was not there. */
  readonly from: unknown
  readonly to: unknown
}

/**
 * How the values of an instance came to be what they are, by its history alone.
 *
 * @param entries from the first on, in their order
 * @returns in the order in which they changed
 */
export function valueChanges(entries: readonly HistoryEntry[], graphOf: GraphAt): readonly ValueChange[] {
  const changes: ValueChange[] = []
  let before: readonly Scope[] = []
  for (const [entry, { scopes }] of [...statesOf(entries, graphOf)].entries()) {
    const graph = graphOf(entries[entry]?.modelId ?? '', entries[entry]?.at ?? 0)
    for (const scope of scopes) {
      const known = before.find(({ id }) => id === scope.id)?.variables ?? {}
      const element = scope.kind === 'process' ? null : (graph.nodes[scope.node]?.id ?? null)
      changes.push(...between(known, scope.variables).map((change) => ({ entry, element, ...change })))
    }
    before = scopes
  }
  return changes
}

function between(before: Scope['variables'], after: Scope['variables']) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => ({ name, from: before[name] ?? null, to: after[name] ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

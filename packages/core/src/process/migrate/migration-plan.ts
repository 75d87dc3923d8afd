import type { GraphNode, ProcessGraph } from '../engine/graph.ts'

/**
 * Where elements of one version go in another, by their ids; sequence flows too. What is not named goes to the
 * element of the same id; null: nowhere.
 */
export type MigrationPlan = Readonly<Record<string, string | null>>

/** Where an element would go, and why: it has the same id, or alone the same name and kind in the same place. */
export type MigrationSuggestion = {
  readonly from: string
  readonly to: string | null
  readonly why: 'same-id' | 'same-name' | 'none'
}

/** A plan that names what is not there. */
export type MigrationPlanFault = {
  readonly kind: 'unknown-source' | 'unknown-target'
  readonly element: string
}

/**
 * Suggests where each element of a version goes in another.
 *
 * @returns one for each element, in the order of the model
 */
export function suggestMigration(from: ProcessGraph, to: ProcessGraph): readonly MigrationSuggestion[] {
  const placed = new Map<number, number>([[0, 0]])
  const taken = new Set<number>()
  for (const node of from.nodes.slice(1)) {
    const same = to.nodes[to.indexOf.get(node.id) ?? -1]
    if (same && isSameKind(node, same)) placed.set(node.index, same.index)
  }
  for (const target of placed.values()) taken.add(target)
  return from.nodes.slice(1).map((node): MigrationSuggestion => {
    const same = placed.get(node.index)
    if (same !== undefined) return { from: node.id, to: to.nodes[same]?.id ?? null, why: 'same-id' }
    const scope = placed.get(node.scope)
    const alike = to.nodes.filter((one) => one.scope === scope && !taken.has(one.index) && isAlike(node, one))
    const [only] = alike
    if (!only || alike.length > 1) return { from: node.id, to: null, why: 'none' }
    placed.set(node.index, only.index)
    taken.add(only.index)
    return { from: node.id, to: only.id, why: 'same-name' }
  })
}

/**
 * What a plan names that is not there.
 *
 * @param froms the versions that instances come from: enough that one of them knows a source
 */
export function findPlanFaults(
  froms: readonly ProcessGraph[],
  to: ProcessGraph,
  plan: MigrationPlan,
): readonly MigrationPlanFault[] {
  return Object.entries(plan).flatMap(([source, target]): readonly MigrationPlanFault[] => {
    if (!froms.some((from) => knows(from, source))) return [{ kind: 'unknown-source', element: source }]
    if (target !== null && !knows(to, target)) return [{ kind: 'unknown-target', element: target }]
    return []
  })
}

function knows({ indexOf, flows }: ProcessGraph, id: string): boolean {
  return indexOf.has(id) || flows.some((flow) => flow.id === id)
}

/** Whether what goes on at one element can go on at another. */
export function isSameKind(one: GraphNode, other: GraphNode): boolean {
  const isBothWork = PEOPLE.has(one.type) && PEOPLE.has(other.type)
  return (isBothWork || one.type === other.type) && one.event.kind === other.event.kind
}

function isAlike(one: GraphNode, other: GraphNode): boolean {
  return one.name !== '' && one.name === other.name && isSameKind(one, other)
}

/** Work of people stays the same work, whatever kind of task the model calls it. */
const PEOPLE: ReadonlySet<GraphNode['type']> = new Set(['task', 'userTask', 'manualTask'])

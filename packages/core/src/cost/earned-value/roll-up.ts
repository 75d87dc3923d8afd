import { type Measure, type Performance, performanceOf } from './performance.ts'

/** A node of a work breakdown structure with what is measured at it itself, without what is below. */
export type MeasuredNode<NodeId extends string = string> = Measure & {
  readonly id: NodeId
  /** Null, or a node that is not given, for one at the top. */
  readonly parentId: NodeId | null
  /** The rest of its cost as estimated anew, or null. */
  readonly newEstimateToComplete: number | null
}

/** Performance by node, each with all below it, and of everything together. */
export type RolledUp<NodeId extends string = string> = {
  readonly byNode: ReadonlyMap<NodeId, Performance>
  readonly project: Performance
}

type Sum = { -readonly [Key in keyof Measure]: number } & { newEstimateToComplete: number | null }

/**
 * Earned value up the work breakdown structure. Values are added, indices are made of the sums: a mean
 * of indices would weigh a day like a year.
 *
 * @param nodes in any order, all in one unit and at one status date
 * @returns the performance of each node. A new estimate counts where one is given; where only some of the
 *   work below was estimated anew, the others add what is left of their budget
 * @throws RangeError for a node above itself: outlines are checked when they are changed
 */
export function rollUpPerformance<NodeId extends string>(
  nodes: readonly MeasuredNode<NodeId>[],
): RolledUp<NodeId> {
  const sums = new Map(nodes.map((node) => [node.id, sumOf(node)]))
  const parents = new Map<NodeId, NodeId>()
  const openChildren = new Map<NodeId, number>()
  for (const { id, parentId } of nodes) {
    if (parentId === null || !sums.has(parentId)) continue
    parents.set(id, parentId)
    openChildren.set(parentId, (openChildren.get(parentId) ?? 0) + 1)
  }
  const total = emptySum()
  const done = nodes.filter(({ id }) => !openChildren.has(id)).map(({ id }) => id)
  for (const id of done) {
    const sum = sums.get(id) ?? emptySum()
    const parentId = parents.get(id)
    if (parentId === undefined) {
      add(total, sum)
      continue
    }
    add(sums.get(parentId) ?? total, sum)
    const open = (openChildren.get(parentId) ?? 0) - 1
    openChildren.set(parentId, open)
    if (open === 0) done.push(parentId)
  }
  if (done.length !== nodes.length) throw new RangeError('a node of the breakdown structure is above itself')
  const byNode = new Map([...sums].map(([id, sum]) => [id, finish(sum)]))
  return { byNode, project: finish(total) }
}

function sumOf(node: MeasuredNode): Sum {
  const { budgetAtCompletion, plannedValue, earnedValue, actualCost, newEstimateToComplete } = node
  return { budgetAtCompletion, plannedValue, earnedValue, actualCost, newEstimateToComplete }
}

function emptySum(): Sum {
  return {
    budgetAtCompletion: 0,
    plannedValue: 0,
    earnedValue: 0,
    actualCost: 0,
    newEstimateToComplete: null,
  }
}

function add(to: Sum, from: Sum): void {
  to.newEstimateToComplete = addEstimates(to, from)
  to.budgetAtCompletion += from.budgetAtCompletion
  to.plannedValue += from.plannedValue
  to.earnedValue += from.earnedValue
  to.actualCost += from.actualCost
}

function addEstimates(a: Sum, b: Sum): number | null {
  if (a.newEstimateToComplete === null && b.newEstimateToComplete === null) return null
  const restOf = (sum: Sum) => sum.newEstimateToComplete ?? sum.budgetAtCompletion - sum.earnedValue
  return restOf(a) + restOf(b)
}

function finish({ newEstimateToComplete, ...measure }: Sum): Performance {
  return performanceOf(measure, newEstimateToComplete)
}

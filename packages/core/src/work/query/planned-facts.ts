import type { Instant } from '../../kernel/index.ts'
import type { BoundNode, BoundQuery, ListProperty, ScalarProperty, SortSource } from './bound-query.ts'

/** What the plan of its project says of an item, in the words of queries. */
export type PlannedFacts = {
  readonly plannedStartAt: Instant | null
  /** The last moment of its work: a finish at midnight is of the day before. */
  readonly plannedFinishAt: Instant | null
  /** The last moment by which it is to be finished. */
  readonly deadlineAt: Instant | null
  /** Working minutes; negative where the plan cannot be kept. */
  readonly totalFloatMin: number | null
  /** 0 to 100. */
  readonly percentComplete: number | null
  /** Null: no calculation told. */
  readonly isCritical: boolean | null
  /** Whether something that was asked for its time cannot be kept. */
  readonly hasConflict: boolean
  /** Whether it is planned to be finished after its deadline. */
  readonly missesDeadline: boolean
}

/** Whether a query can be answered only by somebody who knows what plans say of items. */
export function readsPlans({ where, order }: BoundQuery): boolean {
  return nodeReadsPlans(where) || order.some(({ source }) => sourceReadsPlans(source))
}

/** The same of something to sort, group or add up by. */
export function sourceReadsPlans(source: SortSource): boolean {
  return source.kind !== 'key' && source.property.type !== 'state' && isPlanned(source.property)
}

function nodeReadsPlans(node: BoundNode): boolean {
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.nodes.some(nodeReadsPlans)
    case 'not':
      return nodeReadsPlans(node.node)
    case 'plannedFact':
      return true
    case 'oneOf':
    case 'compare':
    case 'empty':
      return isPlanned(node.property)
    default:
      return false
  }
}

function isPlanned({ type }: ScalarProperty | ListProperty): boolean {
  return type === 'plannedNumber' || type === 'plannedInstant' || type === 'plannedId'
}

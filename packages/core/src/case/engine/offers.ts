import type { CaseGraph, CaseNode, CaseVariables, GraphDiscretionary } from './graph.ts'
import type { PlanItemRow } from './state.ts'

/** What is known of a stage when it is asked what may be added to it. */
export type OfferingStage = {
  readonly graph: CaseGraph
  /** The stage, or the case itself. */
  readonly node: CaseNode
  readonly children: readonly PlanItemRow[]
  readonly variables: CaseVariables
}

/** Why a discretionary item is not offered; null: it is. */
export type NotOffered = 'applicability' | 'beside' | 'planned' | null

/**
 * Whether an item of the planning table of an active stage can be added now. Whoever comes again can be added again;
 * everything else once.
 */
export function notOffered(
  stage: OfferingStage,
  { node, applicability, beside }: GraphDiscretionary,
): NotOffered {
  const item = stage.graph.nodes[node]
  const known = stage.children.filter(({ defId }) => defId === item?.id)
  if (known.length > 0 && !isRepeatable(stage, item)) return 'planned'
  if (beside >= 0 && !isBesideActive(stage, beside)) return 'beside'
  if (applicability === null) return null
  const answer = applicability.ask(stage.variables)
  return answer.ok && answer.value === true ? null : 'applicability'
}

function isRepeatable({ variables }: OfferingStage, item: CaseNode | undefined): boolean {
  const answer = item?.repetition?.ask(variables)
  return answer?.ok === true && answer.value === true
}

function isBesideActive({ graph, children }: OfferingStage, beside: number): boolean {
  const task = graph.nodes[beside]?.id
  return children.some(({ defId, state }) => defId === task && state === 'active')
}

/** Whether somebody with these roles may add it; nobody in particular: everybody. */
export function isAllowed({ roles }: GraphDiscretionary, own: readonly string[]): boolean {
  return roles.length === 0 || roles.some((role) => own.includes(role))
}

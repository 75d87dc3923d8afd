import type { CaseGraph, CaseNode, GraphSentry } from '../engine/graph.ts'
import type { CasePlanState, PlanItemState } from '../engine/state.ts'

/** A stage of the case itself, on the way that cases of its kind take, or beside it. */
export type StageReading = {
  readonly defId: string
  readonly name: string
  readonly isAlternate: boolean
  /** The youngest instance; null: there is none. */
  readonly itemId: number | null
  readonly state: PlanItemState | null
}

/**
 * The stages of a case in the order of the plan. Those that come about only by somebody's decision, or when something
 * goes wrong, are alternates; all others are the way that is usually taken.
 */
export function stagesOfCase({
  graph,
  state,
}: {
  readonly graph: CaseGraph
  readonly state: CasePlanState
}): readonly StageReading[] {
  return graph.nodes
    .filter(({ kind, parent }) => kind === 'stage' && parent === 0)
    .map((node) => {
      const row = state.items.findLast(({ defId }) => defId === node.id)
      const { id: defId, name } = node
      return {
        defId,
        name,
        isAlternate: isAlternate(graph, node),
        itemId: row?.id ?? null,
        state: row?.state ?? null,
      }
    })
}

function isAlternate(graph: CaseGraph, { isDiscretionary, manualActivation, entry }: CaseNode): boolean {
  const isManual = manualActivation !== null && manualActivation.text.trim() !== 'false'
  const isExceptional = entry.length > 0 && entry.every((sentry) => isException(graph, sentry))
  return isDiscretionary || isManual || isExceptional
}

const WRONG: ReadonlySet<string> = new Set(['fault', 'terminate', 'exit', 'suspend', 'disable'])

function isException({ nodes }: CaseGraph, { onParts }: GraphSentry): boolean {
  return onParts.some(
    (part) =>
      part.on === 'plan' && (WRONG.has(part.transition) || nodes[part.source]?.kind === 'userListener'),
  )
}

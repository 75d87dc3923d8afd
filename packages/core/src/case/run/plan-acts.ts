import type { CaseCommand } from '../engine/command.ts'
import type { CaseGraph } from '../engine/graph.ts'
import type { CasePlanState, PlanItemRow } from '../engine/state.ts'
import { isOccurrence, isSettled } from '../engine/transitions.ts'
import type { PlanItemKind } from '../model/case-model.ts'

/** What people do with items of a plan. */
export type PlanAct =
  | 'start'
  | 'disable'
  | 'reenable'
  | 'complete'
  | 'terminate'
  | 'occur'
  | 'suspend'
  | 'resume'
  | 'reactivate'
  | 'plan'

/** What may be done with something that has come, while the stage around it goes on. */
export function actsOf(kind: PlanItemKind, { state, stateBefore }: PlanItemRow): readonly PlanAct[] {
  if (isOccurrence(kind)) {
    if (state !== 'available') return []
    return kind === 'userListener' ? ['occur', 'terminate'] : ['terminate']
  }
  switch (state) {
    case 'enabled':
      return ['start', 'disable']
    case 'disabled':
      return ['reenable']
    case 'active':
      return ['complete', 'suspend', 'terminate']
    case 'suspended':
      return stateBefore === null ? ['resume'] : []
    case 'failed':
      return ['reactivate']
    case 'available':
    case 'completed':
    case 'terminated':
      return []
  }
}

/** An act as the engine understands it. */
export function commandOf(act: Exclude<PlanAct, 'plan'>, itemId: number): CaseCommand {
  switch (act) {
    case 'start':
      return { kind: 'manualStart', itemId }
    case 'complete':
    case 'occur':
      return { kind: act, itemId, values: {} }
    default:
      return { kind: act, itemId }
  }
}

/** What is required and not over, and keeps its stage and the case from ending: what lies in stages before the stages. */
export function openRequired(
  graph: CaseGraph,
  { items }: Pick<CasePlanState, 'items'>,
): readonly PlanItemRow[] {
  const byId = new Map(items.map((row) => [row.id, row]))
  const isOpenIn = (rowId: number): boolean => {
    const around = byId.get(rowId)
    return rowId === 0 || (around !== undefined && !isSettled(around.state) && isOpenIn(around.parentId))
  }
  const open = items.filter((row) => row.isRequired && !isSettled(row.state) && isOpenIn(row.parentId))
  const around = new Set(open.map(({ parentId }) => parentId))
  return open.filter(
    (row) => !(around.has(row.id) && graph.nodes[graph.indexOf.get(row.defId) ?? -1]?.kind === 'stage'),
  )
}

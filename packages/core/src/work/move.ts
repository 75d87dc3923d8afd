import { err, ok, type Refusal, type Result } from '../kernel/index.ts'
import { checkItem, type ItemRules } from './check-item.ts'
import { type DecideContext, type Decision, decided } from './decision.ts'
import { missingForReadiness } from './readiness.ts'
import type { WorkItem } from './work-item.ts'
import { findState, isMoveAllowed, type WorkflowState } from './workflow.ts'

/** What a move needs to know besides the item. */
export type MoveContext = DecideContext &
  ItemRules & {
    /** Items of the same home container that are in the target state now, this one not counted. */
    readonly itemsInState: number
    /** Sub-items that are neither done nor archived. */
    readonly openChildren: number
  }

/** The target, and whether a work-in-progress limit may knowingly be passed. */
export type MoveInput = { readonly stateId: string; readonly overLimit?: boolean }

/**
 * Moves an item to another state of its workflow. Entering a started state asks for readiness when
 * the type's gate is hard; entering done asks that nothing under it or in its way is open.
 *
 * @returns refused with `work.archived`, `work.state_unknown`, `work.move_not_allowed`,
 *   `work.not_ready`, `work.children_open`, `work.blocked`, `work.wip_limit`, or a code of `checkItem`
 */
export function moveWorkItem(item: WorkItem, input: MoveInput, context: MoveContext): Result<Decision> {
  if (item.archivedAt !== null) return err({ code: 'work.archived', params: { key: item.key } })
  const target = findState(context.type.workflow, input.stateId)
  if (!target) return err({ code: 'work.state_unknown', params: { state: input.stateId } })
  if (target.id === item.stateId) return ok({ item, events: [] })
  const isOverLimit = target.wipLimit !== null && context.itemsInState >= target.wipLimit
  const refusal =
    checkMove(item, target, context) ??
    (isOverLimit && !input.overLimit ? limitReached(target, context) : null)
  if (refusal) return err(refusal)
  const move = {
    from: item.stateId,
    to: target.id,
    fromGroup: item.stateGroup,
    toGroup: target.group,
    overLimit: isOverLimit,
  }
  const decision = decided(item, [{ kind: 'work.moved', data: move }], context)
  const checked = checkItem(decision.item, context)
  return checked.ok ? ok(decision) : checked
}

function checkMove(item: WorkItem, target: WorkflowState, context: MoveContext): Refusal | null {
  if (!isMoveAllowed(context.type.workflow, item.stateId, target.id)) {
    const from = findState(context.type.workflow, item.stateId)?.name ?? item.stateId
    return { code: 'work.move_not_allowed', params: { key: item.key, from, to: target.name } }
  }
  if (isStarted(target) && context.type.readinessGate === 'hard') {
    const missing = missingForReadiness(item)
    if (missing.length > 0) return { code: 'work.not_ready', params: { key: item.key, missing } }
  }
  if (target.group !== 'done') return null
  if (context.openChildren > 0) {
    return { code: 'work.children_open', params: { key: item.key, count: context.openChildren } }
  }
  const blockers = item.openBlockers.length
  return blockers > 0 ? { code: 'work.blocked', params: { key: item.key, count: blockers } } : null
}

function isStarted(state: WorkflowState): boolean {
  return state.group === 'inProgress' || state.group === 'inReview' || state.group === 'done'
}

function limitReached(target: WorkflowState, context: MoveContext): Refusal {
  return {
    code: 'work.wip_limit',
    params: { state: target.name, limit: target.wipLimit ?? 0, count: context.itemsInState },
  }
}

import { err, ok, type Result } from '../kernel/index.ts'

/** The six groups every state belongs to. A type may name its states freely inside a group. */
export const STATE_GROUPS = ['backlog', 'ready', 'inProgress', 'waiting', 'inReview', 'done'] as const
/** The group of a state: what it means wherever its own name is not known. */
export type StateGroup = (typeof STATE_GROUPS)[number]

/** A state of a workflow, shown as a board column. `wipLimit` counts items of the same container. */
export type WorkflowState = {
  readonly id: string
  readonly name: string
  readonly group: StateGroup
  readonly wipLimit: number | null
}

/** `any`: every state can follow every other. Otherwise the list is complete. */
export type AllowedMoves = 'any' | readonly { readonly from: string; readonly to: string }[]

/** States in board order with the moves between them. The first state is where new items start. */
export type Workflow = { readonly states: readonly WorkflowState[]; readonly moves: AllowedMoves }

/** The state with this id, if the workflow has it. */
export function findState(workflow: Workflow, stateId: string): WorkflowState | undefined {
  return workflow.states.find((state) => state.id === stateId)
}

/** The state new items start in. */
export function initialState(workflow: Workflow): WorkflowState {
  const first = workflow.states[0]
  if (!first) throw new TypeError('a workflow has at least one state')
  return first
}

/** The first state of a group in board order, if there is one. */
export function firstStateOf(workflow: Workflow, group: StateGroup): WorkflowState | undefined {
  return workflow.states.find((state) => state.group === group)
}

/** Whether the workflow lets an item go from one state to the other. Staying is always allowed. */
export function isMoveAllowed(workflow: Workflow, from: string, to: string): boolean {
  if (from === to || workflow.moves === 'any') return true
  return workflow.moves.some((move) => move.from === from && move.to === to)
}

/**
 * Checks that a workflow can carry work: unique states, a start, an end, moves between known
 * states, and an end that can be reached from the start.
 */
export function checkWorkflow(workflow: Workflow): Result<Workflow> {
  const ids = new Set(workflow.states.map((state) => state.id))
  if (ids.size !== workflow.states.length) return err({ code: 'work.workflow_state_twice' })
  if (!workflow.states.some((state) => state.group === 'done'))
    return err({ code: 'work.workflow_without_end' })
  const badLimit = workflow.states.find((state) => state.wipLimit !== null && state.wipLimit < 1)
  if (badLimit) return err({ code: 'work.workflow_limit_too_small', params: { state: badLimit.name } })
  if (workflow.moves !== 'any') {
    const unknown = workflow.moves.find((move) => !ids.has(move.from) || !ids.has(move.to))
    if (unknown)
      return err({ code: 'work.workflow_move_unknown', params: { from: unknown.from, to: unknown.to } })
  }
  return canFinish(workflow) ? ok(workflow) : err({ code: 'work.workflow_end_unreachable' })
}

function canFinish(workflow: Workflow): boolean {
  const reached = new Set([initialState(workflow).id])
  for (const id of reached) {
    for (const state of workflow.states) if (isMoveAllowed(workflow, id, state.id)) reached.add(state.id)
  }
  return workflow.states.some((state) => state.group === 'done' && reached.has(state.id))
}

import type { PlanItemKind, PlanItemTransition } from '../model/case-model.ts'
import type { CaseState, PlanItemState } from './state.ts'

/** Between which states a transition leads; `before`: to the one before it was suspended. */
type Move<State> = { readonly from: readonly State[]; readonly to: State | 'before' }
type Moves<State> = Readonly<Partial<Record<PlanItemTransition, Move<State>>>>

/** Tasks and stages. CMMN 1.1, table 8.3. */
const WORK_MOVES: Moves<PlanItemState> = {
  create: { from: [], to: 'available' },
  enable: { from: ['available'], to: 'enabled' },
  start: { from: ['available'], to: 'active' },
  manualStart: { from: ['enabled'], to: 'active' },
  disable: { from: ['enabled'], to: 'disabled' },
  reenable: { from: ['disabled'], to: 'enabled' },
  suspend: { from: ['active'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'active' },
  fault: { from: ['active'], to: 'failed' },
  reactivate: { from: ['failed'], to: 'active' },
  complete: { from: ['active'], to: 'completed' },
  terminate: { from: ['active'], to: 'terminated' },
  exit: { from: ['available', 'enabled', 'disabled', 'active', 'suspended', 'failed'], to: 'terminated' },
  parentSuspend: { from: ['available', 'enabled', 'disabled', 'active'], to: 'suspended' },
  parentResume: { from: ['suspended'], to: 'before' },
}

/** Milestones and listeners. CMMN 1.1, table 8.4. */
const OCCURRENCE_MOVES: Moves<PlanItemState> = {
  create: { from: [], to: 'available' },
  suspend: { from: ['available'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'available' },
  occur: { from: ['available'], to: 'completed' },
  terminate: { from: ['available'], to: 'terminated' },
  parentTerminate: { from: ['available', 'suspended'], to: 'terminated' },
  parentSuspend: { from: ['available'], to: 'suspended' },
  parentResume: { from: ['suspended'], to: 'before' },
}

/** The case itself. CMMN 1.1, table 8.2. */
const CASE_MOVES: Moves<CaseState> = {
  create: { from: [], to: 'active' },
  suspend: { from: ['active'], to: 'suspended' },
  complete: { from: ['active'], to: 'completed' },
  terminate: { from: ['active'], to: 'terminated' },
  fault: { from: ['active'], to: 'failed' },
  reactivate: { from: ['completed', 'terminated', 'failed', 'suspended'], to: 'active' },
  close: { from: ['completed', 'terminated', 'failed', 'suspended'], to: 'closed' },
}

const OCCURRENCES: ReadonlySet<PlanItemKind | 'case'> = new Set([
  'milestone',
  'userListener',
  'timerListener',
])

/** Milestones and listeners: they happen, nobody works at them. */
export function isOccurrence(kind: PlanItemKind | 'case'): boolean {
  return OCCURRENCES.has(kind)
}

/** Whether something of a kind can make a transition at all. */
export function hasTransition(kind: PlanItemKind | 'case', transition: PlanItemTransition): boolean {
  const moves = kind === 'case' ? CASE_MOVES : isOccurrence(kind) ? OCCURRENCE_MOVES : WORK_MOVES
  return transition in moves
}

/** Where a transition leads from a state; null: nowhere, it is not allowed. Without a state: creation. */
export function nextState(
  kind: PlanItemKind,
  row: { readonly state: PlanItemState; readonly stateBefore: PlanItemState | null },
  transition: PlanItemTransition,
): PlanItemState | null {
  const move = (isOccurrence(kind) ? OCCURRENCE_MOVES : WORK_MOVES)[transition]
  if (!move?.from.includes(row.state)) return null
  return move.to === 'before' ? row.stateBefore : move.to
}

/** Where a transition leads the case from a state; null: it is not allowed. */
export function nextCaseState(state: CaseState, transition: PlanItemTransition): CaseState | null {
  const move = CASE_MOVES[transition]
  return move?.from.includes(state) && move.to !== 'before' ? move.to : null
}

/** The transition by which an item ends together with the stage around it. */
export function endWithParent(kind: PlanItemKind): 'exit' | 'parentTerminate' {
  return isOccurrence(kind) ? 'parentTerminate' : 'exit'
}

/** Whether nothing will happen to it any more. */
export function isOver(state: PlanItemState): boolean {
  return state === 'completed' || state === 'terminated'
}

/** States that a stage need not wait for. */
const SETTLED: ReadonlySet<PlanItemState> = new Set(['completed', 'disabled', 'terminated', 'failed'])

/** Whether a stage need not wait for it. CMMN 1.1, table 8.5. */
export function isSettled(state: PlanItemState): boolean {
  return SETTLED.has(state)
}

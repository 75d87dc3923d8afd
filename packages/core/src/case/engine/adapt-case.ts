import type { Refusal } from '../../kernel/index.ts'
import { type CaseAdvance, rest } from './advance-case.ts'
import { carryParts } from './carry-parts.ts'
import type { CaseWorld } from './command.ts'
import type { CaseGraph, CaseNode } from './graph.ts'
import { create } from './life.ts'
import { lookAtAll } from './look-at.ts'
import { CASE_ROW, CaseMachine } from './machine.ts'
import type { CasePlanState, PlanItemRow, PlanItemState } from './state.ts'
import { suspendChildren } from './suspend.ts'
import { recountTimer } from './timer.ts'
import { isOver } from './transitions.ts'

/** A case whose plan becomes another one, item by item known by its id. */
export type CaseAdaptation = {
  readonly from: CaseGraph
  readonly to: CaseGraph
  readonly state: CasePlanState
  readonly world: CaseWorld
}

/**
 * Goes on by a changed plan: what is new begins where its stage is going on, what nobody has begun with may go, and all
 * else stays as it is.
 *
 * @returns the step; or a refusal, and nothing has changed: `case.step_in_use`, `case.step_changed_kind`,
 *   `case.step_moved`, `case.file_in_use`, and `case.not_active` for a case that is over
 */
export function adaptCase(adaptation: CaseAdaptation): CaseAdvance {
  const { from, to, state, world } = adaptation
  const refusal = findRefusal(adaptation)
  if (refusal) return { ok: false, refusal }
  const misfits = state.items.filter((row) => misfit(row, adaptation) !== null)
  const kept = { ...state, items: state.items.filter((row) => !misfits.includes(row)) }
  const machine = new CaseMachine(to, { ...kept, ...carryParts(adaptation, kept.items) }, world)
  for (const row of kept.items) if (!isOver(row.state)) carry(machine, row, from)
  for (const stageId of openStages(machine)) createNew(machine, stageId, { from, misfits })
  machine.mayLeave(CASE_ROW)
  lookAtAll(machine, CASE_ROW)
  return rest(machine)
}

function findRefusal({ from, to, state, ...rest }: CaseAdaptation): Refusal | null {
  if (state.state !== 'active' && state.state !== 'suspended' && state.state !== 'failed')
    return { code: 'case.not_active', params: { state: state.state } }
  for (const row of state.items) {
    const code = misfit(row, { from, to, state, ...rest })
    if (code !== null && isInUse(row)) return { code, params: { name: nameIn(from, row.defId) } }
  }
  for (const { id, name, isRequired } of from.file.values()) {
    const isUsed = isRequired || (state.file[id] ?? 0) > 0
    if (isUsed && !to.file.has(id)) return { code: 'case.file_in_use', params: { name } }
  }
  return null
}

type Misfit = 'case.step_in_use' | 'case.step_changed_kind' | 'case.step_moved'

/** Why a row has no place in the new plan; null: it has. */
function misfit({ defId }: PlanItemRow, { from, to }: CaseAdaptation): Misfit | null {
  const [before, after] = [nodeIn(from, defId), nodeIn(to, defId)]
  if (!after) return 'case.step_in_use'
  if (before?.kind !== after.kind) return 'case.step_changed_kind'
  return parentIn(from, before) === parentIn(to, after) ? null : 'case.step_moved'
}

const UNTOUCHED: ReadonlySet<PlanItemState | null> = new Set(['available', 'enabled', 'disabled'])

/** Somebody has begun with it, or it is over: it belongs to what happened. */
function isInUse({ state, stateBefore }: PlanItemRow): boolean {
  return !UNTOUCHED.has(state === 'suspended' ? stateBefore : state)
}

function nodeIn({ nodes, indexOf }: CaseGraph, id: string): CaseNode | undefined {
  return nodes[indexOf.get(id) ?? -1]
}

function nameIn(graph: CaseGraph, id: string): string {
  return nodeIn(graph, id)?.name ?? id
}

/** The case is the same whatever it is called. */
function parentIn({ nodes }: CaseGraph, { parent }: CaseNode): string {
  return parent === 0 ? '' : (nodes[parent]?.id ?? '')
}

/** What the plan says differently of something that goes on. */
function carry(machine: CaseMachine, row: PlanItemRow, from: CaseGraph): void {
  const [before, after] = [nodeIn(from, row.defId), machine.nodeOf(row)]
  if (before?.required?.text !== after.required?.text) {
    const isRequired =
      after.required !== null && machine.ask(after.required, row.id, 'required')?.value === true
    machine.change(row, { isRequired })
  }
  if (before?.timer?.question.text !== after.timer?.question.text) recountTimer(machine, machine.row(row.id))
}

/** Stages in which something can be going on, the outer ones first. */
function openStages(machine: CaseMachine): readonly number[] {
  const isOpen = ({ state }: PlanItemRow) => state === 'active' || state === 'suspended' || state === 'failed'
  const stages = [...machine.items.values()].filter(
    (row) => machine.nodeOf(row).kind === 'stage' && isOpen(row) && !isWaiting(row),
  )
  return [CASE_ROW, ...stages.map(({ id }) => id)]
}

function isWaiting({ state, stateBefore }: PlanItemRow): boolean {
  return state === 'suspended' && UNTOUCHED.has(stateBefore)
}

function createNew(
  machine: CaseMachine,
  stageId: number,
  { from, misfits }: { readonly from: CaseGraph; readonly misfits: readonly PlanItemRow[] },
): void {
  const known = new Set(machine.childrenOf(stageId).map(({ defId }) => defId))
  for (const child of machine.nodeAt(stageId).children) {
    const node = machine.node(child)
    const before = nodeIn(from, node.id)
    // What was in the plan and has no row here was done before the case was taken up again.
    const isNew = !before || before.isDiscretionary || misfits.some(({ defId }) => defId === node.id)
    if (known.has(node.id) || !isNew) continue
    create(machine, node, { parentId: stageId, cause: { kind: 'plan-changed' } })
  }
  const state = stageId === CASE_ROW ? machine.state : machine.row(stageId).state
  if (state === 'suspended') suspendChildren(machine, stageId)
}

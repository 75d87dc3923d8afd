import type { PlanItemTransition } from '../model/case-model.ts'
import { announce } from './announce.ts'
import type { CaseNode, CaseVariables, GraphSentry } from './graph.ts'
import { lookAtAll } from './look-at.ts'
import { type CaseMachine, partKey } from './machine.ts'
import type { CaseTimerRow, PlanItemCause, PlanItemRow } from './state.ts'
import { keepTimer, nextTimer, setTimer } from './timer.ts'
import { endWithParent, isOccurrence, nextState } from './transitions.ts'
import { write } from './write.ts'

/** How a new row begins, where that is not the first time. */
type Beginning = {
  readonly parentId: number
  readonly cause: PlanItemCause
  readonly round?: number
  /** Goes on counting. */
  readonly timer?: CaseTimerRow | null
}

/** A new instance of an item of the plan. */
export function create(machine: CaseMachine, node: CaseNode, beginning: Beginning): PlanItemRow {
  const { parentId, cause, round = 1 } = beginning
  const row = machine.add({
    ...{ defId: node.id, parentId, state: 'available', stateBefore: null, round, since: machine.world.now },
    ...{ isRequired: false, cause, endedBy: null, doneBy: null, timer: null },
  })
  const isRequired = node.required !== null && machine.ask(node.required, row.id, 'required')?.value === true
  machine.change(row, { isRequired })
  if (round > 1) markStale(machine, row.id, [...node.entry, ...node.exit])
  if (beginning.timer) keepTimer(machine, machine.row(row.id), beginning.timer)
  else if (node.timer?.from === null) setTimer(machine, machine.row(row.id))
  announce(machine, row.id, 'create')
  machine.mayLeave(row.id)
  machine.mayEnter(row.id)
  machine.mayComplete(parentId)
  return machine.row(row.id)
}

/** What is true already when the next round begins is no event: it counts once it has become true anew. */
function markStale(machine: CaseMachine, itemId: number, sentries: readonly GraphSentry[]): void {
  for (const { id, onParts, ifPart } of sentries) {
    if (onParts.length > 0 || ifPart === null) continue
    if (machine.ask(ifPart, itemId, id)?.value === true) machine.stale.add(partKey(itemId, id))
  }
}

/** Everything that lies in a stage begins with it. */
export function createChildren(machine: CaseMachine, parentId: number): void {
  const { children } = machine.nodeAt(parentId)
  for (const child of children)
    create(machine, machine.node(child), { parentId, cause: { kind: 'begun', parentId } })
}

/** A transition that changes nothing but the state. */
export function step(
  machine: CaseMachine,
  row: PlanItemRow,
  { transition, cause }: { readonly transition: PlanItemTransition; readonly cause: PlanItemCause },
): void {
  machine.move(row, transition, cause)
  announce(machine, row.id, transition)
}

/** From waiting to being done: somebody has to start it, or it starts, or it has occurred. */
export function enter(machine: CaseMachine, row: PlanItemRow, cause: PlanItemCause): void {
  const node = machine.nodeOf(row)
  for (const { id } of node.entry) machine.forgetSentry(row.id, id)
  if (isOccurrence(node.kind)) occur(machine, row, { cause, values: {} })
  else if (isManual(machine, row, node)) step(machine, row, { transition: 'enable', cause })
  else start(machine, row, { transition: 'start', cause })
  // By its criteria it comes again; without any, when this round is over.
  if (node.entry.length > 0) repeat(machine, machine.row(row.id))
}

/** What cannot be answered is left to people. */
function isManual(machine: CaseMachine, { id }: PlanItemRow, { manualActivation }: CaseNode): boolean {
  if (manualActivation === null) return false
  const answer = machine.ask(manualActivation, id, 'manualActivation')
  return answer === null || answer.value === true
}

/** It becomes active: a stage with everything in it, a task with somebody to do it. */
export function start(
  machine: CaseMachine,
  row: PlanItemRow,
  {
    transition,
    cause,
  }: { readonly transition: 'start' | 'manualStart' | 'reactivate'; readonly cause: PlanItemCause },
): void {
  const node = machine.nodeOf(row)
  machine.move(row, transition, cause)
  if (node.kind !== 'stage') beginWork(machine, row, node)
  else if (transition === 'reactivate') lookAtAll(machine, row.id)
  else createChildren(machine, row.id)
  machine.mayComplete(node.kind === 'stage' ? row.id : row.parentId)
  announce(machine, row.id, transition)
  if (!node.isBlocking && node.kind !== 'stage')
    complete(machine, machine.row(row.id), { cause: { kind: 'not-blocking' }, values: {}, doneBy: null })
}

function beginWork(machine: CaseMachine, { id: itemId, defId }: PlanItemRow, node: CaseNode): void {
  const inputs = machine.values(node.inputs, itemId)
  machine.demands.push({ kind: 'begin-work', itemId, defId, inputs, isBlocking: node.isBlocking })
}

/** A milestone is reached, or a listener has heard what it listened for. */
export function occur(
  machine: CaseMachine,
  row: PlanItemRow,
  { cause, values }: { readonly cause: PlanItemCause; readonly values: CaseVariables },
): void {
  if (Object.keys(values).length > 0) write(machine, values)
  const node = machine.nodeOf(row)
  machine.move(row, 'occur', cause)
  announce(machine, row.id, 'occur')
  const again = row.timer && nextTimer(machine, row.timer)
  if (again) comeAgain(machine, row, again)
  else if (node.entry.length === 0) repeat(machine, row)
}

/** A task is done, or a stage needs nothing more. */
export function complete(
  machine: CaseMachine,
  row: PlanItemRow,
  { cause, values, doneBy }: Completion,
): void {
  const node = machine.nodeOf(row)
  const known = Object.keys(values).length > 0
  if (known || node.outputs.length > 0) write(machine, outputsOf(machine, row, values))
  machine.change(machine.move(row, 'complete', cause), { doneBy })
  endChildren(machine, row.id, 'complete')
  announce(machine, row.id, 'complete')
  if (node.entry.length === 0) repeat(machine, row)
}

type Completion = {
  readonly cause: PlanItemCause
  readonly values: CaseVariables
  readonly doneBy: string | null
}

/** What a task gives back: all of it, or what its outputs make of it. */
function outputsOf(machine: CaseMachine, row: PlanItemRow, values: CaseVariables): CaseVariables {
  const { outputs } = machine.nodeOf(row)
  if (outputs.length === 0) return values
  const before = machine.variables
  machine.variables = { ...before, ...values }
  const written = machine.values(outputs, row.id)
  machine.variables = before
  return written
}

/** It ends without being done, and with it everything in it. */
export function end(
  machine: CaseMachine,
  row: PlanItemRow,
  { transition, cause }: { readonly transition: 'exit' | 'terminate'; readonly cause: PlanItemCause },
): void {
  endOne(machine, row, { transition, cause })
  if (machine.nodeOf(row).entry.length === 0) repeat(machine, row)
}

function endOne(
  machine: CaseMachine,
  row: PlanItemRow,
  { transition, cause }: { readonly transition: PlanItemTransition; readonly cause: PlanItemCause },
): void {
  const { kind } = machine.nodeOf(row)
  const isAtWork = hasWork(row) && kind !== 'stage' && !isOccurrence(kind)
  machine.move(row, transition, cause)
  if (isAtWork) machine.demands.push({ kind: 'end-work', itemId: row.id, defId: row.defId, by: transition })
  endChildren(machine, row.id, transition)
  announce(machine, row.id, transition)
}

/** Whether somebody is at it, or was when it was suspended. */
function hasWork({ state, stateBefore }: PlanItemRow): boolean {
  return state === 'active' || (state === 'suspended' && (stateBefore ?? 'active') === 'active')
}

/** Whatever is not over in a stage ends with it. */
export function endChildren(machine: CaseMachine, parentId: number, transition: PlanItemTransition): void {
  const cause: PlanItemCause = { kind: 'parent', parentId, transition }
  for (const child of machine.childrenOf(parentId)) {
    const { kind } = machine.nodeOf(child)
    if (kind === 'case') continue
    const ending = endWithParent(kind)
    if (nextState(kind, child, ending) !== null) endOne(machine, child, { transition: ending, cause })
  }
}

/** Comes again, if its rule says so and the stage around it still goes on. */
function repeat(machine: CaseMachine, row: PlanItemRow): void {
  const { repetition } = machine.nodeOf(row)
  if (repetition === null || !machine.isActive(row.parentId)) return
  if (machine.ask(repetition, row.id, 'repetition')?.value === true) comeAgain(machine, row, null)
}

function comeAgain(machine: CaseMachine, row: PlanItemRow, timer: CaseTimerRow | null): void {
  create(machine, machine.nodeOf(row), {
    parentId: row.parentId,
    cause: { kind: 'repeated', itemId: row.id },
    ...{ round: row.round + 1, timer },
  })
}

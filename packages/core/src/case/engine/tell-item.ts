import type { Refusal } from '../../kernel/index.ts'
import type { PlanItemTransition } from '../model/case-model.ts'
import type { CaseCommand } from './command.ts'
import type { CaseNode } from './graph.ts'
import { complete, end, occur, start, step } from './life.ts'
import type { CaseMachine } from './machine.ts'
import type { PlanItemCause, PlanItemRow } from './state.ts'
import { resume, suspend } from './suspend.ts'
import { isOccurrence, nextState } from './transitions.ts'

type ItemCommand = Extract<CaseCommand, { readonly itemId: number }>

/** Something that is said about one row. */
export function tellItem(machine: CaseMachine, command: ItemCommand): Refusal | null {
  const row = machine.items.get(command.itemId)
  if (!row) return { code: 'case.item_not_found', params: { id: command.itemId } }
  const node = machine.nodeOf(row)
  const refusal = refusalOf(machine, { row, node, command })
  if (refusal) return refusal
  const cause = said(machine)
  switch (command.kind) {
    case 'manualStart':
      start(machine, row, { transition: 'manualStart', cause })
      return null
    case 'reactivate':
      start(machine, row, { transition: 'reactivate', cause })
      return null
    case 'suspend':
      suspend(machine, row, cause)
      return null
    case 'resume':
      resume(machine, row, cause)
      return null
    case 'terminate':
      terminate(machine, row, cause)
      return null
    case 'complete':
      complete(machine, row, { cause, values: command.values, doneBy: machine.world.by?.personId ?? null })
      return null
    case 'occur':
      occur(machine, row, { cause, values: command.values })
      return null
    case 'due':
      occur(machine, row, { cause: { kind: 'due' }, values: {} })
      return null
    case 'fault':
      fault(machine, row, { cause, text: command.text })
      return null
    default:
      step(machine, row, { transition: command.kind, cause })
      return null
  }
}

/** Whoever speaks is the cause. */
export function said({ world }: CaseMachine): PlanItemCause {
  return { kind: 'command', by: world.by?.personId ?? null }
}

/** Milestones and listeners have nothing in them and nothing to repeat when people do not want them any more. */
function terminate(machine: CaseMachine, row: PlanItemRow, cause: PlanItemCause): void {
  if (isOccurrence(machine.nodeOf(row).kind)) step(machine, row, { transition: 'terminate', cause })
  else end(machine, row, { transition: 'terminate', cause })
}

function fault(
  machine: CaseMachine,
  row: PlanItemRow,
  { cause, text }: { readonly cause: PlanItemCause; readonly text: string },
): void {
  const { kind } = machine.nodeOf(row)
  step(machine, row, { transition: 'fault', cause })
  machine.note(row.id, 'work', text)
  if (kind !== 'stage')
    machine.demands.push({ kind: 'end-work', itemId: row.id, defId: row.defId, by: 'fault' })
}

type Told = { readonly row: PlanItemRow; readonly node: CaseNode; readonly command: ItemCommand }

function refusalOf(machine: CaseMachine, told: Told): Refusal | null {
  const { row, node, command } = told
  if (machine.state !== 'active') return { code: 'case.not_active', params: { state: machine.state } }
  const transition: PlanItemTransition = command.kind === 'due' ? 'occur' : command.kind
  if (node.kind === 'case' || !isSaidOf(node.kind, command) || nextState(node.kind, row, transition) === null)
    return { code: 'case.item_move_not_allowed', params: { name: node.name, state: row.state } }
  if (!machine.isActive(row.parentId)) {
    const { name: stage } = machine.nodeAt(row.parentId)
    return { code: 'case.stage_not_active', params: { name: node.name, stage } }
  }
  if (command.kind === 'due' && (row.timer === null || row.timer.dueAt > machine.world.now))
    return { code: 'case.not_due', params: { name: node.name } }
  if (command.kind !== 'complete') return null
  return node.kind === 'stage' ? stageRefusal(machine, row.id) : samePerson(machine, node)
}

/** People say that a user listener has heard; that a milestone is reached or a moment has come, nobody does. */
function isSaidOf(kind: CaseNode['kind'], { kind: command }: ItemCommand): boolean {
  if (command === 'occur') return kind === 'userListener'
  return command !== 'due' || kind === 'timerListener'
}

/** Whether a stage, or the case, may be completed by hand: nothing active, nothing required open. */
export function stageRefusal(machine: CaseMachine, parentId: number): Refusal | null {
  const { name } = machine.nodeAt(parentId)
  const children = machine.childrenOf(parentId)
  const named = (rows: readonly PlanItemRow[]) => [...new Set(rows.map((row) => machine.nodeOf(row).name))]
  const active = children.filter(({ state }) => state === 'active')
  if (active.length > 0) return { code: 'case.steps_active', params: { name, steps: named(active) } }
  const open = children.filter(
    ({ isRequired, state }) => isRequired && ['available', 'enabled', 'suspended'].includes(state),
  )
  return open.length > 0 ? { code: 'case.required_steps_open', params: { name, steps: named(open) } } : null
}

/** Four eyes: whoever did the one does not do the other. */
function samePerson(machine: CaseMachine, { name, otherThan }: CaseNode): Refusal | null {
  const person = machine.world.by?.personId
  if (person === undefined || otherThan.length === 0) return null
  for (const { defId, doneBy } of machine.items.values()) {
    const other = machine.graph.indexOf.get(defId)
    if (doneBy !== person || other === undefined || !otherThan.includes(other)) continue
    return { code: 'case.same_person', params: { name, other: machine.node(other).name } }
  }
  return null
}

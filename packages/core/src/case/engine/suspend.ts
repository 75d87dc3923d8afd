import { announce } from './announce.ts'
import { lookAt } from './look-at.ts'
import type { CaseMachine } from './machine.ts'
import type { PlanItemCause, PlanItemRow } from './state.ts'
import { isOccurrence, nextState } from './transitions.ts'

/** Rests, and with it everything in it. */
export function suspend(machine: CaseMachine, row: PlanItemRow, cause: PlanItemCause): void {
  suspendOne(machine, row, { transition: 'suspend', cause })
}

function suspendOne(
  machine: CaseMachine,
  row: PlanItemRow,
  moved: { readonly transition: 'suspend' | 'parentSuspend'; readonly cause: PlanItemCause },
): void {
  machine.move(row, moved.transition, moved.cause)
  demandWork(machine, row, 'suspend-work')
  suspendChildren(machine, row.id)
  announce(machine, row.id, moved.transition)
}

/** Everything in a stage rests with it. */
export function suspendChildren(machine: CaseMachine, parentId: number): void {
  const cause: PlanItemCause = { kind: 'parent', parentId, transition: 'suspend' }
  for (const child of machine.childrenOf(parentId)) {
    const { kind } = machine.nodeOf(child)
    if (kind === 'case' || nextState(kind, child, 'parentSuspend') === null) continue
    suspendOne(machine, child, { transition: 'parentSuspend', cause })
  }
}

/** Goes on where it was, and with it everything in it. */
export function resume(machine: CaseMachine, row: PlanItemRow, cause: PlanItemCause): void {
  resumeOne(machine, row, { transition: 'resume', cause })
}

function resumeOne(
  machine: CaseMachine,
  row: PlanItemRow,
  moved: { readonly transition: 'resume' | 'parentResume'; readonly cause: PlanItemCause },
): void {
  const resumed = machine.move(row, moved.transition, moved.cause)
  demandWork(machine, resumed, 'resume-work')
  resumeChildren(machine, row.id)
  announce(machine, row.id, moved.transition)
  lookAt(machine, row.id)
}

/** Everything that rested with a stage goes on. */
export function resumeChildren(machine: CaseMachine, parentId: number): void {
  const cause: PlanItemCause = { kind: 'parent', parentId, transition: 'resume' }
  for (const child of machine.childrenOf(parentId)) {
    if (child.state === 'suspended' && child.stateBefore !== null)
      resumeOne(machine, child, { transition: 'parentResume', cause })
  }
}

function demandWork(machine: CaseMachine, row: PlanItemRow, kind: 'suspend-work' | 'resume-work'): void {
  const { kind: of } = machine.nodeOf(row)
  if (row.state !== 'active' || of === 'stage' || isOccurrence(of)) return
  machine.demands.push({ kind, itemId: row.id, defId: row.defId })
}

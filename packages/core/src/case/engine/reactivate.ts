import type { PlanItemTransition } from '../model/case-model.ts'
import { announce } from './announce.ts'
import { create, start, step } from './life.ts'
import { type CaseMachine, partKey } from './machine.ts'
import type { PlanItemCause, PlanItemRow, PlanItemState } from './state.ts'
import { isOccurrence } from './transitions.ts'

const CAUSE: PlanItemCause = { kind: 'reactivated' }

/** How something that waits comes to wait in the same way again; everything else is begun with again. */
const WAYS: Readonly<Partial<Record<PlanItemState, readonly PlanItemTransition[]>>> = {
  available: [],
  enabled: ['enable'],
  disabled: ['enable', 'disable'],
}

/**
 * What was open when a stage ended with the case comes to life again, as new instances: the tables know no way out of
 * the end. What was done stays done.
 */
export function reactivateChildren(machine: CaseMachine, endedId: number, parentId: number): void {
  for (const ended of machine.childrenOf(endedId)) {
    const { cause, state, stateBefore } = ended
    if (state !== 'terminated' || stateBefore === null) continue
    if (cause.kind === 'parent' && cause.parentId === endedId) again(machine, ended, parentId)
  }
}

function again(machine: CaseMachine, ended: PlanItemRow, parentId: number): void {
  const node = machine.nodeOf(ended)
  const { stateBefore, round, timer } = machine.row(ended.id)
  machine.change(ended, { stateBefore: null })
  const row = create(machine, node, { parentId, cause: CAUSE, round, timer })
  for (const { id } of node.entry) {
    const seen = machine.seen.get(partKey(ended.id, id))
    machine.seen.delete(partKey(ended.id, id))
    if (seen && stateBefore === 'available') machine.seen.set(partKey(row.id, id), seen)
  }
  const way = isOccurrence(node.kind) ? [] : WAYS[stateBefore ?? 'available']
  for (const transition of way ?? []) step(machine, machine.row(row.id), { transition, cause: CAUSE })
  if (way) return
  if (node.kind !== 'stage') start(machine, row, { transition: 'start', cause: CAUSE })
  else {
    machine.move(row, 'start', CAUSE)
    reactivateChildren(machine, ended.id, row.id)
    machine.mayComplete(row.id)
    announce(machine, row.id, 'start')
  }
}

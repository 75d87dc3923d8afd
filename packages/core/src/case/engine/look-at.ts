import type { CaseMachine } from './machine.ts'

/** What had to wait while the stage around it did not go on is looked at. */
export function lookAtAll(machine: CaseMachine, parentId: number): void {
  for (const child of machine.childrenOf(parentId)) lookAt(machine, child.id)
  machine.mayComplete(parentId)
}

/** The same for one row and everything in it. */
export function lookAt(machine: CaseMachine, itemId: number): void {
  machine.mayLeave(itemId)
  machine.mayEnter(itemId)
  if (machine.nodeAt(itemId).kind === 'stage') lookAtAll(machine, itemId)
}

import type { Priority } from '@millrace/core/work'
import type { Unit } from '../../platform/commands/index.ts'
import { patchItems } from './patch-items.ts'

const HIGHER: Readonly<Record<Priority, Priority>> = { 0: 3, 1: 2, 2: 3, 3: 4, 4: 4 }

/**
 * Makes items more pressing by one step, as another feature found them to be; one without a priority becomes high.
 * What is done or archived stays as it is.
 */
export async function raisePriorities(unit: Unit, ids: readonly string[]): Promise<void> {
  await patchItems(unit, ids, ({ archivedAt, stateGroup, priority }) =>
    archivedAt !== null || stateGroup === 'done' ? null : { priority: HIGHER[priority] },
  )
}

import { operations } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { command } from '../../../platform/commands/index.ts'
import { ItemSet } from '../item-set.ts'
import { moveIn } from '../move-in.ts'

/** Moves items to other states, giving them a new place in the manual order where one is named. */
export const moveItem = command(operations['work.moveItem'], async (unit, inputs) => {
  const set = await ItemSet.load(
    unit,
    inputs.map((input) => input.id),
  )
  await moveIn(set, inputs)
  return inputs.map((input, index): WorkItem => set.get(input.id, 'container.read', index))
})

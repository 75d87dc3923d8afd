import type { InstanceSnapshot } from '@millrace/core/process'
import { refuse } from '../../platform/commands/index.ts'
import type { InstanceSet } from './instance-set.ts'
import { readSuspensions } from './read-suspensions.ts'

/** Refuses what is to be done to a suspended instance of a set, and says who suspended it and why. */
export async function suspendedRefusal(
  set: InstanceSet,
): Promise<(snapshot: InstanceSnapshot, index?: number) => void> {
  const suspensions = set.all().map(({ instance }) => instance.suspension)
  const wordsOf = await readSuspensions(set.unit, suspensions)
  return ({ instance: { title, suspension } }, index) => {
    if (suspension !== null) refuse('process.instance_suspended', { title, ...wordsOf(suspension) }, index)
  }
}

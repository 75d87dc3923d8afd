import type { InstanceSet, OthersWork } from '../instance-set.ts'

/**
 * Whoever does a part of what no person does. It may tell the instances of the set at once, begin others, or ask for
 * something later in the same transaction.
 */
export type Doer = {
  readonly does: (work: OthersWork) => boolean
  readonly carry: (set: InstanceSet, work: readonly OthersWork[]) => Promise<void>
}

import type { PlanRowView, PlanView } from '@millrace/contract'
import type { Item } from '../../../../platform/store/index.ts'
import type { SharedPool } from '../load/with-outside.ts'

/** How much a project weighs among those that are levelled together: whether its work goes before that of others. */
export type ProjectWeight = 'first' | 'usual' | 'last'
export const PROJECT_WEIGHTS: readonly ProjectWeight[] = ['first', 'usual', 'last']

/** What an item is worth to those who wait for it. */
export type ItemWorth = Pick<Item, 'id' | 'priority' | 'costOfDelayMinor'>

/** A project that is levelled, alone or with others. */
export type LevelPart = {
  readonly containerId: string
  readonly name: string
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly pool: SharedPool
  readonly weight: ProjectWeight
  readonly worth: readonly ItemWorth[]
}

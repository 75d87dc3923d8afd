import type { Minute } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import type { DatedTask } from '../check/check-plan.ts'
import type { PlanLink } from '../network/plan.ts'
import type { PooledPlans } from './resources.ts'

/** A task of this priority is never moved. */
export const PRIORITY_MAX = 1000
/** The priority of tasks that nobody gave one. */
export const PRIORITY_USUAL = 500

/** What levelling is told about an item; for those that are not named, nothing in particular. */
export type LevelTask = {
  readonly itemId: Id<'WorkItem'>
  /**
   * 0 to 1000: of two that are ready, the one with the higher priority is placed first, with everything it
   * waits for. 1000: it is not moved at all. Absent: 500.
   */
  readonly priority?: number
  /** What a week after its deadline costs, in minor units. Absent: lateness counts, but costs nothing. */
  readonly delayCostPerWeekMinor?: number
}

/** Plans to be levelled over the pool that they share. */
export type LevelInput = PooledPlans & {
  /** Links between items of different plans. */
  readonly links?: readonly PlanLink[]
  readonly items?: readonly LevelTask[]
  /**
   * Where everything lies now: what stays, stays there, and the less the rest moves, the better. Absent: where
   * the links of each plan put it.
   */
  readonly published?: readonly DatedTask[]
  /** What begins before this moment stays where it is. Null: nothing is frozen. */
  readonly frozenUntil: Minute | null
}

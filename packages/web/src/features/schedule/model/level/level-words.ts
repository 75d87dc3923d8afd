import type { Refusal } from '@millrace/core/kernel'
import type { LevelInput, LevelledPlans, PlansProgress } from '@millrace/core/schedule'

/** How long is searched: for some time, or so many orders, which gives the same plan every time. */
export type LevelBudget =
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'orders'; readonly count: number }

/** What the page asks of the worker. */
export type LevelOrder =
  | {
      readonly kind: 'start'
      readonly input: LevelInput
      readonly seed: number
      readonly budget: LevelBudget
    }
  | { readonly kind: 'stop' }

/** What the worker tells the page; the share of its budget that is used up, at most 1. */
export type LevelNews =
  | { readonly kind: 'progress'; readonly progress: PlansProgress; readonly share: number }
  | { readonly kind: 'done'; readonly plans: LevelledPlans }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

import type { Refusal } from '@millrace/core/kernel'
import type { LevelInput, LevelledPlans, PlansProgress } from '@millrace/core/schedule'

/** What the page asks of the worker. */
export type LevelOrder =
  | { readonly kind: 'start'; readonly input: LevelInput; readonly seed: number; readonly budgetMs: number }
  | { readonly kind: 'stop' }

/** What the worker tells the page. */
export type LevelNews =
  | { readonly kind: 'progress'; readonly progress: PlansProgress; readonly elapsedMs: number }
  | { readonly kind: 'done'; readonly plans: LevelledPlans }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

import type { Instant } from '../../kernel/index.ts'
import type { PlanItemTransition } from '../model/case-model.ts'
import type { CaseVariables } from './graph.ts'

/** Where plan items can be in their lives. CMMN 1.1, 8.4. */
export const PLAN_ITEM_STATES = [
  'available',
  'enabled',
  'disabled',
  'active',
  'suspended',
  'failed',
  'completed',
  'terminated',
] as const
/** One of them. */
export type PlanItemState = (typeof PLAN_ITEM_STATES)[number]

/** Where the case itself can be. CMMN 1.1, 8.4.1. */
export const CASE_STATES = ['active', 'suspended', 'failed', 'completed', 'terminated', 'closed'] as const
/** One of them. */
export type CaseState = (typeof CASE_STATES)[number]

/** An event that a criterion has seen. */
export type SeenEvent = {
  /** Its place among the events of the criterion. */
  readonly part: number
  /** Whose event it was: the id of a row, 0 for the case itself; of the file null. */
  readonly sourceItemId: number | null
  readonly at: Instant
}

/** Why something is where it is. */
export type PlanItemCause =
  /** Somebody said so; null: the program. */
  | { readonly kind: 'command'; readonly by: string | null }
  /** A criterion was met by these events; its condition, if there is one, was answered with yes. */
  | { readonly kind: 'criterion'; readonly criterionId: string; readonly events: readonly SeenEvent[] }
  /** It belongs to a stage that began, and nothing has to happen first. */
  | { readonly kind: 'begun'; readonly parentId: number }
  /** What happened to the stage around it. */
  | { readonly kind: 'parent'; readonly parentId: number; readonly transition: PlanItemTransition }
  /** It comes again after another round of it. */
  | { readonly kind: 'repeated'; readonly itemId: number }
  /** Nothing in it is active and nothing required is open. */
  | { readonly kind: 'content' }
  /** Nobody waits until it is done. */
  | { readonly kind: 'not-blocking' }
  /** Its moment has come. */
  | { readonly kind: 'due' }
  /** It was open when the case ended, and the case has been taken up again. */
  | { readonly kind: 'reactivated' }
  /** The plan was changed. */
  | { readonly kind: 'plan-changed' }

/** What a timer goes by; whoever knows calendars and time zones says when that is. */
export type CaseTimerRule = {
  readonly timer: 'date' | 'duration' | 'cycle'
  readonly value: string
  /** What lengths are counted from. */
  readonly since: Instant
}

/** The n-th time that a timer goes off, from 0. */
export type CaseTimerCycle = {
  readonly nth: number
  /** Times after this one; null: without an end. */
  readonly left: number | null
  /** When it was due before; null: never yet. */
  readonly after: Instant | null
}

/** Of a timer listener: when it goes off. Null while its beginning has not come. */
export type CaseTimerRow = {
  readonly dueAt: Instant
  readonly rule: CaseTimerRule
  readonly cycle: CaseTimerCycle | null
}

/** One instance of a plan item. */
export type PlanItemRow = {
  readonly id: number
  /** Which item of the plan. */
  readonly defId: string
  /** The row of the stage around it; 0: the case itself. */
  readonly parentId: number
  readonly state: PlanItemState
  /** Its state before it was suspended or ended with the stage around it; null: it was not. */
  readonly stateBefore: PlanItemState | null
  /** Which time it is done in its stage, from 1. */
  readonly round: number
  readonly since: Instant
  readonly isRequired: boolean
  /** Why it is in its state. */
  readonly cause: PlanItemCause
  /** The exit criterion by which it ended. */
  readonly endedBy: string | null
  /** Who completed it, as far as that is known: for four eyes. */
  readonly doneBy: string | null
  readonly timer: CaseTimerRow | null
}

/** An event that a criterion of an item has seen, while others are still awaited. */
export type SentryPartRow = SeenEvent & {
  /** The row that waits; 0: the case itself. */
  readonly itemId: number
  readonly sentryId: string
}

/** Something that could not be asked or did not come to rest. */
export type CaseIncident = {
  readonly id: number
  readonly itemId: number
  /** Which question of the item: the id of a criterion, or `timer`, `repetition` and so on. */
  readonly place: string
  /** Why, as a code (`feel.…`, `timer.…`). */
  readonly text: string
}

/** All that is known of where one case is. Ids are numbers of its own, given in the order of what happened. */
export type CasePlanState = {
  readonly state: CaseState
  readonly since: Instant
  readonly cause: PlanItemCause
  /** Taken up again, and nothing has ended since: it does not complete by itself. */
  readonly isHeldOpen: boolean
  readonly nextId: number
  readonly items: readonly PlanItemRow[]
  readonly parts: readonly SentryPartRow[]
  /**
   * Criteria without events that were true when the next round of their item was created: `itemId sentryId`. They
   * count once they have become true anew.
   */
  readonly stale: readonly string[]
  readonly variables: CaseVariables
  /** How many there are of each item of the case file, by its id; none: not listed. */
  readonly file: Readonly<Record<string, number>>
  readonly incidents: readonly CaseIncident[]
}

import type { Minute, WorkingCalendar } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import type { PlanInput } from '../network/plan.ts'

/** What work is done with. Material is used up: it takes no time, and nothing waits for it. */
export type ResourceKind = 'person' | 'machine' | 'team' | 'material'

/**
 * A resource of the pool. It works when its calendar does, up to its limits: of each local day, and of
 * each week from Monday on, only the first so many minutes are planned.
 */
export type PlanResource = {
  readonly id: Id<'Resource'>
  readonly kind: ResourceKind
  /** Null: the calendar of the first plan. */
  readonly calendarId: Id<'Calendar'> | null
  /** How much of it there is at a time; 1 is one whole. */
  readonly maxUnits: number
  /** From these moments on there is another amount of it. */
  readonly changes?: readonly { readonly fromAt: Minute; readonly maxUnits: number }[]
  readonly skills?: readonly string[]
  readonly limits?: { readonly dayMin: number | null; readonly weekMin: number | null }
}

/** Who else may do it: any of these resources, or anybody with a skill. */
export type Alternatives =
  | { readonly kind: 'resources'; readonly resourceIds: readonly Id<'Resource'>[] }
  | { readonly kind: 'skill'; readonly skill: string }

/** That an item is done with a resource. */
export type PlanAssignment = {
  readonly id: Id<'Assignment'>
  readonly itemId: Id<'WorkItem'>
  /** Null: still to be chosen from the alternatives. */
  readonly resourceId: Id<'Resource'> | null
  readonly alternatives?: Alternatives
  /** How much of the resource it takes while it works; 1 is one whole. */
  readonly units: number
  /** Minutes of work of the whole assignment; null: its units as long as the item lasts. */
  readonly workMin: number | null
}

/**
 * Work outside of the plans that takes a resource between two moments, evenly in the time in which the resource
 * works then. It stays where it is; plans are levelled around it.
 */
export type OutsideWork = {
  readonly id: string
  readonly resourceId: Id<'Resource'>
  readonly startAt: Minute
  readonly finishAt: Minute
  readonly workMin: number
}

/** Plans that share a pool of resources. Items, links and calendars have their own ids in all of them. */
export type PooledPlans = {
  readonly plans: readonly PlanInput[]
  readonly resources: readonly PlanResource[]
  readonly assignments: readonly PlanAssignment[]
  /** Calendars of resources that no plan brings with it, with all they are based on. */
  readonly calendars?: readonly WorkingCalendar[]
  /** What other work takes of the resources. */
  readonly outside?: readonly OutsideWork[]
}

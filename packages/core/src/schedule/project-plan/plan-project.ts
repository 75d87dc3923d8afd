import type { Id, Instant } from '../../kernel/index.ts'
import type { Conflict } from '../conflict/find-conflicts.ts'
import type { ConstraintKind } from '../network/plan.ts'
import type { PlannedTask, Reason } from '../network/planned-tasks.ts'
import { type RowGap, rowGapOf } from './gaps-of-rows.ts'
import { STANDARD_ID } from './to-plan-input.ts'

const MINUTE_MS = 60_000

/** A reason with the link or the item that it names; null where it names none. */
export type NamedReason = { readonly kind: Reason['kind']; readonly id: string | null }

/** Where a row lies in the plan as calculated. Moments are milliseconds since 1970, floats working minutes. */
export type ProjectDates = {
  readonly itemId: Id<'WorkItem'>
  readonly startAt: Instant
  readonly finishAt: Instant
  /** When it may finish at the latest without moving the finish of the plan, or breaking a date. */
  readonly lateFinishAt: Instant
  readonly totalFloatMin: number
  readonly freeFloatMin: number
  /** What its start and its finish alone may slip: by different calendars they differ. */
  readonly startFloatMin: number
  readonly finishFloatMin: number
  readonly isCritical: boolean
  /** Not critical, but in the next band of float. */
  readonly isNearCritical: boolean
  readonly isOnLongestPath: boolean
  readonly reason: NamedReason
  /** When it rests on the way. */
  readonly gaps: readonly RowGap[]
  /** That nothing was worked from then on until it starts; by which calendar, null for the standard week. */
  readonly calendarWait: { readonly fromAt: Instant; readonly calendarId: Id<'Calendar'> | null } | null
}

/** Something that does not fit in the plan of a project; moments are milliseconds since 1970. */
export type ProjectConflict = {
  readonly kind: Conflict['kind']
  readonly itemId: Id<'WorkItem'>
  readonly linkId: Id<'Relation'> | null
  readonly constraint: ConstraintKind | null
  readonly wantedAt: Instant
  readonly gotAt: Instant
  /** Working minutes of the item between the two. */
  readonly offMin: number
  /** What put it there instead. */
  readonly by: NamedReason | null
}

/** A plan as calculated, with what does not fit together in it. */
export type CalculatedProject = {
  readonly dates: readonly ProjectDates[]
  readonly conflicts: readonly ProjectConflict[]
}

/** A conflict of the network as the project has it. */
export function conflictOf(conflict: Conflict): ProjectConflict {
  const { kind, itemId, offMin } = conflict
  return {
    ...{ kind, itemId, offMin },
    linkId: conflict.kind === 'link' ? conflict.linkId : null,
    constraint: conflict.kind === 'constraint' ? conflict.constraint : null,
    wantedAt: conflict.wantedAt * MINUTE_MS,
    gotAt: conflict.gotAt * MINUTE_MS,
    by: 'by' in conflict && conflict.by ? named(conflict.by) : null,
  }
}

/** A task of the network as the project has it. */
export function datesOf(task: PlannedTask): ProjectDates {
  const { totalFloatMin, freeFloatMin, startFloatMin, finishFloatMin } = task
  const { isCritical, isNearCritical, isOnLongestPath, reason, calendarWait } = task
  return {
    itemId: task.id,
    startAt: task.startAt * MINUTE_MS,
    finishAt: task.finishAt * MINUTE_MS,
    lateFinishAt: task.lateFinishAt * MINUTE_MS,
    ...{ totalFloatMin, freeFloatMin, startFloatMin, finishFloatMin },
    ...{ isCritical, isNearCritical, isOnLongestPath },
    reason: named(reason),
    gaps: task.gaps.map(rowGapOf),
    calendarWait: calendarWait && {
      fromAt: calendarWait.fromAt * MINUTE_MS,
      calendarId: calendarWait.calendarId === STANDARD_ID ? null : calendarWait.calendarId,
    },
  }
}

function named(reason: Reason): NamedReason {
  if ('linkId' in reason) return { kind: reason.kind, id: reason.linkId }
  return { kind: reason.kind, id: 'itemId' in reason ? reason.itemId : null }
}

import type { Minute, WorkingCalendar } from '../../calendar/index.ts'
import type { Id } from '../../kernel/index.ts'
import type { Split } from './splits.ts'

/**
 * Limits that people set on the dates of a task: no earlier or no later than for its start or its
 * finish, exactly on, or as late as its followers allow.
 *
 * @see PMI, Practice Standard for Scheduling: date constraints
 */
export const CONSTRAINT_KINDS = ['ASAP', 'ALAP', 'SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'] as const
/** One of them. */
export type ConstraintKind = (typeof CONSTRAINT_KINDS)[number]

/** A limit, and the moment it names; ASAP and ALAP name none. */
export type Constraint = { readonly kind: ConstraintKind; readonly at: Minute | null }

/**
 * What a row of a plan is. A milestone takes no time; a summary spans what is below it; a hammock (level
 * of effort) spans what it is linked to, on either side, and has no duration of its own; nothing waits for it.
 */
export type TaskKind = 'task' | 'milestone' | 'summary' | 'hammock'

/** A row of a plan, as the network sees it. All moments are minutes since 1970 (UTC). */
export type PlanTask = {
  readonly id: Id<'WorkItem'>
  readonly parentId: Id<'WorkItem'> | null
  readonly kind: TaskKind
  /** Working minutes of its calendar, or minutes around the clock; summaries and hammocks: not looked at. */
  readonly durationMin: number
  readonly isElapsed: boolean
  /** Gaps in its work, in their order and within its duration. Absent: it is done in one piece. */
  readonly splits?: readonly Split[]
  /** Null: the calendar of the project. */
  readonly calendarId: Id<'Calendar'> | null
  /**
   * The calendars of whoever and whatever it is done with. It is worked on when its own calendar and all of
   * these work; where that never happens in the first two years of the plan, when its own does. Lags do not
   * look at them.
   */
  readonly resourceCalendarIds?: readonly Id<'Calendar'>[]
  /** Levelling may choose who does it: then it waits for the calendar of whoever that is, too. */
  readonly waitsForChosen?: boolean
  readonly constraint: Constraint | null
  /** What it waits for in other plans. Absent: nothing. */
  readonly outside?: readonly OutsideLink[]
  /**
   * Whether another plan waits for it. How long that may wait is not known here: neither it nor what comes before it
   * is put as late as it can be. Absent: none does.
   */
  readonly isAwaited?: boolean
  /** After it, the task is late; it moves nothing. */
  readonly deadlineAt: Minute | null
  /** Levelling put it no earlier than this, because somebody or something it needs is taken until then. */
  readonly levelledAt: Minute | null
  /** Planned by hand: keeps these dates, and drives its followers with them. */
  readonly manual: { readonly startAt: Minute; readonly finishAt: Minute } | null
  /**
   * What happened: never moved. With a start alone, `remainingMin` of the duration are left, and go on no
   * earlier than `resumeAt`.
   */
  readonly actual: {
    readonly startAt: Minute
    readonly finishAt: Minute | null
    readonly remainingMin: number
    readonly resumeAt?: Minute
  } | null
}

/** How two tasks are tied: finish or start of the first to start or finish of the second. */
export type LinkKind = 'FS' | 'SS' | 'FF' | 'SF'

/** What a lag counts: working minutes, minutes around the clock, or percent of the first task's duration. */
export type LagUnit = 'workingMin' | 'elapsedMin' | 'percent'

/** A dependency. Two tasks may carry several. A negative lag is a lead. */
export type PlanLink = {
  readonly id: Id<'Relation'>
  readonly fromId: Id<'WorkItem'>
  readonly toId: Id<'WorkItem'>
  readonly kind: LinkKind
  readonly lag: number
  readonly lagUnit: LagUnit
}

/** Work of another plan: as far as this one goes, it keeps its dates. */
export type OutsideTask = {
  readonly startAt: Minute
  readonly finishAt: Minute
  /** Working minutes, of which a lag in percent is a share. */
  readonly durationMin: number
  readonly isElapsed: boolean
  /** In whose working time lags of predecessors are counted. Null: that of the project. */
  readonly calendarId: Id<'Calendar'> | null
  readonly hasBegun: boolean
  readonly isOver: boolean
}

/** A dependency on work of another plan, as a link to it from a task that is planned by hand. */
export type OutsideLink = Omit<PlanLink, 'fromId' | 'toId'> & { readonly from: OutsideTask }

/** In whose working time lags are counted; `twentyFourHour` counts every minute. */
export type LagCalendar = 'project' | 'predecessor' | 'successor' | 'twentyFourHour'

/**
 * What counts when links ask for a later date than a constraint allows: `logic` keeps the links and
 * reports the constraint as broken, `dates` keeps the date and reports the link.
 */
export type Precedence = 'logic' | 'dates'

/**
 * Work begun before its predecessor was done: the rest waits for the predecessor (`retained`), goes on
 * (`override`), or goes on and makes the predecessor late, which should have been done when the work
 * really began (`actualDates`).
 */
export type ProgressRule = 'retained' | 'override' | 'actualDates'

/** Two working days: where nobody has said from which float on work is no longer near-critical. */
export const USUAL_NEAR_CRITICAL_MIN = 960

/** How a plan is calculated. */
export type PlanOptions = {
  readonly startAt: Minute
  /** Work that is left begins no earlier than this. Null: nothing has been reported yet. */
  readonly statusAt: Minute | null
  readonly calendarId: Id<'Calendar'>
  readonly lagCalendar: LagCalendar
  readonly precedence: Precedence
  readonly progress: ProgressRule
  /** Tasks with at most so much total float, in working minutes, are critical. */
  readonly criticalMin: number
  /** Those with more, but at most so much, are near-critical; none where it is not above `criticalMin`. */
  readonly nearCriticalMin: number
}

/** A plan as it goes into the network. */
export type PlanInput = {
  readonly tasks: readonly PlanTask[]
  readonly links: readonly PlanLink[]
  readonly calendars: readonly WorkingCalendar[]
  readonly options: PlanOptions
}

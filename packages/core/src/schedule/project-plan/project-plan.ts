import type { WorkingCalendar } from '../../calendar/index.ts'
import type { Id, Instant, PlainDate } from '../../kernel/index.ts'
import type { Alternatives } from '../level-plan/resources.ts'
import type {
  ConstraintKind,
  LagCalendar,
  LagUnit,
  LinkKind,
  Precedence,
  ProgressRule,
} from '../network/plan.ts'
import type { Split } from '../network/splits.ts'
import type { DatesFrom } from '../plan-rows.ts'
import type { TaskType } from '../work-model/task-work.ts'

/**
 * A row of a project's plan with all that its place in time is made of: what people said about it, what
 * happened, and the dates that stand on it. Moments are milliseconds since 1970, durations minutes.
 */
export type ProjectRow = {
  readonly itemId: Id<'WorkItem'>
  readonly parentId: Id<'WorkItem'> | null
  readonly isSummary: boolean
  readonly isMilestone: boolean
  /** A level of effort: it spans what it is linked to. */
  readonly isHammock: boolean
  readonly isDone: boolean
  readonly effortMin: number | null
  readonly startAt: Instant | null
  readonly finishAt: Instant | null
  readonly datesFrom: DatesFrom | null
  /** Working minutes of its calendar, or minutes around the clock. Null: its effort, or a day. */
  readonly durationMin: number | null
  readonly isElapsed: boolean
  /** Gaps in its work; those that lie behind its end do not count. */
  readonly splits: readonly Split[]
  /** Work that holds its duration goes by its own calendar, whoever does it. */
  readonly taskType: TaskType
  readonly percentComplete: number
  /** Keeps its dates instead of following its links. */
  readonly isManual: boolean
  readonly constraintKind: ConstraintKind | null
  readonly constraintAt: Instant | null
  readonly deadlineAt: Instant | null
  readonly levelledAt: Instant | null
  readonly calendarId: Id<'Calendar'> | null
  /** When its state said that it began, and that it was done. */
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly actualStartAt: Instant | null
  readonly actualFinishAt: Instant | null
  readonly remainingMin: number | null
  /** Work that has begun and rests goes on no earlier. */
  readonly resumeAt: Instant | null
  readonly phaseId: Id<'Phase'> | null
}

/** Work that nobody has estimated takes a day of eight hours. */
const USUAL_DURATION_MIN = 480

/** How long a row takes: as said, else its effort, else a day. */
export function durationOf({
  durationMin,
  effortMin,
}: Pick<ProjectRow, 'durationMin' | 'effortMin'>): number {
  return durationMin ?? effortMin ?? USUAL_DURATION_MIN
}

/** Whether people gave a row its dates: it keeps them, whatever comes before it. */
export function keepsDates({ isManual, datesFrom }: Pick<ProjectRow, 'isManual' | 'datesFrom'>): boolean {
  return isManual || datesFrom === 'item'
}

/** A dependency between two rows. */
export type ProjectLink = {
  readonly id: Id<'Relation'>
  readonly fromId: Id<'WorkItem'>
  readonly toId: Id<'WorkItem'>
  readonly linkType: LinkKind
  readonly lag: number
  readonly lagUnit: LagUnit
}

/** Where work of another project lies, as its plan has it. */
export type OutsidePlace = {
  readonly startAt: Instant
  readonly finishAt: Instant
  readonly durationMin: number
  readonly isElapsed: boolean
  /** Its own, or that of its project. Null: the standard week. */
  readonly calendarId: Id<'Calendar'> | null
  readonly hasBegun: boolean
  readonly isOver: boolean
}

/** A dependency of a row on work of another project; that may have no place in time yet. */
export type ProjectOutsideLink = Omit<ProjectLink, 'fromId'> & { readonly from: OutsidePlace | null }

/** How a plan is tied to those of other projects. */
export type OutsideTies = {
  readonly links: readonly ProjectOutsideLink[]
  /** Rows that other projects wait for. */
  readonly awaitedIds: readonly Id<'WorkItem'>[]
  /** Of other projects, where lags are counted in those of predecessors. */
  readonly calendars: readonly WorkingCalendar[]
}

/** How much of a resource there is for some days, both inclusive, or from a day on. */
export type AvailabilityPeriod = {
  readonly fromOn: PlainDate
  /** Null: from then on. */
  readonly toOn: PlainDate | null
  readonly maxUnits: number
}

/** Somebody or something that work is done with. */
export type ProjectResource = {
  readonly id: Id<'Resource'>
  /** Material and cost are used up: nothing waits for them. */
  readonly kind: 'work' | 'machine' | 'material' | 'cost'
  /** Null: it works whenever the work does. */
  readonly calendarId: Id<'Calendar'> | null
  /** 1 is one whole person or machine. */
  readonly maxUnits: number
  /** Where several hold, that which begins last counts, and of those the shortest. */
  readonly availability: readonly AvailabilityPeriod[]
  readonly dayLimitMin: number | null
  readonly weekLimitMin: number | null
  readonly skills: readonly string[]
  /** Who belongs to the crew: there is as much of it as there is of them. Empty: it is none, or nobody says who. */
  readonly crewMemberIds: readonly Id<'Resource'>[]
}

/** That a resource is on a row, or somebody with a skill is to be. */
export type ProjectAssignment = {
  readonly id: Id<'Assignment'>
  readonly itemId: Id<'WorkItem'>
  /** Null: still to be chosen from the alternatives. */
  readonly resourceId: Id<'Resource'> | null
  readonly units: number
  readonly workMin: number
  /** Who levelling may give it to instead; null: nobody. */
  readonly alternatives: Alternatives | null
}

/** How the plan of a project is calculated. */
export type PlanSettings = {
  /** False: the dates stay as they are. */
  readonly isScheduled: boolean
  /** Work begins no earlier. */
  readonly startAt: Instant
  /** Work that is left begins no earlier than this. */
  readonly statusAt: Instant | null
  /** Null: the standard week. */
  readonly calendarId: Id<'Calendar'> | null
  readonly lagCalendar: LagCalendar
  readonly precedence: Precedence
  readonly progressRule: ProgressRule
  /** Working minutes of float up to which an item is critical. */
  readonly criticalMin: number
  /** And up to which it is near-critical. */
  readonly nearCriticalMin: number
}

/** Everything that the dates of a project follow from. */
export type ProjectPlan = {
  /** In outline order: parents before what is under them. */
  readonly rows: readonly ProjectRow[]
  readonly links: readonly ProjectLink[]
  readonly calendars: readonly WorkingCalendar[]
  readonly resources: readonly ProjectResource[]
  readonly assignments: readonly ProjectAssignment[]
  readonly settings: PlanSettings
  /** IANA name: where the standard week is worked. */
  readonly timeZone: string
  /** Phases whose work is known as ranges only; nothing in them is dated. */
  readonly laterPhaseIds: ReadonlySet<string>
  /** Absent: it is tied to no other project. */
  readonly outside?: OutsideTies | undefined
}

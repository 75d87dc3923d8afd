import type { PlainDate } from '@millrace/core/kernel'
import type { PlainDateTime } from '../dates/index.ts'
import type { ProblemReport } from '../report/index.ts'
import type { EncodingReport } from '../text/index.ts'
import type { XerProblem, XerProblemCode } from './problem.ts'

/** A project of the file; a file may hold several that are linked with each other. */
export type XerProject = {
  readonly id: string
  readonly shortName: string
  readonly calendarId: string | undefined
  readonly plannedStart: PlainDateTime | undefined
  readonly mustFinishBy: PlainDateTime | undefined
  readonly scheduledFinish: PlainDateTime | undefined
  /** The data date: what is before it has happened, what is behind it is planned. */
  readonly dataDate: PlainDateTime | undefined
}

/** How a project was calculated when its dates were worked out. */
export type XerScheduleOptions = {
  readonly projectId: string
  /** In whose working time lags are counted. */
  readonly lagCalendar: 'predecessor' | 'successor' | 'project' | 'around-the-clock'
  /** What is left of work that has begun out of sequence waits for its predecessors, goes on, or makes them late. */
  readonly progress: 'retained' | 'override' | 'actualDates'
}

/** A stretch of working time in a day, `HH:MM` each; `to` is `24:00` at the end of the day. */
export type XerWorkingTime = { readonly from: string; readonly to: string }

/** A day that is not as its weekday; without times it is a day off. */
export type XerExceptionDay = { readonly day: PlainDate; readonly times: readonly XerWorkingTime[] }

/** Working time of activities or resources. */
export type XerCalendar = {
  readonly id: string
  readonly name: string
  /** Whose it is: everybody's, a project's or a resource's. */
  readonly kind: 'global' | 'project' | 'resource'
  readonly isDefault: boolean
  readonly baseCalendarId: string | undefined
  readonly minutesPerDay: number | undefined
  readonly minutesPerWeek: number | undefined
  /** Seven days, Monday first; no times on days off. */
  readonly week: readonly (readonly XerWorkingTime[])[]
  readonly exceptions: readonly XerExceptionDay[]
}

/** A node of the work breakdown structure; the topmost stands for the project. */
export type XerWbs = {
  readonly id: string
  readonly projectId: string
  readonly parentId: string | undefined
  readonly code: string
  readonly name: string
  readonly isProject: boolean
}

/** What sort of activity it is. */
export type XerActivityKind =
  | 'task'
  | 'resource-dependent'
  | 'level-of-effort'
  | 'start-milestone'
  | 'finish-milestone'
  | 'wbs-summary'

/** When an activity should be, besides its links. */
export type XerConstraintKind =
  | 'start-on'
  | 'start-on-or-after'
  | 'start-on-or-before'
  | 'finish-on'
  | 'finish-on-or-after'
  | 'finish-on-or-before'
  | 'as-late-as-possible'
  | 'mandatory-start'
  | 'mandatory-finish'

/** A constraint; as late as possible has no date. */
export type XerConstraint = { readonly kind: XerConstraintKind; readonly date: PlainDateTime | undefined }

/** An activity. Lengths are working minutes of its calendar. */
export type XerActivity = {
  readonly id: string
  readonly projectId: string
  readonly wbsId: string | undefined
  readonly calendarId: string | undefined
  readonly code: string
  readonly name: string
  readonly kind: XerActivityKind
  readonly state: 'not-started' | 'in-progress' | 'completed'
  readonly durationMin: number | undefined
  readonly remainingDurationMin: number | undefined
  readonly totalFloatMin: number | undefined
  readonly freeFloatMin: number | undefined
  readonly physicalPercentComplete: number | undefined
  readonly plannedStart: PlainDateTime | undefined
  readonly plannedFinish: PlainDateTime | undefined
  readonly actualStart: PlainDateTime | undefined
  readonly actualFinish: PlainDateTime | undefined
  readonly earlyStart: PlainDateTime | undefined
  readonly earlyFinish: PlainDateTime | undefined
  readonly lateStart: PlainDateTime | undefined
  readonly lateFinish: PlainDateTime | undefined
  readonly suspendedAt: PlainDateTime | undefined
  readonly resumedAt: PlainDateTime | undefined
  readonly workMin: number | undefined
  readonly actualWorkMin: number | undefined
  readonly remainingWorkMin: number | undefined
  /** None, one or two. */
  readonly constraints: readonly XerConstraint[]
  readonly line: number
}

/** A link between two activities, with what keeps it from being used. */
export type XerLink = {
  readonly predecessorId: string
  readonly successorId: string
  readonly kind: 'FS' | 'SS' | 'FF' | 'SF'
  /** Working minutes; negative for a lead. */
  readonly lagMin: number
  /** The problem for which the link must be left out; the other links form no circle. */
  readonly leftOut: XerProblemCode | undefined
  readonly line: number
}

/** A person, machine or material. */
export type XerResource = {
  readonly id: string
  readonly parentId: string | undefined
  readonly shortName: string
  readonly name: string
  readonly kind: 'labor' | 'equipment' | 'material'
  readonly email: string | undefined
  readonly calendarId: string | undefined
}

/** A resource at work on an activity. Minutes, or sixty times the units of material. */
export type XerAssignment = {
  readonly id: string
  readonly activityId: string
  readonly resourceId: string | undefined
  readonly workMin: number | undefined
  readonly actualWorkMin: number | undefined
  readonly remainingWorkMin: number | undefined
  /** 1 is one person full time. */
  readonly units: number | undefined
  readonly plannedStart: PlainDateTime | undefined
  readonly plannedFinish: PlainDateTime | undefined
  readonly line: number
}

/** A Primavera P6 file, in file order, with all that was wrong with it. */
export type XerFile = ProblemReport<XerProblem> & {
  /** Version of the program, as it writes it: `18.8`. */
  readonly version: string
  /** ISO 4217 code; `undefined` when the file names none or an unknown one. */
  readonly currency: string | undefined
  readonly projects: readonly XerProject[]
  /** At most one for each project. */
  readonly scheduleOptions: readonly XerScheduleOptions[]
  readonly calendars: readonly XerCalendar[]
  readonly wbs: readonly XerWbs[]
  readonly activities: readonly XerActivity[]
  readonly links: readonly XerLink[]
  readonly resources: readonly XerResource[]
  readonly assignments: readonly XerAssignment[]
  readonly encoding: EncodingReport
  /** Tables that were not taken over, with their number of rows. */
  readonly ignored: Readonly<Record<string, number>>
}

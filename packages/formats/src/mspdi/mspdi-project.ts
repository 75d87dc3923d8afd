import type { PlainDateTime } from '../dates/index.ts'
import type { ProblemReport } from '../report/index.ts'
import type { EncodingReport } from '../text/index.ts'
import type { MspdiAssignment } from './assignment.ts'
import type { MspdiCalendar } from './calendar.ts'
import type { LinkKind, TaskType } from './codes.ts'
import type { MspdiAttributeDefinition } from './extended-attribute.ts'
import type { MspdiProblem, MspdiProblemCode } from './problem.ts'
import type { MspdiResource } from './resource.ts'
import type { MspdiLag, MspdiTask } from './task.ts'

/** What a file says about the project as a whole. */
export type MspdiProperties = {
  /** File name the project was saved under. */
  readonly name: string | undefined
  readonly title: string | undefined
  readonly subject: string | undefined
  readonly company: string | undefined
  readonly manager: string | undefined
  readonly author: string | undefined
  readonly guid: string | undefined
  /** Version of Microsoft Project's format: 12 is 2007, 14 and higher 2010 and later. */
  readonly saveVersion: number | undefined
  readonly createdAt: PlainDateTime | undefined
  readonly lastSavedAt: PlainDateTime | undefined
  readonly start: PlainDateTime | undefined
  readonly finish: PlainDateTime | undefined
  readonly statusDate: PlainDateTime | undefined
  readonly currentDate: PlainDateTime | undefined
  /** Plan from the start forwards; otherwise from the finish backwards. */
  readonly scheduleFromStart: boolean
  /** ISO 4217 code; `undefined` when the file names none or an unknown one. */
  readonly currency: string | undefined
  readonly currencySymbol: string | undefined
  readonly calendarUid: number | undefined
  /** Lengths of the units people entered durations in. */
  readonly minutesPerDay: number
  readonly minutesPerWeek: number
  readonly daysPerMonth: number
  /** Times of day `HH:MM:SS` given to dates entered without one. */
  readonly defaultStartTime: string | undefined
  readonly defaultFinishTime: string | undefined
  /** ISO 8601 day of the week on which a week begins, 1 Monday to 7 Sunday. */
  readonly weekStartsOn: number
  readonly newTasksAreManual: boolean
  readonly multipleCriticalPaths: boolean
  /** Tasks with no more slack than this many days count as critical. */
  readonly criticalSlackDays: number | undefined
  /** Constraint dates win over links. */
  readonly honorConstraints: boolean
  /** Task type of new tasks. */
  readonly defaultTaskType: TaskType | undefined
  readonly newTasksAreEffortDriven: boolean
  /** Work that has begun may be split where its predecessor is late. */
  readonly splitsInProgressTasks: boolean
  /** What reporting progress does to parts on the wrong side of the status date. */
  readonly moveCompletedEndsBack: boolean
  readonly moveRemainingStartsBack: boolean
  readonly moveRemainingStartsForward: boolean
  readonly moveCompletedEndsForward: boolean
  /** Number of the baseline that earned value compares with, 0 to 10. */
  readonly baselineForEarnedValue: number | undefined
}

/** A link between two tasks of the file, with what keeps it from being used. */
export type MspdiLink = {
  readonly predecessorUid: number
  readonly successorUid: number
  readonly kind: LinkKind
  readonly lag: MspdiLag
  /** The problem for which the link must be left out; the other links form no circle. */
  readonly leftOut: MspdiProblemCode | undefined
}

/** A Microsoft Project file, in file order, with all that was wrong with it. */
export type MspdiProject = ProblemReport<MspdiProblem> & {
  readonly properties: MspdiProperties
  readonly attributeDefinitions: readonly MspdiAttributeDefinition[]
  readonly calendars: readonly MspdiCalendar[]
  readonly tasks: readonly MspdiTask[]
  readonly resources: readonly MspdiResource[]
  readonly assignments: readonly MspdiAssignment[]
  /** The predecessors of all tasks as one list, checked. */
  readonly links: readonly MspdiLink[]
  readonly encoding: EncodingReport
  /** Empty rows of the task and resource lists, and the resource that stands for nobody. */
  readonly emptyRows: { readonly tasks: number; readonly resources: number }
  /** Elements that were not taken over, by path (`Task/WBSLevel`), with how often they occurred. */
  readonly ignored: Readonly<Record<string, number>>
}

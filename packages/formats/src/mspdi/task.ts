import type { PlainDateTime } from '../dates/index.ts'
import type { MspdiBaseline } from './baseline.ts'
import type { ConstraintType, DurationFormat, LinkKind, TaskType } from './codes.ts'
import type { MspdiAttribute } from './extended-attribute.ts'
import type { MspdiTimephased } from './timephased.ts'

/** Time between the two ends a link ties; negative for a lead. */
export type MspdiLag =
  /** Minutes of working time. */
  | { readonly kind: 'working'; readonly minutes: number }
  /** Minutes round the clock. */
  | { readonly kind: 'elapsed'; readonly minutes: number }
  /** Percent of the predecessor's duration, in working or elapsed time. */
  | { readonly kind: 'percent'; readonly percent: number; readonly elapsed: boolean }

/** A link as written with its successor. */
export type MspdiPredecessor = {
  readonly predecessorUid: number
  readonly kind: LinkKind
  readonly lag: MspdiLag
  /** The other project, when the predecessor is not of this one. */
  readonly crossProject: string | undefined
  readonly line: number
}

/** A web address or file a row points to. */
export type MspdiHyperlink = {
  readonly text: string | undefined
  readonly address: string | undefined
  readonly subAddress: string | undefined
}

/** A task, summary or milestone. Minutes are working minutes rounded to thousandths unless stated. */
export type MspdiTask = {
  /** Stable number; links and assignments use it. 0 is the project's own summary. */
  readonly uid: number
  /** Number of the row on the screen. */
  readonly id: number | undefined
  readonly guid: string | undefined
  readonly name: string
  /** Depth: 0 the project itself, 1 its first level. */
  readonly outlineLevel: number
  readonly outlineNumber: string | undefined
  readonly wbs: string | undefined
  readonly type: TaskType | undefined
  readonly summary: boolean
  readonly milestone: boolean
  /** Scheduled by hand: keeps its dates. */
  readonly manual: boolean
  /** Inactive tasks stay in the file without any effect on the plan. */
  readonly active: boolean
  readonly recurring: boolean
  readonly effortDriven: boolean
  /** A stand-in for a task of another project. */
  readonly external: boolean
  /** Where that other project is, with the task's number in it. */
  readonly externalProject: string | undefined
  /** Name of the inserted project this row stands for. */
  readonly subproject: string | undefined
  readonly createdAt: PlainDateTime | undefined
  readonly start: PlainDateTime | undefined
  readonly finish: PlainDateTime | undefined
  /** Elapsed minutes when `durationFormat.elapsed`. */
  readonly durationMin: number | undefined
  readonly durationFormat: DurationFormat | undefined
  /** What the person entered for a task scheduled by hand; the dates above may differ. */
  readonly manualStart: PlainDateTime | undefined
  readonly manualFinish: PlainDateTime | undefined
  readonly manualDurationMin: number | undefined
  /** Words instead of a date, of a task scheduled by hand: `after Easter`. */
  readonly startText: string | undefined
  readonly finishText: string | undefined
  readonly durationText: string | undefined
  readonly workMin: number | undefined
  readonly actualStart: PlainDateTime | undefined
  readonly actualFinish: PlainDateTime | undefined
  readonly actualDurationMin: number | undefined
  readonly remainingDurationMin: number | undefined
  readonly actualWorkMin: number | undefined
  readonly remainingWorkMin: number | undefined
  /** Work stopped and goes on, in a task interrupted once begun. */
  readonly stop: PlainDateTime | undefined
  readonly resume: PlainDateTime | undefined
  readonly percentComplete: number | undefined
  readonly percentWorkComplete: number | undefined
  readonly physicalPercentComplete: number | undefined
  /** 0 to 1000; 500 is normal, 1000 is never levelled. */
  readonly priority: number | undefined
  readonly constraintType: ConstraintType
  readonly constraintDate: PlainDateTime | undefined
  readonly deadline: PlainDateTime | undefined
  readonly calendarUid: number | undefined
  readonly ignoreResourceCalendar: boolean
  readonly levelAssignments: boolean
  readonly levelingCanSplit: boolean
  readonly levelingDelayMin: number | undefined
  /** Amounts in minor units of the project's currency. */
  readonly fixedCostMinor: number | undefined
  /** When the fixed cost falls due: 1 at the start, 2 spread, 3 at the end. */
  readonly fixedCostAccrual: number | undefined
  readonly costMinor: number | undefined
  readonly actualCostMinor: number | undefined
  readonly remainingCostMinor: number | undefined
  /** How work is earned: 0 by percent complete, 1 by physical percent complete. */
  readonly earnedValueMethod: number | undefined
  readonly overtimeWorkMin: number | undefined
  /** What Microsoft Project computed when it saved the file. */
  readonly earlyStart: PlainDateTime | undefined
  readonly earlyFinish: PlainDateTime | undefined
  readonly lateStart: PlainDateTime | undefined
  readonly lateFinish: PlainDateTime | undefined
  readonly freeSlackMin: number | undefined
  readonly totalSlackMin: number | undefined
  readonly critical: boolean
  readonly contact: string | undefined
  readonly notes: string | undefined
  readonly hyperlink: MspdiHyperlink | undefined
  readonly predecessors: readonly MspdiPredecessor[]
  readonly attributes: readonly MspdiAttribute[]
  readonly baselines: readonly MspdiBaseline[]
  readonly timephased: readonly MspdiTimephased[]
  readonly line: number
}

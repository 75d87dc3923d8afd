import type { Minute } from '@millrace/core/calendar'
import type { Id, RefusalParam } from '@millrace/core/kernel'
import type { PlanInput } from '@millrace/core/schedule'

/** What a plan says differently, or cannot say, than the file it comes from. */
export const PLAN_NOTE_CODES = [
  /** An inactive task has no effect on the plan and is left out. */
  'plan.task_inactive',
  /** A task of another project keeps the dates that the file states. */
  'plan.task_external',
  /** A summary of what is done in a node of the work breakdown structure is left out: the node says it. */
  'plan.task_spans_wbs',
  /** Planned by hand, but without dates: it follows its links like others. */
  'plan.task_without_dates',
  /** Those who do it rest at different times; here it rests only when all of them do. */
  'plan.task_split',
  /** Of what `resource` has left of it, `leftHours`, so much lies elsewhere when it is spread evenly: `movedHours`. */
  'plan.work_uneven',
  /** Those who do it have different working times: `calendar` is taken for it. */
  'plan.calendars_differ',
  /** A link that bounds the finish of a summary is left out: `predecessor`, `kind`. */
  'plan.link_to_summary',
  /** A second constraint is left out: `kind`. */
  'plan.constraint_second',
  /** A constraint that the file holds against its links gives way to them here: `kind`. */
  'plan.constraint_mandatory',
  /** The file plans backwards from its finish; here it is planned forwards from its start. */
  'plan.from_finish',
  /** A calendar has more exceptions than can be kept: `name`, `max`. */
  'plan.exceptions_cut',
] as const
/** One of them. */
export type PlanNoteCode = (typeof PLAN_NOTE_CODES)[number]

/** A note on a row of the plan, or on the whole of it. */
export type PlanNote = {
  readonly code: PlanNoteCode
  /** Of the row; also of one that is left out. Null for the whole plan. */
  readonly itemId: Id<'WorkItem'> | null
  readonly subject: string
  readonly params: Readonly<Record<string, RefusalParam>>
}

/** A row of a plan as its file shows it. */
export type FileRow = {
  readonly id: Id<'WorkItem'>
  readonly name: string
  /** Its code in the work breakdown structure, or of its activity. */
  readonly wbs: string
  /** Depth in the outline; 1 is the first level. */
  readonly level: number
  /** The dates that the file states, on the clock of its wall taken for UTC. */
  readonly startAt: Minute | null
  readonly finishAt: Minute | null
  /** 0 to 1000: what levelling places first; 1000 is never moved. Absent: as usual. */
  readonly priority?: number
}

/** Who or what does the work. */
export type FileResource = {
  readonly id: Id<'Resource'>
  readonly name: string
  readonly kind: 'work' | 'material' | 'cost'
  /** A role or skill: somebody is still to be chosen for what it does. */
  readonly isGeneric?: boolean
  /** Null: the calendar of the project. */
  readonly calendarId: Id<'Calendar'> | null
  /** 1 is one person full time. */
  readonly maxUnits: number
  /** From these moments on there is another amount of it, in their order. */
  readonly changes?: readonly { readonly fromAt: Minute; readonly maxUnits: number }[]
}

/** A resource at work on a row. */
export type FileAssignment = {
  readonly id: Id<'Assignment'>
  readonly itemId: Id<'WorkItem'>
  /** Null: nobody has been given the work yet. */
  readonly resourceId: Id<'Resource'> | null
  /** 1 is one person full time. */
  readonly units: number
  readonly workMin: number
}

/**
 * A plan out of a foreign file. Its ids are those of the file as text; moments are what the clock on
 * the wall shows there, taken for UTC, and so are its calendars.
 */
export type FilePlan = {
  readonly name: string
  /** Length of a day in which durations are shown. */
  readonly minutesPerDay: number
  readonly input: PlanInput
  /** By the place of their tasks in `input`. */
  readonly rows: readonly FileRow[]
  readonly resources: readonly FileResource[]
  readonly assignments: readonly FileAssignment[]
  readonly notes: readonly PlanNote[]
}

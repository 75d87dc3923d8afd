import type { RefusalParam } from '@millrace/core/kernel'

/** Every problem a project file can have, with its weight, for the catalogue of sentences. */
const SEVERITY = {
  /** A task, resource, calendar or assignment without a usable UID was left out. */
  'mspdi.uid_missing': 'error',
  /** A UID occurs twice; the first one is meant by links and assignments: `uid`. */
  'mspdi.uid_duplicate': 'error',
  /** A value could not be read and counts as absent: `element`, `value`. */
  'mspdi.value_unreadable': 'warning',
  /** A date outside 1900..2200 counts as absent: `element`, `value`. */
  'mspdi.date_out_of_range': 'warning',
  /** Bytes that do not fit the encoding: `count`, `firstByte`, `encoding`. */
  'mspdi.encoding_broken': 'warning',
  /** Characters XML forbids were removed: `count`. */
  'mspdi.characters_forbidden': 'warning',
  /** The project's currency is missing or no ISO 4217 code: `currency`. */
  'mspdi.currency_unknown': 'warning',
  /** A link to a task that is not in the file was left out: `predecessorUid`. */
  'mspdi.link_dangling': 'error',
  /** A link of a task to itself was left out. */
  'mspdi.link_to_self': 'error',
  /** A link between a summary and a task inside it was left out: `predecessor`. */
  'mspdi.link_to_own_summary': 'error',
  /** A link that closes a circle was left out: `predecessor`, `cycle` (task names, at most 20). */
  'mspdi.link_cycle': 'error',
  /** A second link between two tasks in the same way was left out: `predecessor`. */
  'mspdi.link_duplicate': 'warning',
  /** A link to a task of another project was left out: `project`. */
  'mspdi.link_cross_project': 'warning',
  /** A link of unknown type is taken as finish-to-start: `value`. */
  'mspdi.link_type_unknown': 'warning',
  /** A calendar that is not in the file; the project's own is used: `calendarUid`. */
  'mspdi.calendar_unknown': 'warning',
  /** Calendars based on each other in a circle. */
  'mspdi.calendar_cycle': 'error',
  /** A calendar in which no day has working time. */
  'mspdi.calendar_no_working_time': 'warning',
  /** Working times that end before they begin or overlap. */
  'mspdi.calendar_times_invalid': 'warning',
  /** A calendar exception without readable dates, or repeating in an unknown way, was left out. */
  'mspdi.exception_unreadable': 'warning',
  /** An assignment for a task that is not in the file: `taskUid`. */
  'mspdi.assignment_task_unknown': 'error',
  /** An assignment of a resource that is not in the file: `resourceUid`. */
  'mspdi.assignment_resource_unknown': 'error',
  /** A task more than one level below the task before it: `level`, `previousLevel`. */
  'mspdi.outline_jump': 'warning',
  /** A finish before its start: `start`, `finish`. */
  'mspdi.finish_before_start': 'warning',
  /** A negative duration or amount of work: `element`. */
  'mspdi.duration_negative': 'warning',
  /** A baseline with a number outside 0..10 was left out: `value`. */
  'mspdi.baseline_unknown': 'warning',
  /** A value of a field the file does not define; it goes by its number: `fieldId`. */
  'mspdi.attribute_undefined': 'warning',
} as const

/** A stable name for what is wrong in a project file. */
export type MspdiProblemCode = keyof typeof SEVERITY

/** What a problem is about. */
export type MspdiSubject = {
  readonly kind: 'project' | 'calendar' | 'task' | 'resource' | 'assignment'
  readonly uid: number | undefined
  /** Its name; for an assignment, the name of its task. */
  readonly name: string
}

/** Something wrong in a project file; reading went on. */
export type MspdiProblem = {
  /** `error`: something was left out. `warning`: something may differ from what was meant. */
  readonly severity: 'error' | 'warning'
  readonly code: MspdiProblemCode
  readonly subject: MspdiSubject
  /** Line of the file where the subject begins, from 1. */
  readonly line: number | undefined
  readonly params?: Readonly<Record<string, RefusalParam>>
}

// Object.keys widens to string; the keys are those of the constant above.
const CODES = Object.keys(SEVERITY) as readonly MspdiProblemCode[]

/** Every problem a project file can have, for the catalogue of sentences. */
export const MSPDI_PROBLEM_CODES: readonly MspdiProblemCode[] = CODES

/** Every reason to refuse a file beyond those of XML itself, for the catalogue of sentences. */
export const MSPDI_REFUSAL_CODES = [
  /** The document is XML, but not a Microsoft Project file: `root` (its first element). */
  'mspdi.not_a_project',
  /** More rows (tasks, resources, assignments, calendars, fields) than allowed: `limit`. */
  'mspdi.too_many_rows',
  /** A row with more elements inside than allowed: `limit`, `line`. */
  'mspdi.row_too_large',
] as const

/** A subject with the place where it stands. */
export type PlacedSubject = MspdiSubject & { readonly line: number | undefined }

/** A problem about a subject, with the weight of its code. */
export function mspdiProblem(
  subject: PlacedSubject,
  code: MspdiProblemCode,
  params?: Readonly<Record<string, RefusalParam>>,
): MspdiProblem {
  const { kind, uid, name, line } = subject
  const problem = { severity: SEVERITY[code], code, subject: { kind, uid, name }, line }
  return params === undefined ? problem : { ...problem, params }
}

import type { RefusalParam } from '@millrace/core/kernel'

/** Every problem a file can have, with its weight, for the catalogue of sentences. */
const SEVERITY = {
  /** A row without a usable id was left out: `table`. */
  'xer.id_missing': 'error',
  /** An id occurs twice; the first row counts: `table`, `id`. */
  'xer.id_duplicate': 'error',
  /** A value could not be read and counts as absent: `field`, `value`. */
  'xer.value_unreadable': 'warning',
  /** Bytes that do not fit the encoding: `count`, `firstByte`, `encoding`. */
  'xer.encoding_broken': 'warning',
  /** The file ends without its end mark: it may be cut off. */
  'xer.end_missing': 'warning',
  /** A node of the work breakdown structure under one that is not in the file: `parentId`. */
  'xer.wbs_parent_unknown': 'warning',
  /** An activity in a node that is not in the file: `wbsId`. */
  'xer.wbs_unknown': 'warning',
  /** A calendar that is not in the file: `calendarId`. */
  'xer.calendar_unknown': 'warning',
  /** A calendar whose working times cannot be read; it has none. */
  'xer.calendar_unreadable': 'error',
  /** A calendar in which no day of the week has working time. */
  'xer.calendar_no_working_time': 'warning',
  /** A link to or from an activity that is not in the file was left out: `predecessorId`, `successorId`. */
  'xer.link_dangling': 'error',
  /** A link of an activity to itself was left out. */
  'xer.link_to_self': 'error',
  /** A second link between two activities in the same way was left out: `predecessor`. */
  'xer.link_duplicate': 'warning',
  /** A link that closes a circle was left out: `predecessor`, `cycle` (names, at most 20). */
  'xer.link_cycle': 'error',
  /** An assignment to an activity that is not in the file was left out: `activityId`. */
  'xer.assignment_activity_unknown': 'error',
  /** An assignment of a resource that is not in the file; nobody is at work there: `resourceId`. */
  'xer.assignment_resource_unknown': 'error',
} as const

/** A stable name for what is wrong in a file. */
export type XerProblemCode = keyof typeof SEVERITY

/** Something wrong in a file; reading went on. */
export type XerProblem = {
  /** `error`: something was left out. `warning`: something may differ from what was meant. */
  readonly severity: 'error' | 'warning'
  readonly code: XerProblemCode
  /** Name of the activity, calendar or other row it is about; empty for the file. */
  readonly subject: string
  /** Line of the file, from 1. */
  readonly line: number | undefined
  readonly params: Readonly<Record<string, RefusalParam>>
}

// Object.keys widens to string; the keys are those of the constant above.
const CODES = Object.keys(SEVERITY) as readonly XerProblemCode[]

/** Every problem a file can have, for the catalogue of sentences. */
export const XER_PROBLEM_CODES: readonly XerProblemCode[] = CODES

/** Every reason to refuse a file, for the catalogue of sentences. */
export const XER_REFUSAL_CODES = [
  /** The file does not begin as a Primavera file does. */
  'xer.not_a_project',
  /** There is no project in the file. */
  'xer.no_project',
  /** More bytes than allowed: `limit`. */
  'xer.too_large',
  /** More rows than allowed: `limit`. */
  'xer.too_many_rows',
] as const

const LONGEST_NAME = 200

/** Tells problems of a file. */
export type Tell = (
  code: XerProblemCode,
  about: { readonly subject: string; readonly line: number | undefined },
  params?: Readonly<Record<string, RefusalParam>>,
) => void

/** A problem about a row, with the weight of its code. */
export function xerProblem(
  code: XerProblemCode,
  about: { readonly subject: string; readonly line: number | undefined },
  params: Readonly<Record<string, RefusalParam>> = {},
): XerProblem {
  return {
    severity: SEVERITY[code],
    code,
    subject: about.subject.slice(0, LONGEST_NAME),
    line: about.line,
    params,
  }
}

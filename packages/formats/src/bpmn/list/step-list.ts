/** A regulation as people write it, read line by line. Lines are counted from 1. */
export type StepList = {
  /** When it begins by itself, as `FREQ=…` of RFC 5545, and how that was written. */
  readonly schedule: { readonly rule: string; readonly written: string } | null
  readonly items: readonly ListItem[]
}

/** What a line says. */
export type ListItem =
  | ListStep
  | { readonly kind: 'choice'; readonly line: number; readonly branches: readonly ListBranch[] }
  | { readonly kind: 'parallel'; readonly line: number; readonly items: readonly ListItem[] }
  | { readonly kind: 'sequence'; readonly line: number; readonly items: readonly ListItem[] }
  | { readonly kind: 'wait'; readonly line: number; readonly span: string; readonly name: string }
  | { readonly kind: 'back'; readonly line: number; readonly to: string }
  | { readonly kind: 'end'; readonly line: number; readonly name: string }

/** A step, with what is done within it. */
export type ListStep = {
  readonly kind: 'step'
  readonly line: number
  readonly name: string
  /** As it is written: `2.1`; empty where it has none. */
  readonly number: string
  readonly role: string | null
  readonly expectedMin: number | null
  readonly effortMin: number | null
  readonly items: readonly ListItem[]
}

/** One way of a choice. */
export type ListBranch = {
  readonly line: number
  /** Null: where nothing else holds. */
  readonly condition: string | null
  readonly items: readonly ListItem[]
}

/** What of a list cannot be understood, by its line. */
export type ListProblem = { readonly line: number; readonly code: ListProblemCode; readonly text: string }

/** Every reason why a line is not understood, for the catalogue of sentences. */
export const LIST_PROBLEM_CODES = [
  /** Nothing is written. */
  'list.empty',
  /** It says that it begins again and again, but not when. */
  'list.schedule_unknown',
  /** When it begins stands first. */
  'list.schedule_late',
  /** No `If` is before it. */
  'list.otherwise_alone',
  /** No step has that number. */
  'list.back_unknown',
  /** Nothing is done in it. */
  'list.nothing_done',
  /** Nothing ever comes there, as it goes back or ends before. */
  'list.never_reached',
  /** More lines than a process is overseen by. */
  'list.too_long',
] as const

/** Why a line is not understood. */
export type ListProblemCode = (typeof LIST_PROBLEM_CODES)[number]

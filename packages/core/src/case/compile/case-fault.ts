/** The kinds of what stands against executing a plan. */
export const CASE_FAULTS = [
  'no-id',
  'twice',
  'unknown-reference',
  'misplaced',
  'no-event',
  'expression',
  'endless',
  'never',
  'too-large',
] as const

/** Why a plan cannot be executed: where, and what is the matter. */
export type CaseFault = {
  /** The id of the item, criterion or file item. */
  readonly at: string
  readonly kind: (typeof CASE_FAULTS)[number]
  readonly detail: string
  /** Of expressions: between which places of the text; null where that says nothing. */
  readonly place: { readonly from: number; readonly to: number } | null
}

/** What is executed, and probably not meant. */
export const CASE_WARNINGS = [
  /** A stage in which there is nothing: people have to fill it. */
  'empty',
  /** A criterion waits for an event of its own item, which does not come again. */
  'own-event',
  /** A stage that completes as soon as it begins: nothing in it is required or begins by itself. */
  'completes-at-once',
] as const

/** Something in a plan that is executed, and probably not meant. */
export type CaseWarning = {
  readonly at: string
  readonly kind: (typeof CASE_WARNINGS)[number]
  readonly detail: string
}

/** A fault without a place in a text. */
export function faultAt(at: string, kind: CaseFault['kind'], detail = ''): CaseFault {
  return { at, kind, detail, place: null }
}

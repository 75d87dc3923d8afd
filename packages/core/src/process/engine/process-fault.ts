/** The kinds of what stands against executing a model. */
export const PROCESS_FAULTS = [
  'unknown-reference',
  'not-executed',
  'misplaced',
  'expression',
  'no-start',
  'no-event',
  'service',
  'twice',
  'no-id',
  'too-large',
] as const

/** Why a model cannot be executed: where, and what is the matter. */
export type ProcessFault = {
  /** The id of the element. */
  readonly at: string
  readonly kind: (typeof PROCESS_FAULTS)[number]
  readonly detail: string
}

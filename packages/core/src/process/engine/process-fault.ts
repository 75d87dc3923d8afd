/** Why a model cannot be executed: where, and what is the matter. */
export type ProcessFault = {
  /** The id of the element. */
  readonly at: string
  readonly kind:
    | 'unknown-reference'
    | 'not-executed'
    | 'misplaced'
    | 'expression'
    | 'no-start'
    | 'no-event'
    | 'twice'
    | 'no-id'
    | 'too-large'
  readonly detail: string
}

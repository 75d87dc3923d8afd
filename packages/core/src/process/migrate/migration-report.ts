import type { Wait } from '../engine/state.ts'

/** Why an instance cannot go to another version. Elements by their ids. */
export type MigrationProblem = {
  readonly kind: /** It is over. */
    | 'over'
    /** Something goes on at an element that goes nowhere. */
    | 'no-target'
    /** The element it goes to does something else. */
    | 'other-kind'
    /** The element it goes to lies in another sub-process. */
    | 'other-scope'
    /** It is done several times here and not there, or one after the other. */
    | 'other-loop'
    /** At a join: the flow by which a token came goes nowhere. */
    | 'no-flow'
    /** At a join: fewer flows lead there than before, so that what has come may never be enough. */
    | 'fewer-flows'
    /** Two that were apart would become one. */
    | 'twice'
  /** The element, or the flow, in the version it is in. */
  readonly at: string
  /** Where the plan sends it; null: nowhere. */
  readonly to: string | null
}

/** An event that is waited for, or will be. */
export type MigrationWait = { readonly at: string; readonly kind: Wait['kind'] }

/** What a migration does with one instance, or why it cannot be done. */
export type MigrationReport = {
  /** What goes on, and where it goes on. */
  readonly moves: readonly { readonly tokenId: number; readonly from: string; readonly to: string }[]
  /** Events that are waited for no longer (elements of the old version), and that are from now on (of the new one). */
  readonly closes: readonly MigrationWait[]
  readonly opens: readonly MigrationWait[]
  /** Completed activities that can no longer be undone. */
  readonly forgets: readonly string[]
  /** None: it can be done. */
  readonly problems: readonly MigrationProblem[]
}

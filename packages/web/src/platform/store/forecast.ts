import type { Actor, Result } from '@millrace/core/kernel'
import type { CommandName, Input } from '../api.ts'
import type { Call } from './calls.ts'
import type { Draft } from './draft.ts'

/** Who acts, when, and with which fresh ids; the same again each time a pending command is predicted anew. */
export type PredictContext = {
  readonly now: number
  readonly actor: Actor
  readonly personId: string
  readonly newId: () => string
  /** Place in the batch, which keeps the ranks of items created together apart. */
  readonly order: number
}

/**
 * What a command will do: writes it on the draft, and answers the calls that would take it back
 * (none: it cannot be taken back), or a refusal.
 */
export type Forecast<Name extends CommandName> = (
  draft: Draft,
  input: Input<Name>,
  context: PredictContext,
) => Result<readonly Call[]>

export type Forecasts = { readonly [Name in CommandName]?: Forecast<Name> }

import type { CommandName, Output } from '../api.ts'
import type { Refused } from '../refused.ts'
import type { Call } from './calls.ts'
import type { Keep } from './keep.ts'
import type { Kind, Overlay } from './kinds.ts'
import type { Clock } from './transport.ts'

/** What people are told about: something done that can be taken back, or something refused. */
export type StoreEvent =
  | { readonly kind: 'did'; readonly batchId: string; readonly label: string }
  | { readonly kind: 'undid' | 'redid'; readonly batchId: string; readonly label: string }
  | { readonly kind: 'nothing-to-undo' | 'nothing-to-redo' }
  | { readonly kind: 'refused'; readonly refused: Refused; readonly calls: readonly Call[] }

export type RunOptions = {
  /** What was done, for the undo toast: "Moved TWR-12 to Waiting". Without it there is no toast. */
  readonly undoLabel?: string
  /** What takes it back, where no forecast knows what was before. */
  readonly back?: readonly Call[]
  /** The caller shows the refusal itself, as a form does. */
  readonly isSilent?: boolean
}

/** What batches would make of what is shown, and which of them would be refused, in their order. */
export type Foreseen = {
  readonly writes: Overlay
  readonly refused: readonly (Refused | null)[]
}

/** How calls are sent, whoever asked for them. */
export type IssueOptions = {
  readonly label: string | null
  readonly isSilent: boolean
  /** It is known what takes them back, whatever their forecasts say. */
  readonly hasBack?: boolean
}

/** An entity that is kept here. */
export type Held = { readonly kind: Kind; readonly id: string }

/** What came of one command. Never rejects. */
export type RunOutcome<Name extends CommandName> =
  | { readonly ok: true; readonly output: Output<Name> }
  | { readonly ok: false; readonly refused: Refused }

export type Connection = {
  readonly state: 'connecting' | 'live' | 'polling' | 'offline' | 'signed-out'
  /** Changes that the server has not answered yet. */
  readonly waiting: number
}

/** What a store may be given of the world around it. */
export type Around = {
  readonly clock?: Clock
  readonly keep?: Keep
  /** Nothing that is shown holds any more, so that the page has to start anew. */
  readonly onJournalBack?: () => void
}

import type { BootstrapView } from '@millrace/contract'
import type { Scope } from '../scope.ts'
import type { BatchAnswer, IssuedCall } from './calls.ts'
import type { PackedSnapshot } from './item-columns.ts'

/** One entity on the change stream. */
export type Change = { readonly kind: string; readonly id: string; readonly view: unknown }

/** What comes down the change stream. A beat only says that the line is alive. */
export type StreamMessage =
  | { readonly event: 'changes'; readonly seq: number; readonly changes: readonly Change[] }
  /** Everything is to be loaded anew; the journal reaches to `seq`. */
  | { readonly event: 'reset'; readonly seq: number }
  | { readonly event: 'beat' }

/** A scope as it is now, and the same as it travelled: a tenth of the objects, for whoever keeps it. */
export type Snapshot = { readonly view: BootstrapView; readonly packed: PackedSnapshot }

/** The store's way to the server; tests give it one without a network. All of it throws Refused or Unreachable. */
export type Transport = {
  readonly bootstrap: (scope: Scope) => Promise<Snapshot>
  readonly send: (calls: readonly IssuedCall[]) => Promise<BatchAnswer>
  /** Listens until the line breaks or the signal ends it; settles then. */
  readonly stream: (
    since: number,
    onMessage: (message: StreamMessage) => void,
    signal: AbortSignal,
  ) => Promise<void>
}

/** Time, as the store knows it. */
export type Clock = {
  readonly now: () => number
  /** Calls back after so many milliseconds, unless the answer is called first. */
  readonly after: (ms: number, callback: () => void) => () => void
}

/** The browser's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}

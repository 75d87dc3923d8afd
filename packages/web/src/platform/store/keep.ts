import type { Scope } from '../scope.ts'
import type { Batch } from './calls.ts'
import type { Change, Snapshot } from './transport.ts'

/** An entity as the stream brought it, and the journal's position it is from. */
export type KeptChange = Change & { readonly seq: number }

/** A scope as it was loaded once, and what the stream brought since. */
export type KeptScope = Snapshot & { readonly changes: readonly KeptChange[] }

/**
 * What outlives the page: what was loaded, what came since, and what was not sent yet. Nothing of it
 * throws: what cannot be kept is asked for anew.
 */
export type Keep = {
  /** The journal's position up to which everything kept is complete; null when nothing is kept. */
  readonly open: () => Promise<number | null>
  readonly scope: (scope: Scope) => Promise<KeptScope | null>
  readonly keepScope: (scope: Scope, snapshot: Snapshot) => void
  /** What the stream brought: from now on everything kept is complete up to `seq`. */
  readonly keepChanges: (changes: readonly Change[], seq: number) => void
  /** Forgets scopes, changes and answers, not what is still to be sent. */
  readonly forget: () => Promise<void>
  /** What pages that are closed by now have left unsent, in its order; it is this page's from now on. */
  readonly takeUnsent: () => Promise<readonly Batch[]>
  /** Written `soon`, because nearly all are answered before; or `now`, because the server does not answer. */
  readonly keepUnsent: (batch: Batch, when: 'now' | 'soon') => void
  readonly dropUnsent: (batchId: string) => void
  /** What is still unsent may be taken over by another page. */
  readonly close: () => void
}

/** Keeps nothing: where the browser has no place for it, or the person does not want it. */
export const KEEP_NOTHING: Keep = {
  open: () => Promise.resolve(null),
  scope: () => Promise.resolve(null),
  keepScope: () => {},
  keepChanges: () => {},
  forget: () => Promise.resolve(),
  takeUnsent: () => Promise.resolve([]),
  keepUnsent: () => {},
  dropUnsent: () => {},
  close: () => {},
}

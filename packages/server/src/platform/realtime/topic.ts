import type { Principal } from '../commands/principal.ts'
import type { Tx } from '../db/transaction.ts'

/** One entity as a listener may see it; `null` when they may not, or it is gone. */
export type Shown = {
  readonly viewFor: (principal: Principal) => string | null
  /** The view, where it is the same for everybody who may see it. */
  readonly view?: string
}

/**
 * What a feature shows of one kind of entity on the change stream. `load` answers for many ids at
 * once; ids it leaves out are gone. Views are JSON text, made once for all listeners.
 */
export type Topic = {
  readonly kind: string
  /** Events that may take an entity out of somebody's sight: who cannot see it is then told to drop it. */
  readonly evictOn?: readonly string[]
  readonly load: (
    tx: Tx,
    organisationId: string,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, Shown>>
}

/** The same view for everybody who may see it. */
export function shownTo(view: unknown, may: (principal: Principal) => boolean): Shown {
  const json = JSON.stringify(view)
  return { viewFor: (principal) => (may(principal) ? json : null), view: json }
}

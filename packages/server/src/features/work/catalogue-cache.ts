import type { Tx } from '../../platform/db/transaction.ts'
import { type Catalogue, loadCatalogue, readCatalogueVersion } from './queries/load-catalogue.ts'

/** Enough for a server that hosts many organisations, small enough never to matter. */
const KEPT_MAX = 200
const kept = new Map<string, Catalogue>()
/** What a transaction has asked for already. */
const held = new WeakMap<Tx, Catalogue>()

/** Those that have changed the catalogue themselves. */
const changing = new WeakSet<Tx>()

/**
 * The organisation's catalogue, from a copy kept as long as its version holds.
 *
 * @param seen the version that a request has found already, which spares asking for it; what this
 *   transaction itself has changed since is seen all the same
 */
export async function getCatalogue(tx: Tx, organisationId: string, seen?: number): Promise<Catalogue> {
  const isChanging = changing.has(tx)
  const isSeen = seen !== undefined && !isChanging
  const version = isSeen ? seen : await readCatalogueVersion(tx, organisationId)
  const copy = kept.get(organisationId)
  const catalogue = copy?.version === version ? copy : await loadCatalogue(tx, organisationId)
  held.set(tx, catalogue)
  // What is not committed yet is for nobody else: it may be undone, and its version be given to something else.
  if (catalogue === copy || isChanging) return catalogue
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '')
  kept.set(organisationId, catalogue)
  return catalogue
}

/** The catalogue as this transaction asked for it before, or else as of now: to what follows, it costs nothing. */
export async function heldCatalogue(tx: Tx, organisationId: string): Promise<Catalogue> {
  return held.get(tx) ?? (await getCatalogue(tx, organisationId))
}

/** After the catalogue was changed in this transaction. */
export function letGoOfCatalogue(tx: Tx): void {
  held.delete(tx)
  changing.add(tx)
}

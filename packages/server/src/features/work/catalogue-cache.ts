import type { Tx } from '../../platform/db/transaction.ts'
import { type Catalogue, loadCatalogue, readCatalogueVersion } from './queries/load-catalogue.ts'

/** Enough for a server that hosts many organisations, small enough never to matter. */
const KEPT_MAX = 200
const kept = new Map<string, Catalogue>()
/** What a transaction has asked for already. */
const held = new WeakMap<Tx, Catalogue>()

/** The organisation's catalogue, from a copy kept as long as its version holds. */
export async function getCatalogue(tx: Tx, organisationId: string): Promise<Catalogue> {
  const version = await readCatalogueVersion(tx, organisationId)
  const copy = kept.get(organisationId)
  if (copy?.version === version) {
    held.set(tx, copy)
    return copy
  }
  const fresh = await loadCatalogue(tx, organisationId)
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '')
  kept.set(organisationId, fresh)
  held.set(tx, fresh)
  return fresh
}

/** The catalogue as this transaction asked for it before, or else as of now: to what follows, it costs nothing. */
export async function heldCatalogue(tx: Tx, organisationId: string): Promise<Catalogue> {
  return held.get(tx) ?? (await getCatalogue(tx, organisationId))
}

/** After the catalogue was changed in this transaction. */
export function letGoOfCatalogue(tx: Tx): void {
  held.delete(tx)
}

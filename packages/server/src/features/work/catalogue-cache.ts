import type { Tx } from '../../platform/db/transaction.ts'
import { type Catalogue, loadCatalogue, readCatalogueVersion } from './queries/load-catalogue.ts'

/** Enough for a server that hosts many organisations, small enough never to matter. */
const KEPT_MAX = 200
const kept = new Map<string, Catalogue>()

/** The organisation's catalogue, from a copy kept as long as its version holds. */
export async function getCatalogue(tx: Tx, organisationId: string): Promise<Catalogue> {
  const version = await readCatalogueVersion(tx, organisationId)
  const copy = kept.get(organisationId)
  if (copy?.version === version) return copy
  const fresh = await loadCatalogue(tx, organisationId)
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '')
  kept.set(organisationId, fresh)
  return fresh
}

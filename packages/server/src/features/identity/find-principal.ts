import type { Principal } from '../../platform/commands/index.ts'
import { type Db, inTransaction, type Reader, runAlone, type Tx } from '../../platform/db/transaction.ts'
import { createAccessCache } from './access-cache.ts'
import { findOrganisationId } from './queries/find-organisation.ts'
import { findPersonByEmail, findSomeOwner } from './queries/find-person.ts'

/**
 * Somebody with what they may do, for commands at the terminal that act in their name; null when the
 * organisation has no such active person. Whoever sits at the terminal is trusted with that.
 */
export async function findPrincipal(
  db: Db,
  who: { readonly organisation: string; readonly email: string },
): Promise<Principal | null> {
  return await find(db, who.organisation, (tx, id) => findPersonByEmail(tx, id, who.email.toLowerCase()))
}

/** An owner of an organisation, for upkeep at the terminal; null when there is no such organisation. */
export async function findOwner(db: Db, organisation: string): Promise<Principal | null> {
  return await find(db, organisation, findSomeOwner)
}

async function find(
  db: Db,
  organisation: string,
  findPerson: (tx: Tx, organisationId: string) => Promise<string | null>,
): Promise<Principal | null> {
  const query: Reader['query'] = (statement) => runAlone(db, statement)
  const organisationId = await findOrganisationId({ query }, organisation)
  if (organisationId === null) return null
  const personId = await inTransaction(db, organisationId, (tx) => findPerson(tx, organisationId))
  if (personId === null) return null
  const standing = await createAccessCache(db).find({ organisationId, personId, version: 0 })
  return standing && { userId: null, personId, organisationId, scopes: null, ...standing }
}

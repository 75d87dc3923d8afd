import type { OrgRole } from '@millrace/core/people'
import { EVERY_FIELD } from '@millrace/core/work'
import { hashPassword } from 'better-auth/crypto'
import { createRegistry, execute, type Principal, refuse } from '../../platform/commands/index.ts'
import { type Db, inTransaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { addPerson } from './commands/add-person.ts'
import { findOrganisationId } from './queries/find-organisation.ts'
import { insertAccounts, replacePassword } from './store/accounts.ts'
import { dropFactors } from './store/passkeys.ts'

/** Somebody to be let in by whoever runs the installation. The e-mail is one, and in lower case. */
export type NewUser = {
  readonly name: string
  readonly email: string
  /** Null to let in an account that exists already. */
  readonly password: string | null
  /** Null for somebody who will found an organisation of their own. */
  readonly place: { readonly slug: string; readonly orgRole: OrgRole } | null
}

/**
 * Makes an account, and if wished a person of an organisation with it. It stands above the
 * organisations, as its caller does: it can also give back an organisation an owner it has lost.
 *
 * @throws Refused when the account exists already, or there is no such organisation
 */
export async function addUser(db: Db, user: NewUser): Promise<void> {
  const { place } = user
  if (place === null) return await addAccount(db, user)
  const organisationId = await inTransaction(db, null, (tx) => findOrganisationId(tx, place.slug))
  if (organisationId === null) return refuse('platform.not_found', { what: `organisation ${place.slug}` })
  const principal: Principal = {
    userId: null,
    personId: newId<'Person'>(),
    organisationId,
    orgRole: 'owner',
    access: { version: 0, containers: 'all', fields: EVERY_FIELD },
    scopes: null,
  }
  const { name, email, password } = user
  const input = {
    id: newId(),
    name,
    email,
    orgRole: place.orgRole,
    ...(password === null ? {} : { password }),
  }
  await execute(
    // A running server finds the events in the journal by itself.
    { db, registry: createRegistry([addPerson], [], []), onCommitted: () => {} },
    { principal, actor: { kind: 'system' }, calls: [{ name: 'identity.addPerson', input }] },
  )
}

async function addAccount(db: Db, { name, email, password }: NewUser): Promise<void> {
  if (password === null) return
  const account = { user_id: newId<'User'>(), account_id: newId<'Account'>(), name, email }
  const passwordHash = await hashPassword(password)
  const made = await inTransaction(db, null, (tx) =>
    insertAccounts(tx, [{ ...account, password_hash: passwordHash }]),
  )
  if (made.size === 0) refuse('identity.email_taken', { email })
}

/**
 * Gives a user another password and signs them out everywhere. Who has lost their second factor and
 * passkeys gets rid of them too, if asked for.
 *
 * @throws Refused when there is no such user
 */
export async function resetPassword(
  db: Db,
  email: string,
  fresh: { readonly password: string; readonly dropsFactors: boolean },
): Promise<void> {
  const passwordHash = await hashPassword(fresh.password)
  const isThere = await inTransaction(db, null, async (tx) => {
    if (fresh.dropsFactors) await dropFactors(tx, email)
    return await replacePassword(tx, { email, passwordHash, accountId: newId<'Account'>() })
  })
  if (!isThere) refuse('platform.not_found', { what: `account ${email}` })
}

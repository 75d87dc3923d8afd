import { EVERY_FIELD } from '@millrace/core/work'
import { hashPassword } from 'better-auth/crypto'
import { type Principal, refuse, type Unit } from '../../platform/commands/index.ts'
import { type Db, inTransaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { createCreateOrganisation } from './account/create-organisation.ts'
import { insertAccounts } from './store/accounts.ts'

/** An organisation that begins with a new account as its owner. */
export type Founding = {
  readonly organisation: {
    readonly slug: string
    readonly name: string
    readonly currency: string
    readonly timeZone: string
  }
  readonly owner: { readonly name: string; readonly email: string; readonly password: string }
  /** Milliseconds since 1970: when it happens. */
  readonly now: number
}

/**
 * Founds an organisation together with the account that owns it, from the command line or a story.
 *
 * @returns the owner, who may do everything
 * @throws Refused with `identity.account_exists` when the e-mail has an account
 */
export async function foundOrganisation(
  deps: { readonly db: Db; readonly furnish: (unit: Unit) => Promise<void> },
  founding: Founding,
): Promise<Principal> {
  const { organisation, owner, now } = founding
  const userId = newId<'User'>()
  const account = {
    user_id: userId,
    account_id: newId<'Account'>(),
    name: owner.name,
    email: owner.email.toLowerCase(),
    password_hash: await hashPassword(owner.password),
  }
  const made = await inTransaction(deps.db, null, (tx) => insertAccounts(tx, [account]))
  if (!made.has(userId)) refuse('identity.account_exists', { email: owner.email })
  const create = createCreateOrganisation({ signUp: 'open', furnish: deps.furnish, onCommitted: () => {} })
  const user = {
    userId,
    name: owner.name,
    email: account.email,
    language: null,
    sessionId: '',
    provider: null,
    providerOrganisationId: null,
  }
  const id = newId<'Organisation'>()
  // The answer of this very operation.
  const founded = (await create.run(
    { db: deps.db, user, now, address: '', ownOrigin: '' },
    { id, ...organisation },
  )) as {
    readonly personId: string
  }
  return {
    userId,
    personId: founded.personId,
    organisationId: id,
    orgRole: 'owner',
    access: { version: 1, containers: 'all', fields: EVERY_FIELD },
    scopes: null,
  }
}

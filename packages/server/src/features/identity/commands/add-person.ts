import { operations, type ParsedInputOf } from '@millrace/contract'
import { mayAppoint } from '@millrace/core/people'
import { hashPassword } from 'better-auth/crypto'
import { command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { accessChanged, identityEvent } from '../identity-events.ts'
import { usualColour } from '../person-colour.ts'
import { presentPerson } from '../present.ts'
import { findAccounts } from '../queries/find-accounts.ts'
import { touchAccess } from '../store/access-version.ts'
import { insertAccounts, insertMembers, type NewAccount, type NewMember } from '../store/accounts.ts'
import { type LockedPerson, lockPeople, type PersonRow, savePeople } from '../store/people.ts'

type Input = ParsedInputOf<(typeof operations)['identity.addPerson']>
/** `userId`: the account they sign in with; null when they cannot. */
type Added = {
  readonly row: PersonRow
  readonly userId: string | null
  readonly account: NewAccount | null
  readonly isJoining: boolean
}

/**
 * Adds people. Who has an account gets access with it; who is given a password gets an account; who
 * has neither is a placeholder until they do. An account made elsewhere on this installation keeps
 * its password: otherwise the administrator of one organisation could take it over for all others.
 */
export const addPerson = command(operations['identity.addPerson'], async (unit, inputs) => {
  inputs.forEach((input, index) => {
    checkInput(unit, input, index)
  })
  // Hashing is slow on purpose; it comes before any lock.
  const hashes = await hashPasswords(inputs)
  await touchAccess(unit)
  const emails = inputs.flatMap((input) => input.email ?? [])
  const known = new Known(await lockPeople(unit, { ids: inputs.map((input) => input.id), emails }))
  const accounts = await findAccounts(unit.tx, emails)
  const added = inputs.map((input, index) => {
    const one = add(unit, { input, index, hash: hashes.get(index) ?? null }, { known, accounts })
    known.add(one.row)
    return one
  })
  await save(unit, added)
  unit.record(
    added.flatMap(({ row, isJoining }) => {
      const subject = { kind: 'person', id: row.id }
      const kind = isJoining ? 'identity.person_joined' : 'identity.person_added'
      return [
        identityEvent(unit, kind, { subject, data: { person: presentPerson(row) } }),
        accessChanged(unit, subject),
      ]
    }),
  )
  return added.map(({ row }) => presentPerson(row))
})

async function hashPasswords(inputs: readonly Input[]): Promise<ReadonlyMap<number, string>> {
  const hashed = inputs.map(async ({ password }, index) =>
    password === undefined ? [] : [[index, await hashPassword(password)] as const],
  )
  return new Map((await Promise.all(hashed)).flat())
}

function checkInput(unit: Unit, input: Input, index: number): void {
  if (!mayAppoint(unit.principal.orgRole, input.orgRole)) refuse('identity.owner_only', {}, index)
  if (input.password !== undefined && input.email === null) refuse('identity.email_missing', {}, index)
}

/** The people of a batch as they are so far, found by id or e-mail. */
class Known {
  readonly #byId = new Map<string, PersonRow>()
  readonly #byEmail = new Map<string, PersonRow>()
  readonly #added = new Set<string>()

  constructor(rows: readonly LockedPerson[]) {
    for (const row of rows) this.#put(row)
  }

  add(row: PersonRow): void {
    this.#put(row)
    this.#added.add(row.id)
  }

  /** Whether this is a placeholder that was there before the batch. */
  isWaiting(row: PersonRow): boolean {
    return row.status === 'placeholder' && !this.#added.has(row.id)
  }

  #put(row: PersonRow): void {
    this.#byId.set(row.id, row)
    if (row.email !== null) this.#byEmail.set(row.email.toLowerCase(), row)
  }

  find(id: string, email: string | null): PersonRow | undefined {
    return (email === null ? undefined : this.#byEmail.get(email)) ?? this.#byId.get(id)
  }
}

type Given = { readonly input: Input; readonly index: number; readonly hash: string | null }
type Around = { readonly known: Known; readonly accounts: ReadonlyMap<string, string> }

function add(unit: Unit, given: Given, { known, accounts }: Around): Added {
  const { input, index } = given
  const before = known.find(input.id, input.email)
  if (before && !known.isWaiting(before)) refuseKnown(before, input.email, index)
  const { userId, account } = accountFor(unit, given, accounts)
  const said: Said = {
    name: input.name,
    org_role: input.orgRole,
    status: userId === null ? 'placeholder' : 'active',
    title: input.title,
  }
  const row = before ? joined(before, said, input) : fresh(unit, said, input)
  return { row, userId, account, isJoining: before !== undefined }
}

function accountFor(
  unit: Unit,
  { input: { name, email }, index, hash }: Given,
  accounts: ReadonlyMap<string, string>,
): Pick<Added, 'userId' | 'account'> {
  if (email === null) return { userId: null, account: null }
  const existing = accounts.get(email) ?? null
  if (hash === null) return { userId: existing, account: null }
  if (existing !== null) refuse('identity.account_exists', { email }, index)
  const account = {
    user_id: unit.newId<'User'>(),
    account_id: unit.newId<'Account'>(),
    name,
    email,
    password_hash: hash,
  }
  return { userId: account.user_id, account }
}

function refuseKnown(row: PersonRow, email: string | null, index: number): never {
  if (email !== null && row.email?.toLowerCase() === email) refuse('identity.email_taken', { email }, index)
  refuse('platform.exists', { what: 'person' }, index)
}

type Said = Pick<PersonRow, 'name' | 'org_role' | 'status' | 'title'>

function joined(before: PersonRow, said: Said, { email, colour }: Input): PersonRow {
  return {
    ...before,
    ...said,
    email: email ?? before.email,
    colour: colour ?? before.colour,
    version: before.version + 1,
  }
}

function fresh(unit: Unit, said: Said, { id, email, colour }: Input): PersonRow {
  return { ...said, id, email, colour: colour ?? usualColour(id), origin: unit.origin.kind, version: 1 }
}

async function save(unit: Unit, added: readonly Added[]): Promise<void> {
  const accounts = added.flatMap(({ account }) => account ?? [])
  const members = added.flatMap(({ row, userId }): NewMember[] =>
    userId === null ? [] : [{ user_id: userId, person_id: row.id, email_vouched: true }],
  )
  await savePeople(
    unit,
    added.map(({ row }) => row),
  )
  const made = await insertAccounts(unit.tx, accounts)
  const joined = await insertMembers(
    unit,
    members.filter(({ user_id: userId }) => isThere(userId, accounts, made)),
  )
  added.forEach(({ row, userId, account }, index) => {
    const email = row.email ?? ''
    if (account && !made.has(account.user_id)) refuse('identity.account_exists', { email }, index)
    if (userId !== null && !joined.has(row.id)) refuse('identity.email_taken', { email }, index)
  })
}

/** An account that somebody else made in this very moment is not there under our id. */
function isThere(userId: string, accounts: readonly NewAccount[], made: ReadonlySet<string>): boolean {
  return made.has(userId) || accounts.every((account) => account.user_id !== userId)
}

import {
  decideProviderEntry,
  type NewEntry,
  type ProviderEntry,
  type ProviderRules,
} from '@millrace/core/people'
import { EVERY_FIELD } from '@millrace/core/work'
import {
  accepted,
  type ExecuteDeps,
  executeWork,
  type Principal,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { newId } from '../../../platform/ids.ts'
import { accessChanged, identityEvent } from '../identity-events.ts'
import { usualColour } from '../person-colour.ts'
import { presentPerson } from '../present.ts'
import { findProviderFacts } from '../queries/find-provider-facts.ts'
import { touchAccess } from '../store/access-version.ts'
import { insertMembers } from '../store/accounts.ts'
import { lockPeople, type PersonRow, savePeople } from '../store/people.ts'
import { insertIdentity, insertProviderUser, type ProviderRow } from '../store/providers.ts'
import type { Said } from './ask-provider.ts'

/** Somebody who came back from a provider, and when. */
export type Arrival = { readonly provider: ProviderRow; readonly said: Said; readonly now: number }

/** Who has come in: the account, and the person it is. */
export type Admitted = { readonly userId: string; readonly personId: string }

/**
 * Lets somebody in whom a provider has vouched for, making person and account if the organisation
 * wants that. The provider was asked before: no transaction waits for it.
 *
 * @throws Refused when they do not get in
 */
export async function admit(execute: ExecuteDeps, { provider, said, now }: Arrival): Promise<Admitted> {
  let admitted: Admitted | null = null
  const freshId = newId<'Person'>(now)
  const principal: Principal = {
    userId: null,
    personId: freshId,
    organisationId: provider.organisation_id,
    orgRole: 'guest',
    access: { version: 0, containers: new Map(), fields: EVERY_FIELD },
    scopes: null,
  }
  await executeWork(execute, { principal, actor: { kind: 'system' }, now }, async (unit) => {
    const entry = await decide(unit, provider, said)
    // Whoever came before changes nothing: they wait for nobody.
    if (entry.kind === 'enter') {
      admitted = entry
      return
    }
    // Holds the organisation's row: nobody else joins or changes meanwhile.
    await touchAccess(unit)
    admitted = await letIn(unit, await decide(unit, provider, said), { provider, said, freshId })
  })
  return admitted ?? refuse('identity.provider_answer_wrong')
}

async function decide(unit: Unit, provider: ProviderRow, said: Said): Promise<ProviderEntry> {
  const { subject, email } = said
  const facts = await findProviderFacts(unit.tx, unit.organisationId, {
    providerId: provider.id,
    subject,
    email,
  })
  return accepted(decideProviderEntry(rulesOf(provider), said, facts))
}

function rulesOf(row: ProviderRow): ProviderRules {
  return {
    domains: row.domains,
    admits: row.admits,
    admittedRole: row.admitted_role,
    trustsEmail: row.trusts_email,
  }
}

type Coming = { readonly provider: ProviderRow; readonly said: Said; readonly freshId: string }

async function letIn(unit: Unit, entry: ProviderEntry, coming: Coming): Promise<Admitted> {
  if (entry.kind === 'enter' || entry.kind === 'connect') {
    const { userId, personId } = entry
    if (entry.kind === 'connect') await connect(unit, coming, { userId, personId })
    return { userId, personId }
  }
  const userId = entry.userId ?? (await makeUser(unit, coming.said))
  const { row, isJoining } = await planPerson(unit, entry, coming)
  await savePeople(unit, [row])
  const joined = await insertMembers(unit, [{ user_id: userId, person_id: row.id, email_vouched: true }])
  if (!joined.has(row.id)) refuse('identity.provider_account_exists')
  unit.record([
    identityEvent(unit, isJoining ? 'identity.person_joined' : 'identity.person_added', {
      subject: { kind: 'person', id: row.id },
      data: { person: presentPerson(row) },
    }),
    accessChanged(unit, { kind: 'person', id: row.id }),
  ])
  const admitted = { userId, personId: row.id }
  await connect(unit, coming, admitted)
  return admitted
}

async function makeUser(unit: Unit, { name, email }: Said): Promise<string> {
  const id = unit.newId<'User'>()
  const made = await insertProviderUser(unit.tx, { id, name: name ?? nameIn(email), email: email ?? '' })
  return made ? id : refuse('identity.provider_account_exists')
}

function nameIn(email: string | null): string {
  return email?.replace(/@.*/, '') ?? ''
}

async function planPerson(
  unit: Unit,
  entry: NewEntry,
  { said, freshId }: Coming,
): Promise<{ readonly row: PersonRow; readonly isJoining: boolean }> {
  const { email, name } = said
  if (entry.kind === 'fill') {
    const rows = await lockPeople(unit, { ids: [entry.personId], emails: [] })
    const waiting = rows.find(({ id }) => id === entry.personId)
    if (!waiting) return refuse('identity.provider_answer_wrong')
    return { row: { ...waiting, status: 'active', version: waiting.version + 1 }, isJoining: true }
  }
  const row: PersonRow = {
    id: freshId,
    name: name ?? nameIn(email),
    email,
    org_role: entry.orgRole,
    status: 'active',
    title: '',
    colour: usualColour(freshId),
    origin: 'own',
    version: 1,
  }
  return { row, isJoining: false }
}

async function connect(
  unit: Unit,
  { provider, said }: Coming,
  { userId, personId }: Admitted,
): Promise<void> {
  const identity = { id: unit.newId<'Account'>(), providerId: provider.id, subject: said.subject, userId }
  if (!(await insertIdentity(unit.tx, identity))) refuse('identity.provider_taken')
  unit.record([
    identityEvent(unit, 'identity.provider_connected', {
      subject: { kind: 'provider', id: provider.id },
      data: { provider: { id: provider.id, name: provider.name }, personId },
    }),
  ])
}

/**
 * Lets a provider sign in somebody who is signed in with their own account.
 *
 * @throws Refused with `identity.provider_taken` when the provider knows another account by this identity
 */
export async function connectOwn(
  execute: ExecuteDeps,
  { provider, said, now }: Arrival,
  { userId, personId }: Admitted,
): Promise<void> {
  const principal: Principal = {
    userId,
    personId,
    organisationId: provider.organisation_id,
    orgRole: 'guest',
    access: { version: 0, containers: new Map(), fields: EVERY_FIELD },
    scopes: null,
  }
  await executeWork(execute, { principal, now }, (unit) =>
    connect(unit, { provider, said, freshId: personId }, { userId, personId }),
  )
}

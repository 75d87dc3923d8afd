import type { ProviderRules } from '@millrace/core/people'
import type { Unit } from '../../../platform/commands/index.ts'
import type { Db, Reader, Tx } from '../../../platform/db/transaction.ts'

/** A provider as it stands in the table; the secret is sealed. */
export type ProviderRow = {
  readonly id: string
  readonly organisation_id: string
  readonly name: string
  readonly issuer: string
  readonly client_id: string
  readonly client_secret: string | null
  readonly domains: readonly string[]
  readonly admits: ProviderRules['admits']
  readonly admitted_role: ProviderRules['admittedRole']
  readonly trusts_email: boolean
  readonly proves_factor: boolean
  readonly is_listed: boolean
  readonly is_enabled: boolean
  readonly version: number
}

/** How many an organisation has at most; the refusal names it, too. */
export const PROVIDERS_MAX = 10

const COLUMNS = `p.id, p.organisation_id, p.name, p.issuer, p.client_id, p.client_secret, p.domains, p.admits,
  p.admitted_role, p.trusts_email, p.proves_factor, p.is_listed, p.is_enabled, p.version`

/** The providers of an organisation, oldest first. */
export async function readProviders(tx: Reader, organisationId: string): Promise<readonly ProviderRow[]> {
  return await tx.query<ProviderRow>({
    name: 'identity_read_providers',
    text: `
select ${COLUMNS}
from auth_provider p
where p.organisation_id = $1
order by p.created_at, p.id
limit 100`,
    values: [organisationId],
  })
}

/** A provider, and how its organisation is called in addresses. */
export type FoundProvider = ProviderRow & { readonly slug: string }

/** A provider by its id alone: whoever signs in names nothing else. */
export async function findProvider(db: Db, id: string): Promise<FoundProvider | null> {
  const { rows } = await db.pool.query<FoundProvider>({
    name: 'identity_find_provider',
    text: `
select ${COLUMNS}, o.slug
from auth_provider p
join organisation o on o.id = p.organisation_id
where p.id = $1`,
    values: [id],
  })
  return rows[0] ?? null
}

/** Adds a provider; false when its id is taken. */
export async function insertProvider(unit: Unit, row: ProviderRow): Promise<boolean> {
  const rows = await unit.tx.query({
    text: `
insert into auth_provider (id, organisation_id, name, issuer, client_id, client_secret, domains, admits,
  admitted_role, trusts_email, proves_factor, is_listed, is_enabled, created_at, version)
select r.id, $1, r.name, r.issuer, r.client_id, r.client_secret, r.domains, r.admits, r.admitted_role,
  r.trusts_email, r.proves_factor, r.is_listed, r.is_enabled, to_timestamp($3::bigint / 1000.0), r.version
from json_populate_record(null::auth_provider, $2::json) r
on conflict (id) do nothing
returning id`,
    values: [unit.organisationId, JSON.stringify(row), unit.now],
  })
  return rows.length === 1
}

/** Writes the new state of a provider. */
export async function updateProvider(unit: Unit, row: ProviderRow): Promise<void> {
  await unit.tx.query({
    text: `
update auth_provider p
set name = r.name,
    issuer = r.issuer,
    client_id = r.client_id,
    client_secret = r.client_secret,
    domains = r.domains,
    admits = r.admits,
    admitted_role = r.admitted_role,
    trusts_email = r.trusts_email,
    proves_factor = r.proves_factor,
    is_listed = r.is_listed,
    is_enabled = r.is_enabled,
    version = r.version
from json_populate_record(null::auth_provider, $2::json) r
where p.organisation_id = $1
  and p.id = r.id`,
    values: [unit.organisationId, JSON.stringify(row)],
  })
}

/** Deletes a provider with its sessions. */
export async function deleteProvider(unit: Unit, id: string): Promise<void> {
  await unit.tx.query({
    text: 'delete from auth_provider where organisation_id = $1 and id = $2',
    values: [unit.organisationId, id],
  })
}

/** Signs everybody out who came by a provider of the organisation. */
export async function endSessionsBy(unit: Unit, providerId: string): Promise<void> {
  await unit.tx.query({
    text: `
delete from auth_session s
using auth_provider p
where p.organisation_id = $1
  and p.id = $2
  and s.provider_id = p.id`,
    values: [unit.organisationId, providerId],
  })
}

/** Forgets who a provider of the organisation knows people as. */
export async function deleteIdentities(unit: Unit, providerId: string): Promise<void> {
  await unit.tx.query({
    text: `
delete from auth_account a
using auth_provider p
where p.organisation_id = $1
  and p.id = $2
  and a.provider_id = p.id::text`,
    values: [unit.organisationId, providerId],
  })
}

/** An identity at a provider, and the account it signs in to. */
export type Identification = {
  readonly id: string
  readonly providerId: string
  readonly subject: string
  readonly userId: string
}

/** Connects an identity with an account; false when it is connected with another. */
export async function insertIdentity(tx: Tx, identity: Identification): Promise<boolean> {
  const rows = await tx.query<{ user_id: string }>({
    text: `
insert into auth_account (id, account_id, provider_id, user_id, created_at, updated_at)
values ($1, $2, $3, $4, now(), now())
on conflict (provider_id, account_id) do update
set updated_at = now()
returning user_id`,
    values: [identity.id, identity.subject, identity.providerId, identity.userId],
  })
  return rows[0]?.user_id === identity.userId
}

/** Makes an account without a password; false when the address has one. */
export async function insertProviderUser(
  tx: Tx,
  user: { readonly id: string; readonly name: string; readonly email: string },
): Promise<boolean> {
  const rows = await tx.query({
    text: `
insert into auth_user (id, name, email, email_verified, created_at, updated_at)
values ($1, $2, $3, true, now(), now())
on conflict (email) do nothing
returning id`,
    values: [user.id, user.name, user.email],
  })
  return rows.length === 1
}

/** Forgets the identities of a user at a provider, with their sessions by it; false when there are none. */
export async function deleteConnection(
  db: Db,
  which: { readonly providerId: string; readonly userId: string },
): Promise<boolean> {
  const { rows } = await db.pool.query<{ id: string }>({
    text: `
with gone as (
  delete from auth_account
  where provider_id = $1::text
    and user_id = $2
  returning id
), ended as (
  delete from auth_session
  where provider_id = $1::uuid
    and user_id = $2
)
select id from gone`,
    values: [which.providerId, which.userId],
  })
  return rows.length > 0
}

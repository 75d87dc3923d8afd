import type { Unit } from '../../../platform/commands/index.ts'
import type { Db, Tx } from '../../../platform/db/transaction.ts'

/** A new account that signs in with a password. */
export type NewAccount = {
  readonly user_id: string
  readonly account_id: string
  readonly name: string
  readonly email: string
  readonly password_hash: string
}

/** Makes accounts; answers the ids of those made, without e-mails that had one already. */
export async function insertAccounts(tx: Tx, accounts: readonly NewAccount[]): Promise<ReadonlySet<string>> {
  if (accounts.length === 0) return new Set()
  const rows = await tx.query<{ user_id: string }>({
    text: `
with given as (
  select user_id, account_id, name, email, password_hash
  from json_to_recordset($1::json) as x (user_id text, account_id text, name text, email text, password_hash text)
), made as (
  insert into auth_user (id, name, email, email_verified, created_at, updated_at)
  select user_id, name, email, false, now(), now()
  from given
  on conflict (email) do nothing
  returning id
)
insert into auth_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
select g.account_id, g.user_id, 'credential', g.user_id, g.password_hash, now(), now()
from given g
join made m on m.id = g.user_id
returning user_id`,
    values: [JSON.stringify(accounts)],
  })
  return new Set(rows.map((row) => row.user_id))
}

/** An account that has become a person of the organisation; vouched for when the organisation named its address. */
export type NewMember = {
  readonly user_id: string
  readonly person_id: string
  readonly email_vouched: boolean
}

/** Lets accounts into the organisation; answers the people who got in, without those who were in as somebody else. */
export async function insertMembers(unit: Unit, members: readonly NewMember[]): Promise<ReadonlySet<string>> {
  if (members.length === 0) return new Set()
  const rows = await unit.tx.query<{ person_id: string }>({
    text: `
insert into auth_member (user_id, organisation_id, person_id, email_vouched)
select x.user_id, $1, x.person_id, x.email_vouched
from json_to_recordset($2::json) as x (user_id text, person_id uuid, email_vouched boolean)
on conflict do nothing
returning person_id`,
    values: [unit.organisationId, JSON.stringify(members)],
  })
  return new Set(rows.map((row) => row.person_id))
}

/** Signs people out everywhere, except those who belong to other organisations too: these only lose this one. */
export async function endSessionsOf(unit: Unit, personIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: `
delete from auth_session s
using auth_member m
where m.organisation_id = $1
  and m.person_id = any($2::uuid[])
  and s.user_id = m.user_id
  and not exists (
    select 1
    from auth_member o
    where o.user_id = m.user_id
      and o.organisation_id <> $1)`,
    values: [unit.organisationId, personIds],
  })
}

/** Sets the language of a user; null leaves it to their browser. */
export async function changeLanguage(
  db: Db,
  wish: { readonly userId: string; readonly language: string | null },
): Promise<void> {
  await db.pool.query({
    text: 'update auth_user set language = $2, updated_at = now() where id = $1',
    values: [wish.userId, wish.language],
  })
}

/** Whose sessions end: a user's; of who came by a provider those that came by one of that organisation. */
type Ender = { readonly userId: string; readonly providerOrganisationId: string | null }

/** Ends one session of a user; false when they have no such session. */
export async function deleteSession(db: Db, id: string, ender: Ender): Promise<boolean> {
  const { rowCount } = await db.pool.query({
    text: `
delete from auth_session s
where s.id = $1
  and s.user_id = $2
  and ($3::uuid is null or s.provider_id in (select p.id from auth_provider p where p.organisation_id = $3))`,
    values: [id, ender.userId, ender.providerOrganisationId],
  })
  return rowCount === 1
}

/** Ends the sessions of a user but the one they are in. */
export async function deleteOtherSessions(
  db: Db,
  ender: Ender & { readonly sessionId: string },
): Promise<void> {
  await db.pool.query({
    text: `
delete from auth_session s
where s.user_id = $2
  and s.id <> $1
  and ($3::uuid is null or s.provider_id in (select p.id from auth_provider p where p.organisation_id = $3))`,
    values: [ender.sessionId, ender.userId, ender.providerOrganisationId],
  })
}

/**
 * Gives a user another password, or a first one to who comes by a provider, and signs them out
 * everywhere; false when there is no such user.
 */
export async function replacePassword(
  tx: Tx,
  user: { readonly email: string; readonly passwordHash: string; readonly accountId: string },
): Promise<boolean> {
  const rows = await tx.query({
    text: `
with found as (
  select u.id
  from auth_user u
  where u.email = $1
), ended as (
  delete from auth_session s
  using found f
  where s.user_id = f.id
)
insert into auth_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
select $3, f.id, 'credential', f.id, $2, now(), now()
from found f
on conflict (provider_id, account_id) do update
set password = excluded.password,
    updated_at = now()
returning id`,
    values: [user.email, user.passwordHash, user.accountId],
  })
  return rows.length > 0
}

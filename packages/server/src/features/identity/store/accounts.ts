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

/** An account that has become a person of the organisation. */
export type NewMember = { readonly user_id: string; readonly person_id: string }

/** Lets accounts into the organisation; answers the people who got in, without those who were in as somebody else. */
export async function insertMembers(unit: Unit, members: readonly NewMember[]): Promise<ReadonlySet<string>> {
  if (members.length === 0) return new Set()
  const rows = await unit.tx.query<{ person_id: string }>({
    text: `
insert into auth_member (user_id, organisation_id, person_id)
select x.user_id, $1, x.person_id
from json_to_recordset($2::json) as x (user_id text, person_id uuid)
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

/** Ends one session of a user; false when they have no such session. */
export async function deleteSession(
  db: Db,
  which: { readonly id: string; readonly userId: string },
): Promise<boolean> {
  const { rowCount } = await db.pool.query({
    text: 'delete from auth_session where id = $1 and user_id = $2',
    values: [which.id, which.userId],
  })
  return rowCount === 1
}

/** Ends the sessions of a user but one. */
export async function deleteOtherSessions(
  db: Db,
  kept: { readonly id: string; readonly userId: string },
): Promise<void> {
  await db.pool.query({
    text: 'delete from auth_session where user_id = $2 and id <> $1',
    values: [kept.id, kept.userId],
  })
}

/** Gives a user another password and signs them out everywhere; false when there is no such user. */
export async function replacePassword(
  tx: Tx,
  user: { readonly email: string; readonly passwordHash: string },
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
update auth_account a
set password = $2,
    updated_at = now()
from found f
where a.user_id = f.id
  and a.provider_id = 'credential'
returning a.id`,
    values: [user.email, user.passwordHash],
  })
  return rows.length > 0
}

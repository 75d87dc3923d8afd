import type { Db } from '../../../platform/db/transaction.ts'

/** A passkey as its owner sees it. */
export type PasskeyRow = {
  readonly id: string
  readonly name: string | null
  readonly created_at: number | null
  readonly backed_up: boolean
}

const PASSKEYS_MAX = 100

/** The passkeys of a user, oldest first. */
export async function readPasskeys(db: Db, userId: string): Promise<readonly PasskeyRow[]> {
  const { rows } = await db.pool.query<PasskeyRow>({
    name: 'identity_read_passkeys',
    text: `
select k.id, k.name, k.created_at, k.backed_up
from auth_passkey k
where k.user_id = $1
order by k.created_at, k.id
limit $2`,
    values: [userId, PASSKEYS_MAX],
  })
  return rows
}

/** Whether a user is asked for a code after their password. */
export async function readSecondFactor(db: Db, userId: string): Promise<boolean> {
  const { rows } = await db.pool.query<{ is_on: boolean }>({
    name: 'identity_read_second_factor',
    text: `
select u.two_factor_enabled as is_on
from auth_user u
where u.id = $1`,
    values: [userId],
  })
  return rows[0]?.is_on ?? false
}

/** A provider of an organisation of a user. */
export type ConnectionRow = {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly is_connected: boolean
}

/** The providers of a user's organisations, as far as their session reaches. */
export async function readConnections(
  db: Db,
  user: { readonly userId: string; readonly providerOrganisationId: string | null },
): Promise<readonly ConnectionRow[]> {
  const { rows } = await db.pool.query<ConnectionRow>({
    name: 'identity_read_connections',
    text: `
select p.id, p.name, o.name as organisation,
  exists (
    select 1
    from auth_account a
    where a.provider_id = p.id::text
      and a.user_id = $1) as is_connected
from auth_member m
join organisation o on o.id = m.organisation_id
join auth_provider p on p.organisation_id = m.organisation_id
where m.user_id = $1
  and p.is_enabled
  and ($2::uuid is null or m.organisation_id = $2)
order by o.name, p.created_at, p.id
limit 100`,
    values: [user.userId, user.providerOrganisationId],
  })
  return rows
}

import type { Db } from '../../../platform/db/transaction.ts'
import type { OrganisationRow } from '../store/organisations.ts'

/** An organisation of a user, and as whom they belong to it. */
export type MembershipRow = OrganisationRow & {
  readonly person_id: string
  readonly access_version: number
  readonly lacks_second_factor: boolean
  /** The organisation asks for a provider, and the session did not come by one; owners get in all the same. */
  readonly lacks_provider: boolean
}

const MEMBERSHIPS_MAX = 500

/**
 * The organisations of a user by name, including those they have left, as far as their session reaches.
 * On tables above organisations only.
 */
export async function listMemberships(
  db: Db,
  user: { readonly userId: string; readonly sessionId: string },
): Promise<readonly MembershipRow[]> {
  const { rows } = await db.pool.query<MembershipRow>({
    name: 'identity_list_memberships',
    text: `
select o.id, o.slug, o.name, o.currency, o.time_zone, o.week_start, o.second_factor_required, o.provider_required,
  m.person_id, o.access_version,
  o.second_factor_required and not coalesce(p.proves_factor, u.two_factor_enabled) as lacks_second_factor,
  o.provider_required and p.id is null as lacks_provider
from auth_member m
join organisation o on o.id = m.organisation_id
join auth_user u on u.id = m.user_id
left join auth_session s on s.id = $2
left join auth_provider p on p.id = s.provider_id
where m.user_id = $1
  and (p.id is null or p.organisation_id = m.organisation_id)
order by o.name, o.id
limit $3`,
    values: [user.userId, user.sessionId, MEMBERSHIPS_MAX],
  })
  return rows
}

/** As whom a user belongs to their organisations, or to one of them. */
export async function listPlaces(
  db: Db,
  of: { readonly userId: string; readonly organisationId: string | null },
): Promise<readonly { readonly organisation_id: string; readonly person_id: string }[]> {
  const { rows } = await db.pool.query<{ organisation_id: string; person_id: string }>({
    name: 'identity_list_places',
    text: `
select m.organisation_id, m.person_id
from auth_member m
where m.user_id = $1
  and ($2::uuid is null or m.organisation_id = $2)
order by m.organisation_id
limit $3`,
    values: [of.userId, of.organisationId, MEMBERSHIPS_MAX],
  })
  return rows
}

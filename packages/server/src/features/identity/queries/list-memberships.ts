import type { Db } from '../../../platform/db/transaction.ts'
import type { OrganisationRow } from '../store/organisations.ts'

/** An organisation of a user, and as whom they belong to it. */
export type MembershipRow = OrganisationRow & {
  readonly person_id: string
  readonly access_version: number
  readonly lacks_second_factor: boolean
}

const MEMBERSHIPS_MAX = 500

/** The organisations of a user by name, including those they have left. On tables above organisations only. */
export async function listMemberships(db: Db, userId: string): Promise<readonly MembershipRow[]> {
  const { rows } = await db.pool.query<MembershipRow>({
    name: 'identity_list_memberships',
    text: `
select o.id, o.slug, o.name, o.currency, o.time_zone, o.week_start, o.second_factor_required, m.person_id, o.access_version,
  o.second_factor_required and not u.two_factor_enabled as lacks_second_factor
from auth_member m
join organisation o on o.id = m.organisation_id
join auth_user u on u.id = m.user_id
where m.user_id = $1
order by o.name, o.id
limit $2`,
    values: [userId, MEMBERSHIPS_MAX],
  })
  return rows
}

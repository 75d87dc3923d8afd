import type { Db } from '../../../platform/db/transaction.ts'
import type { OrganisationRow } from '../store/organisations.ts'

/** An organisation of a user, and as whom they belong to it. */
export type MembershipRow = OrganisationRow & { readonly person_id: string; readonly access_version: number }

const MEMBERSHIPS_MAX = 500

/** The organisations of a user by name, including those they have left. On tables above organisations only. */
export async function listMemberships(db: Db, userId: string): Promise<readonly MembershipRow[]> {
  const { rows } = await db.pool.query<MembershipRow>({
    name: 'identity_list_memberships',
    text: `
select o.id, o.slug, o.name, o.currency, o.time_zone, o.week_start, m.person_id, o.access_version
from auth_member m
join organisation o on o.id = m.organisation_id
where m.user_id = $1
order by o.name, o.id
limit $2`,
    values: [userId, MEMBERSHIPS_MAX],
  })
  return rows
}

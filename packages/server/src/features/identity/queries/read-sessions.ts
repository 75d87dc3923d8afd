import type { Db } from '../../../platform/db/transaction.ts'
import type { Door } from '../auth/session-door.ts'

/** A session of a user that holds. */
export type SessionRow = {
  readonly id: string
  readonly created_at: number
  readonly expires_at: number
  readonly ip_address: string | null
  readonly user_agent: string | null
  readonly door: Door | null
  readonly provider: string | null
}

const SESSIONS_MAX = 500

/** Where a user is signed in, newest first; for who came by a provider what came by one of that organisation. */
export async function readSessions(
  db: Db,
  user: { readonly userId: string; readonly providerOrganisationId: string | null },
): Promise<readonly SessionRow[]> {
  const { rows } = await db.pool.query<SessionRow>({
    name: 'identity_read_sessions',
    text: `
select s.id, s.created_at, s.expires_at, s.ip_address, s.user_agent, s.door, p.name as provider
from auth_session s
left join auth_provider p on p.id = s.provider_id
where s.user_id = $1
  and s.expires_at > now()
  and ($2::uuid is null or p.organisation_id = $2)
order by s.created_at desc, s.id desc
limit $3`,
    values: [user.userId, user.providerOrganisationId, SESSIONS_MAX],
  })
  return rows
}

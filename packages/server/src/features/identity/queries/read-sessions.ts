import type { Db } from '../../../platform/db/transaction.ts'

/** A session of a user that holds. */
export type SessionRow = {
  readonly id: string
  readonly created_at: number
  readonly expires_at: number
  readonly ip_address: string | null
  readonly user_agent: string | null
}

const SESSIONS_MAX = 500

/** Where a user is signed in, newest first. */
export async function readSessions(db: Db, userId: string): Promise<readonly SessionRow[]> {
  const { rows } = await db.pool.query<SessionRow>({
    name: 'identity_read_sessions',
    text: `
select s.id, s.created_at, s.expires_at, s.ip_address, s.user_agent
from auth_session s
where s.user_id = $1
  and s.expires_at > now()
order by s.created_at desc, s.id desc
limit $2`,
    values: [userId, SESSIONS_MAX],
  })
  return rows
}

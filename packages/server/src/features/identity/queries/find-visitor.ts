import type { Db } from '../../../platform/db/transaction.ts'

/** The account with an e-mail, in lower case. */
export async function findUserId(db: Db, email: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ id: string }>({
    name: 'identity_find_user_id',
    text: 'select u.id from auth_user u where u.email = $1',
    values: [email],
  })
  return rows[0]?.id ?? null
}

/** Whose code is asked for, by what the sign-in library calls the attempt. */
export async function findChallengedUser(db: Db, identifier: string): Promise<string | null> {
  const { rows } = await db.pool.query<{ value: string }>({
    name: 'identity_find_challenged_user',
    text: `
select v.value
from auth_verification v
where v.identifier = $1
  and v.expires_at > now()`,
    values: [identifier],
  })
  return rows[0]?.value ?? null
}

import type { Db } from '../../../platform/db/transaction.ts'

/**
 * Uses up a code of an authenticator app; false when the user has used it before. A code holds for
 * its half minute and the two beside it; three minutes later it may mean another moment.
 */
export async function useCode(
  db: Db,
  used: { readonly userId: string; readonly code: string },
): Promise<boolean> {
  const { rowCount } = await db.pool.query({
    text: `
with old as (
  delete from auth_used_code
  where user_id = $1
    and code <> $2
    and used_at < now() - interval '3 minutes'
)
insert into auth_used_code (user_id, code, used_at)
values ($1, $2, now())
on conflict (user_id, code) do update
set used_at = excluded.used_at
where auth_used_code.used_at < now() - interval '3 minutes'`,
    values: [used.userId, used.code],
  })
  return rowCount === 1
}

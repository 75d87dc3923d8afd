import type { Db, Tx } from '../../../platform/db/transaction.ts'

/** Forgets a passkey of a user; false when they have no such one. */
export async function deletePasskey(
  db: Db,
  which: { readonly id: string; readonly userId: string },
): Promise<boolean> {
  const { rowCount } = await db.pool.query({
    text: 'delete from auth_passkey where id = $1 and user_id = $2',
    values: [which.id, which.userId],
  })
  return rowCount === 1
}

/** Takes codes and passkeys from a user who has lost them. */
export async function dropFactors(tx: Tx, email: string): Promise<void> {
  await tx.query({
    text: `
with found as (
  update auth_user
  set two_factor_enabled = false
  where email = $1
  returning id
), keys as (
  delete from auth_passkey k
  using found f
  where k.user_id = f.id
)
delete from auth_two_factor t
using found f
where t.user_id = f.id`,
    values: [email],
  })
}

import type { Tx } from '../../../platform/db/transaction.ts'

/** Whether a user is asked for a code after their password. */
export async function hasSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.query<{ is_on: boolean }>({
    text: `
select u.two_factor_enabled as is_on
from auth_user u
where u.id = $1`,
    values: [userId],
  })
  return rows[0]?.is_on ?? false
}

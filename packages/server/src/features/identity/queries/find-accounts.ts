import type { Tx } from '../../../platform/db/transaction.ts'

/** Accounts of this installation by e-mail, which better-auth keeps in lower case. */
export async function findAccounts(tx: Tx, emails: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; email: string }>({
    name: 'identity_find_accounts',
    text: `
select u.id, u.email
from auth_user u
where u.email = any($1::text[])
order by u.id
limit 5000`,
    values: [emails],
  })
  return new Map(rows.map((row) => [row.email, row.id]))
}

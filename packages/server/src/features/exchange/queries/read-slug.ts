import type { Tx } from '../../../platform/db/transaction.ts'

/** The name that addresses of an organisation's pages have in them. */
export async function readSlug(tx: Tx, organisationId: string): Promise<string> {
  const rows = await tx.query<{ slug: string }>({
    text: `
select o.slug
from organisation o
where o.id = $1`,
    values: [organisationId],
  })
  return rows[0]?.slug ?? ''
}

import type { Reader } from '../../../platform/db/transaction.ts'

/** The id of the organisation with this slug. */
export async function findOrganisationId(tx: Reader, slug: string): Promise<string | null> {
  const rows = await tx.query<{ id: string }>({
    text: 'select o.id from organisation o where o.slug = $1',
    values: [slug],
  })
  return rows[0]?.id ?? null
}

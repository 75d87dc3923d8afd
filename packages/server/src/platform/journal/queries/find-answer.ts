import type { Tx } from '../../db/transaction.ts'

/** The answer once given under an idempotency key, if it is still kept. */
export async function findAnswer(
  tx: Tx,
  where: { readonly organisationId: string; readonly personId: string; readonly key: string },
): Promise<{ readonly requestHash: string; readonly answer: { seq: number; results: unknown[] } } | null> {
  const rows = await tx.query<{ request_hash: string; response: { seq: number; results: unknown[] } }>({
    name: 'journal_find_answer',
    text: `
select request_hash, response
from idempotency
where organisation_id = $1
  and person_id = $2
  and key = $3`,
    values: [where.organisationId, where.personId, where.key],
  })
  const row = rows[0]
  return row ? { requestHash: row.request_hash, answer: row.response } : null
}

import type { Tx } from '../../../platform/db/transaction.ts'

/**
 * Cases with timers that have come due, none of them in the hands of another worker: each is taken by a lock that only
 * workers ask for. Plans are locked afterwards, in the order in which everybody does.
 */
export async function claimDueCases(
  tx: Tx,
  organisationId: string,
  of: { readonly now: number; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await tx.query<{ case_id: string }>({
    name: 'case_claim_due',
    text: `
with due as materialized (
  select i.case_id, min(i.due_at) as due_at
  from case_plan_item i
  where i.organisation_id = $1
    and i.due_at <= to_timestamp($2 / 1000.0)
  group by i.case_id
  order by 2
  limit $3::integer * 4
)
select d.case_id
from due d
where pg_try_advisory_xact_lock(hashtextextended(d.case_id::text, 73))
limit $3`,
    values: [organisationId, of.now, of.limit],
  })
  return rows.map((row) => row.case_id)
}

/** When the next timer of the cases of an organisation goes off; null: none is waited for. */
export async function nextCaseTimer(tx: Tx, organisationId: string): Promise<number | null> {
  const [row] = await tx.query<{ due_at: number | null }>({
    name: 'case_next_timer_due',
    text: `
select min(i.due_at) as due_at
from case_plan_item i
where i.organisation_id = $1
  and i.due_at is not null`,
    values: [organisationId],
  })
  return row?.due_at ?? null
}

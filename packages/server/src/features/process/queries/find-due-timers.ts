import type { Tx } from '../../../platform/db/transaction.ts'

/**
 * Instances with timers that have come due, none of them in the hands of another worker: each is taken by a lock that
 * only workers ask for. Rows of instances and items are locked afterwards, in the order in which everybody does.
 */
export async function claimDueInstances(
  tx: Tx,
  organisationId: string,
  of: { readonly now: number; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await tx.query<{ instance_id: string }>({
    name: 'process_claim_due_instances',
    text: `
with due as materialized (
  select w.instance_id, min(w.due_at) as due_at
  from process_wait w
  where w.organisation_id = $1
    and not w.is_suspended
    and w.due_at <= to_timestamp($2 / 1000.0)
  group by w.instance_id
  order by 2
  limit $3::integer * 4
)
select d.instance_id
from due d
where pg_try_advisory_xact_lock(hashtextextended(d.instance_id::text, 58))
limit $3`,
    values: [organisationId, of.now, of.limit],
  })
  return rows.map((row) => row.instance_id)
}

/** When the next timer of an organisation goes off; null: none is waited for. */
export async function nextTimerDue(tx: Tx, organisationId: string): Promise<number | null> {
  const [row] = await tx.query<{ due_at: number | null }>({
    name: 'process_next_timer_due',
    text: `
select min(w.due_at) as due_at
from process_wait w
where w.organisation_id = $1
  and not w.is_suspended
  and w.due_at is not null`,
    values: [organisationId],
  })
  return row?.due_at ?? null
}

/** A piece of the instances with timers that count by a calendar, in the order of their ids. */
export async function findWorkingTimers(
  tx: Tx,
  organisationId: string,
  of: { readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await tx.query<{ instance_id: string }>({
    name: 'process_find_working_timers',
    text: `
select distinct w.instance_id
from process_wait w
where w.organisation_id = $1
  and w.due_at is not null
  and (w.rule -> 'counting' ->> 'counts' = 'working' or w.rule -> 'counting' ->> 'calendar' is not null)
  and w.instance_id > $2
order by w.instance_id
limit $3`,
    values: [organisationId, of.after, of.limit],
  })
  return rows.map((row) => row.instance_id)
}

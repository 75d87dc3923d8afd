import type { Tx } from '../../../platform/db/transaction.ts'

/** A process that others may call. */
export type CallableProcess = {
  readonly key: string
  readonly name: string
  readonly elementId: string | null
}

/** The processes with a published version that somebody can see, by their names. */
export async function listCallable(
  tx: Tx,
  organisationId: string,
  visibleIds: readonly string[] | null,
): Promise<readonly CallableProcess[]> {
  return await tx.query<CallableProcess>({
    name: 'process_list_callable',
    text: `
select c.key, c.name, m.element_id as "elementId"
from container c
cross join lateral (
  select v.element_id
  from process_version v
  where v.organisation_id = c.organisation_id
    and v.process_id = c.id
    and v.state = 'published'
  order by v.number desc
  limit 1) m
where c.organisation_id = $1
  and c.kind = 'process'
  and c.archived_at is null
  and c.state <> 'closed'
  and ($2::uuid[] is null or c.id = any($2))
order by c.name, c.id
limit 2000`,
    values: [organisationId, visibleIds],
  })
}

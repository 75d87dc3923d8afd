import { operations, type ProcessCounts } from '@millrace/contract'
import { query, visibleContainerIds } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** How every published process stands that the person sees. */
export const countInstances = query(
  operations['process.countInstances'],
  async ({ tx, organisationId, principal }) => ({
    processes: await readCounts(tx, organisationId, visibleContainerIds(principal.access)),
  }),
)

/** @param processIds null: all */
async function readCounts(
  tx: Tx,
  organisationId: string,
  processIds: readonly string[] | null,
): Promise<ProcessCounts[]> {
  return await tx.query<ProcessCounts>({
    name: 'process_count_running',
    text: `
with published as (
  select v.process_id, max(v.published_at) as published_at
  from process_version v
  where v.organisation_id = $1
    and v.state = 'published'
    and ($2::uuid[] is null or v.process_id = any($2))
  group by v.process_id
), running as (
  select i.process_id, count(*)::integer as instances
  from process_instance i
  where i.organisation_id = $1
    and i.state = 'running'
    and ($2::uuid[] is null or i.process_id = any($2))
  group by i.process_id
), stuck as (
  select i.process_id, count(distinct n.instance_id)::integer as instances
  from process_incident n
  join process_instance i on i.organisation_id = n.organisation_id and i.id = n.instance_id
  where n.organisation_id = $1
    and i.state = 'running'
    and ($2::uuid[] is null or i.process_id = any($2))
  group by i.process_id
)
select p.process_id as "containerId", coalesce(r.instances, 0) as running, coalesce(s.instances, 0) as stuck,
  p.published_at as "publishedAt"
from published p
left join running r on r.process_id = p.process_id
left join stuck s on s.process_id = p.process_id
order by p.process_id
limit 10000`,
    values: [organisationId, processIds],
  })
}

import type { ElementCounts, ProcessVariant } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

type Of = { readonly organisationId: string; readonly processId: string }

/** What goes on at each element of a process now, by the ids of the model. */
export async function countAtElements(
  tx: Tx,
  { organisationId, processId }: Of,
): Promise<readonly ElementCounts[]> {
  return await tx.query<ElementCounts>({
    name: 'process_count_at_elements',
    text: `
with running as (
  select i.id
  from process_instance i
  where i.organisation_id = $1
    and i.process_id = $2
    and i.state = 'running'),
at_element as (
  select t.node, 1 as tokens, 0 as waiting, 0 as incidents, t.since
  from running r
  join process_token t on t.organisation_id = $1 and t.instance_id = r.id and t.state in ('waiting', 'joining', 'stuck')
  union all
  select w.node, 0, 1, 0, null
  from running r
  join process_wait w on w.organisation_id = $1 and w.instance_id = r.id
  join process_token t on t.organisation_id = $1 and t.instance_id = r.id and t.id = w.token_id and t.node = w.node
  union all
  select n.node, 0, 0, 1, n.since
  from running r
  join process_incident n on n.organisation_id = $1 and n.instance_id = r.id)
select a.node as "elementId",
  sum(a.tokens)::int as tokens,
  sum(a.waiting)::int as waiting,
  sum(a.incidents)::int as incidents,
  (extract(epoch from min(a.since)) * 1000)::float8 as "oldestAt"
from at_element a
group by a.node
order by a.node
limit 10000`,
    values: [organisationId, processId],
  })
}

/** Variants are those of this many finished instances, the last that were begun. */
const INSTANCES_MAX = 5_000

type Page = Of & { readonly skip: number; readonly limit: number }

/** The ways that finished instances went, step by step, the most usual first. */
export async function listVariantsOf(
  tx: Tx,
  { organisationId, processId, skip, limit }: Page,
): Promise<readonly (ProcessVariant & { readonly instances: number })[]> {
  return await tx.query<ProcessVariant & { readonly instances: number }>({
    name: 'process_list_variants_of',
    text: `
with last_finished as (
  select i.id, extract(epoch from i.ended_at - i.started_at) * 1000 as ms
  from process_instance i
  where i.organisation_id = $1
    and i.process_id = $2
    and i.state = 'finished'
  order by i.number desc
  limit $3),
way as (
  select f.id, f.ms,
    coalesce(array_agg(s.element_id order by a.opened_at, a.token_id, a.id) filter (where s.id is not null), '{}') as elements
  from last_finished f
  left join process_activity a on a.organisation_id = $1 and a.instance_id = f.id
  left join process_step s on s.organisation_id = $1 and s.id = a.step_id
  group by f.id, f.ms)
select w.elements as "elementIds",
  count(*)::int as count,
  (percentile_cont(0.5) within group (order by w.ms))::float8 as "medianMs",
  (sum(count(*)) over ())::int as instances
from way w
group by w.elements
order by count(*) desc, w.elements
limit $4 offset $5`,
    values: [organisationId, processId, INSTANCES_MAX, limit, skip],
  })
}

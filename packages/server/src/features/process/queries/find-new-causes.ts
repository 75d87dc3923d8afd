import type { Tx } from '../../../platform/db/transaction.ts'

/** A cause of incidents that was not there before, whom it is told, and the item that leads to it; null: the instance never had one. */
export type NewCauseRow = {
  readonly instance_id: string
  readonly process_id: string
  readonly title: string
  readonly node: string
  readonly owner_id: string
  readonly item_id: string | null
}

/** Of what is stuck in some instances, what nothing else is stuck for yet; once for each cause. */
export async function findNewCauses(
  tx: Tx,
  organisationId: string,
  instanceIds: readonly string[],
): Promise<readonly NewCauseRow[]> {
  return await tx.query<NewCauseRow>({
    name: 'process_find_new_causes',
    text: `
select distinct on (i.process_id, n.node, n.kind, n.text) i.id as instance_id, i.process_id, i.title, n.node,
  c.owner_id, a.item_id
from process_incident n
join process_instance i on i.organisation_id = n.organisation_id and i.id = n.instance_id
join container c on c.organisation_id = i.organisation_id and c.id = i.process_id and c.owner_id is not null
left join lateral (
  select l.item_id
  from process_activity l
  where l.organisation_id = i.organisation_id
    and l.instance_id = i.id
  order by l.opened_at desc, l.id desc
  limit 1) a on true
where n.organisation_id = $1
  and n.instance_id = any($2::uuid[])
  and not exists (
    select
    from process_incident o
    join process_instance p on p.organisation_id = o.organisation_id and p.id = o.instance_id
    where o.organisation_id = n.organisation_id
      and p.process_id = i.process_id
      and o.node = n.node
      and o.kind = n.kind
      and o.text = n.text
      and o.instance_id <> all($2::uuid[]))
order by i.process_id, n.node, n.kind, n.text, n.since, i.id
limit 50`,
    values: [organisationId, instanceIds],
  })
}

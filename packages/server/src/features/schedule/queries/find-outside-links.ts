import type { LagUnit, LinkKind } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'

/** A link between an item of a project and one of another. */
export type OutsideLinkRow = {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly linkType: LinkKind
  readonly lag: number
  readonly lagUnit: LagUnit
  /** Whether the project waits; otherwise the other one does. */
  readonly isIn: boolean
  readonly own: { readonly isHammock: boolean }
  readonly otherId: string
  readonly key: string
  readonly title: string
  readonly containerIds: readonly string[]
  readonly seenBy: readonly string[] | null
  readonly otherProjectId: string
  readonly otherProjectName: string
}

type Row = Omit<OutsideLinkRow, 'own'> & { readonly isOwnHammock: boolean }

/** A project, or one item of it. */
export type Tied = { readonly projectId: string; readonly itemId: string | null }

/** The links of a project to and from others, between items that are not archived. */
export async function findOutsideLinks(
  tx: Tx,
  organisationId: string,
  { projectId, itemId }: Tied,
): Promise<readonly OutsideLinkRow[]> {
  const rows = await tx.query<Row>({
    name: 'schedule_find_outside_links',
    text: `
select r.id, r.from_id as "fromId", r.to_id as "toId", r.link_type as "linkType", r.lag, r.lag_unit as "lagUnit",
  e.is_in as "isIn", coalesce(q.is_hammock and own.child_count = 0, false) as "isOwnHammock",
  o.id as "otherId", o.key, o.title, o.container_ids as "containerIds", o.seen_by as "seenBy",
  c.id as "otherProjectId", c.name as "otherProjectName"
from plan_outside_link x
join relation r on r.organisation_id = x.organisation_id and r.id = x.relation_id
join work_item t on t.organisation_id = r.organisation_id and t.id = r.to_id
cross join lateral (select t.container_ids @> array[$2::uuid] as is_in) e
join work_item own on own.organisation_id = r.organisation_id and own.id = case when e.is_in then r.to_id else r.from_id end
join work_item o on o.organisation_id = r.organisation_id and o.id = case when e.is_in then r.from_id else r.to_id end
left join plan_item q on q.organisation_id = own.organisation_id and q.item_id = own.id
left join plan_item p on p.organisation_id = o.organisation_id and p.item_id = o.id
join container c on c.organisation_id = o.organisation_id
  and c.id = coalesce(
    case when p.project_id = any(o.container_ids) then p.project_id end,
    (
      select min(h.id::text)::uuid
      from container h
      where h.organisation_id = o.organisation_id
        and h.id = any(o.container_ids)
        and h.kind = 'project'))
where x.organisation_id = $1
  and x.project_id = $2
  and ($3::uuid is null or own.id = $3)
  and own.archived_at is null
  and o.archived_at is null
order by r.id
limit 20000`,
    values: [organisationId, projectId, itemId],
  })
  return rows.map(({ isOwnHammock, ...row }) => ({ ...row, own: { isHammock: isOwnHammock } }))
}

/** Some items, each with everything that lies below it in a project. */
export async function findPartsOf(
  tx: Tx,
  organisationId: string,
  items: readonly { readonly itemId: string; readonly projectId: string }[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_parts_of',
    text: `
with recursive below (project_id, id) as (
  select x.project_id, x.id
  from unnest($2::uuid[], $3::uuid[]) as x (project_id, id)
  union
  select b.project_id, w.id
  from below b
  join work_item w on w.organisation_id = $1 and w.parent_id = b.id and w.archived_at is null
    and w.container_ids @> array[b.project_id]
)
select distinct b.id
from below b
order by b.id
limit 200000`,
    values: [organisationId, items.map(({ projectId }) => projectId), items.map(({ itemId }) => itemId)],
  })
  return rows.map(({ id }) => id)
}

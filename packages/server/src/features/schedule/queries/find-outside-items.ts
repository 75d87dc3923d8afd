import type { Tx } from '../../../platform/db/transaction.ts'

/** Somebody or something that a plan needs: its resources, and people by name or by what they answer for. */
export type Shared = {
  readonly projectId: string
  readonly resourceIds: readonly string[]
  readonly personIds: readonly string[]
}

/** Dated work of another project, and who answers for it. */
export type OutsideItem = {
  readonly itemId: string
  readonly title: string
  readonly containerIds: readonly string[]
  readonly projectId: string
  readonly projectKey: string
  readonly projectName: string
  /** Whether the dates of its project are calculated. */
  readonly isScheduled: boolean
  readonly responsibleId: string | null
}

/** More are refused: half of what people have to do is a wrong answer. */
export const OUTSIDE_MAX = 20_000

/** Open, dated work of other projects for whoever a plan needs; in the order of projects and outline. */
export async function findOutsideItems(
  tx: Tx,
  organisationId: string,
  { projectId, resourceIds, personIds }: Shared,
): Promise<readonly OutsideItem[]> {
  return await tx.query<OutsideItem>({
    name: 'schedule_find_outside_items',
    text: `
select w.id as "itemId", w.title, w.container_ids as "containerIds", c.id as "projectId", c.key as "projectKey",
  c.name as "projectName", coalesce(s.is_scheduled, true) as "isScheduled", w.responsible_id as "responsibleId"
from work_item w
left join plan_item p on p.organisation_id = w.organisation_id and p.item_id = w.id
join container c on c.organisation_id = w.organisation_id
  and c.id = coalesce(p.project_id, (
    select min(h.id::text)::uuid
    from container h
    where h.organisation_id = w.organisation_id
      and h.id = any(w.container_ids)
      and h.kind = 'project'))
left join project_plan s on s.organisation_id = c.organisation_id and s.project_id = c.id
where w.organisation_id = $1
  and w.archived_at is null
  and w.state_group <> 'done'
  and w.child_count = 0
  and not w.is_milestone
  and not w.container_ids @> array[$2::uuid]
  and coalesce(p.start_at, p.finish_at, w.starts_on::timestamptz, w.due_on::timestamptz) is not null
  and c.kind = 'project'
  and c.archived_at is null
  and w.id in (
    select a.item_id
    from assignment a
    join resource r on r.organisation_id = a.organisation_id and r.id = a.resource_id
    where a.organisation_id = $1
      and (r.id = any($3::uuid[]) or r.person_id = any($4::uuid[]))
    union
    select own.id
    from work_item own
    where own.organisation_id = $1
      and own.responsible_id = any($4::uuid[])
      and own.effort_min is not null
      and not exists (
        select 1
        from assignment a
        where a.organisation_id = $1
          and a.item_id = own.id))
order by c.id, w.rank, w.id
limit $5`,
    values: [organisationId, projectId, resourceIds, personIds, OUTSIDE_MAX + 1],
  })
}

/** Who answers for work of a project whose effort is known: they may be counted on. */
export async function findResponsible(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_responsible',
    text: `
select distinct w.responsible_id as id
from work_item w
where w.organisation_id = $1
  and w.container_ids @> array[$2::uuid]
  and w.archived_at is null
  and w.responsible_id is not null
  and w.effort_min is not null
order by w.responsible_id
limit 10000`,
    values: [organisationId, projectId],
  })
  return rows.map(({ id }) => id)
}

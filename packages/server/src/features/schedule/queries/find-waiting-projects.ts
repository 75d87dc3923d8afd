import type { Tx } from '../../../platform/db/transaction.ts'
import { isAnythingTied } from './is-anything-tied.ts'

/** What has changed in a way that others may wait for. */
export type Awaited = {
  /** Where, if that is known. */
  readonly projectIds: readonly string[]
  /** Null: anything in the projects may have. */
  readonly itemIds: readonly string[] | null
  /**
   * `all` who wait for it; or those only whom nobody tells when the dates of the projects are calculated, because
   * they are not.
   */
  readonly who: 'all' | 'untold'
}

/** The projects that wait for items, or for something these lie below; those without a link cost nothing. */
export async function findWaitingProjects(
  tx: Tx,
  organisationId: string,
  awaited: Awaited,
): Promise<readonly string[]> {
  // Nearly all changes are of projects without such links, and planning the statement below costs more than all else.
  const { projectIds, itemIds, who } = awaited
  const isAnywhere = who === 'untold' || projectIds.length === 0
  if (!(await isAnythingTied(tx, organisationId, isAnywhere ? null : projectIds))) return []
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_waiting_projects',
    text: `
with recursive above (id, parent_id) as (
  select w.id, w.parent_id
  from work_item w
  where w.organisation_id = $1
    and w.id = any($3::uuid[])
  union
  select w.id, w.parent_id
  from above a
  join work_item w on w.organisation_id = $1 and w.id = a.parent_id
),
named (id) as (
  select r.id
  from above a
  join relation r on r.organisation_id = $1 and r.from_id = a.id and r.kind = 'precedes'
  union
  select x.relation_id
  from plan_outside_link x
  where x.organisation_id = $1
    and $3::uuid[] is null
    and x.project_id = any($2::uuid[])
)
select distinct x.project_id as id
from named n
join relation r on r.organisation_id = $1 and r.id = n.id
join work_item f on f.organisation_id = $1 and f.id = r.from_id
join plan_outside_link x on x.organisation_id = $1 and x.relation_id = n.id
where x.project_id <> all(f.container_ids)
  and ($4 = 'all' or not exists (
    select 1
    from project_plan s
    where s.organisation_id = $1
      and s.project_id = any(f.container_ids)
      and s.is_scheduled is not false
      and s.version > 0))
order by x.project_id
limit 10000`,
    values: [organisationId, projectIds, itemIds, who],
  })
  return rows.map(({ id }) => id)
}

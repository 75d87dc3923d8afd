import type { Tx } from '../../../platform/db/transaction.ts'

/** Each of some projects with all those that it is tied to by links, also through others. */
export async function findConnectedProjects(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ fromId: string; projectId: string }>({
    name: 'schedule_find_connected_projects',
    text: `
with recursive reach (from_id, project_id) as (
  select x.id, x.id
  from unnest($2::uuid[]) as x (id)
  union
  select r.from_id, b.project_id
  from reach r
  join plan_outside_link a on a.organisation_id = $1 and a.project_id = r.project_id
  join plan_outside_link b on b.organisation_id = $1 and b.relation_id = a.relation_id
)
select r.from_id as "fromId", r.project_id as "projectId"
from reach r
order by r.from_id, r.project_id
limit 100000`,
    values: [organisationId, projectIds],
  })
  const byProject = Map.groupBy(rows, ({ fromId }) => fromId)
  return new Map([...byProject].map(([id, reached]) => [id, reached.map(({ projectId }) => projectId)]))
}

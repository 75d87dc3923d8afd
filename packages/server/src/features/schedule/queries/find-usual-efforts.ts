import type { Tx } from '../../../platform/db/transaction.ts'

/** The items of a project whose effort is the one that is usual for their type. */
export async function findUsualEfforts(
  tx: Tx,
  organisationId: string,
  projectId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'schedule_find_usual_efforts',
    text: `
select w.id
from work_item w
join item_type t on t.organisation_id = w.organisation_id and t.id = w.type_id
where w.organisation_id = $1
  and w.container_ids @> array[$2::uuid]
  and w.archived_at is null
  and w.effort_min = (t.defaults ->> 'effortMin')::integer
order by w.id
limit 100000`,
    values: [organisationId, projectId],
  })
  return new Set(rows.map(({ id }) => id))
}

import type { Tx } from '../../../platform/db/transaction.ts'

/** The items in an order in which each comes after all that are below it, also by way of others. */
export async function orderBottomUp(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    text: `
with recursive chosen as (
  select unnest($2::uuid[]) as id
), tree as (
  select w.id, 0 as depth
  from work_item w
  where w.organisation_id = $1
    and w.id in (select c.id from chosen c)
    and (w.parent_id is null or w.parent_id not in (select c.id from chosen c))
  union all
  select w.id, t.depth + 1
  from tree t
  join work_item w on w.organisation_id = $1 and w.parent_id = t.id
)
select t.id
from tree t
order by t.depth desc, t.id`,
    values: [organisationId, itemIds],
  })
  return rows.map(({ id }) => id)
}

import type { Tx } from '../../../platform/db/transaction.ts'

/** An item, as far as talking about it goes. */
export type TalkedItem = {
  readonly id: string
  readonly key: string
  readonly container_ids: readonly string[]
  readonly seen_by: readonly string[] | null
  readonly is_archived: boolean
}

/** Items by id. */
export async function findTalkedItems(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TalkedItem>> {
  const rows = await tx.query<TalkedItem>({
    name: 'discussion_find_talked_items',
    text: `
select w.id, w.key, w.container_ids, w.seen_by, w.archived_at is not null as is_archived
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
order by w.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

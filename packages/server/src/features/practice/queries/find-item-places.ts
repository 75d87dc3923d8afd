import type { Tx } from '../../../platform/db/transaction.ts'

/** An item as far as practices are concerned: as what asks for artifacts, or as the initiative of a change. */
export type ItemPlace = {
  readonly id: string
  readonly key: string
  readonly area: string
  readonly containerIds: readonly string[]
  readonly isOpen: boolean
}

/** Items with the containers they are in, to tell who sees them. */
export async function findItemPlaces(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ItemPlace>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<ItemPlace>({
    name: 'practice_find_item_places',
    text: `
select w.id, w.key, w.area, w.container_ids as "containerIds",
  w.state_group <> 'done' and w.archived_at is null as "isOpen"
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
order by w.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

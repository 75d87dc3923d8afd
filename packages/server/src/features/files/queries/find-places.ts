import type { Tx } from '../../../platform/db/transaction.ts'

/** An item or a container that files can be attached to. */
export type Place = {
  readonly id: string
  readonly kind: 'item' | 'container'
  /** The key of an item, the name of a container. */
  readonly name: string
  readonly container_ids: readonly string[]
  readonly is_archived: boolean
}

/** Items and containers by id. */
export async function findPlaces(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Place>> {
  const rows = await tx.query<Place>({
    name: 'files_find_places',
    text: `
select w.id, 'item' as kind, w.key as name, w.container_ids, w.archived_at is not null as is_archived
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
union all
select c.id, 'container' as kind, c.name, array[c.id] as container_ids, c.archived_at is not null as is_archived
from container c
where c.organisation_id = $1
  and c.id = any($2::uuid[])
order by id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

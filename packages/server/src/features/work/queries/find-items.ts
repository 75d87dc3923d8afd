import type { WorkItem } from '@millrace/core/work'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ITEM_RECORD, readItem } from '../item-record.ts'

/** Items by id. */
export async function findItems(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly WorkItem[]> {
  const rows = await tx.query<{ item: string }>({
    name: 'work_find_items',
    text: `
select ${ITEM_RECORD} as item
from work_item w
where w.organisation_id = $1
  and w.id = any(${among('$2')})
order by w.rank, w.id`,
    values: [organisationId, ids],
  })
  return rows.map(({ item }) => readItem(item))
}

/** One item by its id or key. */
export async function findItemByName(
  tx: Tx,
  organisationId: string,
  idOrKey: string,
): Promise<WorkItem | null> {
  const rows = await tx.query<{ item: string }>({
    name: 'work_find_item_by_name',
    text: `
select ${ITEM_RECORD} as item
from work_item w
where w.organisation_id = $1
  and (w.key = upper($2) or w.id::text = lower($2))
limit 1`,
    values: [organisationId, idOrKey],
  })
  return rows[0] ? readItem(rows[0].item) : null
}

/** The direct sub-items of an item, in manual order. */
export async function findChildren(
  tx: Tx,
  organisationId: string,
  parentId: string,
): Promise<readonly WorkItem[]> {
  const rows = await tx.query<{ item: string }>({
    name: 'work_find_children',
    text: `
select ${ITEM_RECORD} as item
from work_item w
where w.organisation_id = $1
  and w.parent_id = $2
order by w.rank, w.id
limit 1000`,
    values: [organisationId, parentId],
  })
  return rows.map(({ item }) => readItem(item))
}

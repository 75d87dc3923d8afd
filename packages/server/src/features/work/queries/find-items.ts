import type { WorkItem } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ITEM_COLUMNS, type ItemRow, toItem } from '../item-row.ts'

/** Items by id. */
export async function findItems(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly WorkItem[]> {
  const rows = await tx.query<ItemRow>({
    name: 'work_find_items',
    text: `
select ${ITEM_COLUMNS}
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
order by w.rank, w.id`,
    values: [organisationId, ids],
  })
  return rows.map(toItem)
}

/** One item by its id or key. */
export async function findItemByName(
  tx: Tx,
  organisationId: string,
  idOrKey: string,
): Promise<WorkItem | null> {
  const rows = await tx.query<ItemRow>({
    name: 'work_find_item_by_name',
    text: `
select ${ITEM_COLUMNS}
from work_item w
where w.organisation_id = $1
  and (w.key = upper($2) or w.id::text = lower($2))
limit 1`,
    values: [organisationId, idOrKey],
  })
  return rows[0] ? toItem(rows[0]) : null
}

/** The direct sub-items of an item, in manual order. */
export async function findChildren(
  tx: Tx,
  organisationId: string,
  parentId: string,
): Promise<readonly WorkItem[]> {
  const rows = await tx.query<ItemRow>({
    name: 'work_find_children',
    text: `
select ${ITEM_COLUMNS}
from work_item w
where w.organisation_id = $1
  and w.parent_id = $2
order by w.rank, w.id
limit 1000`,
    values: [organisationId, parentId],
  })
  return rows.map(toItem)
}

/** The items of a container that are not archived, as many as a browser can hold. */
export async function findItemsOfContainer(
  tx: Tx,
  organisationId: string,
  where: { readonly containerId: string; readonly limit: number },
): Promise<readonly WorkItem[]> {
  const rows = await tx.query<ItemRow>({
    name: 'work_find_items_of_container',
    text: `
select ${ITEM_COLUMNS}
from work_item w
where w.organisation_id = $1
  and w.container_ids @> array[$2::uuid]
  and w.archived_at is null
order by w.rank, w.id
limit $3`,
    values: [organisationId, where.containerId, where.limit],
  })
  return rows.map(toItem)
}

/** What concerns a person now: open items they do, answer for or asked for, or that wait for them. */
export async function findItemsOfPerson(
  tx: Tx,
  organisationId: string,
  where: { readonly personId: string; readonly visible: readonly string[] | null; readonly limit: number },
): Promise<readonly WorkItem[]> {
  const rows = await tx.query<ItemRow>({
    name: 'work_find_items_of_person',
    text: `
select ${ITEM_COLUMNS}
from work_item w
where w.organisation_id = $1
  and w.archived_at is null
  and ($3::uuid[] is null or w.container_ids && $3::uuid[])
  and (
    (w.responsible_id = $2 and (w.state_group <> 'done' or w.finished_at > now() - interval '14 days'))
    or (w.state_group <> 'done' and (w.accountable_id = $2 or w.requester_id = $2))
    or (w.waiting_for is not null and w.waiting_for ->> 'personId' = $2::uuid::text)
  )
order by w.rank, w.id
limit $4`,
    values: [organisationId, where.personId, where.visible, where.limit],
  })
  return rows.map(toItem)
}

import type { ItemColumns } from '@millrace/contract'
import type { Column } from '../../../platform/db/read-columns.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ITEM_FIELDS_IN_ORDER, itemColumnsWithout } from '../item-row.ts'

// A snapshot goes from rows to columns without becoming items: most of its values repeat. Fields that must
// not be seen are taken out before that: which rows repeat a value would tell of the value.

/** Null where nothing is to be taken out. */
function boundIds(hidden: ReadonlySet<string>): readonly string[] | null {
  return hidden.size === 0 ? null : [...hidden]
}

/** The items of a container that are not archived, as many as a browser can hold. */
export async function findItemColumnsOfContainer(
  tx: Tx,
  organisationId: string,
  where: {
    readonly containerId: string
    readonly hiddenFields: ReadonlySet<string>
    readonly limit: number
  },
): Promise<ItemColumns> {
  const columns = await tx.queryColumns({
    name: 'work_find_item_columns_of_container',
    text: `
select ${itemColumnsWithout('$4')}
from work_item w
where w.organisation_id = $1
  and w.container_ids @> array[$2::uuid]
  and w.archived_at is null
order by w.rank, w.id
limit $3`,
    values: [organisationId, where.containerId, where.limit, boundIds(where.hiddenFields)],
  })
  return named(columns)
}

/** What concerns a person now: open items they do, answer for or asked for, that wait for them, or with lines for them. */
export async function findItemColumnsOfPerson(
  tx: Tx,
  organisationId: string,
  where: {
    readonly personId: string
    readonly visible: readonly string[] | null
    readonly hiddenFields: ReadonlySet<string>
    readonly limit: number
  },
): Promise<ItemColumns> {
  const columns = await tx.queryColumns({
    name: 'work_find_item_columns_of_person',
    text: `
select ${itemColumnsWithout('$5')}
from work_item w
where w.organisation_id = $1
  and w.archived_at is null
  and ($3::uuid[] is null or w.container_ids && $3::uuid[])
  and (
    (w.responsible_id = $2 and (w.state_group <> 'done' or w.finished_at > now() - interval '14 days'))
    or (w.state_group <> 'done' and (w.accountable_id = $2 or w.requester_id = $2))
    or (w.state_group <> 'done' and w.id = any(array(
      select l.item_id
      from checklist_line l
      where l.organisation_id = $1
        and l.responsible_id = $2
        and l.done_at is null
        and l.sub_item_id is null
        and l.removed_at is null)))
    or (w.waiting_for is not null and w.waiting_for ->> 'personId' = $2::uuid::text)
  )
order by w.rank, w.id
limit $4`,
    values: [organisationId, where.personId, where.visible, where.limit, boundIds(where.hiddenFields)],
  })
  return named(columns)
}

function named(columns: readonly Column[]): ItemColumns {
  const entries = ITEM_FIELDS_IN_ORDER.map((field, index) => [field, columns[index]] as const)
  // Every field of an item has its column.
  return Object.fromEntries(entries) as unknown as ItemColumns
}

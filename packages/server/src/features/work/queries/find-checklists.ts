import type { Checklist, ChecklistLine } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'
import { LINE_COLUMNS, LIST_COLUMNS, type LineRow, type ListRow, toLine, toList } from '../checklist-row.ts'

type Placed = { readonly container_ids: readonly string[] }
const PLACE = 'join work_item w on w.organisation_id = $1 and w.id ='
/** More than a person can look at; the lists of theirs are cut, not their items. */
const PERSON_LINES_MAX = 2_000

/** The items that lists and lines belong to. */
export async function findItemsOfLists(
  tx: Tx,
  organisationId: string,
  named: { readonly listIds: readonly string[]; readonly lineIds: readonly string[] },
): Promise<readonly string[]> {
  const rows = await tx.query<{ item_id: string }>({
    name: 'work_find_items_of_lists',
    text: `
select c.item_id
from checklist c
where c.organisation_id = $1
  and c.id = any($2::uuid[])
union
select l.item_id
from checklist_line l
where l.organisation_id = $1
  and l.id = any($3::uuid[])
order by item_id`,
    values: [organisationId, named.listIds, named.lineIds],
  })
  return rows.map((row) => row.item_id)
}

/** The lists of an item that were not removed, in order. */
export async function findListsOf(
  tx: Tx,
  organisationId: string,
  itemId: string,
): Promise<readonly Checklist[]> {
  const rows = await tx.query<ListRow>({
    name: 'work_find_lists_of',
    text: `
select ${LIST_COLUMNS}
from checklist c
where c.organisation_id = $1
  and c.item_id = $2
  and c.removed_at is null
order by c.rank, c.id
limit 100`,
    values: [organisationId, itemId],
  })
  return rows.map(toList)
}

/** The lines of an item that were not removed, in order. */
export async function findLinesOf(
  tx: Tx,
  organisationId: string,
  itemId: string,
): Promise<readonly ChecklistLine[]> {
  const rows = await tx.query<LineRow>({
    name: 'work_find_lines_of',
    text: `
select ${LINE_COLUMNS}
from checklist_line l
where l.organisation_id = $1
  and l.item_id = $2
  and l.removed_at is null
order by l.rank, l.id
limit 1000`,
    values: [organisationId, itemId],
  })
  return rows.map(toLine)
}

/** The open lines that a person is responsible for, on open items they can see. */
export async function findLinesOfPerson(
  tx: Tx,
  organisationId: string,
  where: { readonly personId: string; readonly visible: readonly string[] | null },
): Promise<readonly ChecklistLine[]> {
  const rows = await tx.query<LineRow>({
    name: 'work_find_lines_of_person',
    text: `
select ${LINE_COLUMNS}
from checklist_line l
${PLACE} l.item_id
where l.organisation_id = $1
  and l.responsible_id = $2
  and l.done_at is null
  and l.sub_item_id is null
  and l.removed_at is null
  and w.archived_at is null
  and w.state_group <> 'done'
  and ($3::uuid[] is null or w.container_ids && $3::uuid[])
order by l.due_on, l.rank, l.id
limit $4`,
    values: [organisationId, where.personId, where.visible, PERSON_LINES_MAX],
  })
  return rows.map(toLine)
}

/** Lists by id, with the containers that show them. */
export async function findLists(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly { readonly list: Checklist; readonly containerIds: readonly string[] }[]> {
  const rows = await tx.query<ListRow & Placed>({
    name: 'work_find_lists',
    text: `
select ${LIST_COLUMNS}, w.container_ids
from checklist c
${PLACE} c.item_id
where c.organisation_id = $1
  and c.id = any($2::uuid[])
order by c.id`,
    values: [organisationId, ids],
  })
  return rows.map((row) => ({ list: toList(row), containerIds: row.container_ids }))
}

/** Lines by id, with the containers that show them. */
export async function findLines(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly { readonly line: ChecklistLine; readonly containerIds: readonly string[] }[]> {
  const rows = await tx.query<LineRow & Placed>({
    name: 'work_find_lines',
    text: `
select ${LINE_COLUMNS}, w.container_ids
from checklist_line l
${PLACE} l.item_id
where l.organisation_id = $1
  and l.id = any($2::uuid[])
order by l.id`,
    values: [organisationId, ids],
  })
  return rows.map((row) => ({ line: toLine(row), containerIds: row.container_ids }))
}

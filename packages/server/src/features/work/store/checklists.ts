import type { Checklist, ChecklistLine, Handover, LineCounts } from '@millrace/core/work'
import { handoverValues, type Unit } from '../../../platform/commands/index.ts'
import {
  fromLine,
  fromList,
  LINE_COLUMNS,
  LIST_COLUMNS,
  type LineRow,
  type ListRow,
  toLine,
  toList,
} from '../checklist-row.ts'

/** All lists of items, removed ones too. Whoever changes them has locked the items. */
export async function readListsOf(unit: Unit, itemIds: readonly string[]): Promise<readonly Checklist[]> {
  const rows = await unit.tx.query<ListRow>({
    name: 'work_read_lists_of',
    text: `
select ${LIST_COLUMNS}
from checklist c
where c.organisation_id = $1
  and c.item_id = any($2::uuid[])
order by c.rank, c.id`,
    values: [unit.organisationId, itemIds],
  })
  return rows.map(toList)
}

/** Lines by id, and all lines of some lists, removed ones too. Whoever changes them has locked the items. */
export async function readLines(
  unit: Unit,
  wanted: { readonly lineIds: readonly string[]; readonly listIds: readonly string[] },
): Promise<readonly ChecklistLine[]> {
  const rows = await unit.tx.query<LineRow>({
    name: 'work_read_lines',
    text: `
select ${LINE_COLUMNS}
from checklist_line l
where l.organisation_id = $1
  and l.id = any($2::uuid[])
union
select ${LINE_COLUMNS}
from checklist c
join checklist_line l on l.organisation_id = $1 and l.item_id = c.item_id and l.checklist_id = c.id
where c.organisation_id = $1
  and c.id = any($3::uuid[])
order by rank, id`,
    values: [unit.organisationId, wanted.lineIds, wanted.listIds],
  })
  return rows.map(toLine)
}

/** Adds lists. One of them existing already is a unique violation on the primary key. */
export function insertLists(unit: Unit, lists: readonly Checklist[]): void {
  if (lists.length === 0) return
  unit.tx.send({
    name: 'work_insert_lists',
    text: `
insert into checklist (organisation_id, id, item_id, name, rank, removed_at, version, origin)
select $1, r.id, r.item_id, r.name, r.rank, r.removed_at, r.version, $3
from json_populate_recordset(null::checklist, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(lists.map(fromList)), unit.origin.kind],
  })
}

/** Writes the new state of lists. */
export function updateLists(unit: Unit, lists: readonly Checklist[]): void {
  if (lists.length === 0) return
  unit.tx.send({
    name: 'work_update_lists',
    text: `
update checklist c
set name = r.name,
    rank = r.rank,
    removed_at = r.removed_at,
    version = r.version
from json_populate_recordset(null::checklist, $2::json) r
where c.organisation_id = $1
  and c.id = r.id`,
    values: [unit.organisationId, JSON.stringify(lists.map(fromList))],
  })
}

/** Adds lines. One of them existing already is a unique violation on the primary key. */
export function insertLines(unit: Unit, lines: readonly ChecklistLine[]): void {
  if (lines.length === 0) return
  unit.tx.send({
    name: 'work_insert_lines',
    text: `
insert into checklist_line (organisation_id, id, item_id, checklist_id, text, rank, responsible_id, due_on,
  done_at, done_by, sub_item_id, removed_at, version, origin)
select $1, r.id, r.item_id, r.checklist_id, r.text, r.rank, r.responsible_id, r.due_on,
  r.done_at, r.done_by, r.sub_item_id, r.removed_at, r.version, $3
from json_populate_recordset(null::checklist_line, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(lines.map(fromLine)), unit.origin.kind],
  })
}

/** Writes the new state of lines. */
export function updateLines(unit: Unit, lines: readonly ChecklistLine[]): void {
  if (lines.length === 0) return
  unit.tx.send({
    name: 'work_update_lines',
    text: `
update checklist_line l
set checklist_id = r.checklist_id,
    text = r.text,
    rank = r.rank,
    responsible_id = r.responsible_id,
    due_on = r.due_on,
    done_at = r.done_at,
    done_by = r.done_by,
    sub_item_id = r.sub_item_id,
    removed_at = r.removed_at,
    version = r.version
from json_populate_recordset(null::checklist_line, $2::json) r
where l.organisation_id = $1
  and l.id = r.id`,
    values: [unit.organisationId, JSON.stringify(lines.map(fromLine))],
  })
}

/**
 * Brings all lists of items, with their lines, to other items: the key of the lines follows that of
 * their list. Tells which lists and lines went where.
 */
export async function moveLists(
  unit: Unit,
  handovers: readonly Handover[],
): Promise<
  readonly { readonly kind: 'checklist' | 'checklistLine'; readonly id: string; readonly intoId: string }[]
> {
  const values = handoverValues(unit, handovers)
  const lists = await unit.tx.query<{ id: string; item_id: string }>({
    name: 'work_move_lists',
    text: `
update checklist c
set item_id = h.into_id,
    version = c.version + 1
from unnest($2::uuid[], $3::uuid[]) as h (from_id, into_id)
where c.organisation_id = $1
  and c.item_id = h.from_id
returning c.id, c.item_id`,
    values,
  })
  if (lists.length === 0) return []
  const lines = await unit.tx.query<{ id: string; item_id: string }>({
    name: 'work_count_moved_lines',
    text: `
update checklist_line l
set version = l.version + 1
where l.organisation_id = $1
  and l.checklist_id = any($2::uuid[])
  and l.item_id = any($3::uuid[])
returning l.id, l.item_id`,
    values: [unit.organisationId, lists.map(({ id }) => id), [...new Set(lists.map((list) => list.item_id))]],
  })
  return [
    ...lists.map(({ id, item_id: intoId }) => ({ kind: 'checklist' as const, id, intoId })),
    ...lines.map(({ id, item_id: intoId }) => ({ kind: 'checklistLine' as const, id, intoId })),
  ]
}

/** Adds to the counts of lines at items, in the order of ids. */
export function addToLineCounts(unit: Unit, counts: ReadonlyMap<string, LineCounts>): void {
  const deltas = [...counts]
    .filter(([, delta]) => delta.lines !== 0 || delta.done !== 0)
    .map(([id, delta]) => ({ id, ...delta }))
  if (deltas.length === 0) return
  unit.tx.send({
    name: 'work_add_to_line_counts',
    text: `
update work_item w
set line_count = w.line_count + d.lines,
    line_done_count = w.line_done_count + d.done
from (
  select id, lines, done
  from json_to_recordset($2::json) as x (id uuid, lines integer, done integer)
  order by id
) d
where w.organisation_id = $1
  and w.id = d.id`,
    values: [unit.organisationId, JSON.stringify(deltas)],
  })
}

/** Deletes the lists of items with their lines, for good. Lines that stand for one of them stand for themselves again. */
export async function deleteListsOf(unit: Unit, itemIds: readonly string[]): Promise<void> {
  const values = [unit.organisationId, itemIds]
  await unit.tx.query({
    text: `
delete from checklist_line l
where l.organisation_id = $1
  and l.item_id = any($2::uuid[])`,
    values,
  })
  await unit.tx.query({
    text: `
update checklist_line l
set sub_item_id = null,
    version = l.version + 1
where l.organisation_id = $1
  and l.sub_item_id = any($2::uuid[])`,
    values,
  })
  await unit.tx.query({
    text: `
delete from checklist c
where c.organisation_id = $1
  and c.item_id = any($2::uuid[])`,
    values,
  })
}

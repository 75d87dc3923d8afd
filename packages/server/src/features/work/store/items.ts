import type { WorkItem } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'
import { among } from '../../../platform/db/among.ts'
import { ITEM_RECORD, readItem } from '../item-record.ts'
import { toRow } from '../item-row.ts'

/** Locks items for change, always in the order of their ids, so that two batches cannot wait for each other. */
export async function lockItems(unit: Unit, ids: readonly string[]): Promise<Map<string, WorkItem>> {
  const rows = await unit.tx.query<{ id: string; item: string }>({
    name: 'work_lock_items',
    text: `
select w.id, ${ITEM_RECORD} as item
from work_item w
where w.organisation_id = $1
  and w.id = any(${among('$2')})
order by w.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map(({ id, item }) => [id, readItem(item)]))
}

const WRITTEN = [
  'id',
  'key',
  'home_container_id',
  'container_ids',
  'type_id',
  'title',
  'description',
  'state_id',
  'state_group',
  'area',
  'parent_id',
  'rank',
  'priority',
  'responsible_id',
  'accountable_id',
  'requester_id',
  'team_id',
  'starts_on',
  'due_on',
  'effort_min',
  'effort_low_min',
  'effort_high_min',
  'cost_of_delay_minor',
  'role',
  'practice',
  'resources',
  'artifact',
  'is_milestone',
  'label_ids',
  'fields',
  'waiting_for',
  'open_blockers',
  'started_at',
  'finished_at',
  'accepted_at',
  'noticed_at',
  'archived_at',
  'created_at',
  'created_by',
  'updated_at',
  'state_since',
  'own_seen_by',
  'seen_by',
  'version',
  'title_fold',
  'search_text',
  'folds',
] as const
const WRITTEN_LIST = WRITTEN.join(', ')
const READ_LIST = WRITTEN.map((column) => `r.${column}`).join(', ')
/** Never changed after creation. */
const FIXED = new Set<string>(['id', 'key', 'home_container_id', 'created_at', 'created_by'])
const CHANGED = WRITTEN.filter((column) => !FIXED.has(column))

/** Adds items. One of them existing already is a unique violation on the primary key. */
export function insertItems(unit: Unit, items: readonly WorkItem[]): void {
  if (items.length === 0) return
  unit.tx.send({
    name: 'work_insert_items',
    text: `
insert into work_item (organisation_id, ${WRITTEN_LIST}, origin, import_run_id)
select $1, ${READ_LIST}, $3, $4::uuid
from json_populate_recordset(null::work_item, $2::json) r`,
    values: [
      unit.organisationId,
      JSON.stringify(items.map(toRow)),
      unit.origin.kind,
      unit.origin.kind === 'import' ? unit.origin.runId : null,
    ],
  })
}

/** Writes the new state of locked items. */
export function updateItems(unit: Unit, items: readonly WorkItem[]): void {
  if (items.length === 0) return
  unit.tx.send({
    name: 'work_update_items',
    text: `
update work_item w
set ${CHANGED.map((column) => `${column} = r.${column}`).join(', ')}
from json_populate_recordset(null::work_item, $2::json) r
where w.organisation_id = $1
  and w.id = any(${among('$3')})
  and w.id = r.id`,
    // The ids once more: of an array the planner takes for granted that it is short, and looks them up by index.
    values: [unit.organisationId, JSON.stringify(items.map(toRow)), items.map(({ id }) => id)],
  })
}

/** How the counts of one item's sub-items change. */
export type ChildDelta = { readonly id: string; readonly children: number; readonly done: number }

/** Adds to the counts of sub-items, in the order of ids. */
export function addToChildCounts(unit: Unit, deltas: readonly ChildDelta[]): void {
  if (deltas.length === 0) return
  unit.tx.send({
    name: 'work_add_to_child_counts',
    text: `
update work_item w
set child_count = w.child_count + d.children,
    child_done_count = w.child_done_count + d.done
from (
  select id, children, done
  from json_to_recordset($2::json) as x (id uuid, children integer, done integer)
  order by id
) d
where w.organisation_id = $1
  and w.id = d.id`,
    values: [unit.organisationId, JSON.stringify(deltas)],
  })
}

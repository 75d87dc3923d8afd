import type { Refusal } from '@millrace/core/kernel'
import type { Recurrence } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'

type Row = {
  readonly id: string
  readonly item_id: string
  readonly rule: Recurrence['rule']
  readonly ends: Recurrence['ends']
  readonly anchor_on: string
  readonly number: number
  readonly day_on: string
  readonly next_on: string | null
}

/** Keeps series as they are now, and each one's newest item among its items. A problem they had is over. */
export async function saveRecurrences(unit: Unit, all: readonly Recurrence[]): Promise<void> {
  if (all.length === 0) return
  const rows = all.map(
    (one): Row => ({
      id: one.id,
      item_id: one.itemId,
      rule: one.rule,
      ends: one.ends,
      anchor_on: one.anchorOn,
      number: one.number,
      day_on: one.dayOn,
      next_on: one.nextOn,
    }),
  )
  await unit.tx.query({
    name: 'work_save_recurrences',
    text: `
insert into recurrence (organisation_id, id, item_id, rule, ends, anchor_on, number, day_on, next_on)
select $1, r.id, r.item_id, r.rule, r.ends, r.anchor_on, r.number, r.day_on, r.next_on
from json_populate_recordset(null::recurrence, $2::json) r
on conflict (organisation_id, id) do update
set item_id = excluded.item_id,
    rule = excluded.rule,
    ends = excluded.ends,
    anchor_on = excluded.anchor_on,
    number = excluded.number,
    day_on = excluded.day_on,
    next_on = excluded.next_on,
    problem = null`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Enters the newest items of series among theirs. One that is there already is a unique violation. */
export async function enterRecurrenceItems(unit: Unit, all: readonly Recurrence[]): Promise<void> {
  if (all.length === 0) return
  const rows = all.map(({ id, number, itemId }) => ({ recurrence_id: id, number, item_id: itemId }))
  await unit.tx.query({
    name: 'work_enter_recurrence_items',
    text: `
insert into recurrence_item (organisation_id, recurrence_id, number, item_id)
select $1, r.recurrence_id, r.number, r.item_id
from json_populate_recordset(null::recurrence_item, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** A series that does not rest, locked until the end of the transaction. */
export async function lockRecurrence(unit: Unit, id: string): Promise<Recurrence | null> {
  const [row] = await unit.tx.query<Row>({
    name: 'work_lock_recurrence',
    text: `
select r.id, r.item_id, r.rule, r.ends, r.anchor_on, r.number, r.day_on, r.next_on
from recurrence r
where r.organisation_id = $1
  and r.id = $2
  and r.problem is null
for update`,
    values: [unit.organisationId, id],
  })
  if (!row) return null
  return {
    id: row.id,
    itemId: row.item_id,
    rule: row.rule,
    ends: row.ends,
    anchorOn: row.anchor_on,
    number: row.number,
    dayOn: row.day_on,
    nextOn: row.next_on,
  }
}

/** Lets a series rest, and says why. */
export async function restRecurrence(unit: Unit, id: string, problem: Refusal): Promise<void> {
  await unit.tx.query({
    name: 'work_rest_recurrence',
    text: `
update recurrence
set problem = $3
where organisation_id = $1
  and id = $2`,
    values: [unit.organisationId, id, JSON.stringify({ code: problem.code, params: problem.params ?? {} })],
  })
}

/** Ends series. Their items stay. */
export async function deleteRecurrences(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'work_delete_recurrences',
    text: 'delete from recurrence where organisation_id = $1 and id = any($2::uuid[])',
    values: [unit.organisationId, ids],
  })
}

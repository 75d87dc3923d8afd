import type { RecurrenceView } from '@millrace/contract'
import type { Recurrence } from '@millrace/core/work'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** A series as its row, with its newest item as far as that decides who may see it. */
export type FoundRecurrence = Recurrence & {
  readonly problem: RecurrenceView['problem']
  readonly itemKey: string
  readonly itemContainers: readonly string[]
}

/** By which clock and calendar an organisation lives. */
export type Clock = { readonly timeZone: string; readonly weekStart: number }

type Row = {
  readonly asked_id: string
  readonly id: string
  readonly item_id: string
  readonly rule: Recurrence['rule']
  readonly ends: Recurrence['ends']
  readonly anchor_on: string
  readonly number: number
  readonly day_on: string
  readonly next_on: string | null
  readonly problem: RecurrenceView['problem']
  readonly item_key: string
  readonly container_ids: readonly string[]
}

/** The series that items are of, by the id of the item, whichever of the series it is. */
export async function findRecurrencesOf(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, FoundRecurrence>> {
  const rows = await tx.query<Row>({
    name: 'work_find_recurrences_of',
    text: `
select i.item_id as asked_id, r.id, r.item_id, r.rule, r.ends, r.anchor_on, r.number, r.day_on, r.next_on, r.problem,
  w.key as item_key, w.container_ids
from recurrence_item i
join recurrence r on r.organisation_id = $1 and r.id = i.recurrence_id
join work_item w on w.organisation_id = $1 and w.id = r.item_id
where i.organisation_id = $1
  and i.item_id = any($2::uuid[])
order by i.item_id`,
    values: [organisationId, itemIds],
  })
  return new Map(rows.map((row) => [row.asked_id, toRecurrence(row)]))
}

/** A series as people see it. */
export function presentRecurrence(found: FoundRecurrence): RecurrenceView {
  const { itemId, itemKey, rule, ends, number, dayOn, nextOn, problem } = found
  return { itemId, itemKey, rule, ends, number, dayOn, nextOn, problem }
}

function toRecurrence(row: Row): FoundRecurrence {
  return {
    id: row.id,
    itemId: row.item_id,
    rule: row.rule,
    ends: row.ends,
    anchorOn: row.anchor_on,
    number: row.number,
    dayOn: row.day_on,
    nextOn: row.next_on,
    problem: row.problem,
    itemKey: row.item_key,
    itemContainers: row.container_ids,
  }
}

/** A line or series that waits for an item to be done. */
export type Hanging = { readonly kind: 'line' | 'series'; readonly id: string; readonly item_id: string }

/** What hangs on items being done: lines that they were made from, and series whose newest they are. */
export async function findHangingOn(
  tx: Tx,
  organisationId: string,
  itemIds: readonly string[],
): Promise<readonly Hanging[]> {
  return await tx.query({
    name: 'work_find_hanging_on',
    text: `
select 'line' as kind, l.id, l.sub_item_id as item_id
from checklist_line l
where l.organisation_id = $1
  and l.sub_item_id = any(${among('$2')})
  and l.removed_at is null
union all
select 'series', r.id, r.item_id
from recurrence r
where r.organisation_id = $1
  and r.item_id = any(${among('$2')})
  and r.problem is null
order by 1, 2`,
    values: [organisationId, itemIds],
  })
}

/** The clock and the calendar of an organisation. */
export async function getClock(tx: Tx, organisationId: string): Promise<Clock> {
  const [row] = await tx.query<{ time_zone: string; week_start: number }>({
    name: 'work_get_clock',
    text: 'select o.time_zone, o.week_start from organisation o where o.id = $1',
    values: [organisationId],
  })
  return { timeZone: row?.time_zone ?? 'UTC', weekStart: row?.week_start ?? 1 }
}

/** Series whose next item should be there by a day and which do not rest, by id, after the one named. */
export async function findLateRecurrences(
  tx: Tx,
  organisationId: string,
  of: { readonly today: string; readonly after: string; readonly limit: number },
): Promise<readonly { readonly id: string; readonly item_id: string; readonly next_on: string }[]> {
  return await tx.query({
    name: 'work_find_late_recurrences',
    text: `
select r.id, r.item_id, r.next_on
from recurrence r
join work_item w on w.organisation_id = $1 and w.id = r.item_id and w.archived_at is null
where r.organisation_id = $1
  and r.next_on <= $2
  and r.problem is null
  and r.id > $3
order by r.id
limit $4`,
    values: [organisationId, of.today, of.after, of.limit],
  })
}

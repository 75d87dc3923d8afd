import type { TimeEntryView } from '@millrace/contract'
import type { MomentCursor } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** An entry with its item, and where that is. */
export type FoundEntry = {
  readonly id: string
  readonly person_id: string
  readonly item_id: string
  readonly day: string
  readonly minutes: number
  readonly note: string
  readonly started_at: number | null
  readonly is_running: boolean
  readonly created_at: number
  readonly version: number
  readonly item_key: string
  readonly item_title: string
  readonly container_ids: readonly string[]
}

const COLUMNS = `t.id, t.person_id, t.item_id, t.day, t.minutes, t.note, t.started_at, t.is_running, t.created_at,
  t.version, w.key as item_key, w.title as item_title, w.container_ids`
const ENTRY_WITH_ITEM = `time_entry t
join work_item w on w.organisation_id = t.organisation_id and w.id = t.item_id`

/** An entry as people see it. */
export function presentEntry(row: FoundEntry): TimeEntryView {
  return {
    ...{ id: row.id, personId: row.person_id, itemId: row.item_id, day: row.day, minutes: row.minutes },
    ...{ note: row.note, startedAt: row.started_at, isRunning: row.is_running, version: row.version },
    ...{ itemKey: row.item_key, itemTitle: row.item_title },
  }
}

/** Entries by id. */
export async function findEntries(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly FoundEntry[]> {
  return await tx.query<FoundEntry>({
    name: 'cost_find_entries',
    text: `
select ${COLUMNS}
from ${ENTRY_WITH_ITEM}
where t.organisation_id = $1
  and t.id = any($2::uuid[])
order by t.id`,
    values: [organisationId, ids],
  })
}

/** The running timer of a person. */
export async function findTimer(
  tx: Tx,
  organisationId: string,
  personId: string,
): Promise<FoundEntry | null> {
  const rows = await tx.query<FoundEntry>({
    name: 'cost_find_timer',
    text: `
select ${COLUMNS}
from ${ENTRY_WITH_ITEM}
where t.organisation_id = $1
  and t.person_id = $2
  and t.is_running
limit 1`,
    values: [organisationId, personId],
  })
  return rows[0] ?? null
}

/** A page of the time spent on an item, newest first. */
export async function readItemEntries(
  tx: Tx,
  organisationId: string,
  page: { readonly itemId: string; readonly before: MomentCursor | null; readonly limit: number },
): Promise<readonly FoundEntry[]> {
  const { itemId, before, limit } = page
  return await tx.query<FoundEntry>({
    name: 'cost_read_item_entries',
    text: `
select ${COLUMNS}
from ${ENTRY_WITH_ITEM}
where t.organisation_id = $1
  and t.item_id = $2
  and ($3::timestamptz is null or (t.created_at, t.id) < ($3, $4::uuid))
order by t.created_at desc, t.id desc
limit $5`,
    values: [organisationId, itemId, before && new Date(before.at).toISOString(), before?.id ?? null, limit],
  })
}

/** Minutes on an item, and on the items under it that somebody sees; null: all of them. */
export async function sumItemTime(
  tx: Tx,
  organisationId: string,
  of: { readonly itemId: string; readonly visible: readonly string[] | null },
): Promise<{ readonly own_min: number; readonly below_min: number }> {
  const rows = await tx.query<{ own_min: number; below_min: number }>({
    name: 'cost_sum_item_time',
    text: `
with recursive below as (
  select w.id, 0 as depth
  from work_item w
  where w.organisation_id = $1
    and w.id = $2
  union all
  select w.id, b.depth + 1
  from below b
  join work_item w on w.organisation_id = $1 and w.parent_id = b.id and w.archived_at is null
  where b.depth < 1000
    and ($3::uuid[] is null or w.container_ids && $3)
)
select coalesce(sum(t.minutes) filter (where b.depth = 0), 0)::integer as own_min,
  coalesce(sum(t.minutes) filter (where b.depth > 0), 0)::integer as below_min
from below b
join time_entry t on t.organisation_id = $1 and t.item_id = b.id`,
    values: [organisationId, of.itemId, of.visible],
  })
  return rows[0] ?? { own_min: 0, below_min: 0 }
}

/** The entries of a person in some days, by day, as far as they still see the items. */
export async function readPersonEntries(
  tx: Tx,
  organisationId: string,
  of: {
    readonly personId: string
    readonly from: string
    readonly to: string
    readonly visible: readonly string[] | null
  },
): Promise<readonly FoundEntry[]> {
  return await tx.query<FoundEntry>({
    name: 'cost_read_person_entries',
    text: `
select ${COLUMNS}
from ${ENTRY_WITH_ITEM}
where t.organisation_id = $1
  and t.person_id = $2
  and t.day between $3::date and $4::date
  and ($5::uuid[] is null or w.container_ids && $5)
order by t.day, t.id
limit 5000`,
    values: [organisationId, of.personId, of.from, of.to, of.visible],
  })
}

/** The item that time is spent on, as far as that goes. */
export type SpentItem = {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly container_ids: readonly string[]
  readonly is_archived: boolean
}

/** Items by id. */
export async function findSpentItems(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SpentItem>> {
  const rows = await tx.query<SpentItem>({
    name: 'cost_find_spent_items',
    text: `
select w.id, w.key, w.title, w.container_ids, w.archived_at is not null as is_archived
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
order by w.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** The time zone whose days count in the organisation. */
export async function readTimeZone(tx: Tx, organisationId: string): Promise<string> {
  const rows = await tx.query<{ time_zone: string }>({
    name: 'cost_read_time_zone',
    text: 'select o.time_zone from organisation o where o.id = $1',
    values: [organisationId],
  })
  return rows[0]?.time_zone ?? 'UTC'
}

import type { TimeEntry } from '@millrace/core/cost'
import type { Handover } from '@millrace/core/work'
import { handoverValues, type MovedPart, type Unit } from '../../platform/commands/index.ts'
import { sqlMoment } from '../../platform/db/sql-moment.ts'

const rowsOf = (entries: readonly TimeEntry[]) =>
  entries.map((entry) => ({
    id: entry.id,
    person_id: entry.personId,
    item_id: entry.itemId,
    day: entry.day,
    minutes: entry.minutes,
    note: entry.note,
    started_at: sqlMoment(entry.startedAt),
    is_running: entry.isRunning,
    version: entry.version,
  }))

/** Lets nobody else start or stop the timer of the person until the transaction ends. */
export async function lockTimer(unit: Unit): Promise<void> {
  await unit.tx.query({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`timer ${unit.organisationId} ${unit.principal.personId}`],
  })
}

/** Adds entries. */
export async function insertEntries(unit: Unit, entries: readonly TimeEntry[]): Promise<void> {
  await unit.tx.query({
    name: 'cost_insert_entries',
    text: `
insert into time_entry (organisation_id, id, person_id, item_id, day, minutes, note, started_at, is_running, created_at, version, origin)
select $1, r.id, r.person_id, r.item_id, r.day, r.minutes, r.note, r.started_at, r.is_running, $3, r.version, $4
from json_populate_recordset(null::time_entry, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rowsOf(entries)), sqlMoment(unit.now), unit.origin.kind],
  })
}

/** Writes the new state of entries, each over the version it was read at; tells which were written. */
export async function updateEntries(unit: Unit, entries: readonly TimeEntry[]): Promise<readonly string[]> {
  if (entries.length === 0) return []
  const rows = await unit.tx.query<{ id: string }>({
    name: 'cost_update_entries',
    text: `
update time_entry t
set day = r.day,
    minutes = r.minutes,
    note = r.note,
    is_running = r.is_running,
    version = r.version
from json_populate_recordset(null::time_entry, $2::json) r
where t.organisation_id = $1
  and t.id = r.id
returning t.id`,
    values: [unit.organisationId, JSON.stringify(rowsOf(entries))],
  })
  return rows.map(({ id }) => id)
}

/** Brings all entries of items to other items and tells which went where. */
export async function moveEntries(unit: Unit, handovers: readonly Handover[]): Promise<readonly MovedPart[]> {
  return await unit.tx.query<MovedPart>({
    text: `
update time_entry t
set item_id = h.into_id,
    version = t.version + 1
from unnest($2::uuid[], $3::uuid[]) as h (from_id, into_id)
where t.organisation_id = $1
  and t.item_id = h.from_id
returning t.id, t.item_id`,
    values: handoverValues(unit, handovers),
  })
}

/** Deletes entries. */
export async function deleteEntries(unit: Unit, ids: readonly string[]): Promise<void> {
  await unit.tx.query({
    text: 'delete from time_entry t where t.organisation_id = $1 and t.id = any($2::uuid[])',
    values: [unit.organisationId, ids],
  })
}

/** Deletes all entries of items; tells which. */
export async function deleteEntriesOn(unit: Unit, itemIds: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: 'delete from time_entry t where t.organisation_id = $1 and t.item_id = any($2::uuid[]) returning t.id',
    values: [unit.organisationId, itemIds],
  })
  return rows.map(({ id }) => id)
}

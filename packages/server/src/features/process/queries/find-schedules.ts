import type { Tx } from '../../../platform/db/transaction.ts'
import { type KeptSchedule, SCHEDULE_COLUMNS, type ScheduleRow, toSchedule } from '../store/schedules.ts'

/** Schedules by id, locked. Whoever starts by one has locked its process before. */
export async function lockSchedules(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptSchedule>> {
  const rows = await tx.query<ScheduleRow>({
    name: 'process_lock_schedules',
    text: `
select ${SCHEDULE_COLUMNS}
from process_schedule s
where s.organisation_id = $1
  and s.id = any($2::uuid[])
order by s.id
for update`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, toSchedule(row)]))
}

/** The process of each of some schedules. */
export async function findScheduleProcesses(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; process_id: string }>({
    name: 'process_find_schedule_processes',
    text: `
select s.id, s.process_id
from process_schedule s
where s.organisation_id = $1
  and s.id = any($2::uuid[])
order by s.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row.process_id]))
}

/** The schedules of some processes, also those of start events that were taken away. */
export async function findSchedulesOf(
  tx: Tx,
  organisationId: string,
  processIds: readonly string[],
): Promise<readonly KeptSchedule[]> {
  const rows = await tx.query<ScheduleRow>({
    name: 'process_find_schedules_of',
    text: `
select ${SCHEDULE_COLUMNS}
from process_schedule s
where s.organisation_id = $1
  and s.process_id = any($2::uuid[])
order by s.id
limit 10000`,
    values: [organisationId, processIds],
  })
  return rows.map(toSchedule)
}

/** A piece of the schedules that are not over, of which days off may change the next start. */
export async function findRunningSchedules(
  tx: Tx,
  organisationId: string,
  of: { readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'process_find_running_schedules',
    text: `
select s.id
from process_schedule s
where s.organisation_id = $1
  and s.archived_at is null
  and s.next is not null
  and s.id > $2
order by s.id
limit $3`,
    values: [organisationId, of.after, of.limit],
  })
  return rows.map(({ id }) => id)
}

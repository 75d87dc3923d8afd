import type { Refusal } from '@millrace/core/kernel'
import type { StartSchedule } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** A schedule as it is kept: why its last start could not be made, and whether it was taken away. */
export type KeptSchedule = StartSchedule & {
  readonly problem: Required<Refusal> | null
  readonly archivedAt: number | null
}

export type ScheduleRow = {
  readonly id: string
  readonly process_id: string
  readonly element_id: string | null
  readonly title: string
  readonly rule: StartSchedule['rule']
  readonly calendar_id: string | null
  readonly missed: StartSchedule['missed']
  readonly values: StartSchedule['values']
  readonly paused_at: number | null
  readonly next: StartSchedule['next']
  readonly started: number
  readonly problem: KeptSchedule['problem']
  readonly archived_at: number | null
  readonly version: number
}

const COLUMNS = [
  'id',
  'process_id',
  'element_id',
  'title',
  'rule',
  'calendar_id',
  'missed',
  '"values"',
  'paused_at',
  'next',
  'started',
  'problem',
  'archived_at',
  'version',
]
/** The columns of `process_schedule s`. */
export const SCHEDULE_COLUMNS = COLUMNS.map((column) => `s.${column}`).join(', ')

/** The schedule of a row. */
export function toSchedule(row: ScheduleRow): KeptSchedule {
  return {
    ...{ id: row.id, processId: row.process_id, elementId: row.element_id, title: row.title, rule: row.rule },
    ...{ calendarId: row.calendar_id, missed: row.missed, values: row.values, pausedAt: row.paused_at },
    ...{ next: row.next, started: row.started, problem: row.problem },
    ...{ archivedAt: row.archived_at, version: row.version },
  }
}

/** Keeps schedules as they are now, and tells which: not those of other processes. */
export async function saveSchedules(
  unit: Unit,
  schedules: readonly KeptSchedule[],
): Promise<ReadonlySet<string>> {
  if (schedules.length === 0) return new Set()
  const changed = COLUMNS.slice(2)
  const rows = schedules.map((one) => ({
    ...{ id: one.id, process_id: one.processId, element_id: one.elementId, title: one.title, rule: one.rule },
    ...{ calendar_id: one.calendarId, missed: one.missed, values: one.values },
    ...{ paused_at: sqlMoment(one.pausedAt), next: one.next, started: one.started, problem: one.problem },
    ...{ archived_at: sqlMoment(one.archivedAt), version: one.version },
  }))
  const saved = await unit.tx.query<{ id: string }>({
    name: 'process_save_schedules',
    text: `
insert into process_schedule (organisation_id, ${COLUMNS.join(', ')})
select $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::process_schedule, $2::json) r
on conflict (organisation_id, id) do update
set ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}
where process_schedule.process_id = excluded.process_id
returning id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  return new Set(saved.map(({ id }) => id))
}

/** Remembers what a schedule started. The same start a second time is a unique violation. */
export async function insertStarts(
  unit: Unit,
  starts: readonly { readonly scheduleId: string; readonly at: number; readonly instanceId: string }[],
): Promise<void> {
  if (starts.length === 0) return
  const rows = starts.map(({ scheduleId, at, instanceId }) => ({
    ...{ schedule_id: scheduleId, at: sqlMoment(at), instance_id: instanceId },
  }))
  await unit.tx.query({
    name: 'process_insert_starts',
    text: `
insert into process_schedule_start (organisation_id, schedule_id, at, instance_id)
select $1, r.schedule_id, r.at, r.instance_id
from json_populate_recordset(null::process_schedule_start, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

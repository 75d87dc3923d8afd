import type { ServiceLevel } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

export type LevelRow = {
  readonly id: string
  readonly process_id: string
  readonly step_id: string | null
  readonly goal: string | null
  readonly deadline: string
  readonly counts: ServiceLevel['counts']
  readonly calendar_id: string | null
  readonly warn_percent: number | null
  readonly pauses_waiting: boolean
  readonly escalations: ServiceLevel['escalations']
  readonly archived_at: number | null
  readonly version: number
}

const COLUMNS = [
  'id',
  'process_id',
  'step_id',
  'goal',
  'deadline',
  'counts',
  'calendar_id',
  'warn_percent',
  'pauses_waiting',
  'escalations',
  'archived_at',
  'version',
]
/** The columns of `process_level l`. */
export const LEVEL_COLUMNS = COLUMNS.map((column) => `l.${column}`).join(', ')

/** The level of a row. */
export function toLevel(row: LevelRow): ServiceLevel {
  return {
    ...{ id: row.id, processId: row.process_id, stepId: row.step_id, goal: row.goal, deadline: row.deadline },
    ...{ counts: row.counts, calendarId: row.calendar_id, warnPercent: row.warn_percent },
    ...{ pausesWaiting: row.pauses_waiting, escalations: row.escalations },
    ...{ archivedAt: row.archived_at, version: row.version },
  }
}

/** Keeps levels as they are now, and tells which: not those of other processes. */
export async function saveLevels(unit: Unit, levels: readonly ServiceLevel[]): Promise<ReadonlySet<string>> {
  const changed = COLUMNS.slice(2)
  const rows = levels.map((level) => ({
    ...{ id: level.id, process_id: level.processId, step_id: level.stepId, goal: level.goal },
    ...{ deadline: level.deadline, counts: level.counts, calendar_id: level.calendarId },
    ...{ warn_percent: level.warnPercent, pauses_waiting: level.pausesWaiting },
    ...{ escalations: level.escalations, archived_at: sqlMoment(level.archivedAt), version: level.version },
  }))
  const saved = await unit.tx.query<{ id: string }>({
    name: 'process_save_levels',
    text: `
insert into process_level (organisation_id, ${COLUMNS.join(', ')})
select $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::process_level, $2::json) r
on conflict (organisation_id, id) do update
set ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}
where process_level.process_id = excluded.process_id
returning id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  return new Set(saved.map(({ id }) => id))
}

import { type LevelClock, nextLook } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

export type ClockRow = {
  readonly id: string
  readonly level_id: string
  readonly instance_id: string
  readonly activity_id: string | null
  readonly begun_at: number
  readonly warn_at: number | null
  readonly goal_at: number | null
  readonly due_at: number
  readonly pauses: LevelClock['pauses']
  readonly paused_at: number | null
  readonly ended_at: number | null
  readonly passed: LevelClock['passed']
}

const COLUMNS = [
  'id',
  'level_id',
  'instance_id',
  'activity_id',
  'begun_at',
  'warn_at',
  'goal_at',
  'due_at',
  'pauses',
  'paused_at',
  'ended_at',
  'passed',
]
/** The columns of `process_level_clock k`. */
export const CLOCK_COLUMNS = COLUMNS.map((column) => `k.${column}`).join(', ')

/** The clock of a row. */
export function toClock(row: ClockRow): LevelClock {
  return {
    ...{ id: row.id, levelId: row.level_id, instanceId: row.instance_id, activityId: row.activity_id },
    ...{ begunAt: row.begun_at, warnAt: row.warn_at, goalAt: row.goal_at, dueAt: row.due_at },
    ...{ pauses: row.pauses, pausedAt: row.paused_at, endedAt: row.ended_at, passed: row.passed },
  }
}

/** Keeps clocks as they are now. One that is there already for the same work stays as it is. */
export async function saveClocks(unit: Unit, clocks: readonly LevelClock[]): Promise<void> {
  if (clocks.length === 0) return
  const columns = [...COLUMNS, 'next_at']
  const changed = columns.slice(4)
  const rows = clocks.map((clock) => ({
    ...{ id: clock.id, level_id: clock.levelId, instance_id: clock.instanceId },
    ...{
      activity_id: clock.activityId,
      begun_at: sqlMoment(clock.begunAt),
      warn_at: sqlMoment(clock.warnAt),
    },
    ...{ goal_at: sqlMoment(clock.goalAt), due_at: sqlMoment(clock.dueAt), pauses: clock.pauses },
    ...{ paused_at: sqlMoment(clock.pausedAt), ended_at: sqlMoment(clock.endedAt), passed: clock.passed },
    next_at: sqlMoment(nextLook(clock)),
  }))
  await unit.tx.query({
    name: 'process_save_clocks',
    text: `
insert into process_level_clock (organisation_id, ${columns.join(', ')})
select $1, ${columns.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::process_level_clock, $2::json) r
on conflict (organisation_id, level_id, instance_id, activity_id) do update
set ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}
where process_level_clock.id = excluded.id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Forgets how cancelled instances stood: what was given up was neither kept nor missed. */
export async function deleteClocksOf(unit: Unit, instanceIds: readonly string[]): Promise<void> {
  if (instanceIds.length === 0) return
  await unit.tx.query({
    name: 'process_delete_clocks_of',
    text: `
delete from process_level_clock k
where k.organisation_id = $1
  and k.instance_id = any($2::uuid[])
  and k.ended_at is null`,
    values: [unit.organisationId, instanceIds],
  })
}

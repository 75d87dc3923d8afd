import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import type { RunRow } from '../import-run.ts'

/** The columns of `import_run r` that make a `RunRow`. */
export const RUN_COLUMNS = [
  'id',
  'format',
  'file_name',
  'file_key',
  'file_size',
  'started_by',
  'state',
  'mapping',
  'report',
  'container_id',
  'total',
  'done',
  'created_at',
  'updated_at',
  'version',
]
  .map((column) => `r.${column}`)
  .join(', ')

/** Adds a run. */
export async function insertRun(unit: Unit, row: RunRow): Promise<void> {
  await unit.tx.query({
    text: `
insert into import_run (organisation_id, id, format, file_name, file_key, file_size, started_by, state, mapping, report,
  container_id, total, done, created_at, updated_at, version)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15)`,
    values: [
      unit.organisationId,
      row.id,
      row.format,
      row.file_name,
      row.file_key,
      row.file_size,
      row.started_by,
      row.state,
      JSON.stringify(row.mapping),
      JSON.stringify(row.report),
      row.container_id,
      row.total,
      row.done,
      sqlMoment(row.created_at),
      row.version,
    ],
  })
}

/** Locks runs for change. Whoever carries a run out holds it for the time of each part. */
export async function lockRuns(unit: Unit, ids: readonly string[]): Promise<ReadonlyMap<string, RunRow>> {
  const rows = await unit.tx.query<RunRow>({
    name: 'exchange_lock_runs',
    text: `
select ${RUN_COLUMNS}
from import_run r
where r.organisation_id = $1
  and r.id = any($2::uuid[])
order by r.id
for update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Writes the new state of a locked run. */
export async function updateRun(unit: Unit, row: RunRow): Promise<void> {
  await unit.tx.query({
    name: 'exchange_update_run',
    text: `
update import_run r
set state = $3,
    mapping = $4,
    report = $5,
    container_id = $6,
    total = $7,
    done = $8,
    updated_at = $9,
    version = $10
where r.organisation_id = $1
  and r.id = $2`,
    values: [
      unit.organisationId,
      row.id,
      row.state,
      JSON.stringify(row.mapping),
      JSON.stringify(row.report),
      row.container_id,
      row.total,
      row.done,
      sqlMoment(row.updated_at),
      row.version,
    ],
  })
}

/** Says how far a locked run is, without touching its large reports. */
export async function updateProgress(unit: Unit, row: RunRow): Promise<void> {
  await unit.tx.query({
    name: 'exchange_update_progress',
    text: `
update import_run r
set state = $3,
    container_id = $4,
    total = $5,
    done = $6,
    updated_at = $7,
    version = $8
where r.organisation_id = $1
  and r.id = $2`,
    values: [
      unit.organisationId,
      row.id,
      row.state,
      row.container_id,
      row.total,
      row.done,
      sqlMoment(row.updated_at),
      row.version,
    ],
  })
}

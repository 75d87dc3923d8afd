import type { BulkView, InputOf, operations } from '@millrace/contract'
import type { MigrationPlan } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import type { Which } from '../queries/choose-instances.ts'

/** What is done to each of many instances. */
export type BulkAct =
  | InputOf<(typeof operations)['process.repairInstances']>['act']
  | { readonly kind: 'migrate'; readonly modelId: string; readonly plan: MigrationPlan }

export type BulkRow = {
  readonly id: string
  readonly process_id: string
  readonly act: BulkAct
  readonly which: Which
  readonly reason: string
  readonly state: BulkView['state']
  readonly started_by: string
  readonly started_at: number
  readonly ended_at: number | null
  readonly total: number
  readonly done: number
  readonly refused: number
  readonly refusals: BulkView['refusals']
  readonly after_id: string | null
  readonly version: number
}

/** The columns of `process_bulk b`. */
export const BULK_COLUMNS = [
  ...['id', 'process_id', 'act', 'which', 'reason', 'state', 'started_by', 'started_at', 'ended_at'],
  ...['total', 'done', 'refused', 'refusals', 'after_id', 'version'],
]
  .map((column) => `b.${column}`)
  .join(', ')

/** Adds bulk acts. */
export async function insertBulks(unit: Unit, rows: readonly BulkRow[]): Promise<void> {
  await unit.tx.query({
    name: 'process_insert_bulks',
    text: `
insert into process_bulk (organisation_id, id, process_id, act, which, reason, state, started_by, started_at, total)
select $1, r.id, r.process_id, r.act, r.which, r.reason, r.state, r.started_by, r.started_at, r.total
from json_populate_recordset(null::process_bulk, $2::json) r`,
    values: [
      unit.organisationId,
      JSON.stringify(rows.map((row) => ({ ...row, started_at: sqlMoment(row.started_at) }))),
    ],
  })
}

/** Locks bulk acts for change. Whoever carries one out holds it for the time of each slice. */
export async function lockBulks(unit: Unit, ids: readonly string[]): Promise<ReadonlyMap<string, BulkRow>> {
  const rows = await unit.tx.query<BulkRow>({
    name: 'process_lock_bulks',
    text: `
select ${BULK_COLUMNS}
from process_bulk b
where b.organisation_id = $1
  and b.id = any($2::uuid[])
order by b.id
for update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Writes how far locked bulk acts are. */
export async function updateBulks(unit: Unit, rows: readonly BulkRow[]): Promise<void> {
  await unit.tx.query({
    name: 'process_update_bulks',
    text: `
update process_bulk b
set state = r.state,
    ended_at = r.ended_at,
    total = r.total,
    done = r.done,
    refused = r.refused,
    refusals = r.refusals,
    after_id = r.after_id,
    version = r.version
from json_populate_recordset(null::process_bulk, $2::json) r
where b.organisation_id = $1
  and b.id = r.id`,
    values: [
      unit.organisationId,
      JSON.stringify(
        rows.map(({ started_at: _, ...row }) => ({ ...row, ended_at: sqlMoment(row.ended_at) })),
      ),
    ],
  })
}

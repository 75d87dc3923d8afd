import type { CaseStage } from '@millrace/core/case'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

export type StageRow = {
  readonly id: string
  readonly case_id: string
  readonly rank: string
  readonly name: string
  readonly state: CaseStage['state']
  readonly entered_at: number | null
  readonly completed_at: number | null
  readonly version: number
}

const COLUMNS = ['id', 'case_id', 'rank', 'name', 'state', 'entered_at', 'completed_at', 'version']
/** The columns of `case_stage s`. */
export const STAGE_COLUMNS = COLUMNS.map((column) => `s.${column}`).join(', ')

/** The stage of a row. */
export function toStage(row: StageRow): CaseStage {
  return {
    id: row.id,
    caseId: row.case_id,
    name: row.name,
    rank: row.rank,
    state: row.state,
    enteredAt: row.entered_at,
    completedAt: row.completed_at,
    version: row.version,
  }
}

/** Locks stages for change, always in the order of their ids. */
export async function lockStages(unit: Unit, ids: readonly string[]): Promise<Map<string, CaseStage>> {
  const rows = await unit.tx.query<StageRow>({
    name: 'case_lock_stages',
    text: `
select ${STAGE_COLUMNS}
from case_stage s
where s.organisation_id = $1
  and s.id = any($2::uuid[])
order by s.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, toStage(row)]))
}

/** Adds stages. */
export async function insertStages(unit: Unit, stages: readonly CaseStage[]): Promise<void> {
  await unit.tx.query({
    name: 'case_insert_stages',
    text: `
insert into case_stage (organisation_id, ${COLUMNS.join(', ')})
select $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::case_stage, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(stages.map(toRow))],
  })
}

const CHANGED = COLUMNS.slice(2)

/** Writes the new state of locked stages. */
export async function updateStages(unit: Unit, stages: readonly CaseStage[]): Promise<void> {
  await unit.tx.query({
    name: 'case_update_stages',
    text: `
update case_stage s
set ${CHANGED.map((column) => `${column} = r.${column}`).join(', ')}
from json_populate_recordset(null::case_stage, $2::json) r
where s.organisation_id = $1
  and s.id = r.id`,
    values: [unit.organisationId, JSON.stringify(stages.map(toRow))],
  })
}

function toRow(stage: CaseStage) {
  return {
    id: stage.id,
    case_id: stage.caseId,
    rank: stage.rank,
    name: stage.name,
    state: stage.state,
    entered_at: sqlMoment(stage.enteredAt),
    completed_at: sqlMoment(stage.completedAt),
    version: stage.version,
  }
}

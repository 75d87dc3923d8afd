import type { ProcessStep } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

export type StepRow = {
  readonly id: string
  readonly process_id: string
  readonly rank: string
  readonly name: string
  readonly team_id: string | null
  readonly responsible_id: string | null
  readonly expected_min: number | null
  readonly effort_min: number | null
  readonly practice: string | null
  readonly role: string | null
  readonly artifact: string | null
  readonly archived_at: number | null
  readonly version: number
}

const COLUMNS = [
  'id',
  'process_id',
  'rank',
  'name',
  'team_id',
  'responsible_id',
  'expected_min',
  'effort_min',
  'practice',
  'role',
  'artifact',
  'archived_at',
  'version',
]
/** The columns of `process_step s`. */
export const STEP_COLUMNS = COLUMNS.map((column) => `s.${column}`).join(', ')

/** The step of a row. */
export function toStep(row: StepRow): ProcessStep {
  return {
    id: row.id,
    processId: row.process_id,
    rank: row.rank,
    name: row.name,
    teamId: row.team_id,
    responsibleId: row.responsible_id,
    expectedMin: row.expected_min,
    effortMin: row.effort_min,
    practice: row.practice,
    role: row.role,
    artifact: row.artifact,
    archivedAt: row.archived_at,
    version: row.version,
  }
}

function toRow(step: ProcessStep) {
  return {
    id: step.id,
    process_id: step.processId,
    rank: step.rank,
    name: step.name,
    team_id: step.teamId,
    responsible_id: step.responsibleId,
    expected_min: step.expectedMin,
    effort_min: step.effortMin,
    practice: step.practice,
    role: step.role,
    artifact: step.artifact,
    archived_at: sqlMoment(step.archivedAt),
    version: step.version,
  }
}

/** Locks steps so firmly that no instance can start with them meanwhile. */
export async function lockSteps(unit: Unit, ids: readonly string[]): Promise<Map<string, ProcessStep>> {
  const rows = await unit.tx.query<StepRow>({
    name: 'process_lock_steps',
    text: `
select ${STEP_COLUMNS}
from process_step s
where s.organisation_id = $1
  and s.id = any($2::uuid[])
order by s.id
for update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, toStep(row)]))
}

/** The present steps of some processes, held so that none of them can be taken out meanwhile. */
export async function holdPresentSteps(
  unit: Unit,
  processIds: readonly string[],
): Promise<readonly ProcessStep[]> {
  const rows = await unit.tx.query<StepRow>({
    name: 'process_hold_present_steps',
    text: `
select ${STEP_COLUMNS}
from process_step s
where s.organisation_id = $1
  and s.process_id = any($2::uuid[])
  and s.archived_at is null
order by s.id
for key share`,
    values: [unit.organisationId, processIds],
  })
  return rows.map(toStep)
}

/** Adds steps. */
export async function insertSteps(unit: Unit, steps: readonly ProcessStep[]): Promise<void> {
  await unit.tx.query({
    name: 'process_insert_steps',
    text: `
insert into process_step (organisation_id, ${COLUMNS.join(', ')})
select $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::process_step, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(steps.map(toRow))],
  })
}

const CHANGED = COLUMNS.slice(2)

/** Writes the new state of locked steps. */
export async function updateSteps(unit: Unit, steps: readonly ProcessStep[]): Promise<void> {
  if (steps.length === 0) return
  await unit.tx.query({
    name: 'process_update_steps',
    text: `
update process_step s
set ${CHANGED.map((column) => `${column} = r.${column}`).join(', ')}
from json_populate_recordset(null::process_step, $2::json) r
where s.organisation_id = $1
  and s.id = r.id`,
    values: [unit.organisationId, JSON.stringify(steps.map(toRow))],
  })
}

/** Takes out steps that no instance knows. */
export async function deleteSteps(unit: Unit, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await unit.tx.query({
    name: 'process_delete_steps',
    text: `
delete from process_step
where organisation_id = $1
  and id = any($2::uuid[])`,
    values: [unit.organisationId, ids],
  })
}

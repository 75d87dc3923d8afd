import type { ProcessStep } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

export type StepRow = {
  readonly id: string
  readonly process_id: string
  readonly rank: string
  readonly element_id: string
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
  'element_id',
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
    elementId: row.element_id,
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
    element_id: step.elementId,
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

/** Adds steps. */
export function insertSteps(unit: Unit, steps: readonly ProcessStep[]): void {
  if (steps.length === 0) return
  unit.tx.send({
    name: 'process_insert_steps',
    text: `
insert into process_step (organisation_id, ${COLUMNS.join(', ')})
select $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::process_step, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(steps.map(toRow))],
  })
}

const CHANGED = COLUMNS.slice(3)

/** Writes the new state of locked steps. */
export function updateSteps(unit: Unit, steps: readonly ProcessStep[]): void {
  if (steps.length === 0) return
  unit.tx.send({
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

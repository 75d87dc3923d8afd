import type { Phase, PhaseState } from '@millrace/core/schedule'
import type { Unit } from '../../../platform/commands/index.ts'

export type PhaseRow = {
  readonly id: string
  readonly project_id: string
  readonly name: string
  readonly rank: string
  readonly state: PhaseState
  readonly starts_on: string | null
  readonly finish_low_on: string | null
  readonly finish_high_on: string | null
  readonly effort_low_min: number | null
  readonly effort_high_min: number | null
  readonly cost_low_minor: number | null
  readonly cost_high_minor: number | null
  readonly version: number
}

const COLUMNS = [
  'id',
  'project_id',
  'name',
  'rank',
  'state',
  'starts_on',
  'finish_low_on',
  'finish_high_on',
  'effort_low_min',
  'effort_high_min',
  'cost_low_minor',
  'cost_high_minor',
  'version',
]
/** The columns of `phase h`. */
export const PHASE_COLUMNS = COLUMNS.map((column) => `h.${column}`).join(', ')

/** The phase of a row. */
export function toPhase(row: PhaseRow): Phase {
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    rank: row.rank,
    state: row.state,
    startsOn: row.starts_on,
    finishLowOn: row.finish_low_on,
    finishHighOn: row.finish_high_on,
    effortLowMin: row.effort_low_min,
    effortHighMin: row.effort_high_min,
    costLowMinor: row.cost_low_minor,
    costHighMinor: row.cost_high_minor,
    version: row.version,
  }
}

/** Adds phases, or writes the new state of those that are there; their project is locked. */
export async function savePhases(unit: Unit, phases: readonly Phase[]): Promise<void> {
  if (phases.length === 0) return
  const changed = COLUMNS.slice(2)
  const rows = phases.map((phase) => ({
    id: phase.id,
    project_id: phase.projectId,
    name: phase.name,
    rank: phase.rank,
    state: phase.state,
    starts_on: phase.startsOn,
    finish_low_on: phase.finishLowOn,
    finish_high_on: phase.finishHighOn,
    effort_low_min: phase.effortLowMin,
    effort_high_min: phase.effortHighMin,
    cost_low_minor: phase.costLowMinor,
    cost_high_minor: phase.costHighMinor,
    version: phase.version,
  }))
  await unit.tx.query({
    name: 'schedule_save_phases',
    text: `
insert into phase (organisation_id, ${COLUMNS.join(', ')})
select $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::phase, $2::json) r
on conflict (organisation_id, id) do update
set ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

import type { Gate, Phase, PhaseState } from '@millrace/core/schedule'
import type { Unit } from '../../../platform/commands/index.ts'
import { deleteGates } from './gates.ts'

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
  readonly duration_low_min: number | null
  readonly duration_high_min: number | null
  readonly people_low: number | null
  readonly people_high: number | null
  readonly gate: Gate | null
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
  'duration_low_min',
  'duration_high_min',
  'people_low',
  'people_high',
  'version',
]
/** The gate of `phase h`, with what was decided at it. */
const GATE = `(
    select json_build_object('name', g.name, 'dueOn', g.due_on, 'deciderId', g.decider_id, 'criteria', g.criteria,
      'decisions', coalesce((
        select json_agg(json_build_object('id', d.id, 'outcome', d.outcome, 'decidedOn', d.decided_on,
          'decidedBy', d.decided_by, 'reason', d.reason, 'criteria', d.criteria) order by d.number)
        from gate_decision d
        where d.organisation_id = g.organisation_id
          and d.phase_id = g.phase_id), '[]'))
    from phase_gate g
    where g.organisation_id = h.organisation_id
      and g.phase_id = h.id) as gate`
/** The columns of `phase h`, with its gate. */
export const PHASE_COLUMNS = [...COLUMNS.map((column) => `h.${column}`), GATE].join(', ')

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
    durationLowMin: row.duration_low_min,
    durationHighMin: row.duration_high_min,
    peopleLow: row.people_low,
    peopleHigh: row.people_high,
    gate: row.gate,
    version: row.version,
  }
}

/** Adds phases, or writes the new state of those that are there, without their gates; their project is locked. */
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
    duration_low_min: phase.durationLowMin,
    duration_high_min: phase.durationHighMin,
    people_low: phase.peopleLow,
    people_high: phase.peopleHigh,
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

/** Deletes phases in which nothing lies that is not archived, and their gates. */
export async function deletePhases(unit: Unit, ids: readonly string[]): Promise<void> {
  await deleteGates(unit, ids)
  const values = [unit.organisationId, ids]
  await unit.tx.query({
    name: 'schedule_empty_phases',
    text: `
delete from phase_item i
where i.organisation_id = $1
  and i.phase_id = any($2::uuid[])`,
    values,
  })
  await unit.tx.query({
    name: 'schedule_delete_phases',
    text: `
delete from phase h
where h.organisation_id = $1
  and h.id = any($2::uuid[])`,
    values,
  })
}

import type { GateDecision, Phase } from '@millrace/core/schedule'
import type { Unit } from '../../../platform/commands/index.ts'

/** Writes the gates of phases that have one, without what was decided at them. */
export async function saveGates(unit: Unit, phases: readonly Pick<Phase, 'id' | 'gate'>[]): Promise<void> {
  const rows = phases.flatMap(({ id, gate }) =>
    gate === null
      ? []
      : [
          {
            ...{ phase_id: id, name: gate.name, due_on: gate.dueOn },
            ...{ decider_id: gate.deciderId, criteria: gate.criteria },
          },
        ],
  )
  if (rows.length === 0) return
  await unit.tx.query({
    name: 'schedule_save_gates',
    text: `
insert into phase_gate (organisation_id, phase_id, name, due_on, decider_id, criteria)
select $1, r.phase_id, r.name, r.due_on, r.decider_id, r.criteria
from json_populate_recordset(null::phase_gate, $2::json) r
on conflict (organisation_id, phase_id) do update
set name = excluded.name,
    due_on = excluded.due_on,
    decider_id = excluded.decider_id,
    criteria = excluded.criteria`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Deletes gates at which nothing was decided. */
export async function deleteGates(unit: Unit, phaseIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'schedule_delete_gates',
    text: `
delete from phase_gate g
where g.organisation_id = $1
  and g.phase_id = any($2::uuid[])`,
    values: [unit.organisationId, phaseIds],
  })
}

/** A decision at the gate of a phase, the last of so many. */
export type NewDecision = {
  readonly phaseId: string
  readonly number: number
  readonly decision: GateDecision
}

/** Keeps what was decided at gates; which decisions: not those whose id exists. */
export async function insertDecisions(
  unit: Unit,
  decisions: readonly NewDecision[],
): Promise<ReadonlySet<string>> {
  const rows = decisions.map(({ phaseId, number, decision }) => ({
    ...{ id: decision.id, phase_id: phaseId, number, outcome: decision.outcome },
    ...{ decided_on: decision.decidedOn, decided_by: decision.decidedBy },
    ...{ reason: decision.reason, criteria: decision.criteria },
  }))
  const inserted = await unit.tx.query<{ id: string }>({
    name: 'schedule_insert_gate_decisions',
    text: `
insert into gate_decision (organisation_id, id, phase_id, number, outcome, decided_on, decided_by, reason, criteria)
select $1, r.id, r.phase_id, r.number, r.outcome, r.decided_on, r.decided_by, r.reason, r.criteria
from json_populate_recordset(null::gate_decision, $2::json) r
on conflict (organisation_id, id) do nothing
returning id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  return new Set(inserted.map(({ id }) => id))
}

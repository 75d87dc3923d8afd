import type { RuleEntry } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** What was decided once: by which version, and for whom. */
export type DecisionLogRow = RuleEntry & {
  readonly id: string
  readonly processId: string
  readonly decisionId: string
  readonly number: number
  readonly key: string
  /** Null: asked from outside. */
  readonly asker: { readonly instanceId: string; readonly node: string } | null
}

/** Adds to the decision log. */
export function insertDecisionLog(unit: Unit, entries: readonly DecisionLogRow[]): void {
  if (entries.length === 0) return
  const rows = entries.map((one) => ({
    ...{ id: one.id, process_id: one.processId, decision_id: one.decisionId, number: one.number },
    ...{ key: one.key, instance_id: one.asker?.instanceId ?? null, node: one.asker?.node ?? null },
    ...{ actor: unit.actor, at: sqlMoment(unit.now) },
    ...{ inputs: one.inputs, explanation: one.explanation, fault: one.fault },
  }))
  unit.tx.send({
    name: 'process_insert_decision_log',
    text: `
insert into process_decision_log
  (organisation_id, id, process_id, decision_id, number, key, instance_id, node, actor, at, inputs, explanation, fault)
select $1, r.id, r.process_id, r.decision_id, r.number, r.key, r.instance_id, r.node, r.actor, r.at, r.inputs,
  r.explanation, r.fault
from json_populate_recordset(null::process_decision_log, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

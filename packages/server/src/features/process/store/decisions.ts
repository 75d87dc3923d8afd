import type { Id, Instant } from '@millrace/core/kernel'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** A decision within a model: what tasks name it by, and its name. */
export type DecisionKey = { readonly key: string; readonly name: string }

/** A decision model with its draft. */
export type DecisionModel = {
  readonly id: string
  readonly processId: string
  readonly name: string
  readonly xml: string
  readonly keys: readonly DecisionKey[]
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly changedBy: Id<'Person'> | null
  readonly archivedAt: Instant | null
  readonly version: number
}

export type DecisionRow = {
  readonly id: string
  readonly process_id: string
  readonly name: string
  readonly xml: string
  readonly keys: readonly DecisionKey[]
  readonly created_at: number
  readonly changed_at: number
  readonly changed_by: Id<'Person'> | null
  readonly archived_at: number | null
  readonly version: number
}

const COLUMNS = [
  ...['id', 'process_id', 'name', 'xml', 'keys'],
  ...['created_at', 'changed_at', 'changed_by', 'archived_at', 'version'],
]
/** The columns of `process_decision d`. */
export const DECISION_COLUMNS = COLUMNS.map((column) => `d.${column}`).join(', ')

/** The model of a row. */
export function toDecision(row: DecisionRow): DecisionModel {
  return {
    ...{ id: row.id, processId: row.process_id, name: row.name, xml: row.xml, keys: row.keys },
    ...{ createdAt: row.created_at, changedAt: row.changed_at, changedBy: row.changed_by },
    ...{ archivedAt: row.archived_at, version: row.version },
  }
}

/** Decision models by id, locked in the order of their ids. */
export async function lockDecisions(unit: Unit, ids: readonly string[]): Promise<Map<string, DecisionModel>> {
  const rows = await unit.tx.query<DecisionRow>({
    name: 'process_lock_decisions',
    text: `
select ${DECISION_COLUMNS}
from process_decision d
where d.organisation_id = $1
  and d.id = any($2::uuid[])
order by d.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, toDecision(row)]))
}

/** Writes decision models, new ones and changed ones. */
export async function saveDecisions(unit: Unit, models: readonly DecisionModel[]): Promise<void> {
  const rows = models.map((one) => ({
    ...{ id: one.id, process_id: one.processId, name: one.name, xml: one.xml, keys: one.keys },
    ...{ created_at: sqlMoment(one.createdAt), changed_at: sqlMoment(one.changedAt) },
    ...{ changed_by: one.changedBy, archived_at: sqlMoment(one.archivedAt), version: one.version },
  }))
  await unit.tx.query({
    name: 'process_save_decisions',
    text: `
insert into process_decision (organisation_id, ${COLUMNS.join(', ')})
select $1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
from json_populate_recordset(null::process_decision, $2::json) r
on conflict (organisation_id, id) do update
set name = excluded.name,
    xml = excluded.xml,
    keys = excluded.keys,
    changed_at = excluded.changed_at,
    changed_by = excluded.changed_by,
    archived_at = excluded.archived_at,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** A version of a decision model that is published. */
export type NewDecisionVersion = {
  readonly decisionId: string
  readonly number: number
  readonly xml: string
  readonly keys: readonly string[]
  readonly note: string
}

/** Adds published versions, which are never changed. */
export async function insertDecisionVersions(
  unit: Unit,
  versions: readonly NewDecisionVersion[],
): Promise<void> {
  const rows = versions.map((one) => ({
    ...{ decision_id: one.decisionId, number: one.number, xml: one.xml, keys: one.keys, note: one.note },
    ...{ published_at: sqlMoment(unit.now), published_by: unit.principal.personId },
  }))
  await unit.tx.query({
    name: 'process_insert_decision_versions',
    text: `
insert into process_decision_version
  (organisation_id, decision_id, number, xml, keys, note, published_at, published_by)
select $1, r.decision_id, r.number, r.xml, r.keys, r.note, r.published_at, r.published_by
from json_populate_recordset(null::process_decision_version, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** An example beside a decision. */
export type DecisionCaseOf = {
  readonly id: string
  readonly decisionId: string
  readonly key: string
  readonly name: string
  readonly inputs: unknown
  readonly expected: unknown
}

/** Writes examples; which ones: not those whose id stands beside another model. */
export async function saveDecisionCases(
  unit: Unit,
  cases: readonly DecisionCaseOf[],
): Promise<ReadonlySet<string>> {
  const rows = cases.map(({ decisionId, ...one }) => ({ ...one, decision_id: decisionId }))
  const saved = await unit.tx.query<{ id: string }>({
    name: 'process_save_decision_cases',
    text: `
insert into process_decision_case (organisation_id, id, decision_id, key, name, inputs, expected)
select $1, r.id, r.decision_id, r.key, r.name, r.inputs, coalesce(r.expected, 'null'::jsonb)
from json_populate_recordset(null::process_decision_case, $2::json) r
on conflict (organisation_id, id) do update
set key = excluded.key,
    name = excluded.name,
    inputs = excluded.inputs,
    expected = excluded.expected
where process_decision_case.decision_id = excluded.decision_id
returning id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
  return new Set(saved.map(({ id }) => id))
}

/** Takes examples away; which ones there were. */
export async function deleteDecisionCases(
  unit: Unit,
  cases: readonly { readonly id: string; readonly decisionId: string }[],
): Promise<ReadonlySet<string>> {
  const gone = await unit.tx.query<{ id: string }>({
    name: 'process_delete_decision_cases',
    text: `
delete from process_decision_case c
using json_to_recordset($2::json) as r (id uuid, decision_id uuid)
where c.organisation_id = $1
  and c.id = r.id
  and c.decision_id = r.decision_id
returning c.id`,
    values: [
      unit.organisationId,
      JSON.stringify(cases.map(({ id, decisionId }) => ({ id, decision_id: decisionId }))),
    ],
  })
  return new Set(gone.map(({ id }) => id))
}

import type { Instant } from '@millrace/core/kernel'
import type { PublishedDecision } from '@millrace/core/process'
import type { Tx } from '../../../platform/db/transaction.ts'
import {
  DECISION_COLUMNS,
  type DecisionCaseOf,
  type DecisionModel,
  type DecisionRow,
  toDecision,
} from '../store/decisions.ts'

/** Versions of live decision models that a process is answered by, and which process that is. */
export type OfferedVersion = PublishedDecision & { readonly processId: string }

type VersionRow = {
  readonly process_id: string
  readonly decision_id: string
  readonly number: number
  readonly keys: readonly string[]
  readonly published_at: number
}

/** Versions of one decision model that are looked at; older ones can no longer be bound to. */
const VERSIONS_MAX = 10_000

/** The published versions of all live decision models of processes, without their files. */
export async function findOfferedVersions(
  tx: Tx,
  organisationId: string,
  processIds: readonly string[],
): Promise<readonly OfferedVersion[]> {
  const rows = await tx.query<VersionRow>({
    name: 'process_find_offered_decisions',
    text: `
select d.process_id, v.decision_id, v.number, v.keys, v.published_at
from process_decision d
join process_decision_version v on v.organisation_id = d.organisation_id and v.decision_id = d.id
where d.organisation_id = $1
  and d.process_id = any($2::uuid[])
  and d.archived_at is null
order by v.published_at desc, v.decision_id, v.number desc
limit ${VERSIONS_MAX}`,
    values: [organisationId, processIds],
  })
  return rows.map((row) => ({
    ...{ processId: row.process_id, decisionId: row.decision_id, number: row.number },
    ...{ keys: row.keys, publishedAt: row.published_at },
  }))
}

/** A version of a decision model, by its number. */
export type VersionOf = { readonly decisionId: string; readonly number: number }

/** The files of published versions. */
export async function findVersionFiles(
  tx: Tx,
  organisationId: string,
  versions: readonly VersionOf[],
): Promise<readonly (VersionOf & { readonly xml: string })[]> {
  if (versions.length === 0) return []
  return await tx.query<VersionOf & { readonly xml: string }>({
    name: 'process_find_decision_files',
    text: `
select v.decision_id as "decisionId", v.number, v.xml
from json_to_recordset($2::json) as r (decision_id uuid, number integer)
join process_decision_version v
  on v.organisation_id = $1 and v.decision_id = r.decision_id and v.number = r.number
where v.organisation_id = $1
order by v.decision_id, v.number`,
    values: [
      organisationId,
      JSON.stringify(versions.map(({ decisionId, number }) => ({ decision_id: decisionId, number }))),
    ],
  })
}

/** A version of a decision model as people see it. */
export type DecisionVersionRow = {
  readonly decision_id: string
  readonly number: number
  readonly note: string
  readonly published_at: Instant
  readonly published_by: string | null
}

/** All that is known of some decision models. */
export type DecisionFacts = {
  readonly model: DecisionModel
  readonly published: { readonly number: number; readonly isSame: boolean } | null
  readonly caseCount: number
}

type FactsRow = DecisionRow & {
  readonly published_number: number | null
  readonly is_same: boolean | null
  readonly case_count: number
}

const FACTS = `
select ${DECISION_COLUMNS}, p.number as published_number, p.xml = d.xml as is_same, c.case_count
from process_decision d
left join lateral (
  select v.number, v.xml
  from process_decision_version v
  where v.organisation_id = d.organisation_id
    and v.decision_id = d.id
  order by v.number desc
  limit 1) p on true
cross join lateral (
  select count(*)::integer as case_count
  from process_decision_case c
  where c.organisation_id = d.organisation_id
    and c.decision_id = d.id) c`

function toFacts(row: FactsRow): DecisionFacts {
  return {
    model: toDecision(row),
    published:
      row.published_number === null ? null : { number: row.published_number, isSame: row.is_same === true },
    caseCount: row.case_count,
  }
}

/** Decision models by id, archived ones too. */
export async function findDecisions(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DecisionFacts>> {
  const rows = await tx.query<FactsRow>({
    name: 'process_find_decisions',
    text: `${FACTS}
where d.organisation_id = $1
  and d.id = any($2::uuid[])
order by d.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, toFacts(row)]))
}

/** The decision models of processes, archived ones last. */
export async function findDecisionsOf(
  tx: Tx,
  organisationId: string,
  processIds: readonly string[],
): Promise<readonly DecisionFacts[]> {
  const rows = await tx.query<FactsRow>({
    name: 'process_find_decisions_of',
    text: `${FACTS}
where d.organisation_id = $1
  and d.process_id = any($2::uuid[])
order by d.archived_at is not null, lower(d.name), d.id
limit 5000`,
    values: [organisationId, processIds],
  })
  return rows.map(toFacts)
}

/** The versions of decision models, the newest first, without their files. */
export async function findDecisionVersions(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly DecisionVersionRow[]> {
  return await tx.query<DecisionVersionRow>({
    name: 'process_find_decision_versions',
    text: `
select v.decision_id, v.number, v.note, v.published_at, v.published_by
from process_decision_version v
where v.organisation_id = $1
  and v.decision_id = any($2::uuid[])
order by v.decision_id, v.number desc
limit 5000`,
    values: [organisationId, ids],
  })
}

type CaseRow = Omit<DecisionCaseOf, 'decisionId' | 'inputs'> & {
  readonly decision_id: string
  readonly inputs: Readonly<Record<string, unknown>>
}

/** The examples beside decision models. */
export async function findDecisionCases(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly CaseRow[]> {
  return await tx.query<CaseRow>({
    name: 'process_find_decision_cases',
    text: `
select c.id, c.decision_id, c.key, c.name, c.inputs, c.expected
from process_decision_case c
where c.organisation_id = $1
  and c.decision_id = any($2::uuid[])
order by c.decision_id, c.id
limit 50000`,
    values: [organisationId, ids],
  })
}

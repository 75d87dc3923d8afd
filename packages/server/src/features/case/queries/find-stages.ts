import type { CaseStage } from '@millrace/core/case'
import type { Tx } from '../../../platform/db/transaction.ts'
import { STAGE_COLUMNS, type StageRow, toStage } from '../store/stages.ts'

/** Stages by id. */
export async function findStages(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly CaseStage[]> {
  const rows = await tx.query<StageRow>({
    name: 'case_find_stages',
    text: `
select ${STAGE_COLUMNS}
from case_stage s
where s.organisation_id = $1
  and s.id = any($2::uuid[])
order by s.id`,
    values: [organisationId, ids],
  })
  return rows.map(toStage)
}

/** The stages of some cases, in their order. */
export async function findStagesOf(
  tx: Tx,
  organisationId: string,
  caseIds: readonly string[],
): Promise<readonly CaseStage[]> {
  const rows = await tx.query<StageRow>({
    name: 'case_find_stages_of',
    text: `
select ${STAGE_COLUMNS}
from case_stage s
where s.organisation_id = $1
  and s.case_id = any($2::uuid[])
order by s.case_id, s.rank, s.id
limit 100000`,
    values: [organisationId, caseIds],
  })
  return rows.map(toStage)
}

/** How many stages each case has; cases without stages are absent. */
export async function countStages(
  tx: Tx,
  organisationId: string,
  caseIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ case_id: string; count: number }>({
    name: 'case_count_stages',
    text: `
select s.case_id, count(*)::integer as count
from case_stage s
where s.organisation_id = $1
  and s.case_id = any($2::uuid[])
group by s.case_id
order by s.case_id`,
    values: [organisationId, caseIds],
  })
  return new Map(rows.map((row) => [row.case_id, row.count]))
}

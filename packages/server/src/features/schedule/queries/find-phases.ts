import type { Phase } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import { PHASE_COLUMNS, type PhaseRow, toPhase } from '../store/phases.ts'

/** Phases by id. */
export async function findPhases(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly Phase[]> {
  const rows = await tx.query<PhaseRow>({
    name: 'schedule_find_phases',
    text: `
select ${PHASE_COLUMNS}
from phase h
where h.organisation_id = $1
  and h.id = any($2::uuid[])
order by h.id`,
    values: [organisationId, ids],
  })
  return rows.map(toPhase)
}

/** The phases of some projects, in their order. */
export async function findPhasesOf(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<readonly Phase[]> {
  const rows = await tx.query<PhaseRow>({
    name: 'schedule_find_phases_of',
    text: `
select ${PHASE_COLUMNS}
from phase h
where h.organisation_id = $1
  and h.project_id = any($2::uuid[])
order by h.project_id, h.rank, h.id
limit 100000`,
    values: [organisationId, projectIds],
  })
  return rows.map(toPhase)
}

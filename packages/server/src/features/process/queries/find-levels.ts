import type { ServiceLevel } from '@millrace/core/process'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { LEVEL_COLUMNS, type LevelRow, toLevel } from '../store/levels.ts'

/** The levels that some processes are counted by. */
export async function findLevelsOf(
  tx: Tx,
  organisationId: string,
  processIds: readonly string[],
): Promise<readonly ServiceLevel[]> {
  const rows = await tx.query<LevelRow>({
    name: 'process_find_levels_of',
    text: `
select ${LEVEL_COLUMNS}
from process_level l
where l.organisation_id = $1
  and l.process_id = any(${among('$2')})
  and l.archived_at is null
order by l.id`,
    values: [organisationId, processIds],
  })
  return rows.map(toLevel)
}

/** Levels by id, also those that nobody counts by any more. */
export async function findLevels(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ServiceLevel>> {
  const rows = await tx.query<LevelRow>({
    name: 'process_find_levels',
    text: `
select ${LEVEL_COLUMNS}
from process_level l
where l.organisation_id = $1
  and l.id = any($2::uuid[])
order by l.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, toLevel(row)]))
}

/** Which of some steps are of some processes. */
export async function findStepProcesses(
  tx: Tx,
  organisationId: string,
  stepIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly processId: string; readonly name: string }>> {
  const rows = await tx.query<{ id: string; process_id: string; name: string }>({
    name: 'process_find_step_processes',
    text: `
select s.id, s.process_id, s.name
from process_step s
where s.organisation_id = $1
  and s.id = any($2::uuid[])
order by s.id`,
    values: [organisationId, stepIds],
  })
  return new Map(rows.map((row) => [row.id, { processId: row.process_id, name: row.name }]))
}

/** Which of some calendars processes may go by: those that all projects may go by. */
export async function findSharedCalendarIds(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'process_find_shared_calendar_ids',
    text: `
select c.id
from calendar c
where c.organisation_id = $1
  and c.id = any($2::uuid[])
  and c.project_id is null
order by c.id`,
    values: [organisationId, ids],
  })
  return new Set(rows.map(({ id }) => id))
}

/** Which of some people and teams there are. */
export async function findTargets(
  tx: Tx,
  organisationId: string,
  of: { readonly personIds: readonly string[]; readonly teamIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'process_find_targets',
    text: `
select p.id
from person p
where p.organisation_id = $1
  and p.id = any($2::uuid[])
union all
select t.id
from team t
where t.organisation_id = $1
  and t.id = any($3::uuid[])
order by 1`,
    values: [organisationId, of.personIds, of.teamIds],
  })
  return new Set(rows.map(({ id }) => id))
}

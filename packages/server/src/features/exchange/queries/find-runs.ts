import type { Tx } from '../../../platform/db/transaction.ts'
import type { RunRow } from '../import-run.ts'
import { RUN_COLUMNS } from '../store/runs.ts'

/** The runs with these ids. */
export async function findRuns(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly RunRow[]> {
  return await tx.query<RunRow>({
    name: 'exchange_find_runs',
    text: `
select ${RUN_COLUMNS}
from import_run r
where r.organisation_id = $1
  and r.id = any($2::uuid[])
order by r.id`,
    values: [organisationId, ids],
  })
}

/** Runs before a place in the list, newest first. */
export async function findRunsBefore(
  tx: Tx,
  where: {
    readonly organisationId: string
    /** Only those this person started; null: all. */
    readonly startedBy: string | null
    readonly before: { readonly createdAt: number; readonly id: string } | null
    readonly limit: number
  },
): Promise<readonly RunRow[]> {
  return await tx.query<RunRow>({
    name: 'exchange_list_runs',
    text: `
select ${RUN_COLUMNS.replace('r.report', `jsonb_build_object('removal', r.report -> 'removal', 'failure', r.report -> 'failure') as report`)}
from import_run r
where r.organisation_id = $1
  and ($2::uuid is null or r.started_by = $2)
  and ($3::bigint is null or (r.created_at, r.id) < (to_timestamp($3 / 1000.0), $4::uuid))
order by r.created_at desc, r.id desc
limit $5`,
    values: [
      where.organisationId,
      where.startedBy,
      where.before?.createdAt ?? null,
      where.before?.id ?? null,
      where.limit,
    ],
  })
}

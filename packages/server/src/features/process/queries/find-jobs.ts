import type { ProcessJobView } from '@millrace/contract'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { presentJob } from '../present-job.ts'
import { JOB_COLUMNS, type JobRow } from '../store/jobs.ts'

/** The instances that some jobs are for. */
export async function findInstancesOfJobs(
  tx: Tx,
  organisationId: string,
  jobIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ instance_id: string }>({
    name: 'process_find_instances_of_jobs',
    text: `
select distinct j.instance_id
from process_job j
where j.organisation_id = $1
  and j.id = any($2::uuid[])
order by j.instance_id`,
    values: [organisationId, jobIds],
  })
  return rows.map((row) => row.instance_id)
}

/** Jobs with these ids. */
export async function findJobs(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly JobRow[]> {
  return await tx.query<JobRow>({
    name: 'process_find_jobs',
    text: `
select ${JOB_COLUMNS}
from process_job j
where j.organisation_id = $1
  and j.id = any($2::uuid[])
order by j.id`,
    values: [organisationId, ids],
  })
}

/** Endpoints that should have been called for before a moment, and were not. */
export async function findLeftCalls(
  tx: Tx,
  organisationId: string,
  before: number,
): Promise<readonly { readonly id: string; readonly failures: number }[]> {
  return await tx.query<{ id: string; failures: number }>({
    name: 'process_find_left_calls',
    text: `
select j.id, j.failures
from process_job j
where j.organisation_id = $1
  and j.kind = 'http'
  and j.state = 'waiting'
  and not j.is_suspended
  and j.due_at < $2::timestamptz
order by j.due_at, j.id
limit 1000`,
    values: [organisationId, sqlMoment(before)],
  })
}

/** A page of jobs. */
export type JobPage = {
  readonly organisationId: string
  readonly processId: string
  readonly instanceId: string | null
  readonly state: ProcessJobView['state'] | null
  readonly now: number
  /** The last one before. */
  readonly after: { readonly at: number; readonly id: string } | null
  readonly limit: number
}

/** The jobs of a process, the longest due first. */
export async function readJobPage(tx: Tx, page: JobPage): Promise<readonly ProcessJobView[]> {
  const rows = await tx.query<JobRow>({
    name: 'process_read_job_page',
    text: `
select ${JOB_COLUMNS}
from process_job j
where j.organisation_id = $1
  and j.process_id = $2
  and ($3::uuid is null or j.instance_id = $3)
  and ($4::text is null
    or $4 = case when j.state = 'failed' then 'failed' when j.lease_owner is not null and j.due_at > $5::timestamptz then 'held' else 'waiting' end)
  and ($6::timestamptz is null or (j.due_at, j.id) > ($6::timestamptz, $7::uuid))
order by j.due_at, j.id
limit $8`,
    values: [
      ...[page.organisationId, page.processId, page.instanceId, page.state, sqlMoment(page.now)],
      ...[sqlMoment(page.after?.at ?? null), page.after?.id ?? null, page.limit],
    ],
  })
  return rows.map((row) => presentJob(row, page.now))
}

import type { BackOff, ServiceError, ServiceRequest, Variables } from '@millrace/core/process'
import type { Unit } from '../../../platform/commands/index.ts'
import { among } from '../../../platform/db/among.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** What an endpoint is called with, or what a worker is told. */
export type JobPayload =
  | {
      readonly request: ServiceRequest
      readonly errors: readonly ServiceError[]
      readonly timeoutMs: number
    }
  | { readonly headers: Readonly<Record<string, string>>; readonly variables: Variables }

/** A job of a service as it stands in its table. */
export type JobRow = {
  readonly id: string
  readonly instance_id: string
  readonly process_id: string
  readonly token_id: number
  readonly node: string
  readonly kind: 'http' | 'worker'
  readonly topic: string | null
  readonly state: 'waiting' | 'failed'
  readonly due_at: number
  readonly lease_owner: string | null
  readonly failures: number
  readonly retries: number
  readonly back_off: BackOff
  readonly idempotency_key: string
  readonly payload: JobPayload
  readonly fault: string | null
  readonly created_at: number
  /** Its instance is: nobody is given it. */
  readonly is_suspended: boolean
}

/** The columns of a job, of `j`. */
export const JOB_COLUMNS =
  'j.id, j.instance_id, j.process_id, j.token_id, j.node, j.kind, j.topic, j.state, j.due_at, j.lease_owner, ' +
  'j.failures, j.retries, j.back_off, j.idempotency_key, j.payload, j.fault, j.created_at, j.is_suspended'

/** A new job, which waits to be taken. */
export type NewJobRow = Omit<
  JobRow,
  'state' | 'due_at' | 'lease_owner' | 'failures' | 'fault' | 'created_at' | 'is_suspended'
>

/** Adds jobs that may be taken at once. */
export function insertJobs(unit: Unit, jobs: readonly NewJobRow[]): void {
  if (jobs.length === 0) return
  unit.tx.send({
    name: 'process_insert_jobs',
    text: `
insert into process_job (organisation_id, id, instance_id, process_id, token_id, node, kind, topic, state, due_at, retries,
  back_off, idempotency_key, payload, created_at)
select $1, r.id, r.instance_id, r.process_id, r.token_id, r.node, r.kind, r.topic, 'waiting', $3::timestamptz, r.retries,
  r.back_off, r.idempotency_key, r.payload, $3::timestamptz
from json_populate_recordset(null::process_job, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(jobs), sqlMoment(unit.now)],
  })
}

/** Takes jobs back that nobody is to do any more. */
export function deleteJobsOfTokens(
  unit: Unit,
  tokens: readonly { readonly instanceId: string; readonly tokenId: number }[],
): void {
  if (tokens.length === 0) return
  const rows = tokens.map(({ instanceId, tokenId }) => ({ instance_id: instanceId, token_id: tokenId }))
  unit.tx.send({
    name: 'process_delete_jobs_of_tokens',
    text: `
delete from process_job j
using json_to_recordset($2::json) as r (instance_id uuid, token_id integer)
where j.organisation_id = $1
  and j.instance_id = r.instance_id
  and j.token_id = r.token_id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Deletes jobs that are done. */
export function deleteJobs(unit: Unit, ids: readonly string[]): void {
  if (ids.length === 0) return
  unit.tx.send({
    name: 'process_delete_jobs',
    text: `
delete from process_job j
where j.organisation_id = $1
  and j.id = any(${among('$2')})`,
    values: [unit.organisationId, ids],
  })
}

/** Locks jobs; whoever does so has locked their instances before. */
export async function lockJobs(unit: Unit, ids: readonly string[]): Promise<readonly JobRow[]> {
  return await unit.tx.query<JobRow>({
    name: 'process_lock_jobs',
    text: `
select ${JOB_COLUMNS}
from process_job j
where j.organisation_id = $1
  and j.id = any(${among('$2')})
order by j.id
for update`,
    values: [unit.organisationId, ids],
  })
}

/** What becomes of a job that is not done. */
export type JobChange = Pick<JobRow, 'id' | 'state' | 'due_at' | 'failures' | 'retries' | 'fault'>

/** Gives jobs back, to be tried again or looked at. */
export function giveJobsBack(unit: Unit, changes: readonly JobChange[]): void {
  if (changes.length === 0) return
  const rows = changes.map((change) => ({ ...change, due_at: sqlMoment(change.due_at) }))
  unit.tx.send({
    name: 'process_give_jobs_back',
    text: `
update process_job j
set state = r.state,
    due_at = r.due_at,
    lease_owner = null,
    failures = r.failures,
    retries = r.retries,
    fault = left(r.fault, 2000)
from json_populate_recordset(null::process_job, $2::json) r
where j.organisation_id = $1
  and j.id = r.id`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** What a worker asks for. */
export type Lease = {
  readonly owner: string
  readonly topics: readonly string[]
  readonly until: number
  readonly limit: number
  /** Of these processes only; null: of all. */
  readonly processIds: readonly string[] | null
}

type LeasedRow = JobRow & { readonly title: string; readonly business_key: string | null }

/** Gives a worker jobs that are due and that nobody holds, those that are due longest. Nobody waits for anybody. */
export async function leaseJobs(unit: Unit, lease: Lease): Promise<readonly LeasedRow[]> {
  return await unit.tx.query<LeasedRow>({
    name: 'process_lease_jobs',
    text: `
with due as (
  select d.id
  from process_job d
  where d.organisation_id = $1
    and d.kind = 'worker'
    and d.state = 'waiting'
    and not d.is_suspended
    and d.topic = any($2::text[])
    and d.due_at <= $3::timestamptz
    and ($4::uuid[] is null or d.process_id = any($4::uuid[]))
  order by d.due_at, d.id
  limit $5
  for update skip locked
)
update process_job j
set lease_owner = $6,
    due_at = $7::timestamptz
from due, process_instance i
where j.organisation_id = $1
  and j.id = due.id
  and i.organisation_id = $1
  and i.id = j.instance_id
returning ${JOB_COLUMNS}, i.title, i.business_key`,
    values: [
      ...[unit.organisationId, lease.topics, sqlMoment(unit.now), lease.processIds, lease.limit],
      ...[lease.owner, sqlMoment(lease.until)],
    ],
  })
}

/** Lets workers hold jobs longer. */
export function prolongLeases(
  unit: Unit,
  leases: readonly { readonly id: string; readonly until: number }[],
): void {
  if (leases.length === 0) return
  unit.tx.send({
    name: 'process_prolong_leases',
    text: `
update process_job j
set due_at = r.due_at
from json_populate_recordset(null::process_job, $2::json) r
where j.organisation_id = $1
  and j.id = r.id`,
    values: [
      unit.organisationId,
      JSON.stringify(leases.map(({ id, until }) => ({ id, due_at: sqlMoment(until) }))),
    ],
  })
}

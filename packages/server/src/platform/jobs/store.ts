import { type Db, runAlone, type Tx } from '../db/transaction.ts'
import { newId } from '../ids.ts'

/** Work for later, handed over in the transaction of the change that asks for it. */
export type NewJob = {
  readonly kind: string
  readonly organisationId: string | null
  readonly payload: Readonly<Record<string, unknown>>
  /** A job with a key that is already waiting is not added twice. */
  readonly uniqueKey?: string
  /** Milliseconds since 1970; left out: at once. */
  readonly runAt?: number
}

/** A job somebody holds a lease of. */
export type Job = {
  readonly id: string
  readonly kind: string
  readonly organisation_id: string | null
  readonly payload: Readonly<Record<string, unknown>>
  readonly attempts: number
  readonly max_attempts: number
}

/** Adds a job. Nothing of it remains when the transaction rolls back. */
export async function enqueue(tx: Tx, job: NewJob): Promise<void> {
  await tx.query({
    name: 'jobs_enqueue',
    text: `
insert into job (id, organisation_id, kind, payload, unique_key, run_at, created_at)
values ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), now())
on conflict (unique_key) do nothing`,
    values: [
      newId(),
      job.organisationId,
      job.kind,
      job.payload,
      job.uniqueKey ?? null,
      job.runAt ?? Date.now(),
    ],
  })
}

/** Takes leases of due jobs, and of those whose holder has died. Nobody waits for anybody. */
export async function claimJobs(
  db: Db,
  claim: {
    readonly owner: string
    readonly kinds: readonly string[]
    readonly limit: number
    readonly leaseMs: number
  },
): Promise<readonly Job[]> {
  return await runAlone<Job>(db, {
    name: 'jobs_claim',
    text: `
update job
set lease_owner = $1,
    lease_until = now() + $4 * interval '1 millisecond',
    attempts = attempts + 1
where id in (
  select j.id
  from job j
  where j.kind = any($2::text[])
    and j.run_at <= now()
    and (j.lease_until is null or j.lease_until < now())
    and j.attempts < j.max_attempts
  order by j.priority desc, j.run_at
  limit $3
  for update skip locked
)
returning id, kind, organisation_id, payload, attempts, max_attempts`,
    values: [claim.owner, claim.kinds, claim.limit, claim.leaseMs],
  })
}

/** Prolongs a lease. False: somebody else took the job over, and this holder must stop. */
export async function prolongLease(
  db: Db,
  lease: { readonly id: string; readonly owner: string; readonly leaseMs: number },
): Promise<boolean> {
  const rows = await runAlone<{ id: string }>(db, {
    name: 'jobs_prolong',
    text: `
update job
set lease_until = now() + $3 * interval '1 millisecond'
where id = $1
  and lease_owner = $2
returning id`,
    values: [lease.id, lease.owner, lease.leaseMs],
  })
  return rows.length > 0
}

/** The job is done and forgotten. */
export async function finishJob(
  db: Db,
  lease: { readonly id: string; readonly owner: string },
): Promise<void> {
  await runAlone(db, {
    name: 'jobs_finish',
    text: 'delete from job where id = $1 and lease_owner = $2',
    values: [lease.id, lease.owner],
  })
}

/** How a job ended without being done. */
export type Failure = {
  readonly id: string
  readonly owner: string
  readonly error: string
  readonly delayMs: number
  /** 0 when it was left off only because the server stops: such an attempt does not count. */
  readonly attempts: 0 | 1
}

/** The job failed: it comes again later, until its attempts are used up. Then it stays, with its error, for people to see. */
export async function retryJob(db: Db, failed: Failure): Promise<void> {
  await runAlone(db, {
    name: 'jobs_retry',
    text: `
update job
set lease_owner = null,
    lease_until = null,
    last_error = left($3, 2000),
    run_at = now() + $4 * interval '1 millisecond',
    attempts = attempts - 1 + $5::integer
where id = $1
  and lease_owner = $2`,
    values: [failed.id, failed.owner, failed.error, failed.delayMs, failed.attempts],
  })
}

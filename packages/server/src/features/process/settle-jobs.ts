import type { Actor, Instant } from '@millrace/core/kernel'
import { nextAttempt, type Variables } from '@millrace/core/process'
import { askForCalls } from './call-job.ts'
import type { InstanceSet } from './instance-set.ts'
import { deleteJobs, giveJobsBack, type JobChange, type JobRow } from './store/jobs.ts'

/** How it went. */
export type JobOutcome =
  | { readonly kind: 'done'; readonly values: Variables }
  /** An error of the field. */
  | { readonly kind: 'thrown'; readonly code: string; readonly values: Variables }
  | {
      readonly kind: 'failed'
      readonly text: string
      /** Attempts that are left. */
      readonly left: number
      /** Exactly then, instead of as the model says. */
      readonly at: Instant | null
      /** At the earliest then, as whoever was asked said. */
      readonly notBefore: Instant | null
    }

/** A job that is locked with its instance, and what came of it. */
export type SettledJob = { readonly job: JobRow; readonly outcome: JobOutcome; readonly actor: Actor }

/**
 * Tells instances what came of their jobs, and what becomes of those. The set is not saved yet.
 *
 * @returns for each job what becomes of it; null: it is done
 */
export async function settleJobs(
  set: InstanceSet,
  settled: readonly SettledJob[],
): Promise<readonly (JobChange | null)[]> {
  const changes = settled.map((one) => settle(set, one))
  const { unit } = set
  deleteJobs(
    unit,
    settled.filter((_one, place) => changes[place] === null).map(({ job }) => job.id),
  )
  giveJobsBack(
    unit,
    changes.filter((change) => change !== null),
  )
  for (const [place, { job }] of settled.entries()) {
    const change = changes[place]
    if (job.kind === 'http' && change?.state === 'waiting')
      await askForCalls(unit, [{ id: job.id, failures: change.failures }], change.due_at)
  }
  return changes
}

function settle(set: InstanceSet, { job, outcome, actor }: SettledJob): JobChange | null {
  const { instance_id: instanceId, token_id: tokenId } = job
  if (outcome.kind === 'failed') return fail(set, { job, outcome, actor })
  const { values } = outcome
  if (outcome.kind === 'done')
    set.tell(instanceId, { kind: 'complete', tokenId, values: keptOf(set, job, values) }, actor)
  else set.tell(instanceId, { kind: 'throw', tokenId, code: outcome.code, values }, actor)
  return isStuck(set, job) ? failedFor(job, faultAt(set, job)) : null
}

/** Of an endpoint's answer only what the model takes from it is kept. */
function keptOf(set: InstanceSet, { kind, instance_id: id, token_id: tokenId }: JobRow, values: Variables) {
  const found = set.find(id)
  const token = found?.engine.tokens.find((one) => one.id === tokenId)
  if (kind === 'worker' || !found || !token) return values
  const { nodes } = set.modelOf(found.instance.modelId).graph
  return (nodes[token.node]?.outputs.length ?? 0) > 0 ? values : {}
}

type Failed = SettledJob & { readonly outcome: Extract<JobOutcome, { readonly kind: 'failed' }> }

function fail(set: InstanceSet, { job, outcome, actor }: Failed): JobChange {
  const { text, left, at, notBefore } = outcome
  const { now } = set.unit
  const failures = job.failures + 1
  const next = nextAttempt({ backOff: job.back_off, failures, left, now, seed: seedOf(job.id), notBefore })
  if (next.kind === 'again') {
    const dueAt = at === null ? next.at : Math.max(at, now)
    return { id: job.id, state: 'waiting', due_at: dueAt, failures, retries: left, fault: text }
  }
  set.tell(job.instance_id, { kind: 'fail', tokenId: job.token_id, text }, actor)
  return failedFor(job, text)
}

function failedFor(job: JobRow, fault: string): JobChange {
  return { id: job.id, state: 'failed', due_at: job.due_at, failures: job.failures + 1, retries: 0, fault }
}

/** The instance could not go on with what came of it. */
function isStuck(set: InstanceSet, { instance_id: id, token_id: tokenId }: JobRow): boolean {
  return set.find(id)?.engine.tokens.some((token) => token.id === tokenId && token.state === 'stuck') ?? false
}

function faultAt(set: InstanceSet, { instance_id: id, token_id: tokenId }: JobRow): string {
  return set.find(id)?.engine.incidents.find((one) => one.tokenId === tokenId)?.text ?? ''
}

/** Jobs that failed together have ids of their own. */
function seedOf(id: string): number {
  return Number.parseInt(id.slice(-8), 16)
}

import { operations } from '@millrace/contract'
import {
  type Access,
  command,
  demand,
  mayInContainers,
  patient,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { InstanceSet } from '../instance-set.ts'
import { lockOpenItemsOf } from '../queries/find-instances.ts'
import { findInstancesOfJobs } from '../queries/find-jobs.ts'
import { type JobOutcome, settleJobs } from '../settle-jobs.ts'
import { type JobRow, leaseJobs, lockJobs, prolongLeases } from '../store/jobs.ts'

/** What outside workers may have at once: jobs of the processes that they may write in. */
const fetchAtOnce = command(operations['process.fetchJobs'], async (unit, inputs) => {
  const processIds = writableIds(unit.principal.access)
  const fetched = inputs.map((input) =>
    leaseJobs(unit, {
      ...{ owner: input.workerId, topics: input.topics, limit: input.maxJobs, processIds },
      until: unit.now + input.leaseMs,
    }),
  )
  return (await Promise.all(fetched)).map((rows) => ({
    jobs: rows.toSorted(byAge).map((row) => ({
      ...{ id: row.id, containerId: row.process_id, instanceId: row.instance_id, instanceTitle: row.title },
      ...{ businessKey: row.business_key, elementId: row.node, topic: row.topic ?? '' },
      ...{ leaseUntil: row.due_at, failures: row.failures, retries: row.retries },
      idempotencyKey: row.idempotency_key,
      ...toldTo(row),
    })),
  }))
})

/** Gives outside workers jobs; whoever finds nothing to do may wait for it. */
export const fetchJobs = patient(fetchAtOnce, operations['process.fetchJobs'], ({ waitMs }, { jobs }) =>
  jobs.length > 0 ? 0 : waitMs,
)

/** Ids begin with the moment in which they were made. */
function byAge(one: JobRow, other: JobRow): number {
  return one.id < other.id ? -1 : 1
}

function toldTo({ payload }: JobRow) {
  if (!('headers' in payload)) return { headers: {}, values: {} }
  // Variables are JSON, as they were kept.
  return { headers: payload.headers, values: payload.variables as Readonly<Record<string, never>> }
}

/** The containers that somebody may write in; null: all of them. */
export function writableIds(access: Access): readonly string[] | null {
  if (access.containers === 'all') return null
  return [...access.containers.keys()].filter((id) => mayInContainers(access, 'item.write', [id]))
}

type HeldInput = { readonly id: string; readonly workerId: string }

/** The jobs of a batch, each held by whoever says so; instances are locked before. */
async function holdJobs(
  unit: Unit,
  inputs: readonly HeldInput[],
): Promise<{ readonly set: InstanceSet; readonly jobs: readonly JobRow[] }> {
  const ids = inputs.map(({ id }) => id)
  const instanceIds = await findInstancesOfJobs(unit.tx, unit.organisationId, ids)
  await lockOpenItemsOf(unit.tx, unit.organisationId, instanceIds)
  const set = await InstanceSet.load(unit, instanceIds)
  const found = new Map((await lockJobs(unit, ids)).map((job) => [job.id, job]))
  const taken = new Set<string>()
  const jobs = inputs.map(({ id, workerId }, index) => {
    const job = found.get(id) ?? refuse('platform.not_found', { what: 'job' }, index)
    const containerIds = [job.process_id]
    demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'job' }, index)
    const isHeld = job.state === 'waiting' && job.lease_owner === workerId && job.due_at > unit.now
    if (!isHeld || taken.has(id)) refuse('process.job_not_held', { worker: workerId }, index)
    taken.add(id)
    return job
  })
  return { set, jobs }
}

/** Says what came of jobs, and lets their instances go on. */
async function settle<Input extends HeldInput>(
  unit: Unit,
  inputs: readonly Input[],
  outcomeOf: (input: Input, job: JobRow) => JobOutcome,
) {
  const { set, jobs } = await holdJobs(unit, inputs)
  const settled = inputs.flatMap((input, place) => {
    const job = jobs[place]
    return job ? [{ job, outcome: outcomeOf(input, job), actor: unit.actor }] : []
  })
  const changes = await settleJobs(set, settled)
  await set.save()
  return changes
}

/** Ends jobs that are done. */
export const completeJob = command(operations['process.completeJob'], async (unit, inputs) => {
  await settle(unit, inputs, ({ values }) => ({ kind: 'done', values }))
  return inputs.map(() => ({}))
})

/** Ends jobs with an error of the field. */
export const throwJobError = command(operations['process.throwJobError'], async (unit, inputs) => {
  await settle(unit, inputs, ({ code, values }) => ({ kind: 'thrown', code, values }))
  return inputs.map(() => ({}))
})

/** Gives jobs back that could not be done. */
export const failJob = command(operations['process.failJob'], async (unit, inputs) => {
  const changes = await settle(unit, inputs, ({ text, retries, retryAt }, job) => ({
    ...{ kind: 'failed', text, left: retries ?? job.retries - 1 },
    ...{ at: retryAt ?? null, notBefore: null },
  }))
  return changes.map((change) => ({ state: change?.state ?? 'failed', dueAt: change?.due_at ?? unit.now }))
})

/** Lets workers hold their jobs longer. */
export const extendLease = command(operations['process.extendLease'], async (unit, inputs) => {
  const { jobs } = await holdJobs(unit, inputs)
  const leases = inputs.map(({ leaseMs }, place) => ({
    id: jobs[place]?.id ?? '',
    until: unit.now + leaseMs,
  }))
  prolongLeases(unit, leases)
  return leases.map(({ until }) => ({ leaseUntil: until }))
})

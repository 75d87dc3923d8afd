import { idempotencyKeyOf } from '@millrace/core/process'
import { askForCalls } from '../call-job.ts'
import { deleteJobsOfTokens, insertJobs, type NewJobRow } from '../store/jobs.ts'
import { type Doer, ENGINE, type OthersWork, type RunningSet } from './doer.ts'

type Served = Extract<OthersWork, { readonly kind: 'begin-work' | 'end-work' }>
type Begun = Extract<OthersWork, { readonly kind: 'begin-work' }>

/** Service tasks, and sending ones that say a service: endpoints are called later, workers fetch what is theirs. */
export const serviceDoer: Doer = {
  does: (work) =>
    (work.kind === 'begin-work' || work.kind === 'end-work') &&
    (work.node.type === 'serviceTask' || work.node.type === 'sendTask'),
  carry: async (set, work) => {
    // Only such work gets here.
    const served = work as readonly Served[]
    deleteJobsOfTokens(
      set.unit,
      served.filter(({ kind }) => kind === 'end-work'),
    )
    const begun = lastOfEach(served).filter((one): one is Begun => one.kind === 'begin-work')
    for (const { instanceId, tokenId, call } of begun)
      if (call === null) set.tell(instanceId, { kind: 'fail', tokenId, text: 'process.no_service' })
    const jobs = begun.flatMap((one) => jobOf(set, one) ?? [])
    insertJobs(set.unit, jobs)
    tellWorkers(set, jobs)
    const calls = jobs.filter(({ kind }) => kind === 'http').map(({ id }) => ({ id, failures: 0 }))
    await askForCalls(set.unit, calls)
  },
}

/** Whoever waits for work looks once more when this is committed. */
function tellWorkers({ unit }: RunningSet, jobs: readonly NewJobRow[]): void {
  const offered = jobs.filter(({ kind }) => kind === 'worker')
  const [first] = offered
  if (!first) return
  unit.record([
    {
      ...{ id: unit.newId<'Event'>(), kind: 'process.jobs_offered', at: unit.now, actor: ENGINE },
      ...{ subject: { kind: 'instance', id: first.instance_id }, containerId: first.process_id },
      data: { topics: [...new Set(offered.map(({ topic }) => topic))], count: offered.length },
    },
  ])
}

/** What was begun for a token and taken back within the same step was never asked for. */
function lastOfEach(served: readonly Served[]): readonly Served[] {
  return [...new Map(served.map((one) => [`${one.instanceId} ${one.tokenId}`, one])).values()]
}

function jobOf(set: RunningSet, { instanceId, tokenId, node, call, variables }: Begun): NewJobRow | null {
  const snapshot = set.find(instanceId)
  const token = snapshot?.engine.tokens.find(({ id }) => id === tokenId)
  if (!snapshot || !token || call === null) return null
  return {
    ...{ id: set.unit.newId<'ProcessJob'>(), instance_id: instanceId, token_id: tokenId, node: node.id },
    process_id: snapshot.instance.processId,
    ...{ kind: call.kind, topic: call.kind === 'worker' ? call.topic : null },
    ...{ retries: call.retry.attempts, back_off: call.retry.backOff },
    idempotency_key: idempotencyKeyOf(instanceId, token),
    payload:
      call.kind === 'worker'
        ? { headers: call.headers, variables }
        : { request: call.request, errors: call.errors, timeoutMs: call.timeoutMs },
  }
}

import { judgeAnswer, type ServiceCall } from '@millrace/core/process'
import { type ExecuteDeps, runInTime } from '../../platform/commands/index.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Job, JobHandler } from '../../platform/jobs/index.ts'
import { type Outgoing, type OutgoingAnswer, OutgoingFault } from '../../platform/outgoing/index.ts'
import { CALL_JOB, type CallPayload } from './call-job.ts'
import { ENGINE } from './doers/doer.ts'
import { InstanceSet } from './instance-set.ts'
import { lockOpenItemsOf } from './queries/find-instances.ts'
import { findJobs } from './queries/find-jobs.ts'
import { type JobOutcome, settleJobs } from './settle-jobs.ts'
import { type JobPayload, type JobRow, lockJobs } from './store/jobs.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
const TEXT_CHARS_SHOWN = 300

type Http = Extract<JobPayload, { readonly request: unknown }>
type Endpoint = Pick<Extract<ServiceCall, { readonly kind: 'http' }>, 'request' | 'errors' | 'timeoutMs'>

/** What calls endpoints in the background. */
export function createCallJobs(
  deps: ExecuteDeps & { readonly outgoing: Outgoing },
): ReadonlyMap<string, JobHandler> {
  return new Map([[CALL_JOB, (job: Job, signal: AbortSignal) => callServices(deps, job, signal)]])
}

/**
 * Calls outside of any transaction, several at the same time, and tells each instance as soon as its answer has come.
 * Whoever dies in between is followed by another, who calls with the same idempotency key.
 */
async function callServices(
  deps: ExecuteDeps & { readonly outgoing: Outgoing },
  job: Job,
  signal: AbortSignal,
): Promise<void> {
  const organisationId = job.organisation_id ?? ''
  const { calls } = job.payload as CallPayload // Only this feature asks for such work.
  const failuresOf = new Map(calls.map(({ id, failures }) => [id, failures]))
  const found = await inTransaction(deps.db, organisationId, (tx) =>
    findJobs(tx, organisationId, [...failuresOf.keys()]),
  )
  const open = found.filter((row) => !row.is_suspended && isOpen(row, failuresOf.get(row.id)))
  const ended = await Promise.allSettled(
    open.map(async (row) => {
      const outcome = await call(deps.outgoing, row, signal)
      await tell(deps, { organisationId, row, outcome })
    }),
  )
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

function isOpen({ state, failures, kind }: JobRow, expected: number | undefined): boolean {
  return kind === 'http' && state === 'waiting' && failures === expected
}

async function call(outgoing: Outgoing, row: JobRow, signal: AbortSignal): Promise<JobOutcome> {
  // An endpoint is what jobs of this kind are for.
  const { request, errors, timeoutMs }: Endpoint = row.payload as Http
  const headers = { 'idempotency-key': row.idempotency_key, ...request.headers }
  try {
    const answer = await outgoing.call({ ...request, headers, timeoutMs }, signal)
    return outcomeOf(row, answer, errors)
  } catch (error) {
    if (!(error instanceof OutgoingFault)) throw error
    const isFinal = error.reason === 'not-allowed' || error.reason === 'private-address'
    return failed(row, `service.${error.reason}`, { isFinal, notBefore: null })
  }
}

function outcomeOf(row: JobRow, answer: OutgoingAnswer, errors: Endpoint['errors']): JobOutcome {
  const verdict = judgeAnswer(answer.status, errors)
  switch (verdict.kind) {
    case 'done':
      return { kind: 'done', values: { response: responseOf(answer) } }
    case 'throw':
      return { kind: 'thrown', code: verdict.code, values: { response: responseOf(answer) } }
    case 'failed': {
      const text = `HTTP ${answer.status} ${answer.text.slice(0, TEXT_CHARS_SHOWN)}`.trim()
      return failed(row, text, {
        isFinal: !verdict.isWorthRetrying,
        notBefore: retryAfter(answer.headers['retry-after']),
      })
    }
  }
}

function failed(
  { retries }: JobRow,
  text: string,
  { isFinal, notBefore }: { readonly isFinal: boolean; readonly notBefore: number | null },
): JobOutcome {
  return { kind: 'failed', text, left: isFinal ? 0 : retries - 1, at: null, notBefore }
}

/** What the model may take from an answer. */
function responseOf({ status, headers, text }: OutgoingAnswer) {
  return { status, headers, body: bodyOf(headers['content-type'] ?? '', text) }
}

/** JSON where it says so and is; text otherwise. */
function bodyOf(type: string, text: string): unknown {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return text === '' ? null : text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Seconds, or a date. @see RFC 9110 §10.2.3 */
function retryAfter(written: string | undefined): number | null {
  if (written === undefined) return null
  const at = /^\d{1,9}$/.test(written) ? Date.now() + Number(written) * 1000 : Date.parse(written)
  return Number.isNaN(at) ? null : at
}

type Answered = { readonly organisationId: string; readonly row: JobRow; readonly outcome: JobOutcome }

/** What was taken back or told by somebody else meanwhile is not told again. */
async function tell(deps: ExecuteDeps, { organisationId, row, outcome }: Answered): Promise<void> {
  await runInTime(deps, { organisationId, personId: NOBODY }, async (unit) => {
    await lockOpenItemsOf(unit.tx, organisationId, [row.instance_id])
    const set = await InstanceSet.load(unit, [row.instance_id])
    const [job] = await lockJobs(unit, [row.id])
    if (!job || !isOpen(job, row.failures)) return
    await settleJobs(set, [{ job, outcome, actor: ENGINE }])
    await set.save()
  })
}

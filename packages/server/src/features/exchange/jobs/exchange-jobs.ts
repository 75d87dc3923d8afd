import { sayRefusal } from '@millrace/contract'
import { Refused } from '../../../platform/commands/index.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job, JobHandler } from '../../../platform/jobs/index.ts'
import type { RunRow } from '../import-run.ts'
import { CHECK_JOB, REVERT_JOB, RUN_JOB, TIDY_JOB } from '../job-kinds.ts'
import { findRuns } from '../queries/find-runs.ts'
import { runEvent } from '../run-events.ts'
import { type ImportDeps, namesOf, runInUnit } from '../run-in-unit.ts'
import { lockRuns, updateRun } from '../store/runs.ts'
import { checkFile } from './check-file.ts'
import { RunLeft, runImport } from './run-import.ts'
import { takeBack } from './take-back.ts'

type Carry = (hand: {
  readonly organisationId: string
  readonly run: RunRow
  readonly signal: AbortSignal
}) => Promise<void>

/** What a worker does about imports, by kind of job. */
export function createExchangeJobs(deps: ImportDeps): ReadonlyMap<string, JobHandler> {
  const wrap =
    (carry: Carry): JobHandler =>
    (job, signal) =>
      handle(deps, { job, signal }, carry)
  return new Map([
    [CHECK_JOB, wrap(({ organisationId, run }) => checkFile(deps, organisationId, run))],
    [RUN_JOB, wrap((hand) => runImport({ deps, ...hand }))],
    [TIDY_JOB, wrap(({ run }) => deps.files.remove(run.file_key))],
    [REVERT_JOB, wrap(({ organisationId, run }) => takeBack(deps, organisationId, run))],
  ])
}

/** A refusal ends the run, for it would come again; a fault is tried again, as often as jobs are. */
async function handle(
  deps: ImportDeps,
  { job, signal }: { readonly job: Job; readonly signal: AbortSignal },
  carry: Carry,
): Promise<void> {
  const organisationId = job.organisation_id ?? ''
  const run = await findRun(deps, organisationId, job)
  if (!run) return
  try {
    await carry({ organisationId, run, signal })
  } catch (error) {
    if (error instanceof RunLeft) return
    const comesAgain = signal.aborted || job.attempts < job.max_attempts
    if (!(error instanceof Refused) && comesAgain) throw error
    await fail(deps, { organisationId, run, error })
  }
}

async function findRun(deps: ImportDeps, organisationId: string, job: Job): Promise<RunRow | undefined> {
  const runId = String(job.payload['runId'])
  const rows = await inTransaction(deps.db, organisationId, (tx) => findRuns(tx, organisationId, [runId]))
  return rows[0]
}

async function fail(
  deps: ImportDeps,
  {
    organisationId,
    run,
    error,
  }: { readonly organisationId: string; readonly run: RunRow; readonly error: unknown },
): Promise<void> {
  await runInUnit(deps, namesOf(organisationId, run), async (unit) => {
    const row = (await lockRuns(unit, [run.id])).get(run.id)
    if (!row || row.state === 'approved' || row.state === 'reverted') return
    const failed: RunRow = {
      ...row,
      // A file that cannot be tried may still be mapped otherwise.
      state: row.state === 'mapped' ? 'mapped' : 'failed',
      report: { ...row.report, failure: explain(error) },
      updated_at: unit.now,
      version: row.version + 1,
    }
    await updateRun(unit, failed)
    const { code = 'fault' } = failed.report.failure ?? {}
    unit.record([runEvent(unit, 'exchange.import_failed', { row: failed, data: { code } })])
  })
}

function explain(error: unknown): NonNullable<RunRow['report']['failure']> {
  if (error instanceof Refused) {
    const { code, params = {} } = error.refusal
    return { code, params, sentence: sayRefusal({ code, params }).sentence }
  }
  return {
    code: 'platform.busy',
    params: {},
    sentence: 'The server failed several times; what went wrong is in its log.',
  }
}

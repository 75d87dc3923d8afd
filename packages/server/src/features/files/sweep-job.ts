import { type Db, inTransaction } from '../../platform/db/transaction.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { enqueue, type JobHandler } from '../../platform/jobs/index.ts'
import { sweepFiles } from './sweep-files.ts'

const SWEEP_JOB = 'files.sweep'
const DAY_MS = 86_400_000

type SweepDeps = {
  readonly db: Db
  readonly files: FileStore
  readonly tell: (sentence: string) => void
}

/** What a worker does about contents that nothing refers to: once a day. */
export function createFilesJobs({ db, files, tell }: SweepDeps): ReadonlyMap<string, JobHandler> {
  const sweep: JobHandler = async (_job, signal) => {
    const { count, sizeBytes } = await sweepFiles({ db, files }, signal)
    if (count > 0) tell(`Forgot ${count} file contents (${sizeBytes} bytes) that nothing refers to.`)
    await planSweep(db, Date.now() + DAY_MS)
  }
  return new Map([[SWEEP_JOB, sweep]])
}

/** Asks for a sweep, once for each day, however many processes ask. */
export async function planSweep(db: Db, runAt = Date.now()): Promise<void> {
  const day = new Date(runAt).toISOString().slice(0, 10)
  await inTransaction(db, null, (tx) =>
    enqueue(tx, {
      kind: SWEEP_JOB,
      organisationId: null,
      payload: {},
      uniqueKey: `${SWEEP_JOB} ${day}`,
      runAt,
    }),
  )
}

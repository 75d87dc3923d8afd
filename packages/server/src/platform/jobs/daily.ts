import { type Db, inTransaction } from '../db/transaction.ts'
import { enqueue } from './store.ts'
import type { JobHandler } from './worker.ts'

const HOUR_MS = 3_600_000

/** Upkeep that comes round every day, or every so many hours, under its job's kind. */
export type DailyWork = {
  readonly kind: string
  readonly run: (signal: AbortSignal) => Promise<void>
  /** How many hours lie between two turns; a day when it is left out. */
  readonly everyHours?: number
}

/** Does the work and asks for its next turn. */
export function createDailyJobs(db: Db, works: readonly DailyWork[]): ReadonlyMap<string, JobHandler> {
  return new Map(
    works.map((work): [string, JobHandler] => [
      work.kind,
      async (_job, signal) => {
        await work.run(signal)
        await planDaily(db, [work], Date.now() + hoursOf(work) * HOUR_MS)
      },
    ]),
  )
}

/** Asks for some upkeep, once for each turn, however many processes ask. */
export async function planDaily(
  db: Db,
  works: readonly Pick<DailyWork, 'kind' | 'everyHours'>[],
  runAt = Date.now(),
): Promise<void> {
  const now = new Date(runAt).toISOString()
  await inTransaction(db, null, async (tx) => {
    await Promise.all(
      works.map((work) => {
        const turn =
          hoursOf(work) < 24 ? now.slice(0, 'YYYY-MM-DDTHH'.length) : now.slice(0, 'YYYY-MM-DD'.length)
        const uniqueKey = `${work.kind} ${turn}`
        return enqueue(tx, { kind: work.kind, organisationId: null, payload: {}, uniqueKey, runAt })
      }),
    )
  })
}

function hoursOf({ everyHours = 24 }: Pick<DailyWork, 'everyHours'>): number {
  return everyHours
}

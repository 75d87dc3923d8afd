import { type Db, inTransaction } from '../db/transaction.ts'
import { enqueue } from './store.ts'
import type { JobHandler } from './worker.ts'

const DAY_MS = 86_400_000

/** Upkeep that comes round every day, under its job's kind. */
export type DailyWork = { readonly kind: string; readonly run: (signal: AbortSignal) => Promise<void> }

/** Does the work and asks for that of the next day. */
export function createDailyJobs(db: Db, works: readonly DailyWork[]): ReadonlyMap<string, JobHandler> {
  return new Map(
    works.map(({ kind, run }): [string, JobHandler] => [
      kind,
      async (_job, signal) => {
        await run(signal)
        await planDaily(db, [kind], Date.now() + DAY_MS)
      },
    ]),
  )
}

/** Asks for some upkeep, once for each day, however many processes ask. */
export async function planDaily(db: Db, kinds: readonly string[], runAt = Date.now()): Promise<void> {
  const day = new Date(runAt).toISOString().slice(0, 10)
  await inTransaction(db, null, async (tx) => {
    await Promise.all(
      kinds.map((kind) =>
        enqueue(tx, { kind, organisationId: null, payload: {}, uniqueKey: `${kind} ${day}`, runAt }),
      ),
    )
  })
}

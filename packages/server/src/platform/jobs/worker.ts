import type { Db } from '../db/transaction.ts'
import { messageOf } from '../fault.ts'
import { newId } from '../ids.ts'
import { waitAtMost } from '../patience.ts'
import { claimJobs, type Failure, finishJob, type Job, prolongLease, retryJob } from './store.ts'

/**
 * Carries out one job. It may be started again after a crash, so it has to look where it stands;
 * `signal` is aborted when the lease was lost or the server stops.
 */
export type JobHandler = (job: Job, signal: AbortSignal) => Promise<void>

/** A worker that looks for due jobs until it is stopped. */
export type Worker = {
  /** Looks at once instead of at the next turn. */
  readonly wake: () => void
  /**
   * Stops taking jobs and waits a moment for those in hand, which are told to leave off. One that
   * does not is taken over by somebody else when its lease ends.
   */
  readonly stop: () => Promise<void>
}

type WorkerDeps = {
  readonly db: Db
  readonly handlers: ReadonlyMap<string, JobHandler>
  readonly onFault: (error: unknown, job: Job | null) => void
  /** Jobs carried out at the same time; more where they wait for others most of the time. */
  readonly atOnce?: number
}

const IDLE_MS = 1_000
const LEASE_MS = 30_000
const BACKOFF_MS = 2_000
const BACKOFF_MAX_MS = 15 * 60_000
const AT_ONCE_USUALLY = 2
const LEAVE_MS_MAX = 1_000

/** Starts a worker for the kinds of job that have a handler. */
export function startWorker(deps: WorkerDeps): Worker {
  const owner = newId<'Worker'>()
  const kinds = [...deps.handlers.keys()]
  const atOnce = deps.atOnce ?? AT_ONCE_USUALLY
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  let turn: Promise<void> | null = null
  let timer = setTimeout(look, 0)

  function look(): void {
    turn ??= take()
      .catch((error: unknown) => deps.onFault(error, null))
      .finally(() => {
        turn = null
        if (stopping.signal.aborted) return
        clearTimeout(timer)
        timer = setTimeout(look, IDLE_MS)
      })
  }

  async function take(): Promise<void> {
    while (!stopping.signal.aborted && running.size < atOnce) {
      const jobs = await claimJobs(deps.db, {
        owner,
        kinds,
        limit: atOnce - running.size,
        leaseMs: LEASE_MS,
      })
      if (jobs.length === 0) return
      for (const job of jobs) {
        const work = carryOut(deps, job, { owner, stopping: stopping.signal }).finally(() => {
          running.delete(work)
          look()
        })
        running.add(work)
      }
    }
  }

  return {
    wake: look,
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      // What this turn takes yet is given back at once, as part of the work in hand.
      const hands = Promise.resolve(turn).then(() => Promise.all(running))
      await waitAtMost(LEAVE_MS_MAX, hands)
    },
  }
}

async function carryOut(
  { db, handlers, onFault }: WorkerDeps,
  job: Job,
  holder: { readonly owner: string; readonly stopping: AbortSignal },
): Promise<void> {
  const { owner, stopping } = holder
  const lost = new AbortController()
  const heartbeat = setInterval(() => {
    prolongLease(db, { id: job.id, owner, leaseMs: LEASE_MS }).then(
      (isHeld) => {
        if (!isHeld) lost.abort()
      },
      (error: unknown) => onFault(error, job),
    )
  }, LEASE_MS / 3)
  try {
    stopping.throwIfAborted()
    await handlers.get(job.kind)?.(job, AbortSignal.any([lost.signal, stopping]))
    await finishJob(db, { id: job.id, owner })
  } catch (error) {
    const isLeftOff = stopping.aborted
    if (!isLeftOff) onFault(error, job)
    const delayMs = isLeftOff ? 0 : Math.min(BACKOFF_MAX_MS, BACKOFF_MS * 2 ** (job.attempts - 1))
    const attempts = isLeftOff ? 0 : 1
    const failed: Failure = { id: job.id, owner, error: messageOf(error), delayMs, attempts }
    await retryJob(db, failed).catch((fault: unknown) => onFault(fault, job))
  } finally {
    clearInterval(heartbeat)
  }
}

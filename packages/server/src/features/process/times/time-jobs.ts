import { type ExecuteDeps, runInTime, type Unit, wakeAt } from '../../../platform/commands/index.ts'
import type { DailyWork, Job, JobHandler } from '../../../platform/jobs/index.ts'
import { listOrganisationIds } from '../../identity/index.ts'
import { claimDueInstances, nextTimerDue } from '../queries/find-due-timers.ts'
import { claimDueClocks, nextClockLook } from '../queries/find-level-clocks.ts'
import { wakeCalls } from '../wake-calls.ts'
import { passDueClocks } from './escalate.ts'
import { fireTimers } from './fire-timers.ts'
import { RECOUNT_JOB, recountAll } from './recount.ts'
import { START_JOB, startBySchedule, wakeSchedules } from './start-by-schedule.ts'
import { WAKE_JOBS } from './wake.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
/** Instances that go on in one transaction: more of them would only hold their locks longer. */
const INSTANCES_AT_ONCE = 250
const ORGANISATIONS_AT_ONCE = 500

/** What a worker does when a time has come for processes. */
export function createProcessTimeJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  return new Map<string, JobHandler>([
    [WAKE_JOBS.timers, (job, signal) => drain(deps, { job, signal, ...TIMERS })],
    [WAKE_JOBS.levels, (job, signal) => drain(deps, { job, signal, ...LEVELS })],
    [RECOUNT_JOB, (job, signal) => recountAll(deps, organisationOf(job), signal)],
    [START_JOB, (job) => startBySchedule(deps, job)],
  ])
}

type Line = {
  readonly claim: typeof claimDueInstances
  readonly carry: (unit: Unit, instanceIds: readonly string[]) => Promise<void>
  readonly next: typeof nextTimerDue
  readonly kind: string
}

const TIMERS: Line = {
  claim: claimDueInstances,
  carry: fireTimers,
  next: nextTimerDue,
  kind: WAKE_JOBS.timers,
}
const LEVELS: Line = {
  claim: claimDueClocks,
  carry: passDueClocks,
  next: nextClockLook,
  kind: WAKE_JOBS.levels,
}

function organisationOf(job: Job): { readonly organisationId: string; readonly personId: string } {
  return { organisationId: job.organisation_id ?? '', personId: NOBODY }
}

/** Carries out what is due, set by set, and asks to be woken for what comes next. */
async function drain(
  deps: ExecuteDeps,
  { job, signal, claim, carry, next, kind }: Line & { readonly job: Job; readonly signal: AbortSignal },
): Promise<void> {
  for (let isMore = true; isMore; ) {
    signal.throwIfAborted()
    await runInTime(deps, organisationOf(job), async (unit) => {
      const { tx, organisationId, now } = unit
      const ids = await claim(tx, organisationId, { now, limit: INSTANCES_AT_ONCE })
      if (ids.length > 0) await carry(unit, ids)
      isMore = ids.length === INSTANCES_AT_ONCE
      const at = isMore ? null : await next(tx, organisationId)
      // What others have in hand is left to them; looked at again shortly, should they fail.
      await wakeAt(unit, kind, at === null ? null : Math.max(at, now + LEFT_MS))
    })
  }
}

const LEFT_MS = 1_000

/** Wakes every hour whoever should have been woken: jobs that were lost, and organisations that were moved here. */
export function createProcessTimeWork(deps: ExecuteDeps): DailyWork {
  return {
    kind: 'process.wakeLate',
    everyHours: 1,
    run: async (signal) => {
      for (let after: string | undefined = NOBODY; after !== undefined; ) {
        const ids: readonly string[] = await listOrganisationIds(deps.db, {
          after,
          limit: ORGANISATIONS_AT_ONCE,
        })
        for (const organisationId of ids) {
          signal.throwIfAborted()
          await runInTime(deps, { organisationId, personId: NOBODY }, wakeLate)
        }
        after = ids.length < ORGANISATIONS_AT_ONCE ? undefined : ids.at(-1)
      }
    },
  }
}

async function wakeLate(unit: Unit): Promise<void> {
  const { tx, organisationId, now } = unit
  const [timer, look] = await Promise.all([
    nextTimerDue(tx, organisationId),
    nextClockLook(tx, organisationId),
  ])
  await wakeAt(unit, WAKE_JOBS.timers, timer === null ? null : Math.max(timer, now + LEFT_MS))
  await wakeAt(unit, WAKE_JOBS.levels, look === null ? null : Math.max(look, now + LEFT_MS))
  await wakeSchedules(unit)
  await wakeCalls(unit)
}

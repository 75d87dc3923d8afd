import {
  type DueLine,
  drainDue,
  type ExecuteDeps,
  runInTime,
  type Unit,
  wakeForNext,
} from '../../../platform/commands/index.ts'
import type { DailyWork, Job, JobHandler } from '../../../platform/jobs/index.ts'
import { forEachOrganisation } from '../../identity/index.ts'
import { claimDueInstances, nextTimerDue } from '../queries/find-due-timers.ts'
import { claimDueClocks, nextClockLook } from '../queries/find-level-clocks.ts'
import { wakeCalls } from '../wake-calls.ts'
import { passDueClocks } from './escalate.ts'
import { fireTimers } from './fire-timers.ts'
import { RECOUNT_JOB, recountAll } from './recount.ts'
import { START_JOB, startBySchedule, wakeSchedules } from './start-by-schedule.ts'
import { WAKE_JOBS } from './wake.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
const INSTANCES_AT_ONCE = 250

const TIMERS: DueLine = {
  kind: WAKE_JOBS.timers,
  atOnce: INSTANCES_AT_ONCE,
  claim: claimDueInstances,
  carry: fireTimers,
  next: nextTimerDue,
}
const LEVELS: DueLine = {
  kind: WAKE_JOBS.levels,
  atOnce: INSTANCES_AT_ONCE,
  claim: claimDueClocks,
  carry: passDueClocks,
  next: nextClockLook,
}

/** What a worker does when a time has come for processes. */
export function createProcessTimeJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  const drain = (line: DueLine) => async (job: Job, signal: AbortSignal) =>
    await drainDue(deps, line, { organisationId: organisationOf(job).organisationId, signal })
  return new Map<string, JobHandler>([
    [TIMERS.kind, drain(TIMERS)],
    [LEVELS.kind, drain(LEVELS)],
    [RECOUNT_JOB, (job, signal) => recountAll(deps, organisationOf(job), signal)],
    [START_JOB, (job) => startBySchedule(deps, job)],
  ])
}

function organisationOf(job: Job): { readonly organisationId: string; readonly personId: string } {
  return { organisationId: job.organisation_id ?? '', personId: NOBODY }
}

/** Wakes every hour whoever should have been woken: jobs that were lost, and organisations that were moved here. */
export function createProcessTimeWork(deps: ExecuteDeps): DailyWork {
  return {
    kind: 'process.wakeLate',
    everyHours: 1,
    run: async (signal) => {
      await forEachOrganisation(deps.db, signal, async (organisationId) => {
        await runInTime(deps, { organisationId, personId: NOBODY }, wakeLate)
      })
    },
  }
}

async function wakeLate(unit: Unit): Promise<void> {
  await wakeForNext(unit, TIMERS)
  await wakeForNext(unit, LEVELS)
  await wakeSchedules(unit)
  await wakeCalls(unit)
}

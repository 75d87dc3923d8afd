import {
  type DueLine,
  drainDue,
  type ExecuteDeps,
  runInTime,
  type Unit,
  wakeForNext,
} from '../../platform/commands/index.ts'
import type { DailyWork, Job, JobHandler } from '../../platform/jobs/index.ts'
import { forEachOrganisation } from '../identity/index.ts'
import { CaseSet } from './case-set.ts'
import { claimDueCases, nextCaseTimer } from './queries/find-due-cases.ts'
import { CASE_TIMERS_JOB } from './wake-timers.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
/** One case goes on by so many of its timers at once; what is due after that comes with the next set. */
const TIMERS_MAX = 100

const TIMERS: DueLine = {
  kind: CASE_TIMERS_JOB,
  atOnce: 100,
  claim: claimDueCases,
  carry: fireTimers,
  next: nextCaseTimer,
}

/** What a worker does when a moment has come for cases. */
export function createCaseTimeJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  const drain = async ({ organisation_id: organisationId }: Job, signal: AbortSignal) =>
    await drainDue(deps, TIMERS, { organisationId: organisationId ?? '', signal })
  return new Map([[TIMERS.kind, drain]])
}

async function fireTimers(unit: Unit, ids: readonly string[]): Promise<void> {
  const set = await CaseSet.load(unit, ids)
  for (const id of ids) for (let left = TIMERS_MAX; left > 0 && fireNext(set, id, unit.now); left -= 1);
  await set.save()
}

/** What one timer leads to may take another away: it is looked again after each. */
function fireNext(set: CaseSet, id: string, now: number): boolean {
  const due = (set.find(id)?.standing?.state.items ?? [])
    .flatMap((row) => {
      const dueAt = row.state === 'available' ? (row.timer?.dueAt ?? null) : null
      return dueAt !== null && dueAt <= now ? [{ id: row.id, dueAt }] : []
    })
    .toSorted((one, other) => one.dueAt - other.dueAt || one.id - other.id)[0]
  return due !== undefined && set.say(id, { kind: 'due', itemId: due.id }) === null
}

/** Wakes every hour whoever should have been woken: jobs that were lost, and organisations that were moved here. */
export function createCaseTimeWork(deps: ExecuteDeps): DailyWork {
  return {
    kind: 'case.wakeLate',
    everyHours: 1,
    run: async (signal) => {
      await forEachOrganisation(deps.db, signal, async (organisationId) => {
        await runInTime(deps, { organisationId, personId: NOBODY }, (unit) => wakeForNext(unit, TIMERS))
      })
    },
  }
}

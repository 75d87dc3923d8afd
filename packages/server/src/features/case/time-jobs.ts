import { type ExecuteDeps, runInTime, type Unit, wakeAt } from '../../platform/commands/index.ts'
import type { DailyWork, Job, JobHandler } from '../../platform/jobs/index.ts'
import { listOrganisationIds } from '../identity/index.ts'
import { CaseSet } from './case-set.ts'
import { claimDueCases, nextCaseTimer } from './queries/find-due-cases.ts'
import { CASE_TIMERS_JOB } from './wake-timers.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
/** Cases that go on in one transaction: more of them would only hold their locks longer. */
const CASES_AT_ONCE = 100
/** One case goes on by so many of its timers at once; what is due after that comes with the next set. */
const TIMERS_MAX = 100
const ORGANISATIONS_AT_ONCE = 500
/** What others have in hand is left to them; looked at again shortly, should they fail. */
const LEFT_MS = 1_000

/** What a worker does when a moment has come for cases. */
export function createCaseTimeJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  return new Map([[CASE_TIMERS_JOB, (job: Job, signal: AbortSignal) => drain(deps, job, signal)]])
}

/** Carries out what is due, set by set, and asks to be woken for what comes next. */
async function drain(deps: ExecuteDeps, job: Job, signal: AbortSignal): Promise<void> {
  const whose = { organisationId: job.organisation_id ?? '', personId: NOBODY }
  for (let isMore = true; isMore; ) {
    signal.throwIfAborted()
    await runInTime(deps, whose, async (unit) => {
      const limit = CASES_AT_ONCE
      const ids = await claimDueCases(unit.tx, unit.organisationId, { now: unit.now, limit })
      if (ids.length > 0) await fireTimers(unit, ids)
      isMore = ids.length === limit
      if (!isMore) await wakeForNext(unit)
    })
  }
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

async function wakeForNext(unit: Unit): Promise<void> {
  const at = await nextCaseTimer(unit.tx, unit.organisationId)
  await wakeAt(unit, CASE_TIMERS_JOB, at === null ? null : Math.max(at, unit.now + LEFT_MS))
}

/** Wakes every hour whoever should have been woken: jobs that were lost, and organisations that were moved here. */
export function createCaseTimeWork(deps: ExecuteDeps): DailyWork {
  return {
    kind: 'case.wakeLate',
    everyHours: 1,
    run: async (signal) => {
      for (let after: string | undefined = NOBODY; after !== undefined; ) {
        const ids: readonly string[] = await listOrganisationIds(deps.db, {
          after,
          limit: ORGANISATIONS_AT_ONCE,
        })
        for (const organisationId of ids) {
          signal.throwIfAborted()
          await runInTime(deps, { organisationId, personId: NOBODY }, wakeForNext)
        }
        after = ids.length < ORGANISATIONS_AT_ONCE ? undefined : ids.at(-1)
      }
    },
  }
}

import type { Refusal } from '@millrace/core/kernel'
import { type ExecuteDeps, Refused, runInTime, type Unit } from '../../platform/commands/index.ts'
import type { DailyWork, Job, JobHandler } from '../../platform/jobs/index.ts'
import { dayOf } from '../../platform/time-zone.ts'
import { forEachOrganisation } from '../identity/index.ts'
import { askForNext, REPEAT_JOB, type RepeatPayload } from './ask-for-next.ts'
import { makeNext } from './make-next.ts'
import { findLateRecurrences, getClock } from './queries/find-recurrences.ts'
import { restRecurrence } from './store/recurrences.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
const SERIES_AT_ONCE = 500

/** What a worker does when the time of the next item of a series has come, or the newest one is done. */
export function createRecurrenceJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  return new Map([[REPEAT_JOB, (job: Job) => repeat(deps, job)]])
}

async function repeat(deps: ExecuteDeps, job: Job): Promise<void> {
  const about = { organisationId: job.organisation_id ?? '', personId: NOBODY }
  const payload = job.payload as RepeatPayload // Only this feature asks for such jobs.
  try {
    await runInTime(deps, about, (unit) => makeNext(unit, payload))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { refusal } = error
    // Trying again would be refused again: the series rests, and its item says why.
    await runInTime(deps, about, (unit) => rest(unit, payload, refusal))
  }
}

async function rest(unit: Unit, { recurrenceId }: RepeatPayload, problem: Refusal): Promise<void> {
  await restRecurrence(unit, recurrenceId, problem)
}

/** Asks once a day for what should be there and is not: what rested in the archive, or whose job was lost. */
export function createRepeatLateWork(deps: ExecuteDeps): DailyWork {
  return {
    kind: 'work.repeatLate',
    run: async (signal) => {
      await forEachOrganisation(deps.db, signal, (organisationId) => askForLate(deps, organisationId, signal))
    },
  }
}

async function askForLate(deps: ExecuteDeps, organisationId: string, signal: AbortSignal): Promise<void> {
  let after: string | undefined = NOBODY
  while (after !== undefined) {
    signal.throwIfAborted()
    const from: string = after
    await runInTime(deps, { organisationId, personId: NOBODY }, async (unit) => {
      after = await askForPiece(unit, from)
    })
  }
}

/** @returns after which series to go on; undefined when that was all */
async function askForPiece(unit: Unit, after: string): Promise<string | undefined> {
  const { timeZone } = await getClock(unit.tx, unit.organisationId)
  const today = dayOf(unit.now, timeZone)
  const of = { today, after, limit: SERIES_AT_ONCE }
  const late = await findLateRecurrences(unit.tx, unit.organisationId, of)
  const series = late.map(({ id, item_id: itemId, next_on: nextOn }) => ({ id, itemId, nextOn }))
  await askForNext(unit, series, timeZone)
  return late.length < SERIES_AT_ONCE ? undefined : late.at(-1)?.id
}

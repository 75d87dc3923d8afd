import { type ExecuteDeps, runInTime, type Unit } from '../../../platform/commands/index.ts'
import { inSnapshot } from '../../../platform/db/transaction.ts'
import type { Job, JobHandler } from '../../../platform/jobs/index.ts'
import { nameItems } from '../name-items.ts'
import { findForecast } from '../queries/find-forecast.ts'
import { findPlanStates } from '../queries/find-plan-states.ts'
import { readForecastFacts } from '../queries/read-forecast-facts.ts'
import {
  endForecast,
  type ForecastOutcome,
  type ForecastWish,
  saveForecastProgress,
} from '../store/forecasts.ts'
import { forecastEvent } from './forecast-event.ts'
import { type AskedForecast, askForecast, storeForecast } from './make-forecast.ts'
import { simulate } from './simulate.ts'

/** The job that makes the forecast of a project. */
export const FORECAST_JOB = 'schedule.forecast'

const NOBODY = '00000000-0000-0000-0000-000000000000'
/** People look at progress, not at runs. */
const TOLD_EVERY_MS = 500

/** What a worker does when somebody asked for a forecast. */
export function createForecastJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  return new Map([[FORECAST_JOB, (job: Job, signal: AbortSignal) => forecast(deps, job, signal)]])
}

/**
 * Reads one consistent moment, simulates in a thread of its own, and keeps the answer unless it is no
 * longer wanted. Whoever takes the job over begins anew and comes to the same.
 */
async function forecast(deps: ExecuteDeps, job: Job, signal: AbortSignal): Promise<void> {
  const organisationId = job.organisation_id ?? ''
  const wished = job.payload as ForecastWish // Only this feature asks for such jobs.
  const asked = await inSnapshot(deps.db, organisationId, async (tx) => {
    const found = await findForecast(tx, organisationId, wished.projectId)
    const isWanted = found?.wish === wished.wish && (found.state === 'waiting' || found.state === 'running')
    const state = (await findPlanStates(tx, organisationId, [wished.projectId])).get(wished.projectId)
    if (!isWanted || !state) return null
    const facts = await readForecastFacts(tx, organisationId, { projectId: wished.projectId, state })
    return { found, facts, asked: askForecast(facts, found) }
  })
  if (asked === null) return
  const inUnit = (work: (unit: Unit) => Promise<void>) =>
    runInTime(deps, { organisationId, personId: NOBODY }, work)
  const end = (outcome: ForecastOutcome) =>
    inUnit(async (unit) => {
      if (await endForecast(unit, wished, outcome))
        unit.record([forecastEvent(unit, wished.projectId, outcome.kind)])
    })
  const { found, facts, asked: question } = asked
  if (!question.ok)
    return await end({ kind: 'refused', refusal: nameItems(question.refusal, facts.plan.rows) })
  if (question.value.hash === found.inputHash) return await end({ kind: 'known' })
  const simulated = await simulateWanted(question.value, { wished, signal, inUnit })
  if (simulated === null) return
  const result = storeForecast(question.value, found, simulated)
  await end({ kind: 'made', hash: question.value.hash, result })
}

type Around = {
  readonly wished: ForecastWish
  readonly signal: AbortSignal
  readonly inUnit: (work: (unit: Unit) => Promise<void>) => Promise<void>
}

/** Null: it was stopped by somebody meanwhile. */
async function simulateWanted({ question }: AskedForecast, { wished, signal, inUnit }: Around) {
  const unwanted = new AbortController()
  let toldAt = Date.now()
  let telling: Promise<void> = Promise.resolve()
  const tell = (runs: number) =>
    inUnit(async (unit) => {
      if (await saveForecastProgress(unit, wished, runs)) {
        unit.record([forecastEvent(unit, wished.projectId, 'progress')])
      } else unwanted.abort()
    })
  const onProgress = (runs: number) => {
    if (Date.now() - toldAt < TOLD_EVERY_MS) return
    toldAt = Date.now()
    // What cannot be told now is told with what comes next.
    telling = telling.then(() => tell(runs)).catch(() => {})
  }
  await tell(0)
  try {
    return await simulate(question, { signal: AbortSignal.any([signal, unwanted.signal]), onProgress })
  } catch (error) {
    if (unwanted.signal.aborted) return null
    throw error
  } finally {
    await telling
  }
}

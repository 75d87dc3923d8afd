import { createHash } from 'node:crypto'
import type { ForecastOptions } from '@millrace/contract'
import type { Result } from '@millrace/core/kernel'
import { err, ok } from '@millrace/core/kernel'
import { type ForecastModel, type ForecastScope, modelForecast } from '@millrace/core/schedule'
import { dayStart } from '../../../platform/time-zone.ts'
import type { StoredForecast } from '../queries/find-forecast.ts'
import type { ReadForecastFacts } from '../queries/read-forecast-facts.ts'
import type { Simulated, SimulationQuestion } from './simulated.ts'

/** A forecast that can be simulated, and the hash that tells the same question again. */
export type AskedForecast = {
  readonly model: ForecastModel
  readonly question: SimulationQuestion
  readonly hash: string
}

/** Makes a question of what is known of a project; refused as its plan is. */
export function askForecast(facts: ReadForecastFacts, options: ForecastOptions): Result<AskedForecast> {
  const { shape, correlation, runs, seed, startOn, isLevelled } = options
  const startAt = startOn === null ? null : dayStart(startOn, facts.plan.timeZone)
  const model = modelForecast({ ...facts, shape, correlation, startAt, isLevelled })
  if (!model.ok) return err(model.refusal)
  const { plan, scope, plannedFinishMin } = model.value
  const items = new Set(facts.plan.rows.map(({ itemId }) => itemId))
  const itemIds = plan.tasks.flatMap(({ id }) => (items.has(id) ? [id] : []))
  const riskIds = facts.risks.map(({ id }) => id)
  const phaseIds = facts.phases.map(({ id }) => id)
  const question = { plan, runs, seed, plannedFinishMin, hasCost: scope.hasCost, itemIds, riskIds, phaseIds }
  const hash = createHash('sha256')
    .update(JSON.stringify([question, facts.plan.settings.startAt]))
    .digest('hex')
  return ok({ model: model.value, question, hash })
}

/** The answer as it is kept. */
export function storeForecast(
  { model }: AskedForecast,
  options: ForecastOptions,
  { finishMin, unlevelledFinishMin, ...simulated }: Simulated,
): StoredForecast {
  const { runs, seed, shape, correlation, startOn, isLevelled } = options
  return {
    ...{ runs, seed, shape, correlation, startOn, isLevelled },
    ...simulated,
    unlevelledFinishAt: unlevelledFinishMin && unlevelledFinishMin.map(model.momentOf),
    plannedFinishAt: model.plannedFinishAt,
    finishAt: finishMin.map(model.momentOf),
    scope: withoutIds(model.scope),
  }
}

function withoutIds({ unrangedIds: _unrangedIds, ...scope }: ForecastScope) {
  return scope
}

import { ok, type Refusal, type Result } from '@millrace/core/kernel'
import type { Call } from './calls.ts'
import type { Draft } from './draft.ts'
import type { Forecast, Forecasts, PredictContext } from './forecast.ts'
import { catalogueForecasts } from './predict-catalogue.ts'
import { containerForecasts } from './predict-container.ts'
import { favouriteForecasts } from './predict-favourite.ts'
import { identityForecasts } from './predict-identity.ts'
import { itemForecasts } from './predict-item.ts'
import { notifyForecasts } from './predict-notify.ts'
import { relationForecasts } from './predict-relation.ts'

let forecasts: Forecasts = {
  ...itemForecasts,
  ...relationForecasts,
  ...containerForecasts,
  ...catalogueForecasts,
  ...identityForecasts,
  ...notifyForecasts,
  ...favouriteForecasts,
}

/** Adds what a part of the program that is fetched later can predict. Before, its commands cannot be given. */
export function addForecasts(more: Forecasts): void {
  forecasts = { ...forecasts, ...more }
}

/** Predicts one call on the draft. Commands without forecast show nothing before the server answers. */
export function predictCall(draft: Draft, call: Call, context: PredictContext): Result<readonly Call[]> {
  const forecast: Forecast<typeof call.name> | undefined = forecasts[call.name]
  return forecast ? forecast(draft, call.input, context) : ok([])
}

/** A batch predicted on the draft: the calls that take it back, last first, or the first refusal. */
export function predictAll(
  draft: Draft,
  calls: readonly Call[],
  context: Omit<PredictContext, 'order'>,
): {
  readonly inverse: readonly Call[]
  readonly refused: { readonly refusal: Refusal; readonly index: number } | null
} {
  const inverse: Call[] = []
  for (const [index, call] of calls.entries()) {
    const predicted = predictCall(draft, call, { ...context, order: index })
    if (!predicted.ok) return { inverse: [], refused: { refusal: predicted.refusal, index } }
    inverse.unshift(...predicted.value)
  }
  return { inverse, refused: null }
}

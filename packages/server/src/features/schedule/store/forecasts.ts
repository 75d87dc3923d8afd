import type { ForecastOptions } from '@millrace/contract'
import type { Refusal } from '@millrace/core/kernel'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import type { StoredForecast } from '../queries/find-forecast.ts'

/** A forecast that somebody asked for: the wish tells it from others of the same project. */
export type ForecastWish = { readonly projectId: string; readonly wish: number }

/** Takes down that forecasts are wanted; what was in hand for the projects is no longer. */
export async function wishForecasts(
  unit: Unit,
  wanted: readonly (ForecastOptions & { readonly projectId: string })[],
): Promise<readonly ForecastWish[]> {
  const rows = wanted.map(({ projectId, startOn, isLevelled, ...options }) => {
    return { project_id: projectId, start_on: startOn, is_levelled: isLevelled, ...options }
  })
  return await unit.tx.query<ForecastWish>({
    name: 'schedule_wish_forecasts',
    text: `
insert into plan_forecast (organisation_id, project_id, state, wish, seed, runs, shape, correlation, start_on,
  is_levelled, asked_at)
select $1, r.project_id, 'waiting', 1, r.seed, r.runs, r.shape, r.correlation, r.start_on, r.is_levelled, $3
from json_populate_recordset(null::plan_forecast, $2::json) r
on conflict (organisation_id, project_id) do update
set state = 'waiting',
    wish = plan_forecast.wish + 1,
    seed = excluded.seed,
    runs = excluded.runs,
    shape = excluded.shape,
    correlation = excluded.correlation,
    start_on = excluded.start_on,
    is_levelled = excluded.is_levelled,
    done_runs = 0,
    asked_at = excluded.asked_at,
    refusal = null
returning project_id as "projectId", wish`,
    values: [unit.organisationId, JSON.stringify(rows), sqlMoment(unit.now)],
  })
}

/** Says that forecasts in the making are no longer wanted. */
export async function stopForecasts(unit: Unit, projectIds: readonly string[]): Promise<void> {
  await unit.tx.query({
    name: 'schedule_stop_forecasts',
    text: `
update plan_forecast
set state = 'stopped'
where organisation_id = $1
  and project_id = any($2::uuid[])
  and state in ('waiting', 'running')`,
    values: [unit.organisationId, projectIds],
  })
}

/** Takes down how far a forecast is; false: it is no longer wanted. */
export async function saveForecastProgress(
  unit: Unit,
  { projectId, wish }: ForecastWish,
  doneRuns: number,
): Promise<boolean> {
  const rows = await unit.tx.query<{ wish: number }>({
    name: 'schedule_save_forecast_progress',
    text: `
update plan_forecast
set state = 'running',
    done_runs = $4
where organisation_id = $1
  and project_id = $2
  and wish = $3
  and state in ('waiting', 'running')
returning wish`,
    values: [unit.organisationId, projectId, wish, doneRuns],
  })
  return rows.length > 0
}

/** What a forecast came to: an answer, the one that was there already, or why there is none. */
export type ForecastOutcome =
  | { readonly kind: 'made'; readonly hash: string; readonly result: StoredForecast }
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Ends a forecast; false: it was no longer wanted, and nothing changed. */
export async function endForecast(
  unit: Unit,
  { projectId, wish }: ForecastWish,
  outcome: ForecastOutcome,
): Promise<boolean> {
  const made = outcome.kind === 'made' ? outcome : null
  const rows = await unit.tx.query<{ wish: number }>({
    name: 'schedule_end_forecast',
    text: `
update plan_forecast
set state = $4,
    done_runs = runs,
    refusal = $5::json,
    input_hash = coalesce($6, input_hash),
    made_at = coalesce($7::timestamptz, made_at),
    result = coalesce($8::json, result)
where organisation_id = $1
  and project_id = $2
  and wish = $3
  and state in ('waiting', 'running')
returning wish`,
    values: [
      ...[unit.organisationId, projectId, wish],
      outcome.kind === 'refused' ? 'failed' : 'done',
      outcome.kind === 'refused' ? JSON.stringify(outcome.refusal) : null,
      made?.hash ?? null,
      sqlMoment(made && unit.now),
      made && JSON.stringify(made.result),
    ],
  })
  return rows.length > 0
}

import { operations } from '@millrace/contract'
import { isPlainDate, type PlainDate } from '@millrace/core/kernel'
import { isPlannable } from '@millrace/core/schedule'
import { command, refuse } from '../../../platform/commands/index.ts'
import { dayStart } from '../../../platform/time-zone.ts'
import { forecastEvent } from '../forecast/forecast-event.ts'
import { FORECAST_JOB } from '../forecast/forecast-jobs.ts'
import { projectToWriteIn } from '../policy.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { stopForecasts, wishForecasts } from '../store/forecasts.ts'

/** Has forecasts of projects made; the last wish of a batch counts. */
export const startForecast = command(operations['schedule.startForecast'], async (unit, inputs) => {
  const projects = await lockProjects(
    unit,
    inputs.map(({ containerId }) => containerId),
  )
  inputs.forEach(({ containerId: id, startOn }, index) => {
    const { name } = projectToWriteIn(unit, projects, { id, index })
    if (startOn !== null && !isDay(startOn)) refuse('schedule.date_outside', { item: name }, index)
  })
  const wanted = new Map(
    inputs.map(({ containerId, ...options }) => [containerId, { ...options, projectId: containerId }]),
  )
  const wishes = await wishForecasts(unit, [...wanted.values()])
  await Promise.all(
    wishes.map((wish) =>
      unit.enqueue({
        kind: FORECAST_JOB,
        organisationId: unit.organisationId,
        payload: wish,
        uniqueKey: `${FORECAST_JOB} ${wish.projectId} ${String(wish.wish)}`,
      }),
    ),
  )
  unit.record(wishes.map(({ projectId }) => forecastEvent(unit, projectId, 'asked')))
  return inputs.map(() => ({}))
})

function isDay(day: PlainDate): boolean {
  return isPlainDate(day) && isPlannable(dayStart(day, 'UTC'))
}

/** Gives up forecasts that are being made. */
export const stopForecast = command(operations['schedule.stopForecast'], async (unit, inputs) => {
  const ids = inputs.map(({ containerId }) => containerId)
  const projects = await lockProjects(unit, ids)
  inputs.forEach(({ containerId: id }, index) => projectToWriteIn(unit, projects, { id, index }))
  await stopForecasts(unit, ids)
  unit.record(ids.map((id) => forecastEvent(unit, id, 'stopped')))
  return inputs.map(() => ({}))
})

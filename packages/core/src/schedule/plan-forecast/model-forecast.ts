import { compileCalendars } from '../../calendar/index.ts'
import { err, ok, type Result } from '../../kernel/index.ts'
import { type Net } from '../network/compile-network.ts'
import type { PlanTask } from '../network/plan.ts'
import { PlanNetwork } from '../network/plan-network.ts'
import { LEAF } from '../network/structure.ts'
import { toPlanInput } from '../project-plan/to-plan-input.ts'
import type { RiskEvent, RiskTask } from '../risk/risk-plan.ts'
import type { ForecastFacts, ForecastModel, ForecastScope, ProjectRisk } from './forecast-facts.ts'
import { between, type ForecastPhases, forecastPhases, NEAR_END } from './forecast-phases.ts'
import { type Calculated, forecastTasks, measure } from './forecast-tasks.ts'

const MINUTE_MS = 60_000

/**
 * Makes a simulation of a project: its dated work with the ranges of its estimates, later phases as ranges
 * behind it, and what may happen. Durations are counted in the calendar of the project, those of other
 * calendars as long as they take now. What was to be done as late as possible is done as soon as it can.
 *
 * @returns the model; or refused as `PlanNetwork.of` refuses
 * @see D. Hulett, Integrated Cost-Schedule Risk Analysis, 2011
 */
export function modelForecast(facts: ForecastFacts): Result<ForecastModel> {
  const input = toPlanInput(facts.plan)
  const network = PlanNetwork.of(input)
  if (!network.ok) return err(network.refusal)
  const { options, calendars } = input
  const line = compileCalendars(calendars, options.startAt).get(options.calendarId)
  if (!line) return err({ code: 'schedule.plan_calendar_unknown' })
  const calculated = measure(network.value, line)
  const near = forecastTasks(calculated, facts)
  const later = forecastPhases(calculated, facts)
  const ends = near.tasks.map(({ id }) => ({ from: id, to: NEAR_END, kind: 'FS' as const, lagMin: 0 }))
  const tasks = [...near.tasks, { id: NEAR_END, duration: between(0, 0) }, ...later.tasks]
  const events = [...eventsOf(facts, tasks), ...later.events]
  const zero = line.toWork(options.startAt) - calculated.workOf(options.startAt)
  return ok({
    plan: { tasks, links: [...near.links, ...ends, ...later.links], events },
    scope: scopeOf(calculated, facts, { later, tasks, events }),
    plannedFinishAt: network.value.finishAt * MINUTE_MS,
    plannedFinishMin: calculated.workOf(network.value.finishAt),
    momentOf: (workMin) => line.finishSide(zero + workMin) * MINUTE_MS,
  })
}

/** A risk delays those of its items that are still to be done, or the phases they wait in. */
function eventsOf({ risks, plan }: ForecastFacts, tasks: readonly RiskTask[]): readonly RiskEvent[] {
  const known = new Set(tasks.map(({ id }) => id))
  const done = new Set(plan.rows.filter(isDone).map(({ itemId }) => itemId))
  const phaseOf = new Map(plan.rows.map(({ itemId, phaseId }) => [itemId, phaseId ?? '']))
  return risks.map((risk) => {
    const hit = risk.itemIds.flatMap((id) => {
      if (done.has(id)) return []
      const place = known.has(id) ? id : (phaseOf.get(id) ?? '')
      return known.has(place) ? [place] : []
    })
    return eventOf(risk, risk.itemIds.length === 0 ? [NEAR_END] : [...new Set(hit)])
  })
}

function isDone({ isDone: isOver, actualFinishAt }: ForecastFacts['plan']['rows'][number]): boolean {
  return isOver || actualFinishAt !== null
}

function eventOf(risk: ProjectRisk, hit: readonly string[]): RiskEvent {
  const { id, probability, delayLowMin, delayHighMin, costLowMinor, costHighMinor } = risk
  return {
    ...{ id, probability },
    impacts: hit.map((taskId) => ({ taskId, delay: between(delayLowMin, delayHighMin) })),
    ...(costHighMinor > 0 ? { cost: between(costLowMinor, costHighMinor) } : {}),
  }
}

type Parts = {
  readonly later: ForecastPhases
  readonly tasks: readonly RiskTask[]
  readonly events: readonly RiskEvent[]
}

function scopeOf(
  { network }: Calculated,
  facts: ForecastFacts,
  { later, tasks, events }: Parts,
): ForecastScope {
  const ranged = new Set(tasks.filter(({ duration }) => duration.kind !== 'point').map(({ id }) => id))
  const open = openTasks(network.net).map(({ id }) => id)
  return {
    openItems: open.length,
    rangedItems: open.filter((id) => ranged.has(id)).length,
    unrangedIds: open.filter((id) => !ranged.has(id)),
    risks: facts.risks.length,
    rangedPhases: later.tasks.length,
    openPhases: later.openPhases,
    hasCost: tasks.some(({ cost }) => cost !== undefined) || events.some(({ cost }) => cost !== undefined),
  }
}

/** Work of the plan that takes time and is not done. */
function openTasks(net: Net): readonly PlanTask[] {
  return Array.from(net.taskOf, (at, node) => (net.role[node] === LEAF ? net.tasks[at] : undefined))
    .filter((task) => task !== undefined)
    .filter((task) => task.kind === 'task' && task.durationMin > 0)
    .filter(({ actual }) => actual === null || actual.finishAt === null)
}

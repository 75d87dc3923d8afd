import { compileCalendars } from '../../calendar/index.ts'
import { err, type Instant, ok, type Result } from '../../kernel/index.ts'
import { type Net } from '../network/compile-network.ts'
import type { PlanInput, PlanTask } from '../network/plan.ts'
import { PlanNetwork } from '../network/plan-network.ts'
import { LEAF } from '../network/structure.ts'
import { toPlanInput } from '../project-plan/to-plan-input.ts'
import type { RiskEvent, RiskTask } from '../risk/risk-plan.ts'
import { type Calculated, measure } from './calculated.ts'
import { HISTORY_MIN, readHistory } from './estimate-shape.ts'
import type {
  ForecastFacts,
  ForecastModel,
  ForecastScope,
  HistoryScope,
  ProjectRisk,
} from './forecast-facts.ts'
import { between, type ForecastPhases, forecastPhases, NEAR_END } from './forecast-phases.ts'
import { forecastPool } from './forecast-pool.ts'
import { forecastTasks } from './forecast-tasks.ts'

const MINUTE_MS = 60_000

/**
 * Makes a simulation of a project: its dated work with the ranges of its estimates, later phases as ranges
 * behind it, and what may happen. Time is counted in the calendar of the project; work with a calendar of its own,
 * or of those who do it, rests when that does. What was to be done as late as possible is done as soon as it can.
 *
 * @returns the model; or refused as `PlanNetwork.of` refuses
 * @see D. Hulett, Integrated Cost-Schedule Risk Analysis, 2011
 */
export function modelForecast(facts: ForecastFacts): Result<ForecastModel> {
  const input = toPlanInput(facts.plan)
  const planned = PlanNetwork.of(input)
  if (!planned.ok) return err(planned.refusal)
  const network = facts.startAt === null ? planned : PlanNetwork.of(startingAt(input, facts.startAt))
  if (!network.ok) return err(network.refusal)
  const { options, calendars } = input
  const line = compileCalendars(calendars, options.startAt).get(options.calendarId)
  if (!line) return err({ code: 'schedule.plan_calendar_unknown' })
  const calculated = measure(network.value, line)
  const histories = readHistory(facts.finished, line)
  const pool = facts.isLevelled ? forecastPool(calculated, input, facts.plan) : null
  const near = forecastTasks(calculated, { facts, histories, pool })
  const later = forecastPhases(calculated, facts)
  const ends = near.tasks.map(({ id }) => ({ from: id, to: NEAR_END, kind: 'FS' as const, lagMin: 0 }))
  const tasks = [...near.tasks, { id: NEAR_END, duration: between(0, 0) }, ...later.tasks]
  const events = [...eventsOf(facts, tasks), ...later.events]
  const zero = line.toWork(options.startAt) - calculated.workOf(options.startAt)
  return ok({
    plan: {
      ...{ tasks, links: [...near.links, ...ends, ...later.links], events },
      ...(pool ? { resources: pool.resources } : {}),
      calendars: calculated.calendars.all,
    },
    scope: scopeOf(calculated, facts, { later, tasks, events, histories }),
    plannedFinishAt: planned.value.finishAt * MINUTE_MS,
    plannedFinishMin: calculated.workOf(planned.value.finishAt),
    momentOf: (workMin) => line.finishSide(zero + workMin) * MINUTE_MS,
  })
}

/** The same plan, as if nothing that is left could begin before. */
function startingAt(input: PlanInput, startAt: Instant): PlanInput {
  const { statusAt } = input.options
  const from = Math.floor(startAt / MINUTE_MS)
  return { ...input, options: { ...input.options, statusAt: Math.max(from, statusAt ?? from) } }
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
  readonly histories: ReadonlyMap<string, readonly number[]>
  readonly later: ForecastPhases
  readonly tasks: readonly RiskTask[]
  readonly events: readonly RiskEvent[]
}

function scopeOf(
  { network }: Calculated,
  facts: ForecastFacts,
  { later, tasks, events, histories }: Parts,
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
    histories: historiesOf(open, facts, histories),
    hasCost: tasks.some(({ cost }) => cost !== undefined) || events.some(({ cost }) => cost !== undefined),
  }
}

/** What finished work says of each kind of the open items, the most frequent kind first. */
function historiesOf(
  open: readonly string[],
  { kinds, shape, shapes }: ForecastFacts,
  histories: ReadonlyMap<string, readonly number[]>,
): readonly HistoryScope[] {
  const byKind = Map.groupBy(open, (id) => kinds.get(id) ?? '')
  return [...byKind]
    .filter(([kind]) => kind !== '')
    .map(([kind, ids]) => {
      const samples = histories.get(kind)?.length ?? 0
      const usedBy = ids.filter((id) => (shapes.get(id) ?? shape) === 'history').length
      return { kind, samples, openItems: ids.length, usedBy, isEnough: samples >= HISTORY_MIN }
    })
    .toSorted((a, b) => b.openItems - a.openItems || (a.kind < b.kind ? -1 : 1))
}

/** Work of the plan that takes time and is not done. */
function openTasks(net: Net): readonly PlanTask[] {
  return Array.from(net.taskOf, (at, node) => (net.role[node] === LEAF ? net.tasks[at] : undefined))
    .filter((task) => task !== undefined)
    .filter((task) => task.kind === 'task' && task.durationMin > 0)
    .filter(({ actual }) => actual === null || actual.finishAt === null)
}

import { aroundTheClock, type Minute, type Timeline } from '../../calendar/index.ts'
import type { Net } from './compile-network.ts'
import type { OutsideLink, PlanTask } from './plan.ts'
import { DRIVER } from './times.ts'

const NO_LINKS: readonly OutsideLink[] = []

/** The earliest moment that a link from another plan names to the start or the finish of a task. */
export type OutsideBound = {
  readonly link: OutsideLink
  readonly isToFinish: boolean
  readonly at: Minute
  /** As what it is said to have set a date. */
  readonly driver: number
}

/** What a network needs to know to count lags. */
type Ground = Pick<Net, 'options' | 'calendarLines'>

/** What the links of a task from other plans ask of it. */
export function outsideBounds(ground: Ground, task: PlanTask): readonly OutsideBound[] {
  const { outside = NO_LINKS } = task
  return outside.map((link, place) => ({
    link,
    isToFinish: link.kind === 'FF' || link.kind === 'SF',
    at: boundOf(ground, task, link),
    driver: DRIVER.outside - place,
  }))
}

/** What all links of a task from other plans ask of it together, each with what it is said by. */
export type OutsideLimits = {
  /** It starts no earlier, and finishes no earlier. */
  readonly start: Minute
  readonly startBy: number
  readonly finish: Minute
  readonly finishBy: number
  /** Where a hammock begins at the latest, and ends at the earliest. */
  readonly firstStart: Minute
  readonly firstBy: number
  readonly last: Minute
}

type Named = Pick<OutsideBound, 'at' | 'driver'>

const EVER: Named = { at: Number.POSITIVE_INFINITY, driver: DRIVER.project }
const NEVER: Named = { at: Number.NEGATIVE_INFINITY, driver: DRIVER.project }

/** The same together; null where there are none. */
export function outsideLimits(ground: Ground, task: PlanTask): OutsideLimits | null {
  const bounds = outsideBounds(ground, task)
  if (bounds.length === 0) return null
  const starts = bounds.filter(({ isToFinish }) => !isToFinish)
  const first = starts.reduce<Named>((least, each) => (each.at < least.at ? each : least), EVER)
  const start = lastOf(starts)
  const finish = lastOf(bounds.filter(({ isToFinish }) => isToFinish))
  return {
    ...{ start: start.at, startBy: start.driver, finish: finish.at, finishBy: finish.driver },
    ...{ firstStart: first.at, firstBy: first.driver, last: lastOf(bounds).at },
  }
}

function lastOf(bounds: readonly OutsideBound[]): Named {
  return bounds.reduce<Named>((most, each) => (each.at > most.at ? each : most), NEVER)
}

/** The link from another plan that set a date of a task; undefined when none did. */
export function outsideLinkBy(task: PlanTask | undefined, driver: number): OutsideLink | undefined {
  return task?.outside?.[DRIVER.outside - driver]
}

/** By node, 1 for what other plans wait for, and for what leads there. */
export function leadsOut({ tasks, taskOf, edges, outgoing }: Net): Uint8Array {
  const leads = new Uint8Array(taskOf.length)
  for (let node = leads.length - 1; node >= 0; node -= 1) {
    const isAwaited = tasks[taskOf[node] ?? 0]?.isAwaited === true
    const isBefore = (at: number) => leads[edges[at]?.to ?? 0] === 1
    if (isAwaited || outgoing[node]?.some(isBefore)) leads[node] = 1
  }
  return leads
}

function boundOf(ground: Ground, task: PlanTask, { kind, lag, lagUnit, from }: OutsideLink): Minute {
  const base = kind === 'FS' || kind === 'FF' ? from.finishAt : from.startAt
  const lagMin = lagUnit === 'percent' ? (lag / 100) * from.durationMin : lag
  if (lagMin === 0) return base
  const line = lagUnit === 'elapsedMin' ? aroundTheClock() : lagLine(ground, task, from)
  return line.finishSide(line.toWork(base) + lagMin)
}

function lagLine({ options, calendarLines }: Ground, task: PlanTask, from: OutsideLink['from']): Timeline {
  const sides = { project: null, predecessor: from, successor: task, twentyFourHour: null }
  const side = sides[options.lagCalendar]
  if (side?.isElapsed === true || options.lagCalendar === 'twentyFourHour') return aroundTheClock()
  return calendarLines.get(side?.calendarId ?? options.calendarId) ?? aroundTheClock()
}

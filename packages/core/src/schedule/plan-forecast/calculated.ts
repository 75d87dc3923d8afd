import type { Minute, Timeline } from '../../calendar/index.ts'
import type { Net } from '../network/compile-network.ts'
import type { PlanNetwork } from '../network/plan-network.ts'
import { LEAF } from '../network/structure.ts'
import { ForecastCalendars } from './forecast-calendars.ts'

/** How much later than planned a run is still looked at calendar by calendar: as long again, and two years. */
const LATER: Minute = 730 * 1440

/** A calculated plan, and what counts its working minutes from the beginning of its first work on. */
export type Calculated = {
  readonly network: PlanNetwork
  readonly workOf: (at: Minute) => number
  readonly calendars: ForecastCalendars
}

/** Counts in the calendar of the project. */
export function measure(network: PlanNetwork, line: Timeline): Calculated {
  const { net, times, finishAt } = network
  // The beginning of a summary has no time of its own.
  const first = times.start.reduce(
    (least, at, node) => (net.role[node] === LEAF ? Math.min(least, at) : least),
    net.options.startAt,
  )
  const zero = line.toWork(first)
  const workOf = (at: Minute) => line.toWork(at) - zero
  const toAt = Math.max(first, finishAt) * 2 - first + LATER
  return { network, workOf, calendars: new ForecastCalendars({ fromAt: first, toAt, workOf }) }
}

/** Tasks by node: items by their ids, and a beginning and an end for each summary. */
export function nodeIds({ taskOf, tasks, role, gateOf, nodeOf }: Net): readonly string[] {
  return Array.from(taskOf, (at, node) => {
    const id = tasks[at]?.id ?? ''
    if (role[node] === LEAF || gateOf[at] === nodeOf[at]) return id
    return node === gateOf[at] ? `${id} begins` : `${id} ends`
  })
}

import type { Minute, Timeline } from '../../calendar/index.ts'
import type { Edge, Net } from './compile-network.ts'
import { durationOf } from './task-span.ts'

/** Early and late dates by node, as they are calculated. */
export type Times = {
  readonly start: Float64Array
  readonly finish: Float64Array
  readonly lateStart: Float64Array
  readonly lateFinish: Float64Array
  /** Edge that set the start; otherwise one of `DRIVER`. */
  readonly driver: Int32Array
}

/** What set a date when no edge did. */
export const DRIVER = {
  project: -1,
  constraint: -2,
  manual: -3,
  actual: -4,
  status: -5,
  late: -6,
  levelled: -7,
  /** The first link from another plan, the next ones below. */
  outside: -8,
} as const

/** Empty times for a network. */
export function blankTimes({ taskOf }: Net): Times {
  const zeros = () => new Float64Array(taskOf.length)
  return {
    start: zeros(),
    finish: zeros(),
    lateStart: zeros(),
    lateFinish: zeros(),
    driver: new Int32Array(taskOf.length),
  }
}

/** The lag of an edge in minutes of its own calendar. */
export function lagOf(net: Net, { lag, isPercent, from }: Edge): number {
  const task = net.tasks[net.taskOf[from] ?? 0]
  return isPercent ? lag * (task ? durationOf(task) : 0) : lag
}

/** The earliest moment that lies a lag after another. */
export function afterLag(net: Net, edge: Edge, at: Minute): Minute {
  const lag = lagOf(net, edge)
  return lag === 0 ? at : edge.line.finishSide(edge.line.toWork(at) + lag)
}

/** The latest moment that lies a lag before another. */
export function beforeLag(net: Net, edge: Edge, at: Minute): Minute {
  const lag = lagOf(net, edge)
  return lag === 0 || !Number.isFinite(at) ? at : edge.line.startSide(edge.line.toWork(at) - lag)
}

/** When work of so many minutes that begins then is done. */
export function finishAfter(line: Timeline, start: Minute, work: number): Minute {
  return work === 0 ? start : line.finishSide(line.toWork(start) + work)
}

/** The first moment from another one on at which something without duration may lie: in working time, or at its edge. */
export function firstPoint(line: Timeline, at: Minute): Minute {
  return line.lastFinish(at) === at ? at : line.nextStart(at)
}

/** The last such moment. */
export function lastPoint(line: Timeline, at: Minute): Minute {
  return line.nextStart(at) === at ? at : line.lastFinish(at)
}

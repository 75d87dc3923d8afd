import { type Minute, type Spans, Timeline } from '../../calendar/index.ts'
import { cell, whole } from './cell.ts'
import { EDGE, FIXED, FREE, type LevelNet } from './level-net.ts'
import { sidesOf } from './level-side.ts'
import { CLOCK } from './line-book.ts'
import { Serial } from './serial.ts'
import { toShare } from './share.ts'

const DAY = 1440
/** Thresholds are thinned out beyond: bounds stay true, and take no more time than a few schedules. */
const THRESHOLDS_MAX = 100

/** When the last task finishes at the earliest, whatever levelling does. */
export type PlanBounds = {
  /** By links, calendars and limits alone. */
  readonly criticalPathAt: Minute
  /** By the work of each resource, with what comes before and after it. */
  readonly resourceAt: Minute
}

/** Lower bounds of the last finish. Who is still to be chosen binds nobody. */
export function boundsOf(net: LevelNet): PlanBounds {
  const chosen = net.slots.map((slots) => slots.filter(({ candidates }) => candidates.length === 1))
  const bare = { ...net, slots: chosen }
  const alone = new Serial({ ...sidesOf(bare).forward, profiles: [] })
  alone.run(net.late, new Int32Array(chosen.flat().length).fill(-1))
  let criticalPathAt = net.startAt
  for (const finish of alone.finish) criticalPathAt = Math.max(criticalPathAt, finish)
  const after = unionLine(net)
  const tails = tailsOf(net)
  let resourceAt = net.startAt
  for (const resource of net.pool.resources.keys()) {
    const jobs = jobsOf(bare, resource, { heads: alone.start, tails })
    if (jobs.length > 0) resourceAt = Math.max(resourceAt, headLoadTail(net, jobs, { resource, after }))
  }
  return { criticalPathAt, resourceAt }
}

/** Work that one resource must do: not before its head, and with its tail behind it. */
type Job = { readonly headAt: Minute; readonly load: number; readonly tail: number }

function jobsOf(
  { slots, role, ownLine, length }: LevelNet,
  resource: number,
  { heads, tails }: { readonly heads: Float64Array; readonly tails: Float64Array },
): readonly Job[] {
  return slots.flatMap((ofNode, node) => {
    if (role[node] !== FREE || ownLine[node] === CLOCK) return []
    return ofNode
      .filter(({ candidates }) => candidates[0] === resource)
      .map(({ share, lengthMin }) => ({
        headAt: cell(heads, node),
        load: share * Math.min(lengthMin ?? Number.POSITIVE_INFINITY, cell(length, node)),
        tail: cell(tails, node),
      }))
  })
}

/** A line on which anything works: minutes of work behind a task take at least as many of its minutes. */
function unionLine({ pool, edges, startAt }: LevelNet): Timeline {
  const lags = edges.line.filter((_, edge) => cell(edges.lag, edge) > 0)
  const numbers = [...new Set([...pool.tasks.map(({ line }) => line), ...lags])]
  const lines = numbers.map((line) => pool.lines.at(line))
  const [only] = lines
  if (lines.length === 1 && only) return only
  if (lines.some((line) => line.isContinuous)) return pool.lines.at(CLOCK)
  return new Timeline((fromDay, toDay) => {
    return unionOf(lines.map((line) => line.spansBetween(fromDay * DAY, toDay * DAY)))
  }, startAt)
}

function unionOf(all: readonly Spans[]): Spans {
  const stretches = all.flatMap(({ starts, ends }) =>
    starts.map((start, index) => ({ start, end: ends[index] ?? start })),
  )
  const union: Spans = { starts: [], ends: [] }
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = union.ends.length - 1
    if (last >= 0 && start <= (union.ends[last] ?? 0)) {
      union.ends[last] = Math.max(union.ends[last] ?? 0, end)
    } else {
      union.starts.push(start)
      union.ends.push(end)
    }
  }
  return union
}

/** Minutes of work that follow each node one after the other; links between starts or finishes promise none. */
function tailsOf({ count, edges, role, length }: LevelNet): Float64Array {
  const tails = new Float64Array(count)
  for (let node = count - 1; node >= 0; node -= 1) {
    if (role[node] === FIXED) continue
    const tail = cell(tails, node)
    const own = role[node] === FREE ? cell(length, node) : 0
    for (let edge = whole(edges.first, node); edge < whole(edges.first, node + 1); edge += 1) {
      const kind = whole(edges.kind, edge)
      const lag = cell(edges.lag, edge)
      const isBehind = (kind === EDGE.FS && lag >= 0) || kind === EDGE.below || kind === EDGE.above
      const before = whole(edges.from, edge)
      if (isBehind) tails[before] = Math.max(cell(tails, before), lag + own + tail)
    }
  }
  return tails
}

type Where = { readonly resource: number; readonly after: Timeline }

/**
 * For any set of jobs of a resource: the smallest head, the time that its work takes with all there ever is, and
 * the smallest tail follow one another.
 */
function headLoadTail(net: LevelNet, jobs: readonly Job[], { resource, after }: Where): Minute {
  const { line, steps } = net.pool.resources[resource] ?? { line: CLOCK, steps: [] }
  const own = net.pool.lines.at(line)
  const most = Math.max(1, ...steps.map(({ units }) => toShare(units)))
  const byTail = jobs
    .map((job) => ({ ...job, head: own.toWork(job.headAt), load: job.load / most }))
    .toSorted((a, b) => b.tail - a.tail)
  let last = net.startAt
  for (const threshold of thinned(byTail.map(({ head }) => head))) {
    let [load, soonest] = [0, Number.POSITIVE_INFINITY]
    for (const job of byTail) {
      if (job.head < threshold) continue
      load += job.load
      soonest = Math.min(soonest, job.head)
      const done = own.finishSide(soonest + Math.floor(load))
      last = Math.max(last, job.tail === 0 ? done : after.finishSide(after.toWork(done) + job.tail))
    }
  }
  return last
}

function thinned(values: readonly number[]): readonly number[] {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b)
  const step = Math.ceil(distinct.length / THRESHOLDS_MAX)
  return distinct.filter((_value, index) => index % step === 0)
}

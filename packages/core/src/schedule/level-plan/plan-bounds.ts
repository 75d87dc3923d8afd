import { type Minute, type Spans, Timeline } from '../../calendar/index.ts'
import { cell, whole } from './cell.ts'
import { EDGE, FIXED, FREE, type LevelNet } from './level-net.ts'
import { sidesOf } from './level-side.ts'
import { waitsFor } from './level-work.ts'
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

/** Lower bounds of the last finish. */
export function boundsOf(net: LevelNet): PlanBounds {
  // Who is still to be chosen binds no head: somebody may always be free.
  const chosen = net.slots.map((slots) => slots.filter(({ candidates }) => candidates.length === 1))
  const alone = new Serial({ ...sidesOf({ ...net, slots: chosen }).forward, profiles: [] })
  alone.run(net.late, new Int32Array(chosen.flat().length).fill(-1))
  let criticalPathAt = net.startAt
  for (const finish of alone.finish) criticalPathAt = Math.max(criticalPathAt, finish)
  const after = unionLine(net)
  const tails = tailsOf(net)
  let resourceAt = net.startAt
  for (const crew of crewsOf(net)) {
    const jobs = jobsOf(net, crew, { heads: alone.start, tails })
    resourceAt = Math.max(resourceAt, headLoadTail(crew, jobs, { after, startAt: net.startAt }))
  }
  return { criticalPathAt, resourceAt }
}

/** Resources of which any may do some work: what they can do together. */
type Crew = {
  readonly resources: ReadonlySet<number>
  readonly lines: readonly { readonly line: Timeline; readonly most: number }[]
  /** The most of one of them. */
  readonly most: number
}

/** Each resource, and each choice of them that there is. */
function crewsOf({ slots, pool }: LevelNet): readonly Crew[] {
  const choices = new Map(
    slots.flat().map(({ candidates }) => [candidates.toSorted((a, b) => a - b).join(), candidates]),
  )
  return [...choices.values()].map((candidates): Crew => {
    const lines = candidates.flatMap((resource) => {
      const own = pool.resources[resource]
      if (!own) return []
      const most = Math.max(...own.steps.map(({ units }) => toShare(units)))
      return [{ line: pool.lines.at(own.line), most }]
    })
    return { resources: new Set(candidates), lines, most: Math.max(...lines.map(({ most }) => most)) }
  })
}

/** What a crew has done by a moment if it always does all it can, in shares times minutes. */
function doneBy({ lines }: Crew, at: Minute): number {
  return lines.reduce((sum, { line, most }) => sum + most * line.toWork(at), 0)
}

/** Work that only a crew can do: not before its head, and with its tail behind it. */
type Job = { readonly head: number; readonly load: number; readonly tail: number }

function jobsOf(
  { slots, role, length, tasks, taskOf, pool }: LevelNet,
  crew: Crew,
  { heads, tails }: { readonly heads: Float64Array; readonly tails: Float64Array },
): readonly Job[] {
  return slots.flatMap((ofNode, node) => {
    const one = tasks[whole(taskOf, node)]
    if (role[node] !== FREE || !one) return []
    // What does not wait for its resources is done in their working time alone only where it has the same.
    const isOfCrew = (resource: number) => {
      const own = pool.resources[resource]
      if (own === undefined || !crew.resources.has(resource)) return false
      return own.line === one.line || waitsFor(one, own)
    }
    return ofNode
      .filter(({ candidates }) => candidates.every(isOfCrew))
      .map(({ share, lengthMin }) => ({
        head: doneBy(crew, cell(heads, node)),
        load:
          Math.min(share, crew.most) * Math.min(lengthMin ?? Number.POSITIVE_INFINITY, cell(length, node)),
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

type Around = { readonly after: Timeline; readonly startAt: Minute }

/**
 * For any set of jobs of a crew: the smallest head, the time that its work takes with all there ever is, and the
 * smallest tail follow one another.
 */
function headLoadTail(crew: Crew, jobs: readonly Job[], { after, startAt }: Around): Minute {
  const byTail = jobs.toSorted((a, b) => b.tail - a.tail)
  let last = startAt
  for (const threshold of thinned(byTail.map(({ head }) => head))) {
    let [load, soonest] = [0, Number.POSITIVE_INFINITY]
    for (const job of byTail) {
      if (job.head < threshold) continue
      load += job.load
      soonest = Math.min(soonest, job.head)
      const latest = Math.max(startAt, after.startSide(after.toWork(last) - job.tail))
      if (doneBy(crew, latest) >= soonest + load) continue
      const done = whenDone(crew, soonest + load, latest)
      last = Math.max(last, job.tail === 0 ? done : after.finishSide(after.toWork(done) + job.tail))
    }
  }
  return last
}

/** The first moment by which a crew can have done so much; the one before, if it never can. */
function whenDone(crew: Crew, work: number, after: Minute): Minute {
  let step = DAY
  while (step < DAY * 40_000 && doneBy(crew, after + step) < work) step *= 2
  let [low, high] = [after, after + step]
  if (!(doneBy(crew, high) >= work)) return after
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (doneBy(crew, middle) >= work) high = middle
    else low = middle
  }
  return high
}

function thinned(values: readonly number[]): readonly number[] {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b)
  const step = Math.ceil(distinct.length / THRESHOLDS_MAX)
  return distinct.filter((_value, index) => index % step === 0)
}

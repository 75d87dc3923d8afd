import { type Minute, type Spans, Timeline } from '../../calendar/index.ts'
import { cell, whole } from './cell.ts'
import { BEGUN, EDGE, FIXED, FREE, type LevelNet, type Slot } from './level-net.ts'
import { sidesOf, workOf } from './level-side.ts'
import { waitsFor } from './level-work.ts'
import { CLOCK } from './line-book.ts'
import type { Pool } from './pool.ts'
import { Serial } from './serial.ts'
import { mostOf } from './share.ts'

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
  const alone = new Serial({ ...sidesOf(withoutChoices(net)).forward, profiles: [] })
  alone.run(net.late, new Int32Array(alone.taker.chosen.length).fill(-1))
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

/**
 * Who is still to be chosen binds no head: somebody may always be free. Nor does anything bind a finish then: by
 * the calendar of whoever is chosen, a task is done where their work ends before a gap that such a bound lies in.
 */
function withoutChoices(net: LevelNet): LevelNet {
  const isOpen = net.slots.map((slots) => slots.some(({ candidates }) => candidates.length > 1))
  const { kind, to, line, lag } = net.edges
  const bindsNothing = (edge: number) =>
    isOpen[whole(to, edge)] === true && (kind[edge] === EDGE.FF || kind[edge] === EDGE.SF)
  return {
    ...net,
    slots: net.slots.map((slots) => slots.filter(({ candidates }) => candidates.length === 1)),
    lowFinish: net.lowFinish.map((at, node) => (isOpen[node] ? Number.NEGATIVE_INFINITY : at)),
    edges: {
      ...net.edges,
      line: line.map((each, edge) => (bindsNothing(edge) ? CLOCK : each)),
      lag: lag.map((each, edge) => (bindsNothing(edge) ? Number.NEGATIVE_INFINITY : each)),
    },
  }
}

/** Resources of which any may do some work: what they can do together. */
type Crew = {
  readonly resources: ReadonlySet<number>
  readonly lines: readonly { readonly line: Timeline; readonly most: number }[]
}

/** Each resource, and each choice of them that there is. */
function crewsOf({ slots, pool }: LevelNet): readonly Crew[] {
  const choices = new Map(
    slots.flat().map(({ candidates }) => [candidates.toSorted((a, b) => a - b).join(), candidates]),
  )
  return [...choices.values()].map((candidates): Crew => {
    const lines = candidates.flatMap((resource) => {
      const own = pool.resources[resource]
      return own ? [{ line: pool.lines.at(own.line), most: mostOf(own) }] : []
    })
    return { resources: new Set(candidates), lines }
  })
}

/** What a crew has done by a moment if it always does all it can, in shares times minutes. */
function doneBy({ lines }: Crew, at: Minute): number {
  return lines.reduce((sum, { line, most }) => sum + most * line.toWork(at), 0)
}

/** Work that only a crew can do: not before its head, and with its tail behind it. */
type Job = { readonly head: number; readonly load: number; readonly tail: number }

function jobsOf(
  net: LevelNet,
  crew: Crew,
  { heads, tails }: { readonly heads: Float64Array; readonly tails: Float64Array },
): readonly Job[] {
  const { slots, role, tasks, taskOf, pool } = net
  return slots.flatMap((ofNode, node) => {
    const one = tasks[whole(taskOf, node)]
    if (role[node] !== FREE || !one) return []
    // What does not wait for its resources is done in their working time alone only where it has the same.
    const isOfCrew = (resource: number) => {
      const own = pool.resources[resource]
      if (own === undefined || !crew.resources.has(resource)) return false
      return own.line === one.line || waitsFor(one, own)
    }
    const takes = surelyFilled(ofNode).filter(({ candidates }) => candidates.every(isOfCrew))
    if (takes.length === 0) return []
    const load = takes.reduce((sum, slot) => sum + leastLoad(pool, slot, workOf(net, node)), 0)
    return [{ head: doneBy(crew, cell(heads, node)), load, tail: cell(tails, node) }]
  })
}

/** Nobody does two parts of a task: a part stays open when the others may have taken all who could do it. */
function surelyFilled(slots: readonly Slot[]): readonly Slot[] {
  const named = new Set(slots.flatMap(({ candidates }) => (candidates.length === 1 ? candidates : [])))
  let chosen = 0
  return slots.filter(({ candidates }) => {
    if (candidates.length === 1) return true
    const isFilled = candidates.filter((resource) => !named.has(resource)).length > chosen
    chosen += 1
    return isFilled
  })
}

/** What a slot takes of whoever there is least of: more than all there is of a resource is not asked for. */
function leastLoad({ resources }: Pool, { candidates, share, lengthMin }: Slot, length: number): number {
  const own = candidates.flatMap((resource) => resources[resource] ?? [])
  return Math.min(share, ...own.map(mostOf)) * Math.min(lengthMin ?? Number.POSITIVE_INFINITY, length)
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
    // What has begun need not wait for what comes before it.
    if (role[node] === FIXED || role[node] === BEGUN) continue
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

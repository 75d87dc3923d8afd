import type { Minute } from '../../calendar/index.ts'
import { NO_SPLITS } from '../network/splits.ts'
import { cell, whole } from './cell.ts'
import { demandsOfTask } from './demand.ts'
import { EDGE, END, FIXED, FREE, type LevelNet, taskAt } from './level-net.ts'
import { workOf } from './level-side.ts'
import { outsideDemands } from './outside-work.ts'
import { placedParts } from './placed-parts.ts'
import type { Serial } from './serial.ts'
import { SHARE } from './share.ts'
import { EU_WORKING_TIME } from './working-time.ts'

const WEEK = 10_080
/** How much more an hour beyond a humane week weighs than one that is only unevenly spread. */
const BEYOND = 100

/**
 * What a schedule is measured by, the most important first: tasks that do not fit at all, parts of tasks that
 * nobody is left to do, minutes by which it breaks links to what stays, cost of delay, minutes of lateness that has
 * no cost, the last finish, the finishes of all plans, and minutes moved against what is published.
 */
export const SCORES = 8
const [UNFIT, OPEN, BROKEN, COST, LATE, FINISH, FINISHES, MOVED] = [0, 1, 2, 3, 4, 5, 6, 7]

/** Place of the last finish among the scores. */
export const FINISH_SCORE = FINISH

/** Measures schedules of one net. */
export class Judge {
  readonly #net: LevelNet
  /** Edges from what may move to what stays. */
  readonly #toFixed: readonly number[]
  readonly #lastOf: Float64Array
  /** Minutes by week and resource of all that is not levelled. */
  readonly #staying: ReadonlyMap<number, number>

  constructor(net: LevelNet) {
    this.#net = net
    this.#lastOf = new Float64Array(net.planCount)
    this.#staying = stayingMinutes(net)
    const { from, to } = net.edges
    this.#toFixed = Array.from(net.edges.kind.keys()).filter((edge) => {
      const [before, after] = [whole(from, edge), whole(to, edge)]
      return net.role[after] === FIXED && net.role[before] !== FIXED && taskAt(net, after)?.actual === null
    })
  }

  /** Measures what was generated last, into a row of `SCORES`. */
  measure(serial: Serial, into: Float64Array): void {
    into.fill(0)
    this.#sumDues(serial, into)
    into[BROKEN] = this.#toFixed.reduce((sum, edge) => sum + this.brokenMin(serial, edge), 0)
    this.#sumNodes(serial, into)
    into[OPEN] = serial.taker.openCount
    into[FINISHES] = this.#lastOf.reduce((sum, last) => sum + last, 0)
  }

  /** By how many minutes a schedule breaks a link to what stays. */
  brokenMin({ start, finish }: Serial, edge: number): number {
    const { edges, lineOf, ownLine } = this.#net
    const [before, after] = [whole(edges.from, edge), whole(edges.to, edge)]
    const kind = whole(edges.kind, edge)
    const base = kind === EDGE.FS || kind === EDGE.FF ? cell(finish, before) : cell(start, before)
    const lag = cell(edges.lag, edge)
    const line = lineOf(whole(edges.line, edge))
    const bound = lag === 0 ? base : line.finishSide(line.toWork(base) + lag)
    if (kind !== EDGE.FF && kind !== EDGE.SF) return Math.max(0, bound - cell(start, after))
    const own = lineOf(whole(ownLine, after))
    return Math.max(0, own.toWork(bound) - own.toWork(cell(finish, after)))
  }

  /** Links to what stays that a schedule breaks, by edge. */
  brokenEdges(serial: Serial): readonly number[] {
    return this.#toFixed.filter((edge) => this.brokenMin(serial, edge) > 0)
  }

  /**
   * How uneven the load is: squares of the minutes of each resource by week, with what stays and what is outside of
   * the plans. What people are asked for beyond the hours of a humane week weighs as much again, many times over. Of
   * two schedules that are as good in everything else, the one with less of it is better.
   */
  roughness({ taker, start, finish }: Serial): number {
    const { slots, splits, pool, line: lines, lineOf } = this.#net
    const minutes = new Map(this.#staying)
    for (const [node, ofNode] of slots.entries()) {
      for (const [index, { share }] of ofNode.entries()) {
        const resource = whole(taker.chosen, whole(taker.firstSlot, node) + index)
        if (resource < 0) continue
        const line = lineOf(whole(lines, node))
        const [from, to] = [cell(start, node), cell(finish, node)]
        const [gaps = NO_SPLITS, workMin] = [splits[node], workOf(this.#net, node)]
        for (const part of placedParts(line, gaps, { start: from, to, workMin })) {
          addWeeks(minutes, { from: part.start, to: part.to }, (week, begin, end) => {
            const worked = line.toWork(end) - line.toWork(begin)
            return [week * pool.resources.length + resource, (worked * share) / SHARE]
          })
        }
      }
    }
    let sum = 0
    for (const [key, each] of minutes) {
      const isPerson = pool.resources[key % pool.resources.length]?.source.kind === 'person'
      const beyond = isPerson ? Math.max(0, each - EU_WORKING_TIME.weekMin) : 0
      sum += each * each + BEYOND * beyond * beyond
    }
    return sum
  }

  #sumDues({ start, finish }: Serial, into: Float64Array): void {
    for (const { node, at, isStart, line, costPerMin } of this.#net.dues) {
      const lateMin = lateness(this.#net, line, { at, now: cell(isStart ? start : finish, node) })
      if (costPerMin === null) into[LATE] = cell(into, LATE) + lateMin
      else into[COST] = cell(into, COST) + lateMin * costPerMin
    }
  }

  #sumNodes({ start, finish, isUnfit }: Serial, into: Float64Array): void {
    const { role, planOf, before, isPublished, startAt, count } = this.#net
    this.#lastOf.fill(startAt)
    let [moved, unfit] = [0, 0]
    for (let node = 0; node < count; node += 1) {
      if (role[node] === END) continue
      const plan = whole(planOf, node)
      if (cell(finish, node) > cell(this.#lastOf, plan)) this.#lastOf[plan] = cell(finish, node)
      if (role[node] !== FREE) continue
      unfit += isUnfit[node] ?? 0
      if (isPublished) moved += Math.abs(cell(start, node) - (before[node]?.startAt ?? 0))
    }
    into[UNFIT] = unfit
    into[MOVED] = moved
    into[FINISH] = this.#lastOf.reduce((most, last) => Math.max(most, last), startAt)
  }
}

/** Minutes by week and resource of what stays, and of what is outside of the plans. */
function stayingMinutes({ pool, role, tasks, taskOf, before, count }: LevelNet): ReadonlyMap<number, number> {
  const fixed = Array.from({ length: count }, (_, node) => node).flatMap((node) => {
    const [one, date] = [tasks[whole(taskOf, node)], before[node]]
    return role[node] === FIXED && one && date ? demandsOfTask(pool, one, date) : []
  })
  const minutes = new Map<number, number>()
  for (const { resource, units, spans } of [...fixed, ...outsideDemands(pool)]) {
    for (const [index, from] of spans.starts.entries()) {
      addWeeks(minutes, { from, to: spans.ends[index] ?? from }, (week, begin, end) => {
        return [week * pool.resources.length + resource, (end - begin) * units]
      })
    }
  }
  return minutes
}

type Share = (week: number, from: Minute, to: Minute) => readonly [key: number, minutes: number]

function addWeeks(minutes: Map<number, number>, span: { from: Minute; to: Minute }, share: Share): void {
  for (let week = Math.floor(span.from / WEEK); week * WEEK < span.to; week += 1) {
    const [from, to] = [Math.max(span.from, week * WEEK), Math.min(span.to, (week + 1) * WEEK)]
    const [key, more] = share(week, from, to)
    minutes.set(key, (minutes.get(key) ?? 0) + more)
  }
}

/** Working minutes by which something is later than it should be. */
export function lateness(
  { lineOf }: Pick<LevelNet, 'lineOf'>,
  line: number,
  { at, now }: { readonly at: Minute; readonly now: Minute },
): number {
  if (now <= at) return 0
  const own = lineOf(line)
  return own.toWork(now) - own.toWork(at)
}

/** Scores by their names. */
export function readScore(score: Float64Array) {
  return {
    unfitCount: cell(score, UNFIT),
    openCount: cell(score, OPEN),
    brokenMin: cell(score, BROKEN),
    delayCostMinor: cell(score, COST),
    lateMin: cell(score, LATE),
    movedMin: cell(score, MOVED),
  }
}

/** Below zero: the first row is better; zero: as good. */
export function compareScores(one: Float64Array, other: Float64Array): number {
  for (let index = 0; index < SCORES; index += 1) {
    const difference = cell(one, index) - cell(other, index)
    if (difference !== 0) return difference
  }
  return 0
}

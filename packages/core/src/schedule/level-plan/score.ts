import type { Minute } from '../../calendar/index.ts'
import { NO_SPLITS } from '../network/splits.ts'
import { cell, whole } from './cell.ts'
import { EDGE, END, FIXED, FREE, type LevelNet, taskAt } from './level-net.ts'
import { workOf } from './level-side.ts'
import { placedParts } from './placed-parts.ts'
import type { QuickLine } from './quick-line.ts'
import type { Serial } from './serial.ts'

const WEEK = 10_080

/**
 * What a schedule is measured by, the most important first: tasks that do not fit at all, minutes by which it
 * breaks links to what stays, cost of delay, minutes of lateness that has no cost, the last finish, the finishes
 * of all plans, and minutes moved against what is published.
 */
export const SCORES = 7
const [UNFIT, BROKEN, COST, LATE, FINISH, FINISHES, MOVED] = [0, 1, 2, 3, 4, 5, 6]

/** Place of the last finish among the scores. */
export const FINISH_SCORE = FINISH

/** Measures schedules of one net. */
export class Judge {
  readonly #net: LevelNet
  /** Edges from what may move to what stays. */
  readonly #toFixed: readonly number[]
  readonly #lastOf: Float64Array

  constructor(net: LevelNet) {
    this.#net = net
    this.#lastOf = new Float64Array(net.planCount)
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
   * How uneven the load is: squares of the minutes of each resource by week. Of two schedules that are as good in
   * everything else, the smoother one is better.
   */
  roughness({ taker, start, finish }: Serial): number {
    const minutes = new Map<number, number>()
    const add = (key: number, more: number) => minutes.set(key, (minutes.get(key) ?? 0) + more)
    for (const [node, slots] of this.#net.slots.entries()) {
      for (let index = 0; index < slots.length; index += 1) {
        const resource = whole(taker.chosen, whole(taker.firstSlot, node) + index)
        const line = this.#net.lineOf(whole(this.#net.line, node))
        const [from, to] = [cell(start, node), cell(finish, node)]
        const [splits = NO_SPLITS, workMin] = [this.#net.splits[node], workOf(this.#net, node)]
        const parts = splits.length === 0 ? null : placedParts(line, splits, { start: from, workMin })
        for (const part of parts ?? [{ start: from, to }]) {
          addWeeks(line, part, (week, minutes) =>
            add(week * this.#net.pool.resources.length + resource, minutes),
          )
        }
      }
    }
    return [...minutes.values()].reduce((sum, each) => sum + each * each, 0)
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

function addWeeks(
  line: QuickLine,
  { start, to }: { readonly start: Minute; readonly to: Minute },
  add: (week: number, minutes: number) => void,
): void {
  for (let week = Math.floor(start / WEEK); week * WEEK < to; week += 1) {
    const [begin, end] = [Math.max(start, week * WEEK), Math.min(to, (week + 1) * WEEK)]
    add(week, line.toWork(end) - line.toWork(begin))
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

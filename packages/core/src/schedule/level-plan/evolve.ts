import { type Random, seededRandom } from '../../kernel/index.ts'
import { cell, whole } from './cell.ts'
import type { Kept } from './kept.ts'
import { FREE, type LevelNet } from './level-net.ts'
import { sidesOf } from './level-side.ts'
import { rebuild } from './rebuild.ts'
import { compareScores, FINISH_SCORE, Judge, SCORES } from './score.ts'
import { Serial } from './serial.ts'

const CHILDREN = 2
const MUTATION = 0.3
const MOVES_MAX = 3
/** Generations without a better schedule after which the population is drawn anew. */
const STALE_MAX = 20
/** Share of children that are a good schedule rebuilt, instead of two that are crossed. */
const REBUILT = 0.3

/**
 * A search over orders of the tasks: a genetic one with large neighbourhoods, whose children are generated from the
 * finish and then from the start, which justifies them to both ends. It has no clock: whoever has one says how many
 * schedules it generates.
 *
 * @see Valls, Ballestín and Quintanilla, Justification and RCPSP: a technique that pays, 2005; Debels and
 *   Vanhoucke, A bi-population based genetic algorithm for the RCPSP, 2005
 */
export class Evolution {
  readonly net: LevelNet
  readonly judge: Judge
  readonly forward: Serial
  schedules = 0
  /** Scores of the first schedule: what a rule gives without any search. */
  readonly first = new Float64Array(SCORES)
  readonly #backward: Serial
  readonly #random: Random
  readonly #population: Kept[]
  readonly #size: number
  readonly #free: Int32Array
  readonly #keys: Float64Array
  readonly #wanted: Int32Array
  readonly #dueOf: Float64Array
  #best: Kept
  #roughness = Number.POSITIVE_INFINITY
  #drawn = 0
  #slot = 0
  #child = 0
  #shortest: Kept | null = null
  #stale = 0

  constructor(net: LevelNet, seed: number) {
    const { forward, backward } = sidesOf(net)
    this.net = net
    this.judge = new Judge(net)
    this.forward = new Serial(forward)
    this.#backward = new Serial(backward)
    this.#random = seededRandom(seed)
    this.#free = Int32Array.from(net.role.keys()).filter((node) => net.role[node] === FREE)
    this.#size = sizeFor(this.#free.length)
    const slots = this.forward.taker.chosen.length
    this.#population = Array.from({ length: this.#size }, () => blank(net.count, slots))
    this.#best = blank(net.count, slots)
    this.#best.score.fill(Number.POSITIVE_INFINITY)
    this.#keys = new Float64Array(net.count)
    this.#wanted = new Int32Array(slots)
    this.#dueOf = new Float64Array(net.count).fill(Number.POSITIVE_INFINITY)
    for (const { node, at, isStart } of net.dues) {
      const finish = isStart ? at + cell(net.length, node) : at
      this.#dueOf[node] = Math.min(cell(this.#dueOf, node), finish)
    }
  }

  /** The best schedule so far. */
  get best(): Kept {
    return this.#best
  }

  /** When the best schedule finishes. */
  get finishAt(): number {
    return cell(this.#best.score, FINISH_SCORE)
  }

  /** Generates another schedule, or two: one from the finish and one from the start. */
  next(): void {
    if (this.#drawn < this.#size) this.#draw()
    else this.#breed()
  }

  /** Generates the best schedule again, so that what it was set by can be read. */
  replay(): Serial {
    this.forward.run(this.#best.keys, this.#best.wanted)
    return this.forward
  }

  /** The first ones by rules; then by latest starts, more and more blurred. */
  #draw(): void {
    const { late, before } = this.net
    const span = this.#span()
    const drawn = this.#drawn
    for (let node = 0; node < this.net.count; node += 1) {
      const blur = drawn < 2 ? 0 : this.#random() * span * (0.05 + (0.25 * drawn) / this.#size)
      const rule = drawn === 1 ? (before[node]?.startAt ?? 0) : cell(late, node)
      this.#keys[node] = rule + blur
    }
    this.#wanted.fill(-1)
    const slot = this.#population[drawn]
    this.#drawn += 1
    if (slot) this.#generate(slot)
  }

  #span(): number {
    const { late, length, startAt } = this.net
    // With its length: where all may start at once, any order is possible.
    const lastOf = (node: number) => cell(late, node) + cell(length, node)
    return this.#free.reduce((most, node) => Math.max(most, lastOf(node)), startAt) - startAt
  }

  #breed(): void {
    const slot = this.#population[this.#slot]
    const isRebuilt = this.#random() < REBUILT
    const mother = isRebuilt ? this.#rebuild() : this.#cross()
    if (!slot || !mother) return
    this.#turn(mother)
    const child = blankLike(slot)
    this.#generate(child)
    // Populations that only improve run dry; what is rebuilt is much like what there is.
    const isForced = this.#child === 0 && !isRebuilt
    if (isForced || compareScores(child.score, slot.score) < 0) {
      this.#population[this.#slot] = child
    }
    this.#turnToNext()
  }

  #parents(): readonly (Kept | undefined)[] {
    const slot = this.#population[this.#slot]
    const other = this.#tournament()
    return this.#random() < 0.5 ? [slot, other] : [other, slot]
  }

  #tournament(): Kept | undefined {
    const one = this.#population[Math.floor(this.#random() * this.#size)]
    const other = this.#population[Math.floor(this.#random() * this.#size)]
    return one && other && compareScores(one.score, other.score) <= 0 ? one : other
  }

  #rebuild(): Kept | undefined {
    const [one, other] = [this.#tournament(), this.#tournament()]
    const kept = one && other && compareScores(other.score, one.score) < 0 ? other : one
    const { firstSlot } = this.forward.taker
    const { net } = this
    const draft = { net, keys: this.#keys, wanted: this.#wanted, free: this.#free, firstSlot }
    if (kept) rebuild(kept, draft, this.#random)
    return kept
  }

  #cross(): Kept | undefined {
    const [mother, father] = this.#parents()
    if (!mother || !father) return undefined
    this.#crossKeys(mother, father)
    if (this.#random() < MUTATION) this.#mutate()
    return mother
  }

  /**
   * Keys of a child as seen from the finish: what finishes in a window of the mother keeps her order, the rest
   * comes before and after it in the order of the father.
   */
  #crossKeys(mother: Kept, father: Kept): void {
    const [ofMother, ofFather] = [mother, father].map((kept) => cell(kept.score, FINISH_SCORE))
    const length = (ofMother ?? 0) - this.net.startAt
    const width = length * (0.1 + this.#random() * 0.5)
    const begin = this.#random() * (length - width)
    const far = 4 * ((ofFather ?? 0) - this.net.startAt + length)
    for (const node of this.#free) {
      const hers = (ofMother ?? 0) - cell(mother.finish, node)
      const his = (ofFather ?? 0) - cell(father.finish, node)
      const after = hers < begin + width ? far + hers : 2 * far + his
      this.#keys[node] = hers < begin ? his : after
      this.#crossSlots(node, hers >= begin && hers < begin + width ? mother : father)
    }
  }

  #crossSlots(node: number, { chosen }: Kept): void {
    const { firstSlot } = this.forward.taker
    const end = whole(firstSlot, node + 1)
    for (let slot = whole(firstSlot, node); slot < end; slot += 1) this.#wanted[slot] = whole(chosen, slot)
  }

  /** Some tasks trade their place for that of another. */
  #mutate(): void {
    const moves = 1 + Math.floor(this.#random() * MOVES_MAX)
    const any = () => whole(this.#free, Math.floor(this.#random() * this.#free.length))
    for (let move = 0; move < moves; move += 1) this.#keys[any()] = cell(this.#keys, any())
  }

  /** Generates the child from the finish; its starts there are the keys from the start. */
  #turn(mother: Kept): void {
    const { side, start, finish } = this.#backward
    const last = cell(mother.score, FINISH_SCORE)
    for (let node = 0; node < this.net.count; node += 1) {
      side.low[node] = -Math.min(last, cell(this.#dueOf, node))
    }
    for (const node of this.net.before.keys()) {
      if (this.net.role[node] === FREE) continue
      start[node] = -cell(mother.finish, node)
      finish[node] = -cell(mother.start, node)
    }
    this.#backward.run(this.#keys, this.#wanted)
    this.schedules += 1
    for (const node of this.#free) this.#keys[node] = -cell(finish, node)
    this.#chooseAgain()
  }

  /** Half of the children are free to choose who does what; the others keep most of it. */
  #chooseAgain(): void {
    const share = this.#random() < 0.5 ? 1 : 0.1
    for (let slot = 0; slot < this.#wanted.length; slot += 1) {
      if (share === 1 || this.#random() < share) this.#wanted[slot] = -1
    }
  }

  #generate(into: Kept): void {
    const { forward } = this
    forward.run(this.#keys, this.#wanted)
    this.schedules += 1
    this.judge.measure(forward, into.score)
    if (this.schedules === 1) this.first.set(into.score)
    into.keys.set(this.#keys)
    into.wanted.set(this.#wanted)
    into.start.set(forward.start)
    into.finish.set(forward.finish)
    into.chosen.set(forward.taker.chosen)
    this.#note(into)
  }

  #note(kept: Kept): void {
    if (!this.#shortest || compareScores(kept.score, this.#shortest.score) < 0) {
      this.#shortest = kept
      this.#stale = 0
    }
    const order = compareScores(kept.score, this.#best.score)
    if (order > 0) return
    // What lies beyond 2200 has no end, and no weeks to be summed up by.
    const isWithin = Number.isFinite(cell(kept.score, FINISH_SCORE))
    const roughness = isWithin ? this.judge.roughness(this.forward) : Number.POSITIVE_INFINITY
    if (order === 0 && roughness >= this.#roughness) return
    this.#best = kept
    this.#roughness = roughness
  }

  #turnToNext(): void {
    this.#child = (this.#child + 1) % CHILDREN
    if (this.#child !== 0) return
    this.#slot = (this.#slot + 1) % this.#size
    if (this.#slot !== 0) return
    this.#stale += 1
    if (this.#stale <= STALE_MAX) return
    this.#stale = 0
    this.#shortest = null
    this.#drawn = 0
  }
}

/** Small populations for plans whose schedules are dear. */
function sizeFor(count: number): number {
  return Math.max(6, Math.min(40, Math.round(8_000 / Math.max(1, count))))
}

function blank(count: number, slots: number): Kept {
  return {
    keys: new Float64Array(count),
    wanted: new Int32Array(slots),
    start: new Float64Array(count),
    finish: new Float64Array(count),
    chosen: new Int32Array(slots),
    score: new Float64Array(SCORES),
  }
}

function blankLike({ keys, wanted }: Kept): Kept {
  return blank(keys.length, wanted.length)
}

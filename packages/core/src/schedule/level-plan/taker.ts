import type { Minute } from '../../calendar/index.ts'
import { NO_SPLITS, spanTo } from '../network/splits.ts'
import { cell, whole } from './cell.ts'
import type { Slot } from './level-net.ts'
import { type Side, workOf } from './level-side.ts'
import { waitsFor } from './level-work.ts'
import { CLOCK } from './line-book.ts'
import { type PlacedPart, placedParts } from './placed-parts.ts'
import { ENOUGH, type Profile } from './profile.ts'
import type { QuickLine } from './quick-line.ts'
import { mostOf } from './share.ts'

/** Nobody yet. */
const OPEN = -1

/** A task, and what its links and limits ask for. */
export type Wish = { readonly node: number; readonly start: Minute; readonly finish: Minute }

/**
 * Finds for each task the first place where all its resources are free, and takes them there. A resource is held
 * where the task works; what the task's other resources keep it waiting for, it may do something else in.
 */
export class Taker {
  readonly profiles: readonly Profile[]
  /** Who does it, by slot. */
  readonly chosen: Int32Array
  readonly firstSlot: Int32Array
  /** What `find` found. */
  start: Minute = 0
  finish: Minute = 0
  blocked = -1
  isByFinish = false
  isUnfit = false
  /** Parts of what was taken so far that nobody was left to do. */
  openCount = 0
  readonly #side: Side
  readonly #share: Float64Array
  readonly #length: Float64Array
  /** The resource of a slot that nobody else may fill. */
  readonly #only: Int32Array
  /** The most that there ever is of a resource: more is not asked for, and the rest is an overload. */
  readonly #most: Float64Array
  /** Minutes taken of each resource. */
  readonly #load: Float64Array
  /** Whether a resource works when a line does not, by line: those are asked stretch by stretch. */
  readonly #holes: Int8Array[] = []
  #line = CLOCK

  constructor(side: Side) {
    const { net, profiles } = side
    this.#side = side
    this.profiles = profiles
    const slots = net.slots.flat()
    this.firstSlot = firstsOf(net.slots)
    this.chosen = new Int32Array(slots.length)
    this.#share = Float64Array.from(slots, ({ share }) => share)
    this.#length = Float64Array.from(slots, ({ lengthMin }) => lengthMin ?? Number.POSITIVE_INFINITY)
    this.#only = Int32Array.from(slots, ({ candidates }) =>
      candidates.length === 1 ? (candidates[0] ?? OPEN) : OPEN,
    )
    const { resources } = net.pool
    this.#most = Float64Array.from(resources, mostOf)
    this.#load = new Float64Array(resources.length)
  }

  /** Gives everything back. */
  reset(): void {
    for (const profile of this.profiles) profile.reset()
    this.chosen.set(this.#only)
    this.openCount = 0
    this.#load.fill(0)
  }

  /** Finds the first place for a task, and who does it there. */
  find(wish: Wish, wanted: Int32Array): void {
    const { node } = wish
    this.#line = whole(this.#side.net.line, node)
    const slots = this.#side.net.slots[node] ?? []
    const first = whole(this.firstSlot, node)
    for (const [index, slot] of slots.entries()) {
      if (slot.candidates.length > 1) this.#choose(wish, slot, { at: first + index, wanted })
    }
    this.#findPlace(wish)
  }

  /** Takes what `find` chose for a task. */
  take(node: number, start: Minute, finish: Minute): void {
    const line = this.#side.lineOf(this.#line)
    const work = line.toWork(start)
    const end = whole(this.firstSlot, node + 1)
    for (let slot = whole(this.firstSlot, node); slot < end; slot += 1) {
      const resource = whole(this.chosen, slot)
      if (resource === OPEN) this.openCount += 1
      const profile = this.profiles[resource]
      if (!profile) continue
      const share = Math.min(cell(this.#share, slot), cell(this.#most, resource))
      const to = this.#endOf(line, { node, slot, work, finish })
      this.#load[resource] = cell(this.#load, resource) + to - start
      for (const part of this.#parts(line, { node, slot, start, to })) {
        if (this.#hasHoles(resource)) this.#takeStretches(line, profile, { ...part, share })
        else profile.take(part.start, part.to, share)
      }
    }
  }

  /** When a task is done that begins at a moment, by whoever was chosen. */
  finishFrom(node: number, start: Minute): Minute {
    const line = this.#side.lineOf(this.#line)
    return line.finishSide(line.toWork(start) + cell(this.#side.net.length, node))
  }

  /** When whoever fills a slot is done with a task that begins at a moment. */
  doneAt(node: number, slot: number, start: Minute): Minute {
    const line = this.#side.lineOf(this.lineWithChosen(node))
    const splits = this.#side.splits[node] ?? NO_SPLITS
    return line.finishSide(line.toWork(start) + spanTo(splits, cell(this.#length, slot)))
  }

  /** The line on which a task is worked by whoever was chosen. */
  lineWithChosen(node: number): number {
    const end = whole(this.firstSlot, node + 1)
    let line = whole(this.#side.net.line, node)
    for (let each = whole(this.firstSlot, node); each < end; each += 1) {
      line = this.#lineWith(node, line, whole(this.chosen, each))
    }
    return line
  }

  /** Whoever is done with it first; of equal ones, whoever has the least to do. */
  #choose(wish: Wish, { candidates }: Slot, { at, wanted }: { at: number; wanted: Int32Array }): void {
    const before = this.#line
    const mayBe = this.#isTaken(wish.node, whole(wanted, at)) ? OPEN : whole(wanted, at)
    let [best, bestLine, soonest] = [OPEN, before, Number.POSITIVE_INFINITY]
    for (const resource of candidates) {
      if (mayBe !== OPEN && resource !== mayBe) continue
      if (this.#isTaken(wish.node, resource)) continue
      this.chosen[at] = resource
      const line = this.#lineWith(wish.node, before, resource)
      this.#line = line
      this.#findPlace(wish)
      const finish = this.isUnfit ? Number.MAX_VALUE : this.finish
      const isIdler = finish === soonest && cell(this.#load, resource) < cell(this.#load, best)
      if (finish >= soonest && !isIdler) continue
      ;[best, bestLine, soonest] = [resource, line, finish]
    }
    this.chosen[at] = best
    this.#line = bestLine
  }

  #lineWith(node: number, line: number, resource: number): number {
    const { pool, tasks, taskOf } = this.#side.net
    const [one, own] = [tasks[whole(taskOf, node)], pool.resources[resource]]
    return one && own && waitsFor(one, own) ? pool.lines.both(line, own.line) : line
  }

  #isTaken(node: number, resource: number): boolean {
    const end = whole(this.firstSlot, node + 1)
    for (let slot = whole(this.firstSlot, node); slot < end; slot += 1) {
      if (whole(this.chosen, slot) === resource) return true
    }
    return false
  }

  #findPlace({ node, start: bound, finish: finishBound }: Wish): void {
    const line = this.#side.lineOf(this.#line)
    const length = cell(this.#side.net.length, node)
    let start = line.nextStart(bound)
    this.isByFinish = false
    this.isUnfit = false
    this.blocked = -1
    if (finishBound > Number.NEGATIVE_INFINITY) {
      const byFinish = line.startSide(line.toWork(finishBound) - length)
      if (byFinish > start) {
        start = byFinish
        this.isByFinish = true
      }
    }
    const first = start
    for (;;) {
      const work = line.toWork(start)
      const finish = line.finishSide(work + length)
      const conflict =
        finish < Number.POSITIVE_INFINITY ? this.#conflict(node, line, { start, work, finish }) : finish
      if (conflict === ENOUGH) {
        this.start = start
        this.finish = finish
        return
      }
      if (conflict === Number.POSITIVE_INFINITY) break
      start = line.nextStart(conflict)
    }
    this.#giveUp(node, first, bound)
  }

  /** Places it as if there were resources enough, on its own line where theirs ends. */
  #giveUp(node: number, first: Minute, bound: Minute): void {
    this.isUnfit = true
    this.blocked = -1
    this.start = first
    this.finish = this.finishFrom(node, first)
    if (this.finish < Number.POSITIVE_INFINITY) return
    this.#line = whole(this.#side.net.ownLine, node)
    this.start = this.#side.lineOf(this.#line).nextStart(bound)
    this.finish = this.finishFrom(node, this.start)
  }

  /** When what keeps a task from a place ends. */
  #conflict(
    node: number,
    line: QuickLine,
    { start, work, finish }: { readonly start: Minute; readonly work: number; readonly finish: Minute },
  ): Minute {
    const end = whole(this.firstSlot, node + 1)
    for (let slot = whole(this.firstSlot, node); slot < end; slot += 1) {
      const resource = whole(this.chosen, slot)
      const profile = this.profiles[resource]
      if (!profile) continue
      const need = Math.min(cell(this.#share, slot), cell(this.#most, resource))
      const to = this.#endOf(line, { node, slot, work, finish })
      const hasHoles = this.#hasHoles(resource)
      for (const part of this.#parts(line, { node, slot, start, to })) {
        const conflict = hasHoles
          ? stretchConflict(line, profile, { ...part, need })
          : profile.conflictEnd(part.start, part.to, need)
        if (conflict === ENOUGH) continue
        this.blocked = resource
        return startBefore(line, part.fromMin, conflict)
      }
    }
    return ENOUGH
  }

  #endOf(
    line: QuickLine,
    { node, slot, work, finish }: Taking & { readonly work: number; readonly finish: Minute },
  ): Minute {
    const length = cell(this.#length, slot)
    if (length === Number.POSITIVE_INFINITY) return finish
    const splits = this.#side.splits[node] ?? NO_SPLITS
    return Math.min(finish, line.finishSide(work + spanTo(splits, length)))
  }

  /** What a slot takes of a task between two moments. */
  #parts(
    line: QuickLine,
    { node, slot, start, to }: Taking & { readonly start: Minute; readonly to: Minute },
  ): readonly PlacedPart[] {
    const splits = this.#side.splits[node] ?? NO_SPLITS
    const workMin = Math.min(cell(this.#length, slot), workOf(this.#side.net, node))
    return placedParts(line, splits, { start, to, workMin })
  }

  #takeStretches(
    line: QuickLine,
    profile: Profile,
    { start, to, share }: { readonly start: Minute; readonly to: Minute; readonly share: number },
  ): void {
    for (let at = start; at < to; ) {
      const end = Math.min(to, line.stretchEnd(at))
      profile.take(at, end, share)
      at = line.nextStart(end)
    }
  }

  #hasHoles(resource: number): boolean {
    if (this.#line === CLOCK) return false
    const known = this.#holes[this.#line] ?? new Int8Array(this.profiles.length)
    this.#holes[this.#line] = known
    if (known[resource] === 0) known[resource] = this.#lookForHoles(resource) ? 1 : -1
    return known[resource] === 1
  }

  #lookForHoles(resource: number): boolean {
    const { pool, horizon } = this.#side.net
    const own = pool.resources[resource]?.line ?? CLOCK
    const minutes = (line: number) =>
      pool.lines.at(line).toWork(horizon.toAt) - pool.lines.at(line).toWork(horizon.fromAt)
    return own !== this.#line && minutes(own) !== minutes(this.#line)
  }
}

type Taking = { readonly node: number; readonly slot: number }

/** Where a task may begin so that its part so many minutes later begins at a moment. */
function startBefore(line: QuickLine, fromMin: number, at: Minute): Minute {
  return fromMin === 0 || at === Number.POSITIVE_INFINITY ? at : line.startSide(line.toWork(at) - fromMin)
}

function stretchConflict(
  line: QuickLine,
  profile: Profile,
  { start, to, need }: { readonly start: Minute; readonly to: Minute; readonly need: number },
): Minute {
  for (let at = start; at < to; ) {
    const end = Math.min(to, line.stretchEnd(at))
    const conflict = profile.conflictEnd(at, end, need)
    if (conflict !== ENOUGH) return conflict
    at = line.nextStart(end)
  }
  return ENOUGH
}

function firstsOf(slots: readonly (readonly Slot[])[]): Int32Array {
  const first = new Int32Array(slots.length + 1)
  for (const [node, ofNode] of slots.entries()) first[node + 1] = whole(first, node) + ofNode.length
  return first
}

import type { CompiledLevelling } from './compile-levelling.ts'
import type { Rest } from './risk-plan.ts'
import { BATCH } from './run-batch.ts'
import { FITS, RunProfiles } from './run-profiles.ts'
import { finishFrom } from './task-span.ts'
import type { WorkLine } from './work-line.ts'

/** Where sums that should be the same differ in their last digits, a start is put off by so much: nobody sees it. */
const HAIR = 1e-7
const NEVER = Number.POSITIVE_INFINITY

/** Tasks in 64 runs, each at `task * BATCH + run`. */
type Runs = {
  readonly durations: Float64Array
  readonly starts: Float64Array
  readonly finishes: Float64Array
}

/**
 * Places tasks one by one in 64 runs: each as early as what it needs is free while it is worked on. Who comes later in
 * the order goes before where that keeps nobody waiting who came earlier.
 *
 * @see Kelley, The critical-path method: resources planning and scheduling, 1963
 */
export class LevelledRuns {
  readonly levelling: CompiledLevelling
  /** The task that each task waited for in a run, -1 for none. */
  readonly waitedFor: Int32Array
  readonly #runs: Runs
  readonly #profiles: readonly RunProfiles[]
  /** What is placed now: its line, its needs, and its parts, as minutes of its time since its start. */
  #line: WorkLine | null = null
  #firstNeed = 0
  #endOfNeeds = 0
  readonly #partFrom: number[] = [0]
  readonly #partTo: number[] = []
  /** Whom it waits for where it does not fit. */
  #blocker = -1

  constructor(levelling: CompiledLevelling, runs: Runs) {
    this.levelling = levelling
    this.#runs = runs
    this.waitedFor = new Int32Array(runs.starts.length)
    this.#profiles = levelling.capacity.map((steps) => new RunProfiles(steps))
  }

  /** Nobody is on anything. */
  reset(): void {
    for (const profile of this.#profiles) profile.reset()
    this.waitedFor.fill(-1)
  }

  /** Puts the starts of a task off until what it needs is free, and takes that until it is done. */
  place(task: number): void {
    const { needStart, lines, rests, keepsPlace } = this.levelling
    const { starts, finishes, durations } = this.#runs
    this.#line = lines[task] ?? null
    this.#firstNeed = needStart[task] ?? 0
    this.#endOfNeeds = needStart[task + 1] ?? 0
    const own = rests[task] ?? []
    const isKept = keepsPlace[task] === 1
    if (!isKept && this.#isPlain(own)) return this.#placePlain(task)
    for (let run = 0; run < BATCH; run++) {
      const at = task * BATCH + run
      this.#turnTo(run)
      const span = this.#divide(own, durations[at] ?? 0)
      if (!isKept) this.#wait(at, span)
      const start = starts[at] ?? 0
      finishes[at] = finishFrom(this.#line, start, span)
      this.#take(start, task)
    }
  }

  /** Done in one piece, whenever the project works, and with one resource: that is most work. */
  #isPlain(rests: readonly Rest[]): boolean {
    return this.#line === null && rests.length === 0 && this.#endOfNeeds === this.#firstNeed + 1
  }

  /** The same as for all others, in one look at each run. */
  #placePlain(task: number): void {
    const { needOf, needShare } = this.levelling
    const { starts, finishes, durations } = this.#runs
    const profile = this.#profiles[needOf[this.#firstNeed] ?? 0]
    if (!profile) return
    const taken = { share: needShare[this.#firstNeed] ?? 0, task }
    for (let run = 0; run < BATCH; run++) {
      const at = task * BATCH + run
      const [ready, duration] = [starts[at] ?? 0, durations[at] ?? 0]
      profile.turnTo(run)
      const found = profile.firstFit(ready, duration, taken.share)
      const start = found < NEVER && duration > 0 ? found : ready
      if (start > ready) this.waitedFor[at] = profile.endedBy
      starts[at] = start
      finishes[at] = start + duration
      profile.take(start, start + duration, taken)
    }
  }

  #turnTo(run: number): void {
    const { needOf } = this.levelling
    for (let need = this.#firstNeed; need < this.#endOfNeeds; need++)
      this.#profiles[needOf[need] ?? 0]?.turnTo(run)
  }

  /** The parts in which so much work is done between its rests; how long it is with them. */
  #divide(rests: readonly Rest[], duration: number): number {
    this.#partFrom.length = 1
    this.#partTo.length = 0
    let rested = 0
    for (const { afterShare, restMin } of rests) {
      this.#partTo.push(duration * afterShare + rested)
      rested += restMin
      this.#partFrom.push(duration * afterShare + rested)
    }
    this.#partTo.push(duration + rested)
    return duration + rested
  }

  /** Puts a start off to the first place where all of it fits; where there never is one, it stays. */
  #wait(at: number, span: number): void {
    const { starts } = this.#runs
    const first = starts[at] ?? 0
    let start = this.#line === null ? first : this.#line.nextStart(first)
    starts[at] = start
    if (span === 0) return
    for (;;) {
      const later = this.#conflict(start)
      if (later === NEVER) return
      if (later === FITS) break
      start = Math.max(this.#line === null ? later : this.#line.nextStart(later), start + HAIR)
    }
    if (start === starts[at]) return
    starts[at] = start
    this.waitedFor[at] = this.#blocker
  }

  /** Where it may begin as far as what keeps it from a place is concerned. */
  #conflict(start: number): number {
    const { needOf, needShare } = this.levelling
    for (let need = this.#firstNeed; need < this.#endOfNeeds; need++) {
      const profile = this.#profiles[needOf[need] ?? 0]
      if (!profile) continue
      for (let part = 0; part < this.#partTo.length; part++) {
        const [from, to] = [this.#from(start, part), this.#to(start, part)]
        const share = needShare[need] ?? 0
        const end = this.#hasHoles(need)
          ? this.#conflictIn(profile, { from, to, share })
          : profile.conflictEnd(from, to, share)
        if (end === FITS) continue
        this.#blocker = profile.endedBy
        return this.#startFor(part, end)
      }
    }
    return FITS
  }

  #take(start: number, task: number): void {
    const { needOf, needShare } = this.levelling
    for (let need = this.#firstNeed; need < this.#endOfNeeds; need++) {
      const profile = this.#profiles[needOf[need] ?? 0]
      const taken = { share: needShare[need] ?? 0, task }
      for (let part = 0; part < this.#partTo.length; part++) {
        const [from, to] = [this.#from(start, part), this.#to(start, part)]
        if (!this.#hasHoles(need)) profile?.take(from, to, taken)
        else this.#eachStretch(from, to, (since, until) => profile?.take(since, until, taken))
      }
    }
  }

  /** When the first conflict ends in the stretches in which the task is worked on. */
  #conflictIn(
    profile: RunProfiles,
    { from, to, share }: { readonly from: number; readonly to: number; readonly share: number },
  ): number {
    let found = FITS
    this.#eachStretch(from, to, (since, until) => {
      if (found === FITS) found = profile.conflictEnd(since, until, share)
    })
    return found
  }

  #eachStretch(from: number, to: number, see: (since: number, until: number) => void): void {
    for (let at = from; at < to; ) {
      const end = Math.min(to, this.#line?.nextStop(at) ?? to)
      see(at, end)
      at = this.#line?.nextStart(end) ?? end
    }
  }

  /** Whether what is needed could do something else while the task waits for its own time. */
  #hasHoles(need: number): boolean {
    return this.#line !== null && this.levelling.needHasHoles[need] === 1
  }

  #from(start: number, part: number): number {
    const after = this.#partFrom[part] ?? 0
    if (after === 0 || this.#line === null) return start + after
    return this.#line.startSide(this.#line.toWork(start) + after)
  }

  #to(start: number, part: number): number {
    return finishFrom(this.#line, start, this.#partTo[part] ?? 0)
  }

  /** Where it begins so that one of its parts begins at a moment. */
  #startFor(part: number, at: number): number {
    const after = this.#partFrom[part] ?? 0
    if (after === 0 || at === NEVER) return at
    return this.#line === null ? at - after : this.#line.startSide(this.#line.toWork(at) - after)
  }
}

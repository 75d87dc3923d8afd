/** Minutes since 1970-01-01T00:00Z: the unit of planning. */
export type Minute = number

/** Working stretches in their order: starts and ends as minutes, not touching each other. */
export type Spans = { readonly starts: number[]; readonly ends: number[] }

/** The working stretches of whole days, from one day number since 1970 to before another. */
export type SpanSource = (fromDay: number, toDay: number) => Spans

const DAY = 1440
/** 1900-01-01 and the day after 2200-12-31, as days since 1970: plans may use what lies between. */
const FIRST_DAY = -25_567
const LAST_DAY = 84_371
/** Around the anchor, to begin with; more is looked at when it is asked for. */
const BEFORE_DAYS = 60
const AFTER_DAYS = 800

/**
 * Working time of a calendar as a number line. `toWork` counts the working minutes from a fixed anchor;
 * of its two inverses `startSide` is the latest moment with that count (work goes on there) and
 * `finishSide` the earliest (work is done there). They differ at breaks, nights and weekends only.
 *
 * Every question is a binary search over prefix sums. The line is unrolled as far as it is asked for,
 * and ends in 1900 and 2200: beyond, answers are infinite.
 */
export class Timeline {
  readonly #source: SpanSource | null
  readonly #anchorDay: number
  #fromDay = 0
  #toDay = 0
  #starts = new Float64Array(0)
  #ends = new Float64Array(0)
  /** Working minutes from the anchor to the start of each stretch. */
  #before = new Float64Array(0)
  #total = 0

  /** @param source null: around the clock, every day */
  constructor(source: SpanSource | null, anchor: Minute) {
    this.#source = source
    this.#anchorDay = Math.min(Math.max(Math.floor(anchor / DAY), FIRST_DAY + 1), LAST_DAY - 1)
    if (source) this.#unroll(this.#anchorDay - BEFORE_DAYS, this.#anchorDay + AFTER_DAYS)
  }

  /** Whether it works around the clock. */
  get isContinuous(): boolean {
    return this.#source === null
  }

  /** Working minutes from the anchor to a moment. */
  toWork(at: Minute): number {
    if (this.#source === null) return at
    if (!Number.isFinite(at)) return at
    if (!this.#reach(at))
      return at < this.#anchorDay * DAY ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    const index = lastAtMost(this.#starts, at)
    if (index < 0) return this.#before[0] ?? 0
    const start = this.#starts[index] ?? 0
    const end = this.#ends[index] ?? 0
    return (this.#before[index] ?? 0) + Math.min(at, end) - start
  }

  /** The latest moment with so many working minutes before it: work goes on there. */
  startSide(work: number): Minute {
    if (this.#source === null) return work
    if (!this.#reachWork(work, true)) return beyond(work)
    const index = lastAtMost(this.#before, work)
    return (this.#starts[index] ?? 0) + work - (this.#before[index] ?? 0)
  }

  /** The earliest moment with so many working minutes before it: work is done there. */
  finishSide(work: number): Minute {
    if (this.#source === null) return work
    if (!this.#reachWork(work, false)) return beyond(work)
    const index = lastBelow(this.#before, work)
    return (this.#starts[index] ?? 0) + work - (this.#before[index] ?? 0)
  }

  /** The moment at which work can go on: this one, when it is working time. */
  nextStart(at: Minute): Minute {
    if (this.#source === null || !this.#reach(at)) return at
    const index = lastAtMost(this.#starts, at)
    if (index >= 0 && at < (this.#ends[index] ?? 0)) return at
    return this.startSide(this.toWork(at))
  }

  /** The moment before which work was last done: this one, when work is done right before it. */
  lastFinish(at: Minute): Minute {
    if (this.#source === null || !this.#reach(at)) return at
    const index = lastBelow(this.#starts, at)
    if (index >= 0 && at <= (this.#ends[index] ?? 0)) return at
    return this.finishSide(this.toWork(at))
  }

  /** The working stretches between two moments, cut to them. */
  spansBetween(from: Minute, to: Minute): Spans {
    if (this.#source === null) return from < to ? { starts: [from], ends: [to] } : { starts: [], ends: [] }
    this.#cover(from, to)
    const spans: Spans = { starts: [], ends: [] }
    for (let index = Math.max(0, lastAtMost(this.#starts, from)); index < this.#starts.length; index += 1) {
      const start = Math.max(from, this.#starts[index] ?? 0)
      const end = Math.min(to, this.#ends[index] ?? 0)
      if (start >= to) break
      if (start < end) push(spans, start, end)
    }
    return spans
  }

  /** Unrolls the line so that it holds all days of a span, and no more: lines are made of lines of the same days. */
  #cover(from: Minute, to: Minute): void {
    const [first, last] = [Math.floor(from / DAY), Math.ceil(to / DAY)]
    while (first < this.#fromDay && this.#grow(-1));
    while (last > this.#toDay && this.#grow(1));
  }

  /** Unrolls the line so that it spans a moment; false when the moment is beyond what plans may use. */
  #reach(at: Minute): boolean {
    const day = Math.floor(at / DAY)
    if (day > FIRST_DAY && day < LAST_DAY - 1) {
      while (day - 1 < this.#fromDay) this.#grow(-1)
      while (day + 1 >= this.#toDay) this.#grow(1)
      return true
    }
    return false
  }

  /** The same for a number of working minutes; on its start side the stretch after it must be known. */
  #reachWork(work: number, isStart: boolean): boolean {
    if (!Number.isFinite(work)) return false
    const first = () => this.#before[0] ?? Number.POSITIVE_INFINITY
    while (isStart ? work < first() : work <= first()) if (!this.#grow(-1)) return false
    while (isStart ? work >= this.#total : work > this.#total) if (!this.#grow(1)) return false
    return true
  }

  /** Doubles the line to one side; false when it ends there. */
  #grow(side: 1 | -1): boolean {
    const days = this.#toDay - this.#fromDay
    if (side > 0) {
      if (this.#toDay >= LAST_DAY) return false
      this.#unroll(this.#fromDay, this.#toDay + days)
    } else {
      if (this.#fromDay <= FIRST_DAY) return false
      this.#unroll(this.#fromDay - days, this.#toDay)
    }
    return true
  }

  #unroll(fromDay: number, toDay: number): void {
    this.#fromDay = Math.max(FIRST_DAY, fromDay)
    this.#toDay = Math.min(LAST_DAY, toDay)
    const { starts, ends } = this.#source?.(this.#fromDay, this.#toDay) ?? { starts: [], ends: [] }
    this.#starts = Float64Array.from(starts)
    this.#ends = Float64Array.from(ends)
    this.#before = new Float64Array(starts.length)
    const anchor = this.#anchorDay * DAY
    let work = 0
    for (let index = 0; index < starts.length; index += 1) {
      const [start, end] = [starts[index] ?? 0, ends[index] ?? 0]
      if (end <= anchor) work -= end - start
      else if (start < anchor) work -= anchor - start
    }
    for (let index = 0; index < starts.length; index += 1) {
      this.#before[index] = work
      work += (ends[index] ?? 0) - (starts[index] ?? 0)
    }
    this.#total = work
  }
}

/** Adds a stretch behind others; one that touches the last makes it longer. */
export function push({ starts, ends }: Spans, start: number, end: number): void {
  const last = ends.length - 1
  if (last >= 0 && start <= (ends[last] ?? 0)) ends[last] = Math.max(ends[last] ?? 0, end)
  else {
    starts.push(start)
    ends.push(end)
  }
}

function beyond(work: number): number {
  return work < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

/** The last index whose value is at most `wanted`; -1 when none is. */
function lastAtMost(values: Float64Array, wanted: number): number {
  let [low, high] = [-1, values.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}

/** The last index whose value is below `wanted`; -1 when none is. */
function lastBelow(values: Float64Array, wanted: number): number {
  let [low, high] = [-1, values.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] ?? 0) < wanted) low = middle
    else high = middle - 1
  }
  return low
}

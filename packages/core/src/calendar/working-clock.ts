import { chainOf, type ShiftsOfDay, shiftsOfDays } from './calendar-days.ts'
import { sourceOf } from './compile.ts'
import { type Minute, Timeline } from './timeline.ts'
import { WallClock } from './wall-clock.ts'
import type { WorkingCalendar } from './working-calendar.ts'

const DAY = 1440
/** 2200-12-31 as days since 1970, behind which nothing is planned. */
const LAST_DAY = 84_370

/**
 * Deadlines on a calendar: so many working minutes or working days from a moment. Moments are minutes since 1970
 * in UTC, infinite behind 2200.
 */
export class WorkingClock {
  readonly wall: WallClock
  readonly #line: Timeline
  readonly #shiftsOf: ShiftsOfDay

  constructor(line: Timeline, shiftsOf: ShiftsOfDay, wall: WallClock) {
    this.wall = wall
    this.#line = line
    this.#shiftsOf = shiftsOf
  }

  /** The moment at which work can go on: this one, when it is working time. */
  nextStart(at: Minute): Minute {
    return this.#line.nextStart(at)
  }

  /** When so many working minutes are over. None are over at once. */
  addMinutes(at: Minute, minutes: number): Minute {
    return minutes <= 0 ? at : this.#line.finishSide(this.#line.toWork(at) + minutes)
  }

  /** Working minutes between two moments. */
  minutesBetween(from: Minute, to: Minute): number {
    return this.#line.toWork(to) - this.#line.toWork(from)
  }

  /**
   * The same time of day so many working days later; begun outside of working time, it is counted from when work
   * begins next. Where that day is shorter, its working time ends or begins earlier or later.
   */
  addDays(at: Minute, days: number): Minute {
    const start = this.nextStart(at)
    if (!Number.isFinite(start)) return start
    const wall = this.wall.wallOf(start)
    const day = this.#dayOf(wall)
    let later = day
    for (let left = days; left > 0; left -= 1) {
      const next = this.nextWorkingDay(later + 1)
      if (next === null) return Number.POSITIVE_INFINITY
      later = next
    }
    return this.wall.momentOf(later * DAY + this.#within(later, wall - day * DAY))
  }

  /** The first day from this one on, as days since 1970, on which work begins; null: none until 2200. */
  nextWorkingDay(day: number): number | null {
    for (let next = day; next <= LAST_DAY; next += 1) if (this.#shiftsOf(next).length > 0) return next
    return null
  }

  /** The last day up to this one on which work begins; null: none since 1970. */
  lastWorkingDay(day: number): number | null {
    for (let last = day; last >= 0; last -= 1) if (this.#shiftsOf(last).length > 0) return last
    return null
  }

  /** The day to which a time on the wall belongs: a night shift is of the day on which it began. */
  #dayOf(wall: Minute): number {
    const day = Math.floor(wall / DAY)
    const minute = wall - (day - 1) * DAY
    return this.#shiftsOf(day - 1).some(({ from, to }) => from <= minute && minute < to) ? day - 1 : day
  }

  /** A time of day, moved into the working time of a day. */
  #within(day: number, minute: number): number {
    const shifts = this.#shiftsOf(day)
    const begun = shifts.findLast(({ from }) => from <= minute)
    return begun ? Math.min(minute, begun.to) : (shifts[0]?.from ?? minute)
  }
}

/** The clocks of calendars that `checkCalendars` has let through; each is made when it is first asked for. */
export class WorkingClocks {
  readonly #byId: ReadonlyMap<string, WorkingCalendar>
  readonly #anchor: Minute
  readonly #made = new Map<string, WorkingClock>()

  /** @param anchor about when it is: what lies around it is unrolled at once */
  constructor(calendars: readonly WorkingCalendar[], anchor: Minute) {
    this.#byId = new Map(calendars.map((calendar) => [calendar.id, calendar]))
    this.#anchor = anchor
  }

  /** By its id, or by its name as people write it in models. */
  find(written: string): WorkingClock | null {
    const calendar =
      this.#byId.get(written) ?? [...this.#byId.values()].find(({ name }) => name === written) ?? null
    if (calendar === null) return null
    const clock = this.#made.get(calendar.id) ?? this.#make(calendar)
    this.#made.set(calendar.id, clock)
    return clock
  }

  #make(calendar: WorkingCalendar): WorkingClock {
    const line = new Timeline(sourceOf(calendar, this.#byId), this.#anchor)
    const shiftsOf = shiftsOfDays(chainOf(calendar, this.#byId))
    return new WorkingClock(line, shiftsOf, new WallClock(calendar.timeZone))
  }
}

import {
  aroundTheClock,
  compileCalendars,
  intersectTimelines,
  type Minute,
  Timeline,
  type WorkingCalendar,
} from '../../calendar/index.ts'
import type { Limits } from './limit-line.ts'
import { limitLine } from './limit-line.ts'

/** The number of a line that works around the clock. */
export const CLOCK = 0
/** More lines than any pool has. */
const PAIRS = 2 ** 20
/** Those who do not meet within two years never do: looking on until 2200 takes seconds. */
const MEET_MAX = 2 * 366 * 1440

/**
 * Number lines by number: those of calendars, those cut by limits, and those when several work. Each is
 * made once, when it is first asked for.
 */
export class LineBook {
  readonly #lines: Timeline[] = [aroundTheClock()]
  readonly #calendars: ReadonlyMap<string, WorkingCalendar>
  readonly #known = new Map<string, number>()
  /** Of lines on which several must work, the lines of each. */
  readonly #parts = new Map<number, readonly number[]>()
  readonly #pairs = new Map<number, number>()
  readonly #anchor: Minute

  /** @param calendars that `checkCalendars` has let through; of equal ids the first counts */
  constructor(calendars: readonly WorkingCalendar[], anchor: Minute) {
    this.#calendars = new Map(calendars.toReversed().map((calendar) => [calendar.id, calendar]))
    this.#anchor = anchor
  }

  /** The line of a number. */
  at(line: number): Timeline {
    const found = this.#lines[line]
    if (!found) throw new RangeError(`no line ${line}`)
    return found
  }

  /** The line of a calendar; that of the clock when there is no such calendar. */
  ofCalendar(id: string): number {
    if (!this.#calendars.has(id)) return CLOCK
    return this.#know(`=${id}`, () => {
      const compiled = compileCalendars(withBases(this.#calendars, id), this.#anchor)
      return compiled.get(id) ?? aroundTheClock()
    })
  }

  /** The zone in whose days a calendar counts. */
  zoneOf(id: string): string {
    return this.#calendars.get(id)?.timeZone ?? 'UTC'
  }

  /** A line cut by limits of its days and weeks. */
  limited(line: number, limits: Limits): number {
    const { timeZone, dayMin, weekMin } = limits
    const key = `${line}<${String(dayMin)}/${String(weekMin)} ${timeZone}`
    return this.#know(key, () => limitLine(this.at(line), limits, this.#anchor))
  }

  /** When both work. */
  both(one: number, other: number): number {
    if (one === other || other === CLOCK) return one
    if (one === CLOCK) return other
    const pair = one * PAIRS + other
    const known = this.#pairs.get(pair)
    if (known !== undefined) return known
    const line = this.#join(one, other)
    this.#pairs.set(pair, line)
    return line
  }

  #join(one: number, other: number): number {
    const partsOf = (line: number) => this.#parts.get(line) ?? [line]
    const parts = [...new Set([...partsOf(one), ...partsOf(other)])].toSorted((a, b) => a - b)
    if (parts.length === partsOf(one).length) return one
    if (parts.length === partsOf(other).length) return other
    const line = this.#know(parts.join('&'), () => this.#meet(this.at(one), this.at(other)))
    this.#parts.set(line, parts)
    return line
  }

  #meet(one: Timeline, other: Timeline): Timeline {
    const line = intersectTimelines(one, other, this.#anchor)
    const { starts } = line.spansBetween(this.#anchor, this.#anchor + MEET_MAX)
    return starts.length > 0 ? line : new Timeline(() => ({ starts: [], ends: [] }), this.#anchor)
  }

  #know(key: string, make: () => Timeline): number {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const line = this.#lines.length
    this.#lines.push(make())
    this.#known.set(key, line)
    return line
  }
}

/** A calendar with all that it is based on. */
function withBases(calendars: ReadonlyMap<string, WorkingCalendar>, id: string): readonly WorkingCalendar[] {
  const chain: WorkingCalendar[] = []
  for (let at = calendars.get(id); at && !chain.includes(at); ) {
    chain.push(at)
    at = at.baseId === null ? undefined : calendars.get(at.baseId)
  }
  return chain
}

import type { Minute, Timeline } from '../../calendar/index.ts'
import type { RiskCalendar } from '../risk/risk-plan.ts'
import { WorkLine } from '../risk/work-line.ts'

/** Between these moments calendars are looked at; before and after them work is done whenever the project works. */
export type Seen = { readonly fromAt: Minute; readonly toAt: Minute; readonly workOf: (at: Minute) => number }

/**
 * The working time of items and resources within that of a project, by number: each is kept once. Time in which
 * the project itself does not work does not count, whoever works then.
 */
export class ForecastCalendars {
  readonly #seen: Seen
  readonly #all: RiskCalendar[] = []
  readonly #lines: WorkLine[] = []
  readonly #numbers = new Map<string, number>()
  readonly #known = new Map<Timeline, number | undefined>()

  constructor(seen: Seen) {
    this.#seen = seen
  }

  get all(): readonly RiskCalendar[] {
    return this.#all
  }

  /** The number of a line; undefined: it works whenever the project does. */
  numberOf(line: Timeline): number | undefined {
    if (!this.#known.has(line)) this.#known.set(line, this.#number(this.#pausesOf(line)))
    return this.#known.get(line)
  }

  /** The working time of a number. */
  lineOf(number: number | undefined): WorkLine | null {
    return number === undefined ? null : (this.#lines[number] ?? null)
  }

  #number(pauses: RiskCalendar): number | undefined {
    if (pauses.length === 0) return undefined
    const key = JSON.stringify(pauses)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#all.push(pauses)
    this.#lines.push(new WorkLine(pauses))
    this.#numbers.set(key, this.#all.length - 1)
    return this.#all.length - 1
  }

  #pausesOf(line: Timeline): RiskCalendar {
    const { fromAt, toAt, workOf } = this.#seen
    const { starts, ends } = line.spansBetween(fromAt, toAt)
    const begins = [...starts.map(workOf), workOf(toAt)]
    const since = [workOf(fromAt), ...ends.map(workOf)]
    return begins.flatMap((toMin, at) => {
      const fromMin = since[at] ?? toMin
      return fromMin < toMin ? [{ fromMin, toMin }] : []
    })
  }
}

import { languageFacts } from '../../platform/language/index.ts'
import { isoDay, offsetsBetween } from '../../platform/time-zone.ts'
import { texts } from '../texts.ts'

export const DAY_MS = 86_400_000

/** How much time a screen shows. */
export const ZOOMS = ['days', 'weeks', 'months', 'quarters'] as const
export type Zoom = (typeof ZOOMS)[number]

const PX_PER_DAY: Readonly<Record<Zoom, number>> = { days: 28, weeks: 12, months: 4, quarters: 1.5 }

/** From moments to places on the time axis, by the clocks of the organisation. */
export type Scale = {
  readonly zoom: Zoom
  readonly pxPerDay: number
  /** Local midnight at which the axis begins, as if it were UTC. */
  readonly originMs: number
  readonly days: number
  /** How far the organisation's clocks are ahead of UTC at a moment. */
  readonly offsetAt: (moment: number) => number
}

/** Room before the first and behind the last date, so that no bar sticks to the edge. */
const MARGIN_DAYS: Readonly<Record<Zoom, number>> = { days: 7, weeks: 14, months: 40, quarters: 100 }

/**
 * A scale that holds all the moments and today.
 *
 * @param moments instants; none gives a scale around now
 */
export function scaleFor(
  moments: readonly number[],
  view: { readonly zoom: Zoom; readonly now: number; readonly timeZone: string },
): Scale {
  const { zoom, now, timeZone } = view
  let first = now
  let last = now
  for (const moment of moments) {
    if (moment < first) first = moment
    if (moment > last) last = moment
  }
  const margin = MARGIN_DAYS[zoom] * DAY_MS
  const offsetAt = offsetsBetween(timeZone, first, last)
  const originMs = midnight(first + offsetAt(first) - margin)
  const days = Math.ceil((last + offsetAt(last) + margin - originMs) / DAY_MS)
  return { zoom, pxPerDay: PX_PER_DAY[zoom], originMs, days, offsetAt }
}

/** Where a moment is on the axis, in pixels from its beginning. */
export function xOf(scale: Scale, moment: number): number {
  return ((moment + scale.offsetAt(moment) - scale.originMs) / DAY_MS) * scale.pxPerDay
}

/** The calendar day of a moment. */
export function dayAt(scale: Scale, moment: number): string {
  return isoDay(moment + scale.offsetAt(moment))
}

/** The calendar day at a place on the axis. */
export function dayAtX(scale: Scale, x: number): string {
  return isoDay(scale.originMs + (x / scale.pxPerDay) * DAY_MS)
}

/** Where a calendar day begins on the axis. */
export function xOfDay(scale: Scale, day: string): number {
  return ((Date.parse(`${day}T00:00:00Z`) - scale.originMs) / DAY_MS) * scale.pxPerDay
}

/** A line of the time axis with its words. Large ones stand above small ones. */
export type Tick = {
  readonly x: number
  readonly label: string
  readonly isLarge: boolean
  readonly isFree: boolean
}

const MONTH = new Intl.DateTimeFormat(languageFacts.locale, { month: 'short', timeZone: 'UTC' })
const MONTH_YEAR = new Intl.DateTimeFormat(languageFacts.locale, {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** The lines of the axis between two places. `isFree` marks Saturdays and Sundays where days are shown. */
export function ticksBetween(scale: Scale, fromX: number, toX: number): readonly Tick[] {
  const first = Math.max(0, Math.floor(fromX / scale.pxPerDay) - 31)
  const last = Math.min(scale.days, Math.ceil(toX / scale.pxPerDay) + 31)
  const ticks: Tick[] = []
  for (let day = first; day <= last; day++) {
    const date = new Date(scale.originMs + day * DAY_MS)
    ticks.push(...ticksOf(scale, date, day * scale.pxPerDay))
  }
  return ticks
}

function ticksOf({ zoom }: Scale, date: Date, x: number): readonly Tick[] {
  const [dayOfMonth, month, weekday] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCDay()]
  const tick = (label: string, isLarge: boolean, isFree = false): Tick => ({ x, label, isLarge, isFree })
  const isMonth = dayOfMonth === 1
  switch (zoom) {
    case 'days': {
      const small = tick(String(dayOfMonth), false, weekday === 0 || weekday === 6)
      return isMonth ? [tick(MONTH_YEAR.format(date), true), small] : [small]
    }
    case 'weeks': {
      const small = weekday === 1 ? [tick(String(dayOfMonth), false)] : []
      return isMonth ? [tick(MONTH_YEAR.format(date), true), ...small] : small
    }
    case 'months': {
      if (!isMonth) return []
      const small = tick(MONTH.format(date), false)
      return month === 0 ? [tick(String(date.getUTCFullYear()), true), small] : [small]
    }
    default: {
      if (!isMonth || month % 3 !== 0) return []
      const small = tick(texts.quarter(month / 3 + 1), false)
      return month === 0 ? [tick(String(date.getUTCFullYear()), true), small] : [small]
    }
  }
}

function midnight(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS
}

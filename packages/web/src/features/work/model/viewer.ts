import type { QueryViewer } from '@millrace/core/work'
import type { Lookup } from './lookup.ts'

const DAY_MS = 86_400_000

/** Who asks, and when and where, as the query language wants to know it. */
export function viewerOf(lookup: Pick<Lookup, 'me' | 'organisation' | 'today'>): QueryViewer {
  const { currency, timeZone, weekStart } = lookup.organisation
  return {
    me: lookup.me.personId,
    today: lookup.today,
    weekStart,
    currencyDigits:
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2,
    dayStart: (date) => dayStart(date, timeZone),
  }
}

/** The moment at which a day begins somewhere. Where clocks go forward at midnight, the first that exists. */
export function dayStart(date: string, timeZone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const guess = midnight - offsetAt(midnight, timeZone)
  return midnight - offsetAt(guess, timeZone)
}

/** How far the clocks there are ahead of UTC, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  const local = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
  const offset = local - Math.floor(moment / 1000) * 1000
  return Math.abs(offset) > DAY_MS ? 0 : offset
}

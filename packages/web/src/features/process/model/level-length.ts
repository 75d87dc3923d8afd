import { readLength } from '@millrace/core/process'

/** Units in which people say how soon something is to be done. */
export const LENGTH_UNITS = ['minutes', 'hours', 'days', 'weeks', 'months'] as const
/** One of them. */
export type LengthUnit = (typeof LENGTH_UNITS)[number]
/** A length as a form asks for it: one number of one unit. */
export type PlainLength = { readonly count: number; readonly unit: LengthUnit }

const MINUTE_MS = 60_000

/** A length as a form shows it; null where it is of several units, which only its text says. */
export function plainLength(text: string): PlainLength | null {
  const length = readLength(text)
  if (length === null) return null
  const { months, weeks, days, ms } = length
  const minutes = ms / MINUTE_MS
  const parts: readonly PlainLength[] = [
    { count: months, unit: 'months' },
    { count: weeks, unit: 'weeks' },
    { count: days, unit: 'days' },
    minutes % 60 === 0 ? { count: minutes / 60, unit: 'hours' } : { count: minutes, unit: 'minutes' },
  ]
  const [only, ...more] = parts.filter(({ count }) => count > 0)
  return only && more.length === 0 && Number.isInteger(only.count) ? only : null
}

/** The text of a length of one unit. */
export function isoOf({ count, unit }: PlainLength): string {
  const letters = { minutes: 'T#M', hours: 'T#H', days: '#D', weeks: '#W', months: '#M' }
  return `P${letters[unit].replace('#', String(count))}`
}

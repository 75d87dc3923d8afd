import { currencyDigits } from '../platform/currency-digits.ts'
import { languageFacts } from '../platform/language/index.ts'
import { formatUnit } from './format-span.ts'

const MINUTES_A_DAY = 480
/** Making one takes longer than a thousand uses of it. */
const COUNT = new Intl.NumberFormat(languageFacts.locale)

/** Minutes of work as `45 min`, `6.5 h`, `12 d` (days of eight hours, from three days on). */
export function formatEffort(minutes: number): string {
  if (minutes < 60) return formatUnit(minutes, 'minutes')
  if (minutes < 3 * MINUTES_A_DAY) return formatUnit(minutes / 60, 'hours')
  return formatUnit(minutes / MINUTES_A_DAY, 'days')
}

/** An amount in minor units (cents) of an ISO 4217 currency, as `12,400.50 EUR`. */
export function formatMoney(minor: number, currency: string): string {
  const digits = currencyDigits(currency)
  const value = minor / 10 ** digits
  return `${amountFormat(Number.isInteger(value) ? 0 : digits).format(value)} ${currency}`
}

/** A count with separators: `12,400`. */
export function formatCount(count: number): string {
  return COUNT.format(count)
}

const amounts = new Map<number, Intl.NumberFormat>()

function amountFormat(digits: number): Intl.NumberFormat {
  const known = amounts.get(digits)
  if (known) return known
  const made = new Intl.NumberFormat(languageFacts.locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  amounts.set(digits, made)
  return made
}

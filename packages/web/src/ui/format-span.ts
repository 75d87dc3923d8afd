import { languageFacts } from '../platform/language/index.ts'
import { texts } from './texts.ts'

const NUMBER = new Intl.NumberFormat(languageFacts.locale, { maximumFractionDigits: 1, useGrouping: false })

/** A number with one digit behind the point at most, as the page's language writes it: `6.5`. */
export function formatShort(value: number): string {
  return NUMBER.format(value)
}

/** A length of time in one unit: `45 min`, `6.5 h`, `12 d`. */
export function formatUnit(count: number, unit: keyof typeof texts.span): string {
  return texts.span[unit](formatShort(count))
}

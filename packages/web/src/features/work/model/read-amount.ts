import { currencyDigits } from '../../../platform/currency-digits.ts'

const HOUR_MIN = 60
/** Estimates are written in days of eight hours and weeks of five days, whatever the calendar says. */
const DAY_MIN = 8 * HOUR_MIN
const WEEK_MIN = 5 * DAY_MIN

const UNIT_MIN: Readonly<Record<string, number>> = {
  m: 1,
  min: 1,
  h: HOUR_MIN,
  d: DAY_MIN,
  w: WEEK_MIN,
}

/** Reads an effort: 90, 1.5h, 1h 30m, 2d, 1w. A bare number is hours. Undefined when it is none. */
export function readEffort(text: string): number | undefined {
  const words = text.trim().toLowerCase().replaceAll(',', '.')
  if (/^\d+(\.\d+)?$/.test(words)) return Math.round(Number(words) * HOUR_MIN)
  if (!/^(\d+(\.\d+)?\s*(min|[mhdw])\w*\s*)+$/.test(words)) return undefined
  let minutes = 0
  for (const part of words.matchAll(/(\d+(?:\.\d+)?)\s*(min|[mhdw])/g)) {
    minutes += Number(part[1]) * (UNIT_MIN[part[2] ?? ''] ?? 0)
  }
  return Math.round(minutes)
}

/** The bare number, as a field shows it for editing. */
export function amountOf(minor: number, currency: string): string {
  return String(minor / 10 ** currencyDigits(currency))
}

/** Reads an amount: 1250, 1 250.50, 1.250,50, 4k. Undefined when it is none. */
export function readMoney(text: string, currency: string): number | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[^\d.,km-]/g, '')
  const parts = /^(-?[\d.,]*\d[.,]?)([km])?$/.exec(words)
  if (!parts) return undefined
  const factor = parts[2] === 'k' ? 1_000 : parts[2] === 'm' ? 1_000_000 : 1
  const amount = Number(plainNumber(parts[1] ?? ''))
  return Number.isFinite(amount) ? Math.round(amount * factor * 10 ** currencyDigits(currency)) : undefined
}

/** A last point or comma followed by one or two digits is the decimal sign; all others part thousands. */
function plainNumber(written: string): string {
  const decimal = /[.,](\d{1,2})$/.exec(written)
  const whole = decimal ? written.slice(0, decimal.index) : written
  return `${whole.replace(/[.,]/g, '')}${decimal ? `.${decimal[1]}` : ''}`
}

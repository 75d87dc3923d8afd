import { currencyDigits } from '../../../platform/currency-digits.ts'

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

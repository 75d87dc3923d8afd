const MINUTES_A_DAY = 480

/** Minutes of work as `45 min`, `6.5 h`, `12 d` (days of eight hours, from three days on). */
export function formatEffort(minutes: number): string {
  if (minutes < 60) return `${String(minutes)} min`
  if (minutes < 3 * MINUTES_A_DAY) return `${short(minutes / 60)} h`
  return `${short(minutes / MINUTES_A_DAY)} d`
}

/** An amount in minor units (cents) of an ISO 4217 currency, as `12,400.50 EUR`. */
export function formatMoney(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency, currencyDisplay: 'code' })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  const value = minor / 10 ** digits
  const plain = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: Number.isInteger(value) ? 0 : digits,
    maximumFractionDigits: digits,
  })
  return `${plain.format(value)} ${currency}`
}

/** A count with separators: `12,400`. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('en-GB').format(count)
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const FIRST = '0'

/**
 * A rank strictly between two others, comparing as plain text, so that moving one item rewrites one
 * row. Ranks never end in the lowest digit: there is always room below.
 *
 * @param below rank to stay above, or null for the start of the list
 * @param above rank to stay below, or null for the end of the list
 * @throws RangeError when `below` is not less than `above`
 * @see David Greenspan, Implementing Fractional Indexing, 2020
 */
export function rankBetween(below: string | null, above: string | null): string {
  const low = below ?? ''
  if (above !== null && low >= above) throw new RangeError(`no rank between ${low} and ${above}`)
  return midpoint(low, above)
}

/** A text above `low` and below `high`; no `high` is above everything. */
function midpoint(low: string, high: string | null): string {
  const shared = high === null ? 0 : sharedDigits(low, high)
  if (high !== null && shared > 0)
    return high.slice(0, shared) + midpoint(low.slice(shared), high.slice(shared))
  const lowDigit = low === '' ? 0 : DIGITS.indexOf(digitAt(low, 0))
  const highDigit = high === null ? DIGITS.length : DIGITS.indexOf(digitAt(high, 0))
  if (highDigit - lowDigit > 1) return digitAt(DIGITS, Math.round((lowDigit + highDigit) / 2))
  if (high !== null && high.length > 1) return high.slice(0, 1)
  return digitAt(DIGITS, lowDigit) + midpoint(low.slice(1), null)
}

function sharedDigits(low: string, high: string): number {
  let shared = 0
  while (digitAt(low, shared) === high[shared]) shared++
  return shared
}

/** Beyond its end a rank goes on with the lowest digit. */
function digitAt(text: string, index: number): string {
  return text[index] ?? FIRST
}

/**
 * A rank for the end of a list, taken from the clock instead of from the list's last rank, so that
 * creating an item reads nothing. `order` keeps items of one batch apart.
 */
export function rankAtEnd(unixMs: number, order: number): string {
  return `${encode(unixMs, 8)}${encode(order, 2)}V`
}

function encode(value: number, width: number): string {
  let text = ''
  let rest = value
  for (let i = 0; i < width; i++) {
    text = digitAt(DIGITS, rest % DIGITS.length) + text
    rest = Math.floor(rest / DIGITS.length)
  }
  return text
}

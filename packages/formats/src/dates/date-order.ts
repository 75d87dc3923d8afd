/** Which of the two first numbers of `03/04/2026` is the day. */
export type DateOrder = 'day-month' | 'month-day'

/** What the dates of one column say about their order. */
export type DateOrderFinding =
  /** Some dates fit one order only, and all of those agree. `evidence` counts them. */
  | { readonly kind: 'decided'; readonly order: DateOrder; readonly evidence: number }
  /** Every date fits both orders; `order` is the likelier one and should be shown as an assumption. */
  | { readonly kind: 'assumed'; readonly order: DateOrder; readonly ambiguous: number }
  /** Dates contradict each other. The lists hold sample indices, at most 100 of each. */
  | { readonly kind: 'mixed'; readonly dayMonth: readonly number[]; readonly monthDay: readonly number[] }
  /** No date whose order matters: none, or all with a month's name or the year first. */
  | { readonly kind: 'none' }

const NUMERIC_DATE = /^(?:\p{L}{2,12}\.?,? )?\s*(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(?:\d{4}|\d{2})(?!\d)/u
const TWELVE_HOUR_CLOCK = /\b[ap]\.?m\.?$/i
const KEPT_INDICES = 100

/** The two order-dependent numbers of a date and what separates them; `undefined` for other dates. */
export function ambiguousParts(
  text: string,
): { readonly first: number; readonly second: number; readonly separator: string } | undefined {
  const match = NUMERIC_DATE.exec(text.slice(0, 64).trim())
  if (!match) return undefined
  return { first: Number(match[1]), second: Number(match[3]), separator: match[2] ?? '' }
}

/**
 * Decides the order of day and month for a whole column: dates that fit one order only decide;
 * without any, dots and dashes suggest day first, a 12-hour clock month first, and slashes
 * `assume` (day first unless told otherwise).
 */
export function inferDateOrder(samples: Iterable<string>, assume: DateOrder = 'day-month'): DateOrderFinding {
  const { dayMonth, monthDay, ambiguous, slashes, twelveHour } = tallyOrders(samples)
  if (dayMonth.length > 0 && monthDay.length > 0) {
    const [first, second] = [dayMonth.slice(0, KEPT_INDICES), monthDay.slice(0, KEPT_INDICES)]
    return { kind: 'mixed', dayMonth: first, monthDay: second }
  }
  if (dayMonth.length > 0) return { kind: 'decided', order: 'day-month', evidence: dayMonth.length }
  if (monthDay.length > 0) return { kind: 'decided', order: 'month-day', evidence: monthDay.length }
  if (ambiguous === 0) return { kind: 'none' }
  const slashOrder = twelveHour > 0 ? 'month-day' : assume
  return { kind: 'assumed', order: slashes > 0 ? slashOrder : 'day-month', ambiguous }
}

type OrderTally = {
  readonly dayMonth: readonly number[]
  readonly monthDay: readonly number[]
  readonly ambiguous: number
  readonly slashes: number
  readonly twelveHour: number
}

/** Which samples fit one order only, and what the others hint at. */
function tallyOrders(samples: Iterable<string>): OrderTally {
  const orders: Record<DateOrder, number[]> = { 'day-month': [], 'month-day': [] }
  const hints = { ambiguous: 0, slashes: 0, twelveHour: 0 }
  let index = -1
  for (const sample of samples) {
    index += 1
    const parts = ambiguousParts(sample)
    if (parts === undefined) continue
    const order = onlyOrder(parts.first, parts.second)
    if (order !== undefined) orders[order].push(index)
    else if (parts.first !== parts.second && parts.first <= 12) hints.ambiguous += 1
    if (parts.separator === '/') hints.slashes += 1
    if (TWELVE_HOUR_CLOCK.test(sample.trim())) hints.twelveHour += 1
  }
  return { dayMonth: orders['day-month'], monthDay: orders['month-day'], ...hints }
}

function onlyOrder(first: number, second: number): DateOrder | undefined {
  if (first > 12 && second <= 12) return 'day-month'
  return second > 12 && first <= 12 ? 'month-day' : undefined
}

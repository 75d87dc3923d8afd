import { dayNumber, type PlainDate } from '../kernel/index.ts'

/** What a resource costs an hour and each time it is used, in minor units; null: nobody says. */
export type Price = { readonly rateMinorPerHour: number | null; readonly costPerUseMinor: number | null }

/** What a resource costs, and what instead from some days on. */
export type Prices = Price & { readonly rates: readonly (Price & { readonly fromOn: PlainDate })[] }

/** The price of a day: of the last rate that has begun by then, else the one without a day. Null: before all of them. */
export function priceOn(prices: Prices, day: PlainDate | null): Price {
  const begun = day === null ? [] : prices.rates.filter(({ fromOn }) => fromOn <= day)
  return begun.reduce<Price & { readonly fromOn?: PlainDate }>(
    (latest, rate) => (rate.fromOn > (latest.fromOn ?? '') ? rate : latest),
    prices,
  )
}

/** Work of a resource, and the days between which it is done; null: nobody knows when. */
export type PricedWork = {
  readonly workMin: number
  readonly startOn: PlainDate | null
  readonly finishOn: PlainDate | null
}

/**
 * What work costs at the rates of the days on which it is done, in whole minor units: it is spread evenly over its days,
 * both ends inclusive. Each use is paid once, at the price of the first day. Without days the price without a day holds.
 */
export function costOfWork(prices: Prices, { workMin, startOn, finishOn }: PricedWork): number {
  const [first, last] = [startOn ?? finishOn, finishOn ?? startOn]
  const use = priceOn(prices, first).costPerUseMinor ?? 0
  if (first === null || last === null || last < first) return use + costAt(priceOn(prices, first), workMin)
  const inside = prices.rates.map(({ fromOn }) => fromOn).filter((day) => first < day && day <= last)
  const begins = [first, ...new Set(inside.toSorted())]
  const end = dayOf(last) + 1
  const length = end - dayOf(first)
  const hours = begins.reduce((sum, day, index) => {
    const next = begins[index + 1]
    const days = (next === undefined ? end : dayOf(next)) - dayOf(day)
    return sum + ((priceOn(prices, day).rateMinorPerHour ?? 0) * workMin * days) / length / 60
  }, 0)
  return use + Math.round(hours)
}

function costAt({ rateMinorPerHour }: Price, workMin: number): number {
  return Math.round(((rateMinorPerHour ?? 0) * workMin) / 60)
}

function dayOf(day: PlainDate): number {
  return dayNumber(day) ?? 0
}

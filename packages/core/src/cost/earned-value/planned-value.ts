/**
 * How a package's budget falls due over the periods of its plan. It mirrors the rule by which it earns;
 * with another one, a package exactly on plan would show a variance.
 */
export type PlannedSpread =
  | { readonly kind: 'by-work' }
  | { readonly kind: 'fixed'; readonly atStart: number }
  | { readonly kind: 'milestones'; readonly milestones: readonly PlannedMilestone[] }

/** A milestone of a package: its weight and the period (0 is the first of the plan) it is planned in. */
export type PlannedMilestone = { readonly weight: number; readonly period: number }

/** A package of a baseline. */
export type PlannedPackage = {
  /** Whole minor units. */
  readonly budgetMinor: number
  /** The period its work starts in; 0 is the first of the plan. */
  readonly firstPeriod: number
  /** Working minutes in each period from the first: holidays and weekends plan no value. */
  readonly workMin: readonly number[]
  readonly spread: PlannedSpread
}

/**
 * Planned value over time: the performance measurement baseline.
 *
 * @param packages of one baseline
 * @param periods how many periods the series has; what lies behind is left out
 * @returns cumulative planned value at the end of each period, whole minor units; each package adds up
 *   to its budget exactly, and one without any work has all of it in its first period
 */
export function planValue(packages: readonly PlannedPackage[], periods: number): readonly number[] {
  const perPeriod = Array.from({ length: periods }, () => 0)
  for (const one of packages) {
    let before = 0
    for (const { period, share } of sharesOf(one)) {
      const until = Math.round(one.budgetMinor * Math.min(1, share))
      if (period < periods) perPeriod[period] = (perPeriod[period] ?? 0) + until - before
      before = until
    }
  }
  return cumulate(perPeriod)
}

/**
 * Sums up a series: actual cost by posting date, for one.
 *
 * @param amounts what falls into each period
 * @returns the sum up to the end of each period
 */
export function cumulate(amounts: readonly number[]): readonly number[] {
  let sum = 0
  return amounts.map((amount) => {
    sum += amount
    return sum
  })
}

/**
 * Value of a cumulative series at a time within a period, by straight line between the ends of periods.
 *
 * @param series value at the end of periods 1, 2, ...; it is 0 at time 0
 * @param time in periods since the start of the plan
 * @returns the value; the last one after the end, 0 before the start
 */
export function valueAt(series: readonly number[], time: number): number {
  if (!(time > 0)) return 0
  const whole = Math.min(Math.floor(time), series.length)
  const from = whole === 0 ? 0 : (series[whole - 1] ?? 0)
  const to = series[whole] ?? from
  return from + (to - from) * (time - whole)
}

type Step = { readonly period: number; readonly share: number }

/** Cumulative shares of the budget in order of time; the last one is 1. */
function sharesOf({ firstPeriod, workMin, spread }: PlannedPackage): readonly Step[] {
  const worked = workMin.map((min, index) => ({ period: firstPeriod + index, weight: min }))
  switch (spread.kind) {
    case 'by-work':
      return stepsOf(worked, firstPeriod)
    case 'milestones':
      return stepsOf(
        spread.milestones.toSorted((a, b) => a.period - b.period),
        firstPeriod,
      )
    default: {
      const busy = worked.filter(({ weight }) => weight > 0)
      const start = busy[0]?.period ?? firstPeriod
      const end = busy.at(-1)?.period ?? firstPeriod
      return [
        { period: start, share: spread.atStart },
        { period: end, share: 1 },
      ]
    }
  }
}

function stepsOf(parts: readonly PlannedMilestone[], firstPeriod: number): readonly Step[] {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  if (!(total > 0)) return [{ period: firstPeriod, share: 1 }]
  let sum = 0
  return parts.map(({ period, weight }, index) => {
    sum += weight
    // The last share is 1 and not a sum of fractions that may fall short of it.
    return { period, share: index === parts.length - 1 ? 1 : sum / total }
  })
}

/** Outcomes of all runs of a simulation: finish in working minutes, or cost in minor units. */
export type Distribution = {
  readonly mean: number
  readonly standardDeviation: number
  /** Ascending, one for each run. */
  readonly sorted: Float64Array
}

/** A point of an S-curve: the part of runs that end at or below a value. */
export type CurvePoint = { readonly value: number; readonly share: number }

/** Sorts outcomes and sums them up. */
export function distribute(values: Float64Array): Distribution {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const standardDeviation = Math.sqrt(squares / Math.max(1, values.length - 1))
  return { mean, standardDeviation, sorted: values.toSorted() }
}

/**
 * The value that a part of the runs keep, by nearest rank: P80 is `percentileOf(finish, 0.8)`.
 *
 * @param share above 0 up to 1
 * @returns same unit as the distribution
 */
export function percentileOf({ sorted }: Distribution, share: number): number {
  // A product like 0.07 x 100 may lie a last digit above the rank it means.
  const rank = Math.ceil(share * sorted.length - 1e-9)
  return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? 0
}

/** Part of the runs that end at or below a value: the chance to keep a date or a budget. */
export function chanceOf({ sorted }: Distribution, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return sorted.length === 0 ? 0 : low / sorted.length
}

/**
 * The S-curve of a distribution.
 *
 * @param points how many steps of equal share; 100 gives whole percents
 * @returns ascending, the last point is the worst run
 */
export function curveOf(distribution: Distribution, points: number): readonly CurvePoint[] {
  return Array.from({ length: points }, (_, index) => {
    const share = (index + 1) / points
    return { value: percentileOf(distribution, share), share }
  })
}

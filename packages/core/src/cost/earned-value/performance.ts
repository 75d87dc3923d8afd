/** What earned value knows of a package, a node or a project, all in one unit at one status date. */
export type Measure = {
  /** BAC: the whole budget. */
  readonly budgetAtCompletion: number
  /** PV: the budget of the work planned until now. */
  readonly plannedValue: number
  /** EV: the budget of the work done until now. */
  readonly earnedValue: number
  /** AC: what the work done until now has cost. */
  readonly actualCost: number
}

/**
 * Variances and indices of a measure. What cannot be said is null, never infinity: no index of cost
 * without cost, no forecast by an index that is zero.
 */
export type Performance = Measure & {
  /** CV = EV - AC; below 0 is over budget. */
  readonly costVariance: number
  /** SV = EV - PV; below 0 is behind plan. */
  readonly scheduleVariance: number
  /** CPI = EV / AC. */
  readonly costPerformanceIndex: number | null
  /** SPI = EV / PV. It returns to 1 at the end of a late project: see `earnSchedule`. */
  readonly schedulePerformanceIndex: number | null
  readonly estimateAtCompletion: Estimates
  /** ETC, VAC and TCPI after the typical estimate, BAC / CPI. */
  readonly estimateToComplete: number | null
  readonly varianceAtCompletion: number | null
  /** TCPI to the budget: (BAC - EV) / (BAC - AC); null when the budget is spent. */
  readonly toCompleteForBudget: number | null
  /**
   * TCPI to the estimate: (BAC - EV) / (EAC - AC), with the rest as estimated anew where it was. With the typical
   * estimate it is CPI itself.
   */
  readonly toCompleteForEstimate: number | null
}

/** EAC by what is believed of the rest of the work. */
export type Estimates = {
  /** The rest costs as the work so far did: BAC / CPI. */
  readonly typical: number | null
  /** The rest costs what was planned: AC + BAC - EV. */
  readonly atypical: number
  /** The rest suffers from cost and from haste: AC + (BAC - EV) / (CPI x SPI). */
  readonly costAndSchedule: number | null
  /** The rest was estimated anew: AC + new ETC; null without such an estimate. */
  readonly reestimated: number | null
}

/**
 * All variances, indices and estimates of one measure.
 *
 * @param measure in any one unit: minor units of money, or minutes
 * @param newEstimateToComplete the rest of the cost as estimated anew, same unit, or null
 * @returns the figures in the unit of the measure, indices without a unit; null where undefined
 * @see PMI, Practice Standard for Earned Value Management, 2nd edition
 */
export function performanceOf(measure: Measure, newEstimateToComplete: number | null = null): Performance {
  const { budgetAtCompletion: bac, plannedValue: pv, earnedValue: ev, actualCost: ac } = measure
  const cpi = ratio(ev, ac)
  const spi = ratio(ev, pv)
  const rest = bac - ev
  const typical = cpi === null ? null : ratio(bac, cpi)
  const reestimated = newEstimateToComplete === null ? null : ac + newEstimateToComplete
  const agreed = reestimated ?? typical
  const hasty = cpi === null || spi === null ? null : ratio(rest, cpi * spi)
  return {
    ...measure,
    costVariance: ev - ac,
    scheduleVariance: ev - pv,
    costPerformanceIndex: cpi,
    schedulePerformanceIndex: spi,
    estimateAtCompletion: {
      typical,
      atypical: ac + rest,
      costAndSchedule: hasty === null ? null : ac + hasty,
      reestimated,
    },
    estimateToComplete: typical === null ? null : typical - ac,
    varianceAtCompletion: typical === null ? null : bac - typical,
    toCompleteForBudget: ratio(rest, bac - ac),
    toCompleteForEstimate: agreed === null ? null : ratio(rest, agreed - ac),
  }
}

/** Null where the divisor is not above zero: nothing spent, nothing planned, nothing left to spend. */
function ratio(of: number, by: number): number | null {
  const value = by > 0 ? of / by : Number.NaN
  return Number.isFinite(value) ? value : null
}

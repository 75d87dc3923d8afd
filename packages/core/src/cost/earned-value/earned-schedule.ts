/** Earned schedule at one status date; times in periods since the start of the plan. */
export type EarnedSchedule = {
  /** ES: the time at which the plan expected what is earned now. */
  readonly earnedSchedule: number
  /** SV(t) = ES - AT. */
  readonly scheduleVariance: number
  /** SPI(t) = ES / AT; null before any time has passed. */
  readonly schedulePerformanceIndex: number | null
  /** PD: the period by whose end the plan has earned everything. */
  readonly plannedDuration: number
  /** IEAC(t) = PD / SPI(t): when it will be finished at this pace; null while nothing is earned. */
  readonly estimateAtCompletion: number | null
}

/**
 * Earned schedule: lateness in time instead of in money. Unlike SPI it does not heal at the end of a
 * late project.
 *
 * @param planned cumulative planned value at the end of periods 1, 2, ..., never falling
 * @param earnedValue earned by the status date, same unit; what exceeds the plan counts as all of it
 * @param actualTime AT: periods passed, may be a fraction
 * @returns times in periods; null where undefined
 * @see W. Lipke, Schedule is Different, The Measurable News, 2003
 */
export function earnSchedule(
  planned: readonly number[],
  earnedValue: number,
  actualTime: number,
): EarnedSchedule {
  const plannedDuration = timeOf(planned, planned.at(-1) ?? 0)
  const earned = timeOf(planned, earnedValue)
  const index = actualTime > 0 ? earned / actualTime : null
  return {
    earnedSchedule: earned,
    scheduleVariance: earned - actualTime,
    schedulePerformanceIndex: index,
    plannedDuration,
    estimateAtCompletion: index === null || index === 0 ? null : plannedDuration / index,
  }
}

/** The first time at which the plan reaches a value: a plateau of the plan counts from its beginning. */
function timeOf(planned: readonly number[], value: number): number {
  if (!(value > 0)) return 0
  let before = 0
  let reachedAt = 0
  for (const [index, after] of planned.entries()) {
    if (after >= value) return index + (value - before) / (after - before)
    if (after > before) reachedAt = index + 1
    before = after
  }
  return reachedAt
}

/** Runs whose durations are kept for ranking: the error of a rank correlation of 0 is then 0.022. */
export const RANKED_RUNS = 2048

/** Pearson's correlation from sums over runs; 0 for what does not vary. */
export function correlate(sums: {
  readonly runs: number
  readonly x: number
  readonly xx: number
  readonly xy: number
  readonly mean: number
  readonly deviation: number
}): { readonly correlation: number; readonly standardDeviation: number } {
  const { runs, x, xx, xy, mean, deviation } = sums
  const freedom = Math.max(1, runs - 1)
  const variance = Math.max(0, xx - (x * x) / runs) / freedom
  // What cancels in the subtraction above may leave some last digits where nothing varies.
  const standardDeviation = variance > 1e-12 * (xx / runs) ? Math.sqrt(variance) : 0
  const covariance = (xy - x * mean) / freedom
  const divisor = standardDeviation * deviation
  return { correlation: divisor > 0 ? clamp(covariance / divisor) : 0, standardDeviation }
}

/** Ranks from 0; equal values share the mean of their ranks. At most 2,048 values, none below 0. */
export function rank(values: Float32Array): Float64Array {
  // A float above 0 sorts as its bits do: with its place below them, one numeric sort orders both.
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length)
  const keys = Float64Array.from(bits, (value, index) => value * RANKED_RUNS + index).toSorted()
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < keys.length; ) {
    const value = Math.floor((keys[from] ?? 0) / RANKED_RUNS)
    let to = from + 1
    while (to < keys.length && Math.floor((keys[to] ?? 0) / RANKED_RUNS) === value) to++
    for (let i = from; i < to; i++) ranks[(keys[i] ?? 0) % RANKED_RUNS] = (from + to - 1) / 2
    from = to
  }
  return ranks
}

/** Spearman's correlation of two rankings; 0 where one of them does not vary. */
export function correlateRanks(a: Float64Array, b: Float64Array): number {
  const mean = (a.length - 1) / 2
  let [aa, bb, ab] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    const x = (a[i] ?? 0) - mean
    const y = (b[i] ?? 0) - mean
    aa += x * x
    bb += y * y
    ab += x * y
  }
  return aa > 0 && bb > 0 ? clamp(ab / Math.sqrt(aa * bb)) : 0
}

function clamp(value: number): number {
  return Math.min(1, Math.max(-1, value))
}

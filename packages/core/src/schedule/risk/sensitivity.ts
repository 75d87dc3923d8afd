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

/** A float has 32 bits: they are sorted by eleven at a time, from the last ones on. */
const DIGIT_BITS = 11
const DIGITS = 2 ** DIGIT_BITS

/** Ranks from 0; equal values share the mean of their ranks. None is below 0. */
export function rank(values: Float32Array): Float64Array {
  // A float above 0 sorts as its bits do.
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length)
  const order = orderOf(bits)
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length; ) {
    const value = bits[order[from] ?? 0]
    let to = from + 1
    while (to < order.length && bits[order[to] ?? 0] === value) to++
    for (let i = from; i < to; i++) ranks[order[i] ?? 0] = (from + to - 1) / 2
    from = to
  }
  return ranks
}

/** Places of values from the lowest value to the highest: a radix sort, which costs a third of one by comparison. */
function orderOf(bits: Uint32Array): Int32Array {
  let order = new Int32Array(bits.length)
  for (let place = 0; place < order.length; place++) order[place] = place
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const next = new Int32Array(DIGITS + 1)
    for (const value of bits) {
      const digit = (value >>> shift) & (DIGITS - 1)
      next[digit + 1] = (next[digit + 1] ?? 0) + 1
    }
    for (let digit = 0; digit < DIGITS; digit++) next[digit + 1] = (next[digit + 1] ?? 0) + (next[digit] ?? 0)
    const sorted = new Int32Array(bits.length)
    for (const place of order) {
      const digit = ((bits[place] ?? 0) >>> shift) & (DIGITS - 1)
      const at = next[digit] ?? 0
      next[digit] = at + 1
      sorted[at] = place
    }
    order = sorted
  }
  return order
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

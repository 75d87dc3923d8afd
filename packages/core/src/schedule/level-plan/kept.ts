/** A schedule that was kept. */
export type Kept = {
  /** What it was generated from: the same again gives the same. */
  readonly keys: Float64Array
  readonly wanted: Int32Array
  readonly start: Float64Array
  readonly finish: Float64Array
  readonly chosen: Int32Array
  readonly score: Float64Array
}

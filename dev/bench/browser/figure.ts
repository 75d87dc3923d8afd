/** One measured number, with the most it may be. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** Left out where nothing is promised. */
  readonly limit?: number
}

/** Shares of a resource are added up as whole millionths, rounded down: so that six sixths make one whole. */
export const SHARE = 1_000_000

/** Units as a number of shares. */
export function toShare(units: number): number {
  return Math.floor(units * SHARE + 0.001)
}

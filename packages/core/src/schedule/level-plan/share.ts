import type { PoolResource } from './pool.ts'

/** Shares of a resource are added up as whole millionths, rounded down: so that six sixths make one whole. */
export const SHARE = 1_000_000

/** Units as a number of shares. */
export function toShare(units: number): number {
  return Math.floor(units * SHARE + 0.001)
}

/** The most that there ever is of a resource, in shares. */
export function mostOf({ steps }: PoolResource): number {
  return Math.max(...steps.map(({ units }) => toShare(units)))
}

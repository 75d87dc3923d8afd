import type { PlainDateTime } from '../dates/index.ts'

/** What a plan once was: number 0 is the baseline, 1 to 10 are "Baseline 1" to "Baseline 10". */
export type MspdiBaseline = {
  readonly number: number
  readonly start: PlainDateTime | undefined
  readonly finish: PlainDateTime | undefined
  /** Working minutes; tasks only. */
  readonly durationMin: number | undefined
  readonly workMin: number | undefined
  /** Minor units of the project's currency. */
  readonly costMinor: number | undefined
}

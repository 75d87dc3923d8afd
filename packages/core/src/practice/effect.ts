import { type Random, seededRandom } from '../kernel/index.ts'

/** A finished item, as far as the effect of a practice shows in it. */
export type FlowPiece = {
  /** From started to finished. */
  readonly cycleMin: number
  /** Whether it came back after it had been finished. */
  readonly cameBack: boolean
  /** The time that people spent on it; null: none was noted. */
  readonly spentMin: number | null
}

/** A number that was measured, and between which values it lies with 90 % confidence. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number }

/** How work went in one of two times. Null: nothing was finished. */
export type FlowSummary = {
  readonly sample: number
  readonly medianCycleMin: number | null
  /** From 0 to 1. */
  readonly reworkShare: number | null
  /** Of those with time noted. */
  readonly medianSpentMin: number | null
}

/** What changed between before and after; positive: more. Null where one side is empty. */
export type PracticeEffect = {
  readonly before: FlowSummary
  readonly after: FlowSummary
  readonly cycleMin: Estimate | null
  readonly reworkShare: Estimate | null
  /** What it costs in time. */
  readonly spentMin: Estimate | null
  /** Too few finished items on a side to say much. */
  readonly isSmall: boolean
}

/** With fewer finished items on a side, an effect says little. */
export const EFFECT_SAMPLE_MIN = 20
const RESAMPLES = 2_000
const [LOW, HIGH] = [0.05, 0.95]

/**
 * What a change did to the flow of work: the difference of medians and of shares, each with its interval.
 *
 * @param seed of the resampling: the same seed gives the same interval
 * @see Efron & Tibshirani, An Introduction to the Bootstrap, 1993, percentile intervals
 */
export function practiceEffect(
  pieces: { readonly before: readonly FlowPiece[]; readonly after: readonly FlowPiece[] },
  seed: number,
): PracticeEffect {
  const { before, after } = pieces
  const random = seededRandom(seed)
  const difference = ({ value, middle }: Measure) =>
    differenceOf({ before: before.flatMap(value), after: after.flatMap(value), middle }, random)
  return {
    ...{ before: summaryOf(before), after: summaryOf(after) },
    cycleMin: difference(CYCLE),
    reworkShare: difference(REWORK),
    spentMin: difference(SPENT),
    isSmall: Math.min(before.length, after.length) < EFFECT_SAMPLE_MIN,
  }
}

/** What is measured at a piece, none where it is not known, and how many of it become one number. */
type Measure = {
  readonly value: (piece: FlowPiece) => readonly number[]
  readonly middle: (values: readonly number[]) => number
}

const CYCLE: Measure = { value: ({ cycleMin }) => [cycleMin], middle: median }
const REWORK: Measure = { value: ({ cameBack }) => [cameBack ? 1 : 0], middle: mean }
const SPENT: Measure = { value: ({ spentMin }) => (spentMin === null ? [] : [spentMin]), middle: median }

type Sides = {
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly middle: Measure['middle']
}

function differenceOf({ before, after, middle }: Sides, random: Random): Estimate | null {
  if (before.length === 0 || after.length === 0) return null
  const draw = (from: readonly number[]) => from.map(() => from[Math.floor(random() * from.length)] ?? 0)
  const drawn = Array.from({ length: RESAMPLES }, () => middle(draw(after)) - middle(draw(before)))
  const sorted = drawn.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (RESAMPLES - 1))] ?? 0
  return { value: middle(after) - middle(before), low: at(LOW), high: at(HIGH) }
}

function summaryOf(pieces: readonly FlowPiece[]): FlowSummary {
  const of = ({ value, middle }: Measure) => {
    const values = pieces.flatMap(value)
    return values.length === 0 ? null : middle(values)
  }
  return {
    ...{ sample: pieces.length, medianCycleMin: of(CYCLE), reworkShare: of(REWORK) },
    medianSpentMin: of(SPENT),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) / 2
  return ((sorted[Math.floor(place)] ?? 0) + (sorted[Math.ceil(place)] ?? 0)) / 2
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

import { seededRandom } from '../kernel/index.ts'

/** A finished item, as far as the effect of a practice shows in it. */
export type FlowPiece = {
  /** From started to finished. */
  readonly cycleMin: number
  /** Whether it came back after it had been finished. */
  readonly cameBack: boolean
}

/** A number that was measured, and between which values it lies with 90 % confidence. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number }

/** How work went in one of two times. Null: nothing was finished. */
export type FlowSummary = {
  readonly sample: number
  readonly medianCycleMin: number | null
  /** From 0 to 1. */
  readonly reworkShare: number | null
}

/** What changed between before and after; positive: more. Null where one side is empty. */
export type PracticeEffect = {
  readonly before: FlowSummary
  readonly after: FlowSummary
  readonly cycleMin: Estimate | null
  readonly reworkShare: Estimate | null
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
  const draw = <Value>(from: readonly Value[]) =>
    from.map(() => from[Math.floor(random() * from.length)] as Value) // Its index is within the list.
  const difference = (of: (some: readonly FlowPiece[]) => number): Estimate | null => {
    if (before.length === 0 || after.length === 0) return null
    const drawn = Array.from({ length: RESAMPLES }, () => of(draw(after)) - of(draw(before))).toSorted(
      (a, b) => a - b,
    )
    const at = (share: number) => drawn[Math.floor(share * (RESAMPLES - 1))] ?? 0
    return { value: of(after) - of(before), low: at(LOW), high: at(HIGH) }
  }
  return {
    ...{ before: summaryOf(before), after: summaryOf(after) },
    ...{ cycleMin: difference(medianCycle), reworkShare: difference(shareBack) },
    isSmall: Math.min(before.length, after.length) < EFFECT_SAMPLE_MIN,
  }
}

function summaryOf(pieces: readonly FlowPiece[]): FlowSummary {
  const isEmpty = pieces.length === 0
  return {
    sample: pieces.length,
    medianCycleMin: isEmpty ? null : medianCycle(pieces),
    reworkShare: isEmpty ? null : shareBack(pieces),
  }
}

function medianCycle(pieces: readonly FlowPiece[]): number {
  const sorted = pieces.map(({ cycleMin }) => cycleMin).toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}

function shareBack(pieces: readonly FlowPiece[]): number {
  return pieces.filter(({ cameBack }) => cameBack).length / pieces.length
}

import type { Timeline } from '../../calendar/index.ts'
import type { Instant } from '../../kernel/index.ts'
import type { Spread } from '../risk/spread.ts'

/** How an estimate is spread: between its ends by a formula, or as finished work of the same kind went. */
export const ESTIMATE_SHAPES = ['pert', 'triangular', 'uniform', 'lognormal', 'history'] as const
/** One of them. */
export type EstimateShape = (typeof ESTIMATE_SHAPES)[number]

/**
 * Finished items of a kind from which on its history counts: with five, the chance that the median of all
 * such work lies between the quickest and the slowest of them is 94 %.
 *
 * @see D. Vacanti, Actionable Agile Metrics for Predictability, 2015: the rule of five (D. Hubbard)
 */
export const HISTORY_MIN = 5

/** What is believed of the effort of an item, in minutes; likely is null where only a range was given. */
export type EffortRange = {
  readonly lowMin: number
  readonly likelyMin: number | null
  readonly highMin: number
}

/** A finished item with what it was thought to take and what it took. */
export type FinishedWork = {
  /** Items of one kind are alike: of one practice, or of one type. */
  readonly kind: string
  /** Minutes that were thought to be worked, and those that were written down as worked. */
  readonly effortMin: number | null
  readonly spentMin: number
  /** Working minutes that it was planned to last. */
  readonly durationMin: number | null
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
}

const MINUTE_MS = 60_000

/**
 * What finished work took for each minute that it was thought to take, by kind. Where time was written down it
 * is held against the effort, otherwise its cycle time in working minutes against its duration.
 *
 * @param line counts working minutes
 * @returns ratios above 0; work that says nothing of either is left out
 */
export function readHistory(
  finished: readonly FinishedWork[],
  line: Timeline,
): ReadonlyMap<string, readonly number[]> {
  const ratios = new Map<string, number[]>()
  for (const work of finished) {
    const ratio = ratioOf(work, line)
    if (ratio === null) continue
    const known = ratios.get(work.kind)
    if (known) known.push(ratio)
    else ratios.set(work.kind, [ratio])
  }
  return ratios
}

function ratioOf(work: FinishedWork, line: Timeline): number | null {
  const { effortMin, spentMin, durationMin, startedAt, finishedAt } = work
  if (spentMin > 0 && effortMin !== null && effortMin > 0) return spentMin / effortMin
  const planned = durationMin ?? effortMin ?? 0
  if (startedAt === null || finishedAt === null || planned <= 0) return null
  const took =
    line.toWork(Math.floor(finishedAt / MINUTE_MS)) - line.toWork(Math.floor(startedAt / MINUTE_MS))
  // What was closed in the minute it was begun was only written down afterwards.
  return took > 0 ? took / planned : null
}

/** What is believed of a duration. */
export type Estimate = {
  /** How long it is expected to take. */
  readonly likely: number
  readonly range: EffortRange | undefined
  readonly shape: EstimateShape
  /** Ratios of finished work of its kind. */
  readonly history: readonly number[]
}

/**
 * The spread of a duration. An estimate of effort stretches it in its proportion. Lognormal ends are taken as PERT
 * takes them: the mean (low + 4 likely + high) / 6 and the deviation (high - low) / 6, with a longer tail. Where
 * there is too little history the range counts as PERT has it.
 */
export function spreadOf({ likely, range, shape, history }: Estimate): Spread {
  if (!(likely > 0)) return { kind: 'point', value: likely }
  if (shape === 'history' && history.length >= HISTORY_MIN) {
    return { kind: 'samples', values: history.map((ratio) => ratio * likely) }
  }
  return range ? stretch(likely, range, shape) : { kind: 'point', value: likely }
}

function stretch(likely: number, { lowMin, likelyMin, highMin }: EffortRange, shape: EstimateShape): Spread {
  const expected = likelyMin ?? (lowMin + highMin) / 2
  if (!(expected > 0) || lowMin === highMin) return { kind: 'point', value: likely }
  const low = Math.min(likely, (likely * lowMin) / expected)
  const high = Math.max(likely, (likely * highMin) / expected)
  switch (shape) {
    case 'uniform':
      return { kind: 'uniform', low, high }
    case 'lognormal':
      return {
        kind: 'lognormal',
        mean: (low + 4 * likely + high) / 6,
        standardDeviation: (high - low) / 6,
      }
    default:
      return { kind: shape === 'triangular' ? 'triangular' : 'pert', low, likely, high }
  }
}

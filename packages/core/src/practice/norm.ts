/** A finished item of a practice. Minutes; null: not known. */
export type FinishedPiece = {
  readonly effortMin: number | null
  readonly durationMin: number | null
  /** How many units of output it made. */
  readonly units: number
}

/** Where most of some measured values lie: half of them are below `median`, 70 % between the other two. */
export type Spread = {
  readonly p15: number
  readonly median: number
  readonly p85: number
  readonly sample: number
}

/** What finished work of a practice took for one unit of output. Null: nothing was measured. */
export type MeasuredNorm = { readonly effortMin: Spread | null; readonly durationMin: Spread | null }

/** With fewer pieces than this, a norm says little. */
export const NORM_SAMPLE_MIN = 20

/** What pieces of finished work took for one unit of output each. */
export function measureNorm(pieces: readonly FinishedPiece[]): MeasuredNorm {
  const per = (of: (piece: FinishedPiece) => number | null) =>
    spreadOf(
      pieces.flatMap((piece) => {
        const minutes = of(piece)
        return minutes === null || piece.units <= 0 ? [] : [minutes / piece.units]
      }),
    )
  return { effortMin: per(({ effortMin }) => effortMin), durationMin: per(({ durationMin }) => durationMin) }
}

/**
 * The 15th, 50th and 85th percentile of some values.
 *
 * @returns null of nothing
 */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const [p15, median, p85] = [0.15, 0.5, 0.85].map((share) => quantile(sorted, share))
  return { p15: p15 ?? 0, median: median ?? 0, p85: p85 ?? 0, sample: values.length }
}

/** Between neighbours as lines go. @see Hyndman & Fan, Sample quantiles in statistical packages, 1996, definition 7 */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below + (above - below) * (place - Math.floor(place))
}

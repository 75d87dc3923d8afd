import type { Minute, Timeline } from '../../calendar/index.ts'

/**
 * A gap in the work of a task: when so many minutes of its duration are done, it rests for so many minutes of its
 * working time. What is split moves as a whole, because nothing of it names a date.
 */
export type Split = { readonly afterMin: number; readonly pauseMin: number }

/** When a task rests: from the end of one part to the beginning of the next. */
export type Gap = { readonly startAt: Minute; readonly finishAt: Minute }

/** Of tasks that are done in one piece. */
export const NO_SPLITS: readonly Split[] = []
/** As above. */
export const NO_GAPS: readonly Gap[] = []

/**
 * What is wrong with the gaps of a task; null when they are in order: each rests for a while, behind some of the
 * work and before some more of it, and no two at one place.
 *
 * @returns `schedule.split_empty`, `schedule.split_outside` or `schedule.splits_overlap`
 */
export function checkSplits(splits: readonly Split[], durationMin: number): string | null {
  if (splits.some(({ pauseMin }) => !(pauseMin > 0))) return 'schedule.split_empty'
  if (splits.some(({ afterMin }) => !(afterMin > 0 && afterMin < durationMin)))
    return 'schedule.split_outside'
  const isApart = splits.every(({ afterMin }, index) => afterMin > (splits[index - 1]?.afterMin ?? 0))
  return isApart ? null : 'schedule.splits_overlap'
}

/** Those that lie within a duration: work that became shorter has no gaps behind its end. */
export function splitsWithin(splits: readonly Split[], durationMin: number): readonly Split[] {
  const fits = ({ afterMin }: Split) => afterMin < durationMin
  return splits.every(fits) ? splits : splits.filter(fits)
}

/** How long a task rests altogether. */
export function pausesOf(splits: readonly Split[]): number {
  return splits.reduce((sum, { pauseMin }) => sum + pauseMin, 0)
}

/** How long after its start so much of the work is done. */
export function spanTo(splits: readonly Split[], workMin: number): number {
  return workMin + pausesOf(splits.filter(({ afterMin }) => afterMin < workMin))
}

/** A part of a task, as minutes of working time after its start. */
export type Part = { readonly fromMin: number; readonly toMin: number }

/** The parts that so much of the work is done in. */
export function partsOf(splits: readonly Split[], workMin: number): readonly Part[] {
  const parts: Part[] = []
  let [worked, rested] = [0, 0]
  for (const { afterMin, pauseMin } of splitsWithin(splits, workMin)) {
    parts.push({ fromMin: worked + rested, toMin: afterMin + rested })
    worked = afterMin
    rested += pauseMin
  }
  return [...parts, { fromMin: worked + rested, toMin: workMin + rested }]
}

/** The same work seen from its finish. */
export function turnedSplits(splits: readonly Split[], workMin: number): readonly Split[] {
  return splits.toReversed().map(({ afterMin, pauseMin }) => ({ afterMin: workMin - afterMin, pauseMin }))
}

/** The gaps that come when so much of the work is done; one that begins right there is over. */
export function splitsAfter(splits: readonly Split[], doneMin: number): readonly Split[] {
  return splits.flatMap(({ afterMin, pauseMin }) =>
    afterMin > doneMin ? [{ afterMin: afterMin - doneMin, pauseMin }] : [],
  )
}

/** When a task rests that begins at a moment; what would reach its finish is no gap. */
export function layGaps(
  line: Timeline,
  splits: readonly Split[],
  { start, finish }: { readonly start: Minute; readonly finish: Minute },
): readonly Gap[] {
  const gaps: Gap[] = []
  let rest = line.toWork(start)
  for (const { afterMin, pauseMin } of splits) {
    const gap = {
      startAt: line.finishSide(rest + afterMin),
      finishAt: line.startSide(rest + afterMin + pauseMin),
    }
    if (gap.finishAt >= finish) break
    gaps.push(gap)
    rest += pauseMin
  }
  return gaps
}

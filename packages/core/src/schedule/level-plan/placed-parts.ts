import type { Minute } from '../../calendar/index.ts'
import { partsOf, type Split } from '../network/splits.ts'
import type { QuickLine } from './quick-line.ts'

/** A part of a task in its place; `fromMin` minutes of working time lie between the start of the task and its own. */
export type PlacedPart = { readonly start: Minute; readonly to: Minute; readonly fromMin: number }

/**
 * The parts of a task that lies between two moments, until so much of its work is done; one without gaps is
 * one part. On a line that never works, which nobody fits, they end with the task.
 */
export function placedParts(
  line: QuickLine,
  splits: readonly Split[],
  { start, to, workMin }: { readonly start: Minute; readonly to: Minute; readonly workMin: number },
): readonly PlacedPart[] {
  if (splits.length === 0) return [{ start, to, fromMin: 0 }]
  const before = line.toWork(start)
  return partsOf(splits, workMin).map(({ fromMin, toMin }) => ({
    start: fromMin === 0 ? start : Math.min(to, line.startSide(before + fromMin)),
    to: Math.min(to, line.finishSide(before + toMin)),
    fromMin,
  }))
}

import type { Minute } from '../../calendar/index.ts'
import { partsOf, type Split } from '../network/splits.ts'
import type { QuickLine } from './quick-line.ts'

/** A part of a task in its place; `fromMin` minutes of working time lie between the start of the task and its own. */
export type PlacedPart = { readonly start: Minute; readonly to: Minute; readonly fromMin: number }

/** The parts of a task that begins at a moment, until so much of its work is done. */
export function placedParts(
  line: QuickLine,
  splits: readonly Split[],
  { start, workMin }: { readonly start: Minute; readonly workMin: number },
): readonly PlacedPart[] {
  const before = line.toWork(start)
  return partsOf(splits, workMin).map(({ fromMin, toMin }) => ({
    start: fromMin === 0 ? start : line.startSide(before + fromMin),
    to: line.finishSide(before + toMin),
    fromMin,
  }))
}

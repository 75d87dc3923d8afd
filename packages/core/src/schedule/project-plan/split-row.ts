import type { Instant } from '../../kernel/index.ts'
import type { Gap, Split } from '../network/splits.ts'
import { placeRows } from './gaps-of-rows.ts'
import type { ProjectPlan } from './project-plan.ts'

const MINUTE_MS = 60_000

/** What a row is to be split in, or which of its gaps is to be changed. */
type Row = ProjectPlan['rows'][number]
/** What working time a row counts in: its plan, without rows and links. */
export type SplitGround = Omit<ProjectPlan, 'rows' | 'links'>

/**
 * The gaps of a row with one more: from a moment on it rests for so long. Whether they are in order is for
 * `checkSplits` to say.
 *
 * @returns null for a row that has no place in time
 */
export function splitRow(
  ground: SplitGround,
  row: Row,
  { at, pauseMin }: { readonly at: Instant; readonly pauseMin: number },
): readonly Split[] | null {
  const placed = placeOf(ground, row)
  if (!placed) return null
  const afterMin = placed.doneAt(at / MINUTE_MS)
  return [...row.splits, { afterMin, pauseMin }].toSorted((a, b) => a.afterMin - b.afterMin)
}

/**
 * The gaps of a row whose part behind one of them begins at another moment. What comes after that part stays as
 * long as there is room, and moves along where there is none; parts that touch become one.
 *
 * @param gap by its place among those of the row
 * @returns null where there is no such gap, or it is not one of those that were planned
 */
export function movePart(
  ground: SplitGround,
  row: Row,
  { gap: place, to }: { readonly gap: number; readonly to: Instant },
): readonly Split[] | null {
  const placed = placeOf(ground, row)
  const gap = placed?.gaps[place]
  if (!placed || !gap) return null
  const afterMin = placed.doneAt(gap.startAt)
  const index = row.splits.findIndex((split) => split.afterMin === afterMin)
  const before = row.splits[index]
  if (!before) return null
  const pauseMin = Math.max(0, placed.workBetween(gap.startAt, to / MINUTE_MS))
  return row.splits
    .map((split, at) => {
      if (at === index) return { ...split, pauseMin }
      const rest = Math.max(0, split.pauseMin - (pauseMin - before.pauseMin))
      return at === index + 1 ? { ...split, pauseMin: rest } : split
    })
    .filter((split) => split.pauseMin > 0)
}

/** A row in its place: how much of its work is done by a moment, and how much working time lies between two. */
type Placed = {
  readonly gaps: readonly Gap[]
  readonly doneAt: (at: number) => number
  readonly workBetween: (from: number, to: number) => number
}

function placeOf(ground: SplitGround, row: Row): Placed | null {
  const [placed] = placeRows({ ...ground, links: [] }, [row])
  if (!placed) return null
  const { task, line, gaps, finish } = placed
  const workBetween = (from: number, to: number) => line.toWork(to) - line.toWork(from)
  const restIn = (some: readonly Gap[]) =>
    some.reduce((sum, gap) => sum + workBetween(gap.startAt, gap.finishAt), 0)
  return {
    gaps,
    workBetween,
    doneAt: (moment) => {
      const at = gaps.find((gap) => gap.startAt <= moment && moment < gap.finishAt)?.startAt ?? moment
      const before = gaps.filter((gap) => gap.finishAt <= at)
      if (task.actual === null) return workBetween(placed.start, at) - restIn(before)
      // From the finish backwards: what is done may have taken any time.
      const behind = gaps.filter((gap) => gap.startAt >= at)
      return task.durationMin - (workBetween(at, finish) - restIn(behind))
    },
  }
}

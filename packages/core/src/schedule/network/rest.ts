import type { Minute, Timeline } from '../../calendar/index.ts'
import type { PlanOptions, PlanTask } from './plan.ts'
import { type Gap, layGaps, NO_GAPS, NO_SPLITS, pausesOf, splitsAfter } from './splits.ts'
import { durationOf } from './task-span.ts'

const NEVER = Number.NEGATIVE_INFINITY

/** Work that has begun: how much of it is left, with the gaps that are still to come. */
export type Rest = { readonly leftMin: number; readonly spanMin: number }

/** What is left of a task that has begun. */
export function restOf(task: PlanTask): Rest {
  const leftMin = task.actual?.remainingMin ?? 0
  return { leftMin, spanMin: leftMin + pausesOf(splitsAfter(task.splits ?? NO_SPLITS, doneOf(task))) }
}

/**
 * When what is left may go on, whatever it waits for: behind what is done of it and the gap that begins there, when
 * somebody said that it is taken up again, and not before the status date.
 */
export function restFrom(task: PlanTask, { statusAt }: PlanOptions, line: Timeline): Minute {
  const startAt = task.actual?.startAt ?? NEVER
  const splits = task.splits ?? NO_SPLITS
  const done = doneOf(task)
  const isAtGap = splits.some(({ afterMin }) => afterMin === done)
  const behind = statusAt === null || isAtGap ? behindDone(line, startAt, { splits, done }) : startAt
  return Math.max(task.actual?.resumeAt ?? NEVER, statusAt ?? NEVER, behind, startAt)
}

/** When a task rests that starts and finishes at these moments. */
export function gapsOf(
  task: PlanTask,
  line: Timeline,
  { start, finish }: { readonly start: Minute; readonly finish: Minute },
): readonly Gap[] {
  const { actual, splits = NO_SPLITS } = task
  if (task.kind !== 'task') return NO_GAPS
  if (!actual || actual.finishAt !== null) {
    return splits.length === 0 ? NO_GAPS : layGaps(line, splits, { start, finish })
  }
  return splits.length === 0 && actual.resumeAt === undefined
    ? NO_GAPS
    : gapsUnderWay(task, line, { start, finish })
}

type Span = { readonly start: Minute; readonly finish: Minute }

/** Where it was interrupted so far, then until it goes on, then as planned. */
function gapsUnderWay(task: PlanTask, line: Timeline, { start, finish }: Span): readonly Gap[] {
  const { splits = NO_SPLITS, actual } = task
  const { leftMin, spanMin } = restOf(task)
  const done = doneOf(task)
  const resumed = leftMin === 0 ? finish : line.startSide(line.toWork(finish) - spanMin)
  const before = splits.filter(({ afterMin }) => afterMin < done)
  const stopped = line.finishSide(line.toWork(start) + Math.max(0, done) + pausesOf(before))
  const isInterrupted = actual?.resumeAt !== undefined || splits.some(({ afterMin }) => afterMin === done)
  const isResting = isInterrupted && leftMin > 0 && done > 0 && line.toWork(resumed) > line.toWork(stopped)
  return [
    ...layGaps(line, before, { start, finish: resumed }),
    ...(isResting ? [{ startAt: stopped, finishAt: resumed }] : []),
    ...layGaps(line, splitsAfter(splits, done), { start: resumed, finish }),
  ]
}

function doneOf(task: PlanTask): number {
  return durationOf(task) - (task.actual?.remainingMin ?? 0)
}

/** As long as nobody says when it was done, what is done was done with the gaps that were planned. */
function behindDone(
  line: Timeline,
  startAt: Minute,
  { splits, done }: { readonly splits: PlanTask['splits'] & object; readonly done: number },
): Minute {
  if (done <= 0) return startAt
  const pauses = pausesOf(splits.filter(({ afterMin }) => afterMin <= done))
  return line.startSide(line.toWork(startAt) + done + pauses)
}

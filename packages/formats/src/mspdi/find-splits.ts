import type { Minute, Timeline } from '@millrace/core/calendar'
import { checkSplits, NO_SPLITS, type PlanTask, type Split } from '@millrace/core/schedule'
import type { MspdiAssignment } from './assignment.ts'

type Stretch = { readonly start: Minute; readonly finish: Minute }

/** Gaps in the work of a task, and whether that is all there is of them. */
export type FoundSplits = { readonly splits: readonly Split[]; readonly isWhole: boolean }

/**
 * Finds the gaps of a task in the work of its assignments as it is spread over time: where none of them does
 * anything in working time. When work that has begun is taken up again is a date of the task, and no gap here.
 *
 * @param startAt of the task; null: where its work begins
 * @see MPXJ, `MSPDIReader`: amounts of nothing in working time make a split task
 */
export function findSplits(
  task: PlanTask,
  {
    assignments,
    line,
    startAt,
  }: {
    readonly assignments: readonly MspdiAssignment[]
    readonly line: Timeline
    readonly startAt: Minute | null
  },
): FoundSplits {
  const busy = assignments.map(({ timephased }) => busyStretches(timephased))
  const all = busy.flat()
  const found = gapsBetween(line, all, startAt)
  const done = task.durationMin - (task.actual?.remainingMin ?? 0)
  const isTakenUp = task.actual?.resumeAt !== undefined
  const splits = found.filter(({ afterMin }) => !isTakenUp || afterMin !== done)
  if (checkSplits(splits, task.durationMin) !== null) return { splits: NO_SPLITS, isWhole: false }
  // Where one rests and another works, nothing of the task itself says so.
  const isWhole = busy.every((own) => gapsBetween(line, own, startAt).length <= found.length)
  return { splits, isWhole }
}

function busyStretches(timephased: MspdiAssignment['timephased']): readonly Stretch[] {
  return timephased
    .filter(
      ({ measure, amount }) => amount > 0 && (measure === 'remaining-work' || measure === 'actual-work'),
    )
    .map(({ start, finish }) => ({ start: exactMinute(start), finish: exactMinute(finish) }))
}

/** Seconds count here: rounded, two stretches that touch may lie a minute apart. */
function exactMinute(moment: string): Minute {
  return Date.parse(`${moment}Z`) / 60_000
}

function gapsBetween(
  line: Timeline,
  stretches: readonly Stretch[],
  startAt: Minute | null,
): readonly Split[] {
  const [first, ...others] = stretches.toSorted((a, b) => a.start - b.start)
  if (!first) return NO_SPLITS
  const splits: Split[] = []
  const begin = line.toWork(startAt ?? first.start)
  let [worked, rested] = [line.toWork(first.finish), 0]
  for (const { start, finish } of others) {
    const pauseMin = line.toWork(start) - worked
    if (pauseMin >= 1) {
      const pause = Math.round(pauseMin)
      splits.push({ afterMin: Math.round(worked - begin) - rested, pauseMin: pause })
      rested += pause
    }
    worked = Math.max(worked, line.toWork(finish))
  }
  return splits
}

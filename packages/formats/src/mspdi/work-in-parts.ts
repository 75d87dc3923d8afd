import type { Minute, Timeline } from '@millrace/core/calendar'
import type { PlannedTask, PlanTask } from '@millrace/core/schedule'
import { plainDateTimeOf } from '../plan/index.ts'
import type { MspdiTimephased } from './timephased.ts'

type Part = { readonly from: Minute; readonly to: Minute; readonly isGap: boolean }

/**
 * Work as it is spread over the parts of a task: what is done, then what is left, and nothing in its gaps.
 *
 * @param line what its duration is counted on
 */
export function workInParts(
  line: Timeline,
  { task, one, workMin }: { readonly task: PlanTask; readonly one: PlannedTask; readonly workMin: number },
): readonly MspdiTimephased[] {
  const lengthOf = ({ from, to, isGap }: Part) => (isGap ? 0 : line.toWork(to) - line.toWork(from))
  const parts = partsOf(one)
  const total = parts.reduce((sum, part) => sum + lengthOf(part), 0)
  if (total <= 0) return []
  const left = Math.min(total, leftOf(task) ?? total)
  const leftWork = workMin * leftShare(task)
  const perMin = {
    'actual-work': (workMin - leftWork) / Math.max(1, total - left),
    'remaining-work': leftWork / Math.max(1, left),
  }
  let done = total - left
  return parts.flatMap((part): readonly MspdiTimephased[] => {
    const entry = (measure: keyof typeof perMin, from: Minute, to: Minute) => ({
      ...{ measure, baseline: undefined, start: plainDateTimeOf(from), finish: plainDateTimeOf(to) },
      amount: part.isGap ? 0 : perMin[measure] * (line.toWork(to) - line.toWork(from)),
    })
    const { from, to } = part
    const doneHere = Math.min(done, lengthOf(part))
    done -= doneHere
    if (doneHere <= 0) return [entry('remaining-work', from, to)]
    if (doneHere === lengthOf(part)) return [entry('actual-work', from, to)]
    const at = line.finishSide(line.toWork(from) + doneHere)
    return [entry('actual-work', from, at), entry('remaining-work', line.nextStart(at), to)]
  })
}

/** For how long it is still worked on, up to its finish; null: nothing has happened yet. */
function leftOf({ actual }: PlanTask): number | null {
  if (actual === null) return null
  return actual.finishAt === null ? actual.remainingMin : 0
}

/** How much of its work is left. What is done may have taken any time. */
function leftShare(task: PlanTask): number {
  const left = leftOf(task)
  if (left === null || left >= task.durationMin) return left === 0 ? 0 : 1
  return left / task.durationMin
}

/** The parts of a task with the gaps between them, in their order. */
function partsOf({ startAt, finishAt, gaps }: PlannedTask): readonly Part[] {
  const ends = [...gaps.map((gap) => gap.startAt), finishAt]
  return ends.flatMap((to, index): readonly Part[] => {
    const from = gaps[index - 1]?.finishAt ?? startAt
    const gap = gaps[index]
    const part = { from, to, isGap: false }
    return gap ? [part, { from: gap.startAt, to: gap.finishAt, isGap: true }] : [part]
  })
}

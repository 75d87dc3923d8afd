import type { Timeline } from '@millrace/core/calendar'
import { minuteOf } from '../plan/index.ts'
import type { MspdiAssignment } from './assignment.ts'
import type { MspdiTask } from './task.ts'

/**
 * Whether the work of a task is interrupted: what is left goes on later than where it stopped, or its
 * work spread over time has a gap in which its calendar works.
 */
export function isSplit(task: MspdiTask, assignments: readonly MspdiAssignment[], line: Timeline): boolean {
  const isGap = (from: string, to: string) => line.toWork(minuteOf(to)) - line.toWork(minuteOf(from)) >= 1
  const { stop, resume } = task
  if (stop !== undefined && resume !== undefined && resume > stop && isGap(stop, resume)) return true
  return assignments.some(({ timephased }) => {
    const work = timephased
      .filter(({ measure }) => measure === 'remaining-work' || measure === 'actual-work')
      .toSorted((a, b) => (a.start < b.start ? -1 : 1))
    const first = work.findIndex(({ amount }) => amount > 0)
    const last = work.findLastIndex(({ amount }) => amount > 0)
    return work.slice(first, last).some(({ amount, start, finish }) => amount === 0 && isGap(start, finish))
  })
}

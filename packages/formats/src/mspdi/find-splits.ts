import type { Timeline } from '@millrace/core/calendar'
import { minuteOf } from '../plan/index.ts'
import type { MspdiAssignment } from './assignment.ts'
import type { MspdiTask } from './task.ts'

/**
 * Whether work that is left is interrupted: spread over time, it has a gap in which its calendar works.
 * What is done is done, and when the rest of it goes on is known.
 */
export function isSplit(task: MspdiTask, assignments: readonly MspdiAssignment[], line: Timeline): boolean {
  if (task.actualFinish !== undefined) return false
  const isGap = (from: string, to: string) => line.toWork(minuteOf(to)) - line.toWork(minuteOf(from)) >= 1
  return assignments.some(({ timephased }) => {
    const left = timephased
      .filter(({ measure }) => measure === 'remaining-work')
      .toSorted((a, b) => (a.start < b.start ? -1 : 1))
    const first = left.findIndex(({ amount }) => amount > 0)
    const last = left.findLastIndex(({ amount }) => amount > 0)
    return left.slice(first, last).some(({ amount, start, finish }) => amount === 0 && isGap(start, finish))
  })
}

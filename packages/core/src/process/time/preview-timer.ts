import type { Instant } from '../../kernel/index.ts'
import type { TimerDue } from '../engine/machine.ts'
import type { TimerCycle, TimerRule } from '../engine/state.ts'

/** When a timer would go off if it were begun now, and what it cannot say. */
export type TimerPreview = {
  /** The next times; of a timer that goes off once, one. */
  readonly next: readonly Instant[]
  /** The code of why there is none; null: there is. */
  readonly problem: string | null
}

/** The first moments of a timer, for people to see what it means. */
export function previewTimer(
  rule: TimerRule,
  dueOf: (rule: TimerRule, cycle: TimerCycle | null) => TimerDue,
  most: number,
): TimerPreview {
  const next: Instant[] = []
  for (let cycle: TimerCycle | null = null; next.length < most; ) {
    const due = dueOf(rule, cycle)
    if (!due.ok) return { next, problem: next.length > 0 && due.fault === 'timer.over' ? null : due.fault }
    next.push(due.dueAt)
    if (due.cycle === null || due.cycle.left === 0) break
    const { nth, left } = due.cycle
    cycle = { nth: nth + 1, left: left === null ? null : left - 1, after: due.dueAt }
  }
  return { next, problem: null }
}

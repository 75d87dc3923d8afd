import type { PlainDate } from '../kernel/index.ts'

/** What the day says about an open item with a due date; null: nothing to say yet. */
export function alertOn(dueOn: PlainDate, today: PlainDate): 'dueToday' | 'overdue' | null {
  if (dueOn > today) return null
  return dueOn === today ? 'dueToday' : 'overdue'
}

import { WorkingClocks } from '@millrace/core/calendar'
import type { CaseWorld } from '@millrace/core/case'
import { timerDues } from '@millrace/core/process'

const CLOCK = { counts: 'clock', calendar: null } as const

/** When the timers of cases go off: by the clocks of the organisation, as those of processes do. */
export function dueOf(timeZone: string, now: number): CaseWorld['dueOf'] {
  const due = timerDues({ timeZone, clocks: new WorkingClocks([], now / 60_000), calendar: null })
  return (rule, cycle) => due({ ...rule, counting: CLOCK }, cycle)
}

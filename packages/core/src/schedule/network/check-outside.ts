import type { Refusal } from '../../kernel/index.ts'
import type { PlanTask } from './plan.ts'

/**
 * What is wrong with what a plan waits for in others.
 *
 * @returns null; or `schedule.calendar_unknown`, or `schedule.link_to_finish` as `checkStructure` has it
 */
export function checkOutside(tasks: readonly PlanTask[], calendars: ReadonlySet<string>): Refusal | null {
  const bound = tasks.filter(({ outside }) => outside !== undefined)
  if (bound.length === 0) return null
  const summaries = new Set(tasks.map(({ parentId }) => parentId))
  for (const { id, outside = [] } of bound) {
    for (const { kind, from } of outside) {
      if (from.calendarId !== null && !calendars.has(from.calendarId)) {
        return { code: 'schedule.calendar_unknown', params: { item: id } }
      }
      if ((kind === 'FF' || kind === 'SF') && summaries.has(id)) {
        return { code: 'schedule.link_to_finish', params: { summary: id, kind } }
      }
    }
  }
  return null
}

import { err, ok, type Result } from '../../kernel/index.ts'
import { isPlannable, type PlanFields, type PlannedItem } from './change-plan-fields.ts'

/** When an item is, as a plan that is not calculated says it. */
export type KeptDates = Pick<PlanFields, 'startAt' | 'finishAt'>

/**
 * Whether a plan that keeps its dates may keep these for an item.
 *
 * @returns the dates; or refused with `schedule.summary_spans`, `schedule.date_outside` or `schedule.dates_reversed`
 */
export function keepItemDates({ startAt, finishAt }: KeptDates, item: PlannedItem): Result<KeptDates> {
  const refuse = (code: string) => err({ code, params: { item: item.title } })
  if (item.isSummary) return refuse('schedule.summary_spans')
  const isOutside = [startAt, finishAt].some((at) => at !== null && !isPlannable(at))
  if (isOutside) return refuse('schedule.date_outside')
  const isReversed = startAt !== null && finishAt !== null && finishAt < startAt
  return isReversed ? refuse('schedule.dates_reversed') : ok({ startAt, finishAt })
}

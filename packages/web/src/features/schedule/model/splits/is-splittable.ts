import type { PlanRowView } from '@millrace/contract'

/** Whether the work of a row can rest on the way. */
export function isSplittable({ isSummary, isMilestone, isHammock, startAt }: PlanRowView): boolean {
  return !isSummary && !isMilestone && !isHammock && startAt !== null
}

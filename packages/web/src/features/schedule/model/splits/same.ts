import type { PlanRowView } from '@millrace/contract'

/** Whether work is split at the same places for the same time. */
export function sameSplits(one: PlanRowView['splits'], other: PlanRowView['splits']): boolean {
  return (
    one.length === other.length &&
    one.every(({ afterMin, pauseMin }, index) => {
      const match = other[index]
      return match?.afterMin === afterMin && match.pauseMin === pauseMin
    })
  )
}

/** Whether work rests from and to the same moments. */
export function sameGaps(one: PlanRowView['gaps'], other: PlanRowView['gaps']): boolean {
  return (
    one.length === other.length &&
    one.every(({ startAt, finishAt }, index) => {
      const match = other[index]
      return match?.startAt === startAt && match.finishAt === finishAt
    })
  )
}

import type { PlanRowView, PlanView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import { useMemo } from 'react'
import { useItems } from '../../../platform/store/index.ts'
import { type PhaseRange, packageRanges, phaseRanges } from '../model/phase-ranges.ts'
import { usePlanDays } from './use-plan-days.ts'

/** Work that is known as a range only: from when to when, and how many working days that is. */
export type ShownRange = PhaseRange & { readonly days: { readonly low: number; readonly high: number } }

/** The ranges of later phases and of the packages in them. */
export function usePlanRanges(
  plan: PlanView,
  rows: readonly PlanRowView[],
  containerId: string,
): ReadonlyMap<string, ShownRange> {
  const items = useItems({ containerId })
  const days = usePlanDays(plan, rows)
  return useMemo(() => {
    if (!plan.hasRollingWave) return new Map()
    const byId = new Map(items.map((item) => [item.id, item]))
    const effortOf = (itemId: string) => {
      const { effortLowMin = null, effortHighMin = null } = byId.get(itemId) ?? {}
      return effortLowMin === null || effortHighMin === null
        ? null
        : { lowMin: effortLowMin, highMin: effortHighMin }
    }
    const lastOf = (from: string, count: number) => days.lastOf(from, count, null)
    const ranges = new Map([...phaseRanges(rows, plan), ...packageRanges(rows, plan, { effortOf, lastOf })])
    const lengthTo = ({ from }: PhaseRange, end: string) => days.workDays(from, addDays(end, 1), null)
    return new Map(
      [...ranges].map(([itemId, range]) => {
        const length = { low: lengthTo(range, range.low), high: lengthTo(range, range.high) }
        return [itemId, { ...range, days: length }] as const
      }),
    )
  }, [plan, rows, items, days])
}

import type { PlanRowView, PlanView } from '@millrace/contract'
import { useDeferredValue, useMemo } from 'react'
import { useDirectory, useItems } from '../../../platform/store/index.ts'
import { type PlanPool, poolOfPlan } from '../model/load/plan-pool.ts'

type Asked = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
}

/** Who does what in a plan as it is shown now. While a bar is being moved, the bar comes first. */
export function usePlanPool({ plan, rows, containerId }: Asked): PlanPool {
  const items = useItems({ containerId })
  const { people, organisation } = useDirectory()
  const shown = useDeferredValue(rows)
  return useMemo(() => {
    const personOf = new Map(items.map((item) => [item.id, item.responsibleId]))
    return poolOfPlan(plan, shown, {
      timeZone: organisation.timeZone,
      responsibleOf: (itemId) => people.get(personOf.get(itemId) ?? '') ?? null,
    })
  }, [plan, shown, items, people, organisation.timeZone])
}

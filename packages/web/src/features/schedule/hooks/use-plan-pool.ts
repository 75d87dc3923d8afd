import type { PlanRowView, PlanView } from '@millrace/contract'
import { useDeferredValue, useMemo } from 'react'
import { useDirectory, useItems } from '../../../platform/store/index.ts'
import { poolOfPlan, responsibleIn } from '../model/load/plan-pool.ts'
import { type SharedPool, withOutside } from '../model/load/with-outside.ts'
import { usePlanAnswer } from './use-plan-answer.ts'

type Asked = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
}

/**
 * Who does what in a plan as it is shown now, and what other projects take of them. While a bar is being moved, the
 * bar comes first.
 */
export function usePlanPool({ plan, rows, containerId }: Asked): SharedPool {
  const items = useItems({ containerId })
  const { people, organisation } = useDirectory()
  const { answer: outside } = usePlanAnswer('schedule.getOutsideWork', { containerId })
  const shown = useDeferredValue(rows)
  return useMemo(() => {
    const pool = poolOfPlan(plan, shown, {
      timeZone: organisation.timeZone,
      responsibleOf: responsibleIn(items, people),
    })
    return withOutside(pool, outside)
  }, [plan, shown, items, people, organisation.timeZone, outside])
}

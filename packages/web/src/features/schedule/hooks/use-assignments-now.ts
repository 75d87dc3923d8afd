import type { PlanRowView, PlanView } from '@millrace/contract'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type Assignment, useStore } from '../../../platform/store/index.ts'

/** Who is on the items of a plan now: whoever was put on or taken off here is shown before the plan is asked for again. */
export function useAssignmentsNow(
  told: PlanView['assignments'] | undefined,
  rows: readonly PlanRowView[],
): PlanView['assignments'] {
  const { pool } = useStore()
  const subscribe = useCallback(
    (listener: () => void) => pool.signals.subscribe('assignment', listener),
    [pool],
  )
  const known = useSyncExternalStore(subscribe, () => pool.table('assignment'))
  return useMemo(() => {
    const before = told ?? []
    const items = new Set(rows.map(({ itemId }) => itemId))
    const now = [...known.values()].filter(({ itemId }) => items.has(itemId))
    const isSame =
      now.length === before.length && before.every((each) => isUnchanged(each, known.get(each.id)))
    return isSame ? before : now
  }, [told, known, rows])
}

function isUnchanged(one: Assignment, other: Assignment | undefined): boolean {
  if (other === undefined || one.resourceId !== other.resourceId) return false
  return one.units === other.units && one.workMin === other.workMin
}

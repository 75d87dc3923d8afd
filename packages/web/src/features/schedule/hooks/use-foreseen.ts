import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type Foreseen, type Item, type PlanItem, useItems, useStore } from '../../../platform/store/index.ts'
import { openOn, type Scenario } from '../model/scenario/scenario.ts'
import { useShelf } from './use-scenarios.ts'

/** What a scenario would make of items and of what is planned for them; null: no scenario is open. */
export function useForeseen(
  containerId: string,
  scenario: Scenario | null,
): Pick<Foreseen['writes'], 'item' | 'planItem'> | null {
  const store = useStore()
  const planItems = usePlanItems()
  const items = useItems({ containerId })
  const steps = scenario?.steps
  return useMemo(() => {
    // The scenario is decided on what is known of the plan and its items now.
    void [planItems, items]
    return steps === undefined ? null : store.foresee(steps.map(({ calls }) => calls)).writes
  }, [store, planItems, items, steps])
}

/** Items of a plan as they are now, or as they would be in the scenario that is open. */
export function usePlannedItem(containerId: string): (itemId: string) => Item | undefined {
  const { pool } = useStore()
  const foreseen = useForeseen(containerId, openOn(useShelf(containerId)))
  return useCallback(
    (itemId: string) => foreseen?.item.get(itemId) ?? pool.read('item', itemId),
    [foreseen, pool],
  )
}

/** What is said about the time of all items that are kept here. */
export function usePlanItems(): ReadonlyMap<string, PlanItem> {
  const { pool } = useStore()
  const subscribe = useCallback(
    (listener: () => void) => pool.signals.subscribe('planItem', listener),
    [pool],
  )
  return useSyncExternalStore(subscribe, () => pool.table('planItem'))
}

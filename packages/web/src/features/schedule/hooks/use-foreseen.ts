import { useCallback, useMemo } from 'react'
import { type Foreseen, type Item, type PlanItem, useItems, useStore } from '../../../platform/store/index.ts'
import { openOn, type Scenario } from '../model/scenario/scenario.ts'
import { useShelf } from './use-scenarios.ts'
import { useGroundTables, useTable } from './use-table.ts'

/** What a scenario would make of what the store keeps, and what of it would be refused; null: none is open. */
export function useForeseen(containerId: string, scenario: Scenario | null): Foreseen | null {
  const store = useStore()
  const planItems = usePlanItems()
  const items = useItems({ containerId })
  const tables = useGroundTables()
  const steps = scenario?.steps
  return useMemo(() => {
    // The scenario is decided on what is known of the plan and its items now.
    void [planItems, items, tables]
    return steps === undefined ? null : store.foresee(steps.map(({ calls }) => calls))
  }, [store, planItems, items, tables, steps])
}

/** Items of a plan as they are now, or as they would be in the scenario that is open. */
export function usePlannedItem(containerId: string): (itemId: string) => Item | undefined {
  const { pool } = useStore()
  const foreseen = useForeseen(containerId, openOn(useShelf(containerId)))
  return useCallback(
    (itemId: string) => foreseen?.writes.item.get(itemId) ?? pool.read('item', itemId),
    [foreseen, pool],
  )
}

/** What is said about the time of all items that are kept here. */
export function usePlanItems(): ReadonlyMap<string, PlanItem> {
  return useTable('planItem')
}

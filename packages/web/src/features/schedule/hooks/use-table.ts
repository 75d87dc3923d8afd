import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useStore } from '../../../platform/store/index.ts'
import type { EntityOf, Kind } from '../../../platform/store/kinds.ts'
import type { GroundTables } from '../model/plan-now.ts'

/** Everything of a kind that is kept here, by id, as it is shown. */
export function useTable<K extends Kind>(kind: K): ReadonlyMap<string, EntityOf[K]> {
  const { pool } = useStore()
  const subscribe = useCallback(
    (listener: () => void) => pool.signals.subscribe(kind, listener),
    [pool, kind],
  )
  return useSyncExternalStore(subscribe, () => pool.table(kind))
}

/** What plans are calculated from besides their items, as it is now. */
export function useGroundTables(): GroundTables {
  const assignment = useTable('assignment')
  const resource = useTable('resource')
  const calendar = useTable('calendar')
  const plan = useTable('plan')
  return useMemo(() => ({ assignment, resource, calendar, plan }), [assignment, resource, calendar, plan])
}

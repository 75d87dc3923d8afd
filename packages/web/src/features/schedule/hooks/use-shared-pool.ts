import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useCommands, useStore } from '../../../platform/store/index.ts'
import type { Pool, PoolChange } from '../model/pool-change.ts'

/** What all projects share to plan with, and how it is changed: at once here, and asked for again when refused. */
export function useSharedPool() {
  const { organisationId } = useStore()
  const { runBatch } = useCommands()
  const queries = useQueryClient()
  const queryKey = ['schedule.getPool', organisationId]
  const asked = useQuery({
    queryKey,
    queryFn: async ({ signal }) => await call('schedule.getPool', {}, { organisationId, signal }),
  })
  const refresh = () => void queries.invalidateQueries({ queryKey })
  const change = ({ call: asking, label, back, after }: PoolChange) => {
    void queries.cancelQueries({ queryKey })
    queries.setQueryData<Pool>(queryKey, (pool) => pool && after(pool))
    void runBatch([asking], { undoLabel: label, back: [back] }).then((outcome) => {
      if (!outcome.ok) refresh()
    })
  }
  return { pool: asked.data, error: asked.error, retry: refresh, change }
}

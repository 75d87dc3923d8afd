import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../platform/api.ts'
import { useCommands, useStore } from '../../../platform/store/index.ts'
import { addForecasts } from '../../../platform/store/predict.ts'
import { groundForecasts } from '../../../platform/store/predict-ground.ts'
import { groundWrites } from '../model/ground-writes.ts'
import type { Pool, PoolChange } from '../model/pool-change.ts'
import { useTable } from './use-table.ts'

addForecasts(groundForecasts)

/** What all projects share to plan with, and how it is changed: shown at once, and taken back when refused. */
export function useSharedPool() {
  const store = useStore()
  const { organisationId } = store
  const { runBatch } = useCommands()
  const asked = useQuery({
    queryKey: ['schedule.getPool', organisationId],
    queryFn: async ({ signal }) => {
      const { seq, pool } = store
      const told = await call('schedule.getPool', {}, { organisationId, signal })
      pool.fill(groundWrites(pool, null, told), seq)
      return told
    },
  })
  const resources = useTable('resource')
  const calendars = useTable('calendar')
  const isTold = asked.data !== undefined
  const pool = useMemo(
    (): Pool | undefined =>
      isTold ? { resources: sharedOf(resources), calendars: sharedOf(calendars) } : undefined,
    [isTold, resources, calendars],
  )
  const change = ({ call: asking, label }: PoolChange) => void runBatch([asking], { undoLabel: label })
  return { pool, error: asked.error, retry: () => void asked.refetch(), change }
}

function sharedOf<One extends { readonly name: string; readonly containerId: string | null }>(
  known: ReadonlyMap<string, One>,
): readonly One[] {
  return [...known.values()]
    .filter(({ containerId }) => containerId === null)
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

import { type LoadBucket, loadOf } from '@millrace/core/schedule'
import { useMemo } from 'react'
import type { LoadedResource, PlanPool } from '../../model/load/plan-pool.ts'

/** A resource with its days or weeks. */
export type LoadRow = { readonly resource: LoadedResource; readonly buckets: readonly LoadBucket[] }

export type LoadDays = { readonly fromOn: string; readonly toOn: string; readonly by: 'day' | 'week' }

/** What is asked of each resource. Those of whom nothing is asked at any time are left out. */
export function useLoad(pool: PlanPool, days: LoadDays | null): readonly LoadRow[] {
  const { fromOn, toOn, by } = days ?? { fromOn: '', toOn: '', by: 'week' }
  return useMemo(() => {
    if (fromOn === '') return []
    const named = new Map(pool.resources.map((resource) => [resource.id, resource]))
    return loadOf(pool.pooled, pool.dates, { fromOn, toOn, by }).flatMap(({ resourceId, buckets }) => {
      const resource = named.get(resourceId)
      return resource && buckets.some(({ workMin }) => workMin > 0) ? [{ resource, buckets }] : []
    })
  }, [pool, fromOn, toOn, by])
}

import { type LoadBucket, loadOf, skillLoadOf } from '@millrace/core/schedule'
import { useMemo } from 'react'
import type { LoadedResource, PlanPool } from '../../model/load/plan-pool.ts'
import { skillRowId } from '../../model/load/skill-parts.ts'
import { textsOpenWork } from '../../texts-open-work.ts'

/** A resource with its days or weeks; or a skill that somebody is still to be chosen by. */
export type LoadRow = {
  readonly resource: LoadedResource
  readonly buckets: readonly (LoadBucket & { readonly openMin?: number })[]
  readonly skill: string | null
}

export type LoadDays = { readonly fromOn: string; readonly toOn: string; readonly by: 'day' | 'week' }

/**
 * What is asked of each resource, and before that of each skill that somebody is still to be chosen by. Those of whom
 * nothing is asked at any time are left out.
 */
export function useLoad(pool: PlanPool, days: LoadDays | null): readonly LoadRow[] {
  const { fromOn, toOn, by } = days ?? { fromOn: '', toOn: '', by: 'week' }
  return useMemo(() => {
    if (fromOn === '') return []
    const named = new Map(pool.resources.map((resource) => [resource.id, resource]))
    const span = { fromOn, toOn, by }
    const own = loadOf(pool.pooled, pool.dates, span).flatMap(({ resourceId, buckets }) => {
      const resource = named.get(resourceId)
      const isAsked = buckets.some(({ workMin }) => workMin > 0)
      return resource && isAsked ? [{ resource, buckets, skill: null }] : []
    })
    const open = skillLoadOf(pool.pooled, pool.dates, span).flatMap(({ skill, buckets }) => {
      const resource = { id: skillRowId(skill), name: textsOpenWork.short(skill), isMachine: false }
      return buckets.some(({ openMin }) => openMin > 0) ? [{ resource, buckets, skill }] : []
    })
    return [...open, ...own]
  }, [pool, fromOn, toOn, by])
}

import type { PlanView } from '@millrace/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

const PAUSE_MS = 250

export type LoadedPlan = {
  readonly plan: PlanView | undefined
  readonly error: unknown
  readonly retry: () => void
}

/** The plan of a project, asked for again a moment after something in it changed. */
export function usePlan(containerId: string, baselineId: string | null): LoadedPlan {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['schedule.getPlan', organisationId, containerId, baselineId],
    queryFn: async ({ signal }) => {
      const input = { containerId, ...(baselineId === null ? {} : { baselineId }) }
      return await call('schedule.getPlan', input, { organisationId, signal })
    },
    placeholderData: keepPreviousData,
  })
  const { refetch } = asked
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(['item', 'relation', 'planItem', 'phase', 'baseline', 'container'], () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refetch(), PAUSE_MS)
  })
  return { plan: asked.data, error: asked.error, retry: () => void refetch() }
}

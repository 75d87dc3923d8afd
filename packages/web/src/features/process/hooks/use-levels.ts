import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

const PAUSE_MS = 400
/** A list of what is pressing is not read further. */
const CLOCKS_MAX = 50

/** The service levels of a process with how they stand, kept up to date. */
export function useLevels(containerId: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.getServiceLevels', organisationId, containerId],
    queryFn: async ({ signal }) =>
      await call('process.getServiceLevels', { containerId }, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  useRefetchOnChange(() => void asked.refetch())
  return asked
}

/** What runs against service levels, what is due first at the top. */
export function useClocks(containerId: string, state: 'open' | 'at-risk' | 'breached') {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.listLevelClocks', organisationId, containerId, state],
    queryFn: async ({ signal }) =>
      await call(
        'process.listLevelClocks',
        { containerId, state, limit: CLOCKS_MAX },
        { organisationId, signal },
      ),
    placeholderData: keepPreviousData,
  })
  useRefetchOnChange(() => void asked.refetch())
  return asked
}

/** By which schedules a process starts, kept up to date. */
export function useSchedules(containerId: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.listSchedules', organisationId, containerId],
    queryFn: async ({ signal }) =>
      await call('process.listSchedules', { containerId }, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  useRefetchOnChange(() => void asked.refetch())
  return asked
}

/** Asks again a moment after something changed: several changes of one batch count once. */
function useRefetchOnChange(refetch: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(['instance', 'activity', 'item'], () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(refetch, PAUSE_MS)
  })
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

const PAUSE_MS = 200

/** The plan of a case, asked for again a moment after something in it changed. */
export function useCase(containerId: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['case.getPlan', organisationId, containerId],
    queryFn: async ({ signal }) => await call('case.getPlan', { containerId }, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  const { refetch } = asked
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(['casePlan', 'item'], () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refetch(), PAUSE_MS)
  })
  return asked
}

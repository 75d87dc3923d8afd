import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** Where much is done at once, its work is counted when it is done. */
const PAUSE_MS = 500

/** The 3x3 table of the organisation, or of a container, kept up to date with what is in the catalogue. */
export function useAreas(containerId: string | null) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['practice.getAreas', organisationId, containerId],
    queryFn: async ({ signal }) => {
      const input = containerId === null ? {} : { containerId }
      return await call('practice.getAreas', input, { organisationId, signal })
    },
    placeholderData: keepPreviousData,
  })
  useChanges(['practice', 'artifactType', 'areas'], () => void asked.refetch())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(['item'], () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void asked.refetch(), PAUSE_MS)
  })
  return asked
}

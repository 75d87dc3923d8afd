import type { ProcessCounts } from '@millrace/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'
import { useRefetchOnChange } from './use-process.ts'

const NONE: readonly ProcessCounts[] = []

/** How every published process stands, kept up to date; undefined until it is known. */
export function useProcessCounts(): ReadonlyMap<string, ProcessCounts> | undefined {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.countInstances', organisationId],
    queryFn: async ({ signal }) => await call('process.countInstances', {}, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  useRefetchOnChange(() => void asked.refetch())
  const processes = asked.data?.processes
  return useMemo(
    () => processes && new Map((processes ?? NONE).map((each) => [each.containerId, each])),
    [processes],
  )
}

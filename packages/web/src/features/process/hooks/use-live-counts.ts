import type { ElementCounts } from '@millrace/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'
import { useRefetchOnChange } from './use-process.ts'

const NONE: readonly ElementCounts[] = []

/** How many instances are at each element of a process, kept up to date. */
export function useLiveCounts(containerId: string): readonly ElementCounts[] {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.countElements', organisationId, containerId],
    queryFn: async ({ signal }) =>
      await call('process.countElements', { containerId }, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  useRefetchOnChange(() => void asked.refetch())
  return asked.data?.elements ?? NONE
}

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call, type Input } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

const PAGE = 100
const PAUSE_MS = 250

/** The steps of a process with what is open in each, kept up to date. */
export function useProcess(containerId: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.getProcess', organisationId, containerId],
    queryFn: async ({ signal }) =>
      await call('process.getProcess', { containerId }, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  useRefetchOnChange(() => void asked.refetch())
  return asked
}

/** Which instances of a process to look at. */
export type InstancesWanted = Omit<Input<'process.listInstances'>, 'containerId' | 'cursor' | 'limit'>

/** Instances of a process, the last started first, page by page. */
export function useInstances(containerId: string, wanted: InstancesWanted) {
  const { organisationId } = useStore()
  const asked = useInfiniteQuery({
    queryKey: ['process.listInstances', organisationId, containerId, wanted],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const page = { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return await call(
        'process.listInstances',
        { containerId, ...wanted, ...page },
        { organisationId, signal },
      )
    },
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  useRefetchOnChange(() => void asked.refetch())
  return {
    instances: asked.data?.pages.flatMap((page) => page.instances),
    error: asked.error,
    retry: () => void asked.refetch(),
    more: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
  }
}

/** Asks again a moment after something changed: several changes of one batch count once. */
export function useRefetchOnChange(refetch: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(['step', 'instance', 'activity', 'item'], () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(refetch, PAUSE_MS)
  })
}

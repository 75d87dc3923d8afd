import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'

const PAGE = 50

/** The ways that finished instances went, the most usual first, page by page. */
export function useVariants(containerId: string) {
  const { organisationId } = useStore()
  return useInfiniteQuery({
    queryKey: ['process.listVariants', organisationId, containerId],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = { containerId, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return await call('process.listVariants', input, { organisationId, signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

/** Which version of a model: the one that new instances run by, the draft, or one by its number. */
export type WhichModel = 'published' | 'draft' | number

/** A version of the model of a process with its file; `null` where there is none. */
export function useModel(containerId: string, which: WhichModel) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.getModel', organisationId, containerId, which],
    queryFn: async ({ signal }) =>
      await call('process.getModel', { containerId, which }, { organisationId, signal }),
  })
  useChanges(['model'], () => void asked.refetch())
  return asked
}

const PAGE = 50

/** The versions of a model, the newest first, page by page. */
export function useVersions(containerId: string) {
  const { organisationId } = useStore()
  const asked = useInfiniteQuery({
    queryKey: ['process.listVersions', organisationId, containerId],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = { containerId, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return await call('process.listVersions', input, { organisationId, signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  useChanges(['model'], () => void asked.refetch())
  return asked
}

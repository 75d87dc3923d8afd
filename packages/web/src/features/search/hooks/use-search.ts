import type { SearchResult } from '@millrace/contract'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'

/** What the server finds. */
export type Search = {
  /** Undefined until there is an answer. */
  readonly results: readonly SearchResult[] | undefined
  readonly error: Error | null
  readonly retry: () => void
  readonly isSearching: boolean
}

/** Asks the server for what has the words. While the next answer is awaited, the last one stays. */
export function useSearch(asked: {
  readonly words: string
  readonly kind?: SearchResult['kind'] | undefined
  readonly containerId?: string | undefined
  readonly limit: number
}): Search {
  const { organisationId } = useStore()
  const { words, kind, containerId, limit } = asked
  const answer = useQuery({
    queryKey: ['search.find', organisationId, words, kind, containerId, limit],
    enabled: words !== '',
    queryFn: ({ signal }) => {
      const input = { words, limit, ...(kind && { kind }), ...(containerId !== undefined && { containerId }) }
      return call('search.find', input, { organisationId, signal })
    },
    placeholderData: (before) => before,
  })
  return {
    results: words === '' ? [] : answer.data?.results,
    error: answer.error,
    retry: () => void answer.refetch(),
    isSearching: answer.isFetching,
  }
}

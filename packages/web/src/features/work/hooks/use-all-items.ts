import type { WorkItem } from '@millrace/core/work'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../../../platform/api.ts'
import { useItems, useStore } from '../../../platform/store/index.ts'

const PAGE = 500
/** So many are fetched without asking; further ones when somebody wants to see them. */
const EAGER = 2_000

/** Items of the whole organisation, as far as they are loaded, and how many there are. */
export type AllItems = {
  readonly items: readonly WorkItem[]
  readonly total: number | null
  readonly isLoading: boolean
  /** Whether there is more than what is loaded. */
  readonly isPartial: boolean
  readonly error: unknown
  readonly loadMore: (() => void) | null
  readonly retry: () => void
}

/**
 * Loads what a query finds, page by page, into the store, where it is kept up to date. What is shown is
 * taken from the store, so that an item that begins to match appears at once.
 */
export function useAllItems(query: string): AllItems {
  const store = useStore()
  const { organisationId } = store
  const pages = useInfiniteQuery({
    queryKey: ['work.listItems', organisationId, query],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = { query, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      const page = await call('work.listItems', input, { organisationId, signal })
      store.absorb({ items: page.items })
      return { count: page.items.length, next: page.next }
    },
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  })
  const counted = useQuery({
    queryKey: ['work.countItems', organisationId, query],
    queryFn: async ({ signal }) => await call('work.countItems', { query }, { organisationId, signal }),
  })
  const loaded = (pages.data?.pages ?? []).reduce((sum, page) => sum + page.count, 0)
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = pages
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError && loaded < EAGER) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, loaded, fetchNextPage])
  return {
    items: useItems({ all: true }),
    total: counted.data?.total ?? null,
    isLoading: pages.isLoading,
    isPartial: hasNextPage,
    error: pages.error,
    loadMore: hasNextPage && !isFetchingNextPage && loaded >= EAGER ? () => void fetchNextPage() : null,
    retry: () => void pages.refetch(),
  }
}

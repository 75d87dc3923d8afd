import type { ProjectValueView } from '@millrace/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useStore } from '../../../platform/store/index.ts'

export type Portfolio = {
  /** Undefined: not loaded yet. */
  readonly projects: readonly ProjectValueView[] | undefined
  readonly error: unknown
  readonly retry: () => void
  /** Asks for those that come next; null: these are all. */
  readonly more: (() => void) | null
}

/** What the projects that somebody sees have earned, some at a time. */
export function usePortfolio(): Portfolio {
  const { organisationId } = useStore()
  const asked = useInfiniteQuery({
    queryKey: ['cost.listEarnedValue', organisationId],
    queryFn: async ({ pageParam, signal }) =>
      await call('cost.listEarnedValue', pageParam === '' ? {} : { after: pageParam }, {
        organisationId,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  return {
    projects: asked.data?.pages.flatMap(({ projects }) => projects),
    error: asked.error,
    retry: () => void asked.refetch(),
    more: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
  }
}

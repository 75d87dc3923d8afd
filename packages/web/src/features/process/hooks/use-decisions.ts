import type { DecisionView } from '@millrace/contract'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

const PAGE = 50

/** The decision models of a process, kept up to date. */
export function useDecisions(containerId: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.listDecisions', organisationId, containerId],
    queryFn: async ({ signal }) =>
      await call('process.listDecisions', { containerId }, { organisationId, signal }),
  })
  useChanges(['decision'], () => void asked.refetch())
  return asked
}

/** One decision model with everything beside it, kept up to date. */
export function useDecision(id: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.getDecision', organisationId, id],
    queryFn: async ({ signal }) => await call('process.getDecision', { id }, { organisationId, signal }),
  })
  useChanges(['decision'], (changes) => {
    if (changes === 'all' || changes.some((change) => change.id === id)) void asked.refetch()
  })
  return asked
}

/** Takes an answer of the server for what is known of a decision model. */
export function useKeepDecision(): (view: DecisionView) => void {
  const client = useQueryClient()
  const { organisationId } = useStore()
  return useCallback(
    (view) => {
      client.setQueryData(['process.getDecision', organisationId, view.id], view)
      void client.invalidateQueries({
        queryKey: ['process.listDecisions', organisationId, view.containerId],
      })
    },
    [client, organisationId],
  )
}

/** What the decisions of a model decided, the newest first, page by page. */
export function useDecisionLog(containerId: string, decisionId: string) {
  const { organisationId } = useStore()
  const asked = useInfiniteQuery({
    queryKey: ['process.listDecisionLog', organisationId, containerId, decisionId],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = {
        ...{ containerId, decisionId, limit: PAGE },
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }
      return await call('process.listDecisionLog', input, { organisationId, signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  useChanges(['instance'], () => void asked.refetch())
  return {
    entries: asked.data?.pages.flatMap((page) => page.entries),
    error: asked.error,
    retry: () => void asked.refetch(),
    more: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
  }
}

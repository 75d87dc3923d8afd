import type { ImportMapping } from '@millrace/contract'
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../platform/api.ts'
import type { Refused } from '../../../platform/refused.ts'
import { type Call, callOf, useChanges, useCommands, useStore } from '../../../platform/store/index.ts'

const PAGE = 50

/** Import runs, newest first, kept up to date. */
export function useImports() {
  const { organisationId } = useStore()
  const asked = useInfiniteQuery({
    queryKey: ['exchange.listImports', organisationId],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return await call('exchange.listImports', input, { organisationId, signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
  useChanges(['import'], () => void asked.refetch())
  return {
    runs: asked.data?.pages.flatMap((page) => page.imports),
    error: asked.error,
    retry: () => void asked.refetch(),
    older: asked.hasNextPage && !asked.isFetchingNextPage ? () => void asked.fetchNextPage() : null,
  }
}

/** One import run, kept up to date, with everything that moves it on. */
export function useImport(id: string) {
  const { organisationId } = useStore()
  const { runBatch } = useCommands()
  const client = useQueryClient()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const queryKey = ['exchange.getImport', organisationId, id]
  const asked = useQuery({
    queryKey,
    queryFn: async ({ signal }) => await call('exchange.getImport', { id }, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  useChanges(['import'], (changes) => {
    if (changes === 'all' || changes.some((change) => change.id === id)) void asked.refetch()
  })
  const act = async (command: Call) => {
    setBusy(true)
    const outcome = await runBatch([command], { isSilent: true })
    setRefused(outcome.ok ? null : outcome.refused)
    // The answer is the run as it is now; the change stream may take a moment.
    if (outcome.ok) client.setQueryData(queryKey, outcome.results[0])
    setBusy(false)
    return outcome.ok
  }
  return {
    run: asked.data,
    error: asked.error,
    retry: () => void asked.refetch(),
    refused,
    isBusy,
    map: (mapping: ImportMapping) => act(callOf('exchange.mapImport', { id, mapping })),
    start: () => act(callOf('exchange.startImport', { id })),
    approve: () => act(callOf('exchange.approveImport', { id })),
    revert: () => act(callOf('exchange.revertImport', { id })),
  }
}

export type ImportRun = ReturnType<typeof useImport>

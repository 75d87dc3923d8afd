import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call, type Input } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

const PAGE = 100
const PAUSE_MS = 250
/** Often enough to see it move, seldom enough to cost nothing. */
const LOOK_EVERY_MS = 700

/** Where an instance is and why, kept up to date. */
export function useStanding(id: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.getStanding', organisationId, id],
    queryFn: async ({ signal }) => await call('process.getStanding', { id }, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  useLater(['instance', 'activity', 'item'], () => void asked.refetch())
  return asked
}

/** The history of an instance, the newest first, page by page. */
export function useHistory(id: string) {
  const { organisationId } = useStore()
  const asked = useInfiniteQuery({
    queryKey: ['process.listHistory', organisationId, id],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = { id, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return await call('process.listHistory', input, { organisationId, signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
  useLater(['instance', 'activity'], () => void asked.refetch())
  return { asked, entries: asked.data?.pages.flatMap((page) => page.entries), more: moreOf(asked) }
}

/** How the values of an instance changed. */
export function useValueChanges(id: string) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.listValueChanges', organisationId, id],
    queryFn: async ({ signal }) => await call('process.listValueChanges', { id }, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  useLater(['instance', 'activity'], () => void asked.refetch())
  return asked
}

/** Which incidents to look at. */
export type IncidentFilter = Omit<Input<'process.listIncidents'>, 'cursor' | 'limit'>

/** Incidents, the newest first, page by page. */
export function useIncidents(filter: IncidentFilter) {
  const { organisationId } = useStore()
  const asked = useInfiniteQuery({
    queryKey: ['process.listIncidents', organisationId, filter],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const input = { ...filter, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) }
      return await call('process.listIncidents', input, { organisationId, signal })
    },
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  useLater(['instance'], () => void asked.refetch())
  return { asked, incidents: asked.data?.pages.flatMap((page) => page.incidents), more: moreOf(asked) }
}

/** The causes of incidents, the most frequent first. */
export function useIncidentCauses(containerId: string | null) {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['process.groupIncidents', organisationId, containerId],
    queryFn: async ({ signal }) => {
      const input = containerId === null ? {} : { containerId }
      return await call('process.groupIncidents', input, { organisationId, signal })
    },
    placeholderData: keepPreviousData,
  })
  useLater(['instance'], () => void asked.refetch())
  return asked
}

/** How far a bulk act is, looked at again while it runs. */
export function useBulk(id: string | null) {
  const { organisationId } = useStore()
  return useQuery({
    queryKey: ['process.getBulk', organisationId, id],
    enabled: id !== null,
    queryFn: async ({ signal }) =>
      await call('process.getBulk', { id: id ?? '' }, { organisationId, signal }),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'running' ? LOOK_EVERY_MS : false,
  })
}

/** Where the places of one version would go in another. */
export function useSuggestion(wanted: {
  readonly containerId: string
  readonly from: number
  readonly to: number
}) {
  const { organisationId } = useStore()
  return useQuery({
    queryKey: ['process.suggestMigration', organisationId, wanted],
    queryFn: async ({ signal }) => await call('process.suggestMigration', wanted, { organisationId, signal }),
  })
}

/** Calls a moment after something changed: several changes of one batch count once. */
function useLater(kinds: readonly string[], refetch: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(kinds, () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(refetch, PAUSE_MS)
  })
}

type Paged = {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
}

function moreOf({ hasNextPage, isFetchingNextPage, fetchNextPage }: Paged): (() => void) | null {
  return hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null
}

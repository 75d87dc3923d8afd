import type { ContainerKind } from '@millrace/core/work'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call, type Output } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'

type Listed = Output<'work.listContainers'>['containers'][number]
/** How much of a container is open, done, late and blocked. */
export type ContainerCounts = Listed['counts']

const PAGE = 500

export type ListedContainers = {
  readonly counts: ReadonlyMap<string, ContainerCounts>
  /** Archived ones, which the directory does not hold. */
  readonly listed: readonly Listed[]
  readonly isLoading: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** Containers of a kind with the counts of their items, asked for again when items change. */
export function useContainerCounts(kind: ContainerKind, archived: 'no' | 'only'): ListedContainers {
  const { organisationId } = useStore()
  const asked = useQuery({
    queryKey: ['work.listContainers', organisationId, kind, archived],
    queryFn: async ({ signal }) =>
      await call('work.listContainers', { kind, archived, limit: PAGE }, { organisationId, signal }),
    placeholderData: keepPreviousData,
  })
  const { refetch } = asked
  useChanges(['item', 'container'], () => void refetch())
  const listed = useMemo(() => asked.data?.containers ?? [], [asked.data])
  const counts = useMemo(() => new Map(listed.map((container) => [container.id, container.counts])), [listed])
  return { counts, listed, isLoading: asked.isLoading, error: asked.error, retry: () => void refetch() }
}

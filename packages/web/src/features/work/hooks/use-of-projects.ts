import type { WorkItem } from '@millrace/core/work'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useChanges, useStore } from '../../../platform/store/index.ts'
import type { Lookup } from '../model/lookup.ts'

/** As many projects as are asked for together. */
const AT_ONCE = 20
const PAUSE_MS = 250

type Question<Answer> = {
  /** The operation that answers it. */
  readonly name: string
  readonly containerIds: readonly string[]
  /** Asks it of some projects, their ids with commas between. */
  readonly ask: (containerIds: string, signal: AbortSignal) => Promise<Answer>
  /** What an answer grows old with. */
  readonly changes: Parameters<typeof useChanges>[0]
}

/** What the plans of some projects say, in parts; asked for again when one of them changed. */
export function useOfProjects<Answer>({ name, containerIds, ask, changes }: Question<Answer>): {
  readonly answers: readonly Answer[] | undefined
  readonly isError: boolean
} {
  const { organisationId } = useStore()
  const { data, isError, refetch } = useQuery({
    queryKey: [name, organisationId, ...containerIds],
    queryFn: async ({ signal }) => {
      const parts = Array.from({ length: Math.ceil(containerIds.length / AT_ONCE) }, (_, part) =>
        containerIds.slice(part * AT_ONCE, (part + 1) * AT_ONCE).join(','),
      )
      return await Promise.all(parts.map((ids) => ask(ids, signal)))
    },
    enabled: containerIds.length > 0,
    placeholderData: (before) => before,
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(changes, () => {
    if (containerIds.length === 0) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refetch(), PAUSE_MS)
  })
  return { answers: data, isError }
}

/** The projects that some items are in. */
export function useProjectsOf(items: readonly WorkItem[], { containers }: Lookup): readonly string[] {
  return useMemo(() => {
    const ids = new Set(items.flatMap((item) => item.containerIds))
    return [...ids].filter((id) => containers.get(id)?.kind === 'project').toSorted()
  }, [items, containers])
}

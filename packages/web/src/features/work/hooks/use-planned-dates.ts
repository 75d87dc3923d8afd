import type { PlannedDatesView, RelationView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { call } from '../../../platform/api.ts'
import { useChanges, useStore } from '../../../platform/store/index.ts'
import type { Lookup } from '../model/lookup.ts'

/** When items are planned, and what they wait for. */
export type Planned = {
  readonly datesOf: ReadonlyMap<string, PlannedDatesView>
  readonly links: readonly RelationView[]
  /** The plans could not be asked for: items stand on their own days. */
  readonly isMissing: boolean
}

const NOTHING: Planned = { datesOf: new Map(), links: [], isMissing: false }
/** As many projects as are asked for together. */
const AT_ONCE = 20
const PAUSE_MS = 250

/** What the plans of all projects that some items are in say about their dates; asked for again when one changed. */
export function usePlannedDates(items: readonly WorkItem[], lookup: Lookup): Planned {
  const { organisationId } = useStore()
  const containerIds = useMemo(() => projectsOf(items, lookup), [items, lookup])
  const asked = useQuery({
    queryKey: ['schedule.listPlannedDates', organisationId, ...containerIds],
    queryFn: async ({ signal }) => {
      const parts = Array.from({ length: Math.ceil(containerIds.length / AT_ONCE) }, (_, part) =>
        containerIds.slice(part * AT_ONCE, (part + 1) * AT_ONCE).join(','),
      )
      const asks = parts.map((ids) =>
        call('schedule.listPlannedDates', { containerIds: ids }, { organisationId, signal }),
      )
      const answers = await Promise.all(asks)
      return {
        rows: answers.flatMap(({ rows }) => rows),
        links: answers.flatMap(({ links }) => links),
      }
    },
    enabled: containerIds.length > 0,
    placeholderData: (before) => before,
  })
  const { data, isError, refetch } = asked
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useChanges(['plan', 'planItem', 'relation'], () => {
    if (containerIds.length === 0) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void refetch(), PAUSE_MS)
  })
  return useMemo(() => {
    if (!data) return { ...NOTHING, isMissing: isError }
    return {
      datesOf: new Map(data.rows.map((row) => [row.itemId, row])),
      links: data.links,
      isMissing: false,
    }
  }, [data, isError])
}

function projectsOf(items: readonly WorkItem[], { containers }: Lookup): string[] {
  const ids = new Set(items.flatMap((item) => item.containerIds))
  return [...ids].filter((id) => containers.get(id)?.kind === 'project').toSorted()
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useRef } from 'react'
import { call } from '../../../platform/api.ts'
import { useChanges, useDirectory, useStore } from '../../../platform/store/index.ts'
import { USUAL_COLUMNS } from '../model/columns/built-in-columns.ts'
import { allColumns } from '../model/columns/custom-columns.ts'
import { type GroupField, isPlannedGroup, type PlannedGroup } from '../model/group-field.ts'
import type { ViewSettings } from '../model/view-settings.ts'

/** How many items there are in each group, and what their amounts add up to, where not all of them are here. */
export type WholeCounts = {
  readonly by: GroupField
  readonly counts: ReadonlyMap<string, number>
  /** By the id of the column. */
  readonly sums: ReadonlyMap<string, number>
}

/** Null: what is here is all there is. */
export const WholeCountsContext = createContext<WholeCounts | null>(null)

/** The number of items in a group: of all there are, where that is known, or else of those that are here. */
export function useGroupCount(
  field: GroupField,
  group: { readonly key: string; readonly items: readonly unknown[] },
) {
  const whole = useContext(WholeCountsContext)
  return (whole?.by === field ? whole.counts.get(group.key) : undefined) ?? group.items.length
}

/** Asks the server what a query finds in each group, when the page has only a part of it. */
export function useWholeCounts(settings: ViewSettings, isPartial: boolean): WholeCounts | null {
  const { organisationId } = useStore()
  const { fields } = useDirectory()
  const { query, group, columns, layout } = settings
  const by = isCounted(group) ? group : 'none'
  const amounts = useMemo(() => {
    const shown = new Set<string>(columns ?? USUAL_COLUMNS)
    const known = allColumns(fields.values()).filter(
      ({ id, amount }) => amount !== undefined && shown.has(id),
    )
    return layout === 'table'
      ? known.slice(0, SUMS_MAX).map(({ id, sort }) => ({ id, name: sort ?? id }))
      : []
  }, [columns, fields, layout])
  const sums = amounts.map(({ name }) => name).join(',')
  const { data, refetch } = useQuery({
    queryKey: ['work.countItems', organisationId, query, by, sums],
    queryFn: async ({ signal }) =>
      await call('work.countItems', { query, by, sums }, { organisationId, signal }),
    enabled: isPartial,
    placeholderData: keepPreviousData,
  })
  useNowAndThen(isPartial, refetch)
  return useMemo(() => {
    if (!isPartial || !data) return null
    const counts = data.groups.map(({ value, count }): [string, number] => [value ?? '', count])
    const added = amounts.flatMap(({ id }, index): [string, number][] => {
      const sum = data.sums[index]
      return typeof sum === 'number' ? [[id, sum]] : []
    })
    return { by: group, counts: new Map(counts), sums: new Map(added) }
  }, [isPartial, data, group, amounts])
}

/** Counting everything costs the server more than a change does: changes in a row are counted once. */
const PAUSE_MS = 2_000

/** Asks again some time after items have changed. */
function useNowAndThen(isWanted: boolean, ask: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useChanges(['item'], () => {
    if (!isWanted) return
    timer.current ??= setTimeout(() => {
      timer.current = null
      void ask()
    }, PAUSE_MS)
  })
  useEffect(() => () => clearTimeout(timer.current ?? undefined), [])
}

/** So many amounts are added up at once. */
const SUMS_MAX = 20

type Counted =
  | Extract<
      GroupField,
      'none' | 'state' | 'group' | 'responsible' | 'team' | 'type' | 'priority' | 'area' | 'container'
    >
  | PlannedGroup
  | `field.${string}`

const COUNTED: ReadonlySet<string> = new Set([
  ...['none', 'state', 'group', 'responsible', 'team', 'type', 'priority', 'area', 'container'],
])

function isCounted(group: GroupField): group is Counted {
  return COUNTED.has(group) || isPlannedGroup(group) || group.startsWith('field.')
}

import type { WorkItem } from '@millrace/core/work'
import { useMemo } from 'react'
import { groupItems, type WorkGroup } from '../model/grouping.ts'
import { byDay } from '../model/item-days.ts'
import { foldKeyOf, type Lane, lanesOf } from '../model/lanes.ts'
import type { Lookup } from '../model/lookup.ts'
import { type Order, orderOf } from '../model/order.ts'
import type { ViewSettings } from '../model/view-settings.ts'

/** Gathers found items in a way that only one page has. */
export type Arrange = (found: readonly WorkItem[], lookup: Lookup) => readonly WorkGroup[]

/** The found items gathered into groups, and the order in which the keys walk over them. */
export function useWorkGroups(
  found: readonly WorkItem[],
  settings: ViewSettings,
  context: {
    readonly lookup: Lookup
    readonly folded: ReadonlySet<string>
    readonly usualTypeId: string | undefined
    /** Groups of the page's own making instead of those by a field. Keep its identity. */
    readonly arrange: Arrange | undefined
  },
): {
  readonly groups: readonly WorkGroup[]
  /** The rows of a board; null where there are none. */
  readonly lanes: readonly Lane[] | null
  readonly order: Order
} {
  const { lookup, folded, usualTypeId, arrange } = context
  const { group: field, lanes: by, layout } = settings
  const showEmpty = layout === 'board'
  const groups = useMemo(
    () => arrange?.(found, lookup) ?? groupItems(found, field, { lookup, showEmpty, usualTypeId }),
    [arrange, found, field, lookup, showEmpty, usualTypeId],
  )
  const hasLanes = layout === 'board' && arrange === undefined && by !== 'none' && by !== field
  const lanes = useMemo(
    () => (hasLanes ? lanesOf(found, { column: field, lane: by }, { columns: groups, lookup }) : null),
    [hasLanes, found, field, by, groups, lookup],
  )
  const order = useMemo(() => {
    if (lanes)
      return orderOf(
        lanes.filter((lane) => !folded.has(foldKeyOf(lane))).flatMap(({ cells }) => cells),
        true,
      )
    if (layout === 'calendar') return orderOf([{ items: byDay(found) }], false)
    const open = layout === 'board' ? groups : groups.filter((group) => !folded.has(group.key))
    return orderOf(open, field === 'label')
  }, [lanes, layout, found, groups, folded, field])
  return { groups, lanes, order }
}

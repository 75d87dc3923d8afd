import type { WorkItem } from '@millrace/core/work'
import { useMemo } from 'react'
import { groupItems, type WorkGroup } from '../model/grouping.ts'
import { byDay } from '../model/item-days.ts'
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
): { readonly groups: readonly WorkGroup[]; readonly order: Order } {
  const { lookup, folded, usualTypeId, arrange } = context
  const { group: field, layout } = settings
  const showEmpty = layout === 'board'
  const groups = useMemo(
    () => arrange?.(found, lookup) ?? groupItems(found, field, { lookup, showEmpty, usualTypeId }),
    [arrange, found, field, lookup, showEmpty, usualTypeId],
  )
  const order = useMemo(() => {
    if (layout === 'calendar') return orderOf([{ items: byDay(found) }], false)
    const open = layout === 'board' ? groups : groups.filter((group) => !folded.has(group.key))
    return orderOf(open, field === 'label')
  }, [layout, found, groups, folded, field])
  return { groups, order }
}

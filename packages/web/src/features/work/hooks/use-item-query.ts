import type { Refusal } from '@millrace/core/kernel'
import {
  bindQuery,
  compareBy,
  compileMatcher,
  parseQuery,
  printQuery,
  type Query,
  type QueryCatalogue,
  type QueryViewer,
  sortItems,
  type WorkItem,
  withSort,
} from '@millrace/core/work'
import { useMemo } from 'react'
import { useStore } from '../../../platform/store/index.ts'
import { createFinder } from '../model/finder.ts'
import type { Lookup } from '../model/lookup.ts'
import type { Sort } from '../model/view-settings.ts'
import { viewerOf } from '../model/viewer.ts'
import { useCatalogue } from './use-catalogue.ts'

/** A query ready to be applied, or why it cannot be. A wrong query filters nothing away. */
export type ItemQuery = {
  readonly query: Query | null
  readonly refusal: Refusal | null
  /** The query with its order, as it is applied. */
  readonly applied: string
  readonly find: (items: readonly WorkItem[]) => readonly WorkItem[]
}

/** Reads a query text and applies it with an order: that of the text, or else the chosen one. */
export function useItemQuery(text: string, sort: Sort, lookup: Lookup): ItemQuery {
  const catalogue = useCatalogue()
  const { pool } = useStore()
  const { me, organisation, today, planned } = lookup
  return useMemo(() => {
    const viewer = viewerOf({ me, organisation, today })
    const asked = readQuery(text, { catalogue, viewer })
    const ordered = applied(asked.query, sort)
    const bound = bindQuery(ordered, catalogue, viewer)
    const fallback = bindQuery(withSort(EVERYTHING, []), catalogue, viewer)
    const usable = bound.ok ? bound.value : fallback.ok ? fallback.value : null
    const printed = bound.ok ? printQuery(ordered) : ''
    if (!usable) return { ...asked, applied: printed, find: (items) => items }
    const plannedOf = (itemId: string) => planned?.get(itemId)
    const find = createFinder({
      matches: compileMatcher(usable, { idOfKey: (key) => pool.itemByKey(key)?.id, plannedOf }),
      compare: compareBy(usable, { plannedOf }),
      inOrder: (items) => sortItems(usable, items, { plannedOf }),
    })
    return { ...asked, applied: printed, find }
  }, [text, sort, catalogue, me, organisation, today, pool, planned])
}

const EVERYTHING: Query = { where: null, order: [] }

type Context = { readonly catalogue: QueryCatalogue; readonly viewer: QueryViewer }

function readQuery(text: string, { catalogue, viewer }: Context): Pick<ItemQuery, 'query' | 'refusal'> {
  const parsed = parseQuery(text)
  if (!parsed.ok) return { query: null, refusal: parsed.refusal }
  const bound = bindQuery(parsed.value, catalogue, viewer)
  return { query: parsed.value, refusal: bound.ok ? null : bound.refusal }
}

function applied(query: Query | null, sort: Sort): Query {
  const asked = query ?? EVERYTHING
  if (asked.order.length > 0 || sort.field === 'manual') return asked
  return withSort(asked, [{ field: sort.field, descending: sort.descending }])
}

import type { WorkItem } from '@millrace/core/work'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../../platform/api.ts'
import { useItems, useStore } from '../../../platform/store/index.ts'
import { useDebouncedValue } from '../../../ui/index.ts'

const LIMIT = 20
const PAUSE_MS = 180

/** Items whose key or title has the words: those at hand at once, others from the server after a pause. */
export function useFoundItems(text: string): {
  readonly items: readonly WorkItem[]
  readonly isSearching: boolean
} {
  const store = useStore()
  const { organisationId } = store
  const known = useItems({ all: true })
  const [settled] = useDebouncedValue(text.trim(), PAUSE_MS)
  const asked = useQuery({
    queryKey: ['work.listItems', organisationId, 'words', settled],
    enabled: settled.length > 1,
    queryFn: async ({ signal }) => {
      const query = `text ~ ${JSON.stringify(settled)} order by updated desc`
      const page = await call('work.listItems', { query, limit: LIMIT }, { organisationId, signal })
      store.absorb({ items: page.items })
      return page.items.map((item) => item.id)
    },
    placeholderData: keepPreviousData,
  })
  const items = useMemo(() => {
    const wanted = text.trim().toLowerCase()
    if (wanted === '') return known.toSorted((a, b) => b.updatedAt - a.updatedAt).slice(0, LIMIT)
    const answered = new Set(asked.data)
    return known
      .filter((item) => answered.has(item.id) || `${item.key} ${item.title}`.toLowerCase().includes(wanted))
      .toSorted((a, b) => Number(b.key.toLowerCase() === wanted) - Number(a.key.toLowerCase() === wanted))
      .slice(0, LIMIT)
  }, [known, asked.data, text])
  return { items, isSearching: asked.isFetching }
}

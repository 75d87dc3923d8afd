import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { call } from '../../platform/api.ts'
import { type Item, useItems, useStore } from '../../platform/store/index.ts'
import { useDebouncedValue } from '../../ui/index.ts'
import { rank } from './rank.ts'

const SHOWN = 8
const DEBOUNCE_MS = 150

/** Items by key or title: those at hand at once, then what the server finds. */
export function useFoundItems(typed: string): {
  readonly items: readonly Item[]
  readonly isSearching: boolean
} {
  const { organisationId } = useStore()
  const known = useItems({ all: true })
  const text = typed.trim()
  const [settled] = useDebouncedValue(text, DEBOUNCE_MS)
  const near = useMemo(() => (text.length < 2 ? [] : best(known, text)), [known, text])
  const search = useQuery({
    queryKey: ['palette', settled],
    enabled: settled.length >= 2,
    queryFn: ({ signal }) =>
      call('work.listItems', { query: queryFor(settled), limit: SHOWN }, { organisationId, signal }),
    placeholderData: (before) => before,
  })
  const far = settled === text ? (search.data?.items ?? []) : []
  const seen = new Set(near.map(({ id }) => id))
  return {
    items: [...near, ...far.filter(({ id }) => !seen.has(id))].slice(0, SHOWN),
    isSearching: text.length >= 2 && (settled !== text || search.isFetching),
  }
}

function best(items: readonly Item[], text: string): readonly Item[] {
  const ranked: { readonly item: Item; readonly rank: number }[] = []
  for (const item of items) {
    const value = Math.max(rank(item.key, text) * 2, rank(item.title, text))
    if (value > 0) ranked.push({ item, rank: value - (item.stateGroup === 'done' ? 5 : 0) })
  }
  return ranked
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, SHOWN)
    .map(({ item }) => item)
}

/** Every typed word must stand in key, title or description. */
function queryFor(text: string): string {
  return text
    .split(/\s+/)
    .map((word) => `text ~ "${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)
    .join(' and ')
}

import type { SearchResult } from '@millrace/contract'
import { useMemo } from 'react'
import { useSearch } from '../../features/search/hooks/use-search.ts'
import { type Item, useItems } from '../../platform/store/index.ts'
import { useDebouncedValue } from '../../ui/index.ts'
import { rank } from './rank.ts'

const SHOWN = 8
const DEBOUNCE_MS = 150

/** Items at hand by key or title, at once; and what the server finds besides, also in texts. */
export function useFoundItems(typed: string): {
  readonly items: readonly Item[]
  readonly results: readonly SearchResult[]
  readonly isSearching: boolean
} {
  const known = useItems({ all: true })
  const text = typed.trim()
  const [settled] = useDebouncedValue(text, DEBOUNCE_MS)
  const items = useMemo(() => (text.length < 2 ? [] : best(known, text)), [known, text])
  const search = useSearch({ words: settled.length < 2 ? '' : settled, limit: SHOWN })
  const seen = new Set(items.map(({ id }) => id))
  const far = settled === text ? (search.results ?? []) : []
  return {
    items,
    results: far.filter(({ id }) => !seen.has(id)),
    isSearching: text.length >= 2 && (settled !== text || search.isSearching),
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

import { Search as SearchGlyph } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { paths, useGo, useSearchText, useSetSearch, useSlug } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { useKeys } from '../../../platform/use-keys.ts'
import { EmptyState, ErrorState, PageHeader, Skeleton, useDebouncedValue } from '../../../ui/index.ts'
import styles from '../components/search.module.css'
import { KINDS, SearchBar } from '../components/search-bar.tsx'
import { SearchResults } from '../components/search-results.tsx'
import { useOpenResult } from '../hooks/use-open-result.ts'
import { type Search, useSearch } from '../hooks/use-search.ts'
import { texts } from '../texts.ts'

const MOST = 50
const DEBOUNCE_MS = 150

/** Everything that was written, by its words. */
export function SearchPage() {
  const address = useSearchText()
  const { containers } = useDirectory()
  const field = useRef<HTMLInputElement>(null)
  const [words] = useDebouncedValue(address['q'] ?? '', DEBOUNCE_MS)
  const kind = KINDS.find((each) => each === address['kind'])
  const place = [...containers.values()].find(({ key }) => key === address['in'])
  const search = useSearch({
    words,
    kind: kind === 'all' ? undefined : kind,
    containerId: place?.id,
    limit: MOST,
  })
  useEffect(() => field.current?.focus(), [])
  const toField = () => field.current?.select()
  useKeys([{ id: 'search.field', keys: '/', label: texts.keys.field, group: texts.keys.group, run: toField }])
  const count = search.results?.length ?? 0
  return (
    <div className={styles.page}>
      <PageHeader
        title={texts.title}
        note={words === '' || search.results === undefined ? undefined : texts.count(count, MOST)}
      />
      <SearchBar field={field} />
      <div className={styles.scroll} aria-busy={search.isSearching}>
        <Answer words={words} search={search} onLeave={toField} />
      </div>
    </div>
  )
}

type AnswerProps = { readonly words: string; readonly search: Search; readonly onLeave: () => void }

function Answer({ words, search, onLeave }: AnswerProps) {
  const open = useOpenResult()
  const setSearch = useSetSearch()
  const slug = useSlug()
  const go = useGo()
  const { kind, in: place } = useSearchText()
  if (words === '') {
    return (
      <EmptyState
        glyph={<SearchGlyph size={20} strokeWidth={1.75} />}
        title={texts.start.title}
        sentence={texts.start.sentence}
        action={{ label: texts.toItems, keys: 'g a', onClick: () => go(paths.items(slug)) }}
      />
    )
  }
  if (search.error) return <ErrorState title={texts.failed} error={search.error} onRetry={search.retry} />
  if (search.results === undefined) return <Skeleton rows={8} label={texts.searching} />
  if (search.results.length > 0)
    return <SearchResults results={search.results} onOpen={open} onLeave={onLeave} />
  const isNarrow = kind !== undefined || place !== undefined
  return (
    <EmptyState
      glyph={<SearchGlyph size={20} strokeWidth={1.75} />}
      title={texts.nothing.title(words)}
      sentence={texts.nothing.sentence}
      {...(isNarrow && {
        action: { label: texts.nothing.wider, onClick: () => setSearch({ kind: undefined, in: undefined }) },
      })}
    />
  )
}

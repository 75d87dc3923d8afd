import type { SearchResult } from '@millrace/contract'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useSearchText, useSetSearch } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { SegmentedControl, Select, TextInput } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './search.module.css'

export const KINDS: readonly (SearchResult['kind'] | 'all')[] = ['all', 'item', 'comment', 'file']

type Props = { readonly field: RefObject<HTMLInputElement | null> }

/** The words, the kinds and the place: all of it stands in the address. */
export function SearchBar({ field }: Props) {
  const search = useSearchText()
  const setSearch = useSetSearch()
  const { containers } = useDirectory()
  const asked = search['q'] ?? ''
  const [typed, setTyped] = useState(asked)
  const [seen, setSeen] = useState(asked)
  // The address may change from elsewhere, such as the back button or the palette.
  if (asked !== seen) {
    setSeen(asked)
    if (asked !== typed.trim()) setTyped(asked)
  }
  const type = (text: string) => {
    setTyped(text)
    setSearch({ q: text.trim() === '' ? undefined : text.trim() }, 'replace')
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    const first = document.querySelector<HTMLButtonElement>('[data-result] > button')
    event.preventDefault()
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) first?.click()
    else first?.focus()
  }
  return (
    <div className={styles.bar} role="search">
      <TextInput
        ref={field}
        className={styles.field}
        aria-label={texts.field}
        placeholder={texts.placeholder}
        leftSection={<Search size={15} strokeWidth={1.75} aria-hidden />}
        value={typed}
        spellCheck={false}
        maxLength={300}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={handleKey}
      />
      <SegmentedControl
        size="xs"
        aria-label={texts.kindsLabel}
        value={KINDS.find((kind) => kind === search['kind']) ?? 'all'}
        data={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
        onChange={(value) => setSearch({ kind: value === 'all' ? undefined : value }, 'replace')}
      />
      <Select
        className={styles.place}
        size="xs"
        aria-label={texts.place}
        placeholder={texts.everywhere}
        searchable
        clearable
        value={search['in'] ?? null}
        data={[...containers.values()]
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(key) => setSearch({ in: key ?? undefined }, 'replace')}
      />
    </div>
  )
}

import type { SearchResult } from '@millrace/contract'
import { usePeek } from '../../../platform/navigation.ts'
import { useKeys } from '../../../platform/use-keys.ts'
import { texts } from '../texts.ts'
import { ResultRow } from './result-row.tsx'
import styles from './search.module.css'

type Props = {
  readonly results: readonly SearchResult[]
  readonly onOpen: (result: SearchResult) => void
  readonly onLeave: () => void
}

/** What was found, to be walked through by key; what may have been meant stands below. */
export function SearchResults({ results, onOpen, onLeave }: Props) {
  const peek = usePeek()
  const walk = (step: number) => {
    const rows = [...document.querySelectorAll<HTMLButtonElement>('[data-result] > button')]
    const next = rows.findIndex((row) => row === document.activeElement) + step
    if (next < 0) onLeave()
    else rows[Math.min(next, rows.length - 1)]?.focus()
  }
  const command = (name: 'next' | 'previous', keys: string, step: number) => ({
    id: `search.${name}.${keys}`,
    keys,
    label: texts.keys[name],
    group: texts.keys.group,
    isHidden: true,
    run: () => walk(step),
  })
  useKeys([
    command('next', 'j', 1),
    command('previous', 'k', -1),
    command('next', 'ArrowDown', 1),
    command('previous', 'ArrowUp', -1),
  ])
  const listOf = (some: readonly SearchResult[], label: string) => (
    <ul className={styles.list} aria-label={label}>
      {some.map((result) => (
        <ResultRow
          key={result.id}
          result={result}
          isPeeked={peek.key !== null && peek.key === result.itemKey}
          onOpen={() => onOpen(result)}
        />
      ))}
    </ul>
  )
  const exact = results.filter(({ isSimilar }) => !isSimilar)
  const similar = results.filter(({ isSimilar }) => isSimilar)
  return (
    <>
      {exact.length > 0 && listOf(exact, texts.list)}
      {similar.length > 0 && (
        <>
          <h2 className={styles.heading}>{texts.similar}</h2>
          {listOf(similar, texts.similar)}
        </>
      )}
    </>
  )
}

import type { SearchResult } from '@millrace/contract'
import { FileText, MessageSquare } from 'lucide-react'
import { useDirectory } from '../../../platform/store/index.ts'
import { RelativeTime, StateShape } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import { HitText } from './hit-text.tsx'
import styles from './search.module.css'

type Props = {
  readonly result: SearchResult
  readonly isPeeked: boolean
  readonly onOpen: () => void
}

/** One result: what it is, the words that were found, and where it stands. */
export function ResultRow({ result, isPeeked, onOpen }: Props) {
  const { containers, people } = useDirectory()
  const { kind, itemKey, title, excerpt, personId, at, isArchived } = result
  const container = containers.get(result.containerId)
  const person = personId === null ? undefined : people.get(personId)
  return (
    <li className={styles.row} data-peeked={isPeeked || undefined} data-result={result.id}>
      <button type="button" className={styles.main} onClick={onOpen}>
        <span className={styles.glyph}>
          {kind === 'item' && result.stateGroup !== null && <StateShape group={result.stateGroup} />}
          {kind === 'comment' && (
            <MessageSquare size={14} strokeWidth={1.75} role="img" aria-label={texts.comment} />
          )}
          {kind === 'file' && <FileText size={14} strokeWidth={1.75} role="img" aria-label={texts.file} />}
        </span>
        <span className={styles.words}>
          <span className={styles.title}>
            <HitText parts={title} />
          </span>
          {excerpt !== null && (
            <span className={styles.excerpt}>
              <HitText parts={excerpt} />
            </span>
          )}
          <span className={styles.where}>
            {[itemKey, container?.name, person?.name, isArchived ? texts.archived : null]
              .filter((each) => each !== null && each !== undefined)
              .join(' · ')}
          </span>
        </span>
        <span className={styles.when}>
          <RelativeTime at={at} />
        </span>
      </button>
    </li>
  )
}

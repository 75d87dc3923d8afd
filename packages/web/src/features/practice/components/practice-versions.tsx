import type { PracticeVersionView } from '@millrace/contract'
import { useDirectory } from '../../../platform/store/index.ts'
import { Markdown, RelativeTime, Section } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './practice.module.css'

const { page } = texts

type Props = { readonly versions: readonly PracticeVersionView[] }

/** The versions of a description, each to be opened. */
export function PracticeVersions({ versions }: Props) {
  const { people } = useDirectory()
  return (
    <div className={styles.group}>
      <Section title={page.versions}>
        {versions.length === 0 && <p className={styles.soft}>{page.noVersions}</p>}
        {versions.map(({ number, note, description, publishedAt, publishedBy }) => (
          <details key={number}>
            <summary>
              {page.version(number)}{' '}
              <span className={styles.soft}>
                {publishedBy !== null && `${people.get(publishedBy)?.name ?? ''} `}
                <RelativeTime at={publishedAt} />
              </span>{' '}
              {note}
            </summary>
            <Markdown text={description.body} />
            <ul>
              {description.checklist.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        ))}
      </Section>
    </div>
  )
}

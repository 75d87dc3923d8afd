import type { ModelView } from '@millrace/contract'
import { Pause } from 'lucide-react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { Button, PlainTable, RelativeTime } from '../../../../ui/index.ts'
import { textsSuspend } from '../../texts-suspend.ts'
import { versionTexts as texts } from '../../texts-versions.ts'
import styles from './versions.module.css'

/** A version with how many instances run by it. */
export type ListedVersion = ModelView & { readonly running: number }

/** A published version. */
export type NumberedVersion = ListedVersion & { readonly number: number }

type Props = {
  readonly versions: readonly ListedVersion[]
  readonly onCompare: (version: ListedVersion) => void
  /** Publishes the draft, or an earlier version once more; null: the person may not. */
  readonly onPublish: ((version: ListedVersion) => void) | null
  /** Stops new starts by it, or allows them again; null: the person may not. */
  readonly onSuspend: ((version: NumberedVersion) => void) | null
}

const { version: title, when, who, note: news, running: open } = texts.column
const COLUMNS = [title, when, who, news, open]

/** The versions of a model, the newest first. */
export function VersionTable({ versions, onCompare, onPublish, onSuspend }: Props) {
  const { people } = useDirectory()
  const current = versions.find(({ state }) => state === 'published')
  return (
    <PlainTable label={texts.list} columns={[...COLUMNS, '']} narrow="cards">
      {versions.map((version, place) => (
        <tr key={version.id}>
          <th scope="row">
            {nameOf(version)}
            {version === current && !version.suspension && (
              <span className={styles.soft}> {texts.current}</span>
            )}
            {version.suspension && (
              <span className={styles.soft} title={version.suspension.reason}>
                {' '}
                <Pause size={12} aria-hidden /> {textsSuspend.version.mark}
              </span>
            )}
          </th>
          <td data-label={when}>
            <RelativeTime at={version.publishedAt ?? version.createdAt} />
          </td>
          <td data-label={who}>{people.get(version.publishedBy ?? version.createdBy ?? '')?.name}</td>
          <td data-label={news}>{version.note}</td>
          <td data-number data-label={open}>
            {version.running}
          </td>
          <td className={styles.actions}>
            {place < versions.length - 1 && (
              <Button size="xs" variant="default" onClick={() => onCompare(version)}>
                {texts.compare}
              </Button>
            )}
            {onSuspend && isNumbered(version) && (version === current || version.suspension) && (
              <Button size="xs" variant="default" onClick={() => onSuspend(version)}>
                {version.suspension ? textsSuspend.version.resume : textsSuspend.version.suspend}
              </Button>
            )}
            {onPublish && version !== current && (
              <Button size="xs" variant="default" onClick={() => onPublish(version)}>
                {version.number === null ? texts.publish : texts.back}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}

function isNumbered(version: ListedVersion): version is NumberedVersion {
  return version.number !== null
}

/** What a version is called: by its number, or as the draft. */
export function nameOf({ number }: Pick<ModelView, 'number'>): string {
  return number === null ? texts.draft : String(number)
}

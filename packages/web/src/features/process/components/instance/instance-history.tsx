import type { HistoryEntryView } from '@millrace/contract'
import { Button, ErrorState, RelativeTime, Section, Skeleton } from '../../../../ui/index.ts'
import { useHistory } from '../../hooks/use-repair.ts'
import { placeName } from '../../model/standing-words.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import { ActorName } from './actor-name.tsx'
import styles from './instance.module.css'

type Props = { readonly instanceId: string }

/** What was said to an instance, by whom and why, and what came of it. */
export function InstanceHistory({ instanceId }: Props) {
  const { asked, entries, more } = useHistory(instanceId)
  return (
    <Section title={texts.part.history}>
      {entries === undefined ? (
        asked.error === null ? (
          <Skeleton rows={5} />
        ) : (
          <ErrorState title={texts.failed} error={asked.error} onRetry={() => void asked.refetch()} />
        )
      ) : (
        <ol className={styles.entries}>
          {entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} />
          ))}
        </ol>
      )}
      {more && (
        <Button size="xs" variant="default" onClick={more}>
          {texts.more}
        </Button>
      )}
    </Section>
  )
}

type EntryProps = { readonly entry: HistoryEntryView }

function Entry({ entry }: EntryProps) {
  const told = entry.happened.filter(
    ({ kind, elementName }) => elementName !== '' && kind !== 'left' && kind !== 'merged',
  )
  return (
    <li className={styles.entry}>
      <p>
        <strong className={styles.actor}>
          <ActorName actor={entry.actor} />
        </strong>{' '}
        {texts.said[entry.command] ?? entry.command}
        {entry.elementId !== '' && `: ${placeName(entry)}`}{' '}
        <span className={styles.soft}>
          <RelativeTime at={entry.at} />
        </span>
      </p>
      {entry.reason !== null && <p className={styles.reason}>{texts.because(entry.reason)}</p>}
      {told.length > 0 && (
        <p className={styles.soft}>
          {told.map((one) => `${texts.happened[one.kind]} ${placeName(one)}`).join(' · ')}
        </p>
      )}
    </li>
  )
}

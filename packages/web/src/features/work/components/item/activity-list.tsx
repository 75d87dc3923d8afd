import { Bot } from 'lucide-react'
import { ErrorState, PersonAvatar, RelativeTime, Skeleton } from '../../../../ui/index.ts'
import { type ActivitySubject, useActivity } from '../../hooks/use-activity.ts'
import { activityInWords } from '../../model/activity-words.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsItem } from '../../texts-item.ts'
import styles from './item-panel.module.css'

type Props = {
  readonly subject: ActivitySubject
  readonly lookup: Lookup
  /** Only so many, without the way to older ones. */
  readonly limit?: number
}

/** The journal in plain words, newest first. */
export function ActivityList({ subject, lookup, limit }: Props) {
  const { events, error, older, retry } = useActivity(subject)
  if (events === undefined) {
    return error === null ? (
      <Skeleton rows={4} />
    ) : (
      <ErrorState title={textsItem.activityFailed} error={error} onRetry={retry} />
    )
  }
  if (events.length === 0) return <p className={styles.hint}>{textsItem.noActivity}</p>
  return (
    <>
      <ol className={styles.activity}>
        {events.slice(0, limit).map((event) => {
          const { who, personId, text, details } = activityInWords(event, lookup)
          const person = personId === null ? undefined : lookup.people.get(personId)
          return (
            <li key={event.seq} className={styles.event}>
              {person ? (
                <PersonAvatar person={person} size={18} />
              ) : (
                <span className={styles.engine}>
                  <Bot size={13} aria-hidden />
                </span>
              )}
              <div className={styles.eventText}>
                <strong>{who}</strong> {text} <RelativeTime at={event.at} className={styles.when ?? ''} />
                {details.length > 0 && (
                  <ul className={styles.details}>
                    {details.map((detail) => (
                      <li key={detail}>{detail}</li>
                    ))}
                  </ul>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {older && limit === undefined && (
        <button type="button" className={styles.quiet} onClick={older}>
          {textsItem.olderActivity}
        </button>
      )}
    </>
  )
}

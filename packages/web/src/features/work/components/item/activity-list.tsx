import { lazy, Suspense } from 'react'
import { ErrorState, Skeleton } from '../../../../ui/index.ts'
import { type ActivitySubject, useActivity } from '../../hooks/use-activity.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsItem } from '../../texts-item.ts'
import styles from './item-panel.module.css'

/** The words for everything that can happen are many, and wait for the journal anyway. */
const ActivityLine = lazy(async () => ({ default: (await import('./activity-line.tsx')).ActivityLine }))

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
    <Suspense fallback={<Skeleton rows={4} />}>
      <ol className={styles.activity}>
        {events.slice(0, limit).map((event) => (
          <ActivityLine key={event.seq} event={event} lookup={lookup} namesItem={!('item' in subject)} />
        ))}
      </ol>
      {older && limit === undefined && (
        <button type="button" className={styles.quiet} onClick={older}>
          {textsItem.olderActivity}
        </button>
      )}
    </Suspense>
  )
}

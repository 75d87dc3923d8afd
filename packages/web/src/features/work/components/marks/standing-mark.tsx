import type { WorkItem } from '@millrace/core/work'
import { Ban, Hourglass } from 'lucide-react'
import { formatSpan } from '../../model/span.ts'
import { texts } from '../../texts.ts'
import styles from './marks.module.css'

type Props = {
  readonly item: Pick<WorkItem, 'waitingFor' | 'openBlockers'>
  readonly personName: (id: string) => string
  readonly now: number
}

/** Why an item stands still and for how long: whom it waits for, what blocks it. */
export function StandingMark({ item, personName, now }: Props) {
  const { waitingFor } = item
  const [blocker] = item.openBlockers
  if (waitingFor === null && blocker === undefined) return null
  return (
    <>
      {blocker && (
        <span
          className={styles.blocked}
          title={texts.blockedTitle(texts.blocker[blocker.reason], blocker.note)}
        >
          <Ban size={12} strokeWidth={2} aria-hidden />
          <span className={styles.clip}>{texts.blockerShort[blocker.reason]}</span>
          <span className={styles.span}>{formatSpan(now - blocker.since)}</span>
        </span>
      )}
      {waitingFor && (
        <span className={styles.waiting} title={texts.waitingTitle(waitingFor.note)}>
          <Hourglass size={12} strokeWidth={2} aria-hidden />
          <span className={styles.clip}>
            {waitingFor.personId === null ? waitingFor.note : personName(waitingFor.personId)}
          </span>
          <span className={styles.span}>{formatSpan(now - waitingFor.since)}</span>
        </span>
      )}
    </>
  )
}

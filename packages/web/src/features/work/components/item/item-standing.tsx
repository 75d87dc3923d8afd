import type { WorkItem } from '@millrace/core/work'
import { Ban, Hourglass } from 'lucide-react'
import { callOf } from '../../../../platform/store/index.ts'
import { useApplyCalls } from '../../hooks/use-apply-calls.tsx'
import type { Lookup } from '../../model/lookup.ts'
import { formatSpan } from '../../model/span.ts'
import { texts } from '../../texts.ts'
import { textsItem } from '../../texts-item.ts'
import { textsView } from '../../texts-view.ts'
import styles from './item-panel.module.css'
import type { ItemSlots } from './item-tabs.tsx'

type Props = {
  readonly item: WorkItem
  readonly lookup: Lookup
  readonly blockedMs: number
  readonly canWrite: boolean
  readonly nudge?: ItemSlots['nudge']
}

/** What an item waits for and what blocks it, since when, with the way to end it. */
export function ItemStanding({ item, lookup, blockedMs, canWrite, nudge }: Props) {
  const apply = useApplyCalls()
  const { waitingFor, openBlockers } = item
  if (waitingFor === null && openBlockers.length === 0) return null
  return (
    <ul className={styles.standing} aria-label={textsItem.blockers}>
      {openBlockers.map((blocker) => (
        <li key={blocker.id} className={styles.standingLine} data-kind="blocked">
          <Ban size={14} strokeWidth={2} aria-hidden />
          <span className={styles.standingText}>
            <strong>{texts.blocker[blocker.reason]}</strong>{' '}
            {textsItem.blockedFor(formatSpan(lookup.now - blocker.since))}
            {blocker.note !== '' && <span className={styles.standingNote}>{blocker.note}</span>}
          </span>
          {canWrite && (
            <button
              type="button"
              className={styles.standingEnd}
              onClick={() => apply([callOf('work.unblockItem', { id: item.id, blockerId: blocker.id })])}
            >
              {textsItem.unblock}
            </button>
          )}
        </li>
      ))}
      {waitingFor && (
        <li className={styles.standingLine} data-kind="waiting">
          <Hourglass size={14} strokeWidth={2} aria-hidden />
          <span className={styles.standingText}>
            <strong>
              {textsItem.waitsFor(
                waitingFor.personId === null
                  ? waitingFor.note
                  : (lookup.people.get(waitingFor.personId)?.name ?? textsView.somebody),
              )}
            </strong>{' '}
            {textsItem.blockedFor(formatSpan(lookup.now - waitingFor.since))}
            {waitingFor.personId !== null && waitingFor.note !== '' && (
              <span className={styles.standingNote}>{waitingFor.note}</span>
            )}
          </span>
          {waitingFor.personId !== null && nudge?.(item, waitingFor.personId)}
          {canWrite && (
            <button
              type="button"
              className={styles.standingEnd}
              onClick={() => apply([callOf('work.stopWaiting', { id: item.id })])}
            >
              {textsItem.stopWaiting}
            </button>
          )}
        </li>
      )}
      {blockedMs > 3_600_000 && (
        <li className={styles.hint}>{textsItem.blockedInAll(formatSpan(blockedMs))}</li>
      )}
    </ul>
  )
}

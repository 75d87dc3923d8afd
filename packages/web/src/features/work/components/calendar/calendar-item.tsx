import type { WorkItem } from '@millrace/core/work'
import { Ban, ClockAlert, Hourglass } from 'lucide-react'
import { memo } from 'react'
import { KindGlyph, StateShape } from '../../../../ui/index.ts'
import { barWords } from '../../model/bar-words.ts'
import type { Lookup } from '../../model/lookup.ts'
import { OwnFields } from '../marks/own-fields.tsx'
import styles from './calendar.module.css'

type Props = {
  /** Only the first part of a bar in sight carries the id, which must be there once. */
  readonly id: string | undefined
  readonly item: WorkItem
  readonly lookup: Lookup
  /** The container whose page this is: its sign is left out. */
  readonly homeId: string | null
  readonly lane: number
  /** How many days of its week it covers. */
  readonly length: number
  readonly isOpenBefore: boolean
  readonly isOpenAfter: boolean
  readonly isCursor: boolean
  readonly isSelected: boolean
  readonly isPeeked: boolean
  readonly isMoved: boolean
}

/** An item on its days. Clicks and drags are handled by the calendar. */
export const CalendarItem = memo(function CalendarItem(props: Props) {
  const { item, lookup } = props
  const { words, isLate, kind, homeId } = barWords(item, lookup)
  return (
    <button
      type="button"
      id={props.id}
      tabIndex={-1}
      className={styles.item}
      aria-label={words}
      title={words}
      data-item={item.id}
      data-kind={kind}
      data-late={isLate || undefined}
      data-done={item.stateGroup === 'done' || undefined}
      data-span={props.length > 1 || props.isOpenBefore || props.isOpenAfter || undefined}
      data-open-before={props.isOpenBefore || undefined}
      data-open-after={props.isOpenAfter || undefined}
      data-cursor={props.isCursor || undefined}
      data-selected={props.isSelected || undefined}
      data-peeked={props.isPeeked || undefined}
      data-moved={props.isMoved || undefined}
      // The place follows from the lane and the days.
      style={{
        insetBlockStart: `calc(var(--head) + ${String(props.lane)} * var(--lane))`,
        inlineSize: `calc(${String(props.length * 100)}% + ${String(props.length - 1)}px - 6px)`,
      }}
    >
      {!props.isOpenBefore && <span className={styles.grip} data-edge="start" />}
      <StateShape group={item.stateGroup} size={12} />
      {homeId !== props.homeId && <KindGlyph kind={kind} size={12} />}
      <span className={styles.itemTitle}>
        {item.title} <OwnFields item={item} lookup={lookup} isInline />
      </span>
      {item.waitingFor !== null && <Hourglass size={11} strokeWidth={2} aria-hidden />}
      {item.openBlockers.length > 0 && <Ban size={11} strokeWidth={2} aria-hidden />}
      {isLate && <ClockAlert size={12} strokeWidth={2} aria-hidden />}
      {!props.isOpenAfter && <span className={styles.grip} data-edge="due" />}
    </button>
  )
})

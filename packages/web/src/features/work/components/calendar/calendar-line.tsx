import type { WorkItem } from '@millrace/core/work'
import { StateShape } from '../../../../ui/index.ts'
import { barWords } from '../../model/bar-words.ts'
import type { Lookup } from '../../model/lookup.ts'
import { DueMark } from '../marks/due-mark.tsx'
import { OwnFields } from '../marks/own-fields.tsx'
import styles from './calendar.module.css'

type Props = {
  readonly item: WorkItem
  readonly lookup: Lookup
  readonly onClick?: () => void
}

/** An item on a line of its own, in a small list beside the days. */
export function CalendarLine({ item, lookup, onClick }: Props) {
  const { words, kind } = barWords(item, lookup)
  return (
    <button
      type="button"
      className={styles.line}
      aria-label={words}
      title={words}
      data-item={item.id}
      data-kind={kind}
      data-done={item.stateGroup === 'done' || undefined}
      onClick={onClick}
    >
      <StateShape group={item.stateGroup} size={12} />
      <span className={styles.itemTitle}>
        {item.title} <OwnFields item={item} lookup={lookup} isInline />
      </span>
      <DueMark item={item} today={lookup.today} />
    </button>
  )
}

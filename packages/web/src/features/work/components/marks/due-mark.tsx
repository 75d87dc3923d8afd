import type { WorkItem } from '@millrace/core/work'
import { dueOf } from '../../model/due.ts'
import styles from './marks.module.css'

type Props = {
  readonly item: Pick<WorkItem, 'startsOn' | 'dueOn' | 'stateGroup'>
  readonly today: string
}

/** When an item is due, as a range where it has a start. Lateness is said in words, not only in red. */
export function DueMark({ item, today }: Props) {
  const due = dueOf(item, today)
  if (due === null) return null
  return (
    <span className={styles.due} data-urgency={due.urgency} title={due.full}>
      <bdi>{due.words}</bdi>
    </span>
  )
}

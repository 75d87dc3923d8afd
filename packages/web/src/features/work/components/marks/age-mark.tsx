import type { WorkItem } from '@millrace/core/work'
import { formatSpan } from '../../model/span.ts'
import { texts } from '../../texts.ts'
import styles from './marks.module.css'

type Props = {
  readonly item: Pick<WorkItem, 'startedAt' | 'finishedAt' | 'stateSince' | 'stateGroup'>
  readonly now: number
}

/** The age of started work, or how long unstarted work has been in its state. Finished work has none. */
export function AgeMark({ item, now }: Props) {
  if (item.stateGroup === 'done') return null
  const since = item.startedAt ?? item.stateSince
  const words = formatSpan(now - since)
  const title = item.startedAt === null ? texts.age.inState(words) : texts.age.started(words)
  return (
    <span className={styles.age} title={title}>
      {words}
    </span>
  )
}

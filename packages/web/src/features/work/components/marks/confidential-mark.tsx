import type { WorkItem } from '@millrace/core/work'
import { LockKeyhole } from 'lucide-react'
import { textsSight } from '../../texts-sight.ts'
import styles from './marks.module.css'

/** That only some people see an item. */
export function ConfidentialMark({ item }: { readonly item: Pick<WorkItem, 'seenBy'> }) {
  if (item.seenBy === null) return null
  return (
    <span className={styles.confidential} title={textsSight.confidential}>
      <LockKeyhole size={12} strokeWidth={2} aria-hidden />
      <span className="visually-hidden">{textsSight.confidential}</span>
    </span>
  )
}

import { ListChecks } from 'lucide-react'
import { textsChecklist } from '../../texts-checklist.ts'
import styles from './marks.module.css'

type Props = { readonly done: number; readonly total: number }

/** How many lines of the checklists are done. */
export function LinesMark({ done, total }: Props) {
  if (total === 0) return null
  return (
    <span className={styles.lines} title={textsChecklist.linesDone(done, total)}>
      <ListChecks size={12} aria-hidden />
      <bdi>
        {done}/{total}
      </bdi>
    </span>
  )
}

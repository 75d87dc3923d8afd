import { texts } from '../../texts.ts'
import styles from './marks.module.css'

type Props = { readonly done: number; readonly total: number }

/** How many sub-items are done, as a small ring with the numbers beside it. */
export function ProgressMark({ done, total }: Props) {
  if (total === 0) return null
  const share = done / total
  return (
    <span className={styles.progress} title={texts.subItemsDone(done, total)}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden>
        <circle cx="6" cy="6" r="4.5" fill="none" stroke="var(--line-strong)" strokeWidth="2" />
        <circle
          cx="6"
          cy="6"
          r="4.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          pathLength="1"
          strokeDasharray={`${String(share)} 1`}
          transform="rotate(-90 6 6)"
        />
      </svg>
      <bdi>
        {done}/{total}
      </bdi>
    </span>
  )
}

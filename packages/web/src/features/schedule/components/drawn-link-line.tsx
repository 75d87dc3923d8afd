import type { DrawnLink } from '../hooks/use-draw-link.ts'
import styles from './schedule.module.css'

/** The link that is being drawn, from its bar to the pointer. */
export function DrawnLinkLine({ drawn: { from, to } }: { readonly drawn: DrawnLink }) {
  return (
    <svg className={styles.drawn} aria-hidden>
      <path d={`M${String(from.x)} ${String(from.y)}L${String(to.x)} ${String(to.y)}`} />
    </svg>
  )
}

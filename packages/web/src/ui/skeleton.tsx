import styles from './skeleton.module.css'
import { texts } from './texts.ts'

type Props = { readonly rows?: number; readonly label?: string }

/** Grey lines in place of what is loading. They appear after 300 ms only: quick answers never flash. */
export function Skeleton({ rows = 6, label = texts.loading }: Props) {
  return (
    <output className={styles.skeleton} aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          <span className={styles.dot} />
          <span className={styles.line} style={{ inlineSize: `${String(64 - ((row * 17) % 40))}%` }} />
        </div>
      ))}
    </output>
  )
}

import type { ReactNode } from 'react'
import styles from './page-header.module.css'

type Props = {
  readonly title: ReactNode
  readonly glyph?: ReactNode
  /** Quiet text behind the title, such as a count. */
  readonly note?: ReactNode
  /** Tabs or view switches, after the title. */
  readonly children?: ReactNode
  /** Buttons at the end. */
  readonly actions?: ReactNode
}

/** The 44-pixel line above every page: what it is, how it is shown, what can be done. */
export function PageHeader({ title, glyph, note, children, actions }: Props) {
  return (
    <header className={styles.header}>
      <div className={styles.name}>
        {glyph}
        <h1 className={styles.title}>{title}</h1>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
      {children !== undefined && (
        <div data-noprint className={styles.middle}>
          {children}
        </div>
      )}
      {actions !== undefined && (
        <div data-noprint className={styles.actions}>
          {actions}
        </div>
      )}
    </header>
  )
}

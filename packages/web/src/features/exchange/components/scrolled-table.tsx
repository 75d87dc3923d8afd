import type { ReactNode } from 'react'
import styles from './exchange.module.css'

type Props = { readonly label: string; readonly children: ReactNode }

/** A table that scrolls sideways where the screen is narrow: by keys as well, as nothing in it takes the focus. */
export function ScrolledTable({ label, children }: Props) {
  return (
    <section className={styles.scroller} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

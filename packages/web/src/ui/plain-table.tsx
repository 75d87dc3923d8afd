import type { ReactNode } from 'react'
import styles from './plain-table.module.css'
import { texts } from './texts.ts'

type Props = {
  /** Spoken name of the table. */
  readonly label: string
  /** Column headings; an empty one is for buttons at the end of the row. */
  readonly columns: readonly string[]
  /** Where the screen is narrow: scroll sideways, or make a card of each row, whose cells say `data-label`. */
  readonly narrow?: 'scroll' | 'cards'
  /** `tr` elements. */
  readonly children: ReactNode
}

/** A small table for settings: hairlines, 36-pixel rows. */
export function PlainTable({ label, columns, narrow = 'scroll', children }: Props) {
  return (
    <div className={styles.frame}>
      <table className={styles.table} data-narrow={narrow} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column === '' ? <span className="visually-hidden">{texts.actions}</span> : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

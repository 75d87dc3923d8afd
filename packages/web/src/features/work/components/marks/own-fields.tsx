import type { WorkItem } from '@millrace/core/work'
import { createContext, useContext } from 'react'
import type { Column } from '../../model/columns/column.ts'
import type { Lookup } from '../../model/lookup.ts'
import styles from './marks.module.css'

/** The own fields that a view shows beside what every item shows anyway. */
export const ShownFields = createContext<readonly Column[]>([])

type Props = {
  readonly item: WorkItem
  readonly lookup: Lookup
  /** They go on in a line of text, and are cut off with it. */
  readonly isInline?: boolean
}

/** The values of the own fields that were chosen for a view; what is empty is left out. */
export function OwnFields({ item, lookup, isInline = false }: Props) {
  const columns = useContext(ShownFields)
  if (columns.length === 0) return null
  const values = columns.map(({ id, name, text }) => ({ id, name, text: text(item, lookup) }))
  return (
    <span className={styles.ownFields} data-inline={isInline || undefined}>
      {values
        .filter(({ text }) => text !== '')
        .map(({ id, name, text }) => (
          <span key={id} className={styles.ownField} title={`${name}: ${text}`}>
            <span className={styles.ownName}>{name}</span> {text}
          </span>
        ))}
    </span>
  )
}

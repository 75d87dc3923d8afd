import type { PlanRowView } from '@millrace/contract'
import { usePeek } from '../../../platform/navigation.ts'
import styles from './row-name.module.css'

type Props = { readonly row: Pick<PlanRowView, 'key' | 'title' | 'wbs'> }

/** The name of an item of a plan in a table, which opens it beside the page. */
export function RowName({ row }: Props) {
  const peek = usePeek()
  return (
    <span className={styles.name}>
      <span className={styles.wbs}>{row.wbs}</span>
      <button type="button" className={styles.title} title={row.title} onClick={() => peek.open(row.key)}>
        {row.title}
      </button>
    </span>
  )
}

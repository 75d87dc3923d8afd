import type { WorkItem } from '@millrace/core/work'
import { useContext, useMemo } from 'react'
import { type WholeCounts, WholeCountsContext } from '../../hooks/use-whole-counts.ts'
import type { Column } from '../../model/columns/column.ts'
import type { WorkGroup } from '../../model/grouping.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsView } from '../../texts-view.ts'
import styles from './item-table.module.css'

type Props = {
  readonly columns: readonly Column[]
  readonly groups: readonly WorkGroup[]
  readonly lookup: Lookup
  readonly rowIndex: number
}

/** The line below the table: what the amounts in a column add up to. */
export function TableFoot({ columns, groups, lookup, rowIndex }: Props) {
  const whole = useContext(WholeCountsContext)
  const sums = useMemo(
    () => (whole ? inWords(whole, columns, lookup) : sumUp(columns, groups, lookup)),
    [whole, columns, groups, lookup],
  )
  if (sums.size === 0) return null
  return (
    <div role="row" className={styles.foot} aria-rowindex={rowIndex}>
      <span role="gridcell" className={styles.tickCell} aria-label={textsView.sum} />
      {columns.map((column, index) => (
        <span
          key={column.id}
          role="gridcell"
          className={styles.cell}
          aria-colindex={index + 2}
          data-align={column.align}
          data-sum={column.id}
          title={sums.has(column.id) ? textsView.sumOf(column.name) : undefined}
        >
          <span className={styles.clip}>
            {index === 0 && !sums.has(column.id) ? textsView.sum : sums.get(column.id)}
          </span>
        </span>
      ))}
    </div>
  )
}

/** What the server has added up, where not all items are here. */
function inWords(
  { sums }: WholeCounts,
  columns: readonly Column[],
  lookup: Lookup,
): ReadonlyMap<string, string> {
  return new Map(
    columns.flatMap(({ id, total }): [string, string][] => {
      const sum = sums.get(id)
      return total && sum !== undefined ? [[id, total(sum, lookup)]] : []
    }),
  )
}

/** An item that stands in several groups counts once; a column in which nothing stands has no sum. */
function sumUp(
  columns: readonly Column[],
  groups: readonly WorkGroup[],
  lookup: Lookup,
): ReadonlyMap<string, string> {
  const items = new Set<WorkItem>(groups.flatMap((group) => group.items))
  const sums = new Map<string, string>()
  for (const { id, amount, total } of columns) {
    if (!amount || !total) continue
    let sum: number | null = null
    for (const item of items) {
      const value = amount(item, lookup)
      if (value !== null) sum = (sum ?? 0) + value
    }
    if (sum !== null) sums.set(id, total(sum, lookup))
  }
  return sums
}

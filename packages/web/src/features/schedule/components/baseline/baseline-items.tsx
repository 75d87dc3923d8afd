import { useMemo } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import type { Comparison } from '../../model/baseline/compare.ts'
import { texts } from '../../texts.ts'
import { textsBaseline } from '../../texts-baseline.ts'
import { type PlanColumn, type PlanSort, PlanTable } from '../plan-table.tsx'
import { RowName } from '../row-name.tsx'
import styles from './baseline.module.css'
import { changeColumns, occurring } from './change-columns.tsx'

type Props = {
  readonly comparisons: readonly Comparison[]
  readonly sort: PlanSort
  readonly onSort: (id: string) => void
}

/** Items with what was planned for them then and what is now. */
export function BaselineItems({ comparisons, sort, onSort }: Props) {
  const { organisation } = useDirectory()
  const { currency } = organisation
  const columns = useMemo(
    (): readonly PlanColumn<Comparison>[] => [
      {
        ...{ id: 'outline', name: texts.column.title, width: 'minmax(220px, 1fr)', isSortable: true },
        cell: ({ row, kind }) => (
          <span className={styles.name}>
            <RowName row={row} />
            {kind === 'added' && <span className={styles.added}>{textsBaseline.isNew}</span>}
          </span>
        ),
      },
      ...changeColumns(occurring(comparisons), currency),
    ],
    [comparisons, currency],
  )
  return (
    <PlanTable
      label={textsBaseline.table}
      columns={columns}
      rows={comparisons}
      keyOf={({ row }) => row.itemId}
      sort={sort}
      onSort={onSort}
    />
  )
}

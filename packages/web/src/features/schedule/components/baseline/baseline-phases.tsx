import { useMemo } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import type { PhaseComparison } from '../../model/baseline/phases.ts'
import { textsBaseline } from '../../texts-baseline.ts'
import { type PlanColumn, PlanTable } from '../plan-table.tsx'
import styles from './baseline.module.css'
import { changeColumns, occurring } from './change-columns.tsx'

type Props = { readonly phases: readonly PhaseComparison[]; readonly whole: PhaseComparison }

/** Phases, and the whole plan below them, then and now. */
export function BaselinePhases({ phases, whole }: Props) {
  const { organisation } = useDirectory()
  const { currency } = organisation
  const rows = useMemo(() => [...phases, whole], [phases, whole])
  const columns = useMemo(
    (): readonly PlanColumn<PhaseComparison>[] => [
      {
        ...{ id: 'name', name: textsBaseline.phases, width: 'minmax(180px, 1fr)' },
        cell: (row) =>
          row === whole ? (
            <strong className={styles.whole}>{textsBaseline.whole}</strong>
          ) : (
            (row.name ?? textsBaseline.noPhase)
          ),
      },
      {
        ...{ id: 'count', name: textsBaseline.count, width: '84px', align: 'end' as const },
        cell: (row) => row.count,
      },
      {
        ...{ id: 'moved', name: textsBaseline.movedCount, width: '84px', align: 'end' as const },
        cell: (row) => row.movedCount,
      },
      ...changeColumns(occurring(rows), currency).map((column) => ({ ...column, isSortable: false })),
    ],
    [rows, whole, currency],
  )
  return <PlanTable label={textsBaseline.table} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

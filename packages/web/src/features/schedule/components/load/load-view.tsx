import { ChartNoAxesColumn, Table2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useSearchText } from '../../../../platform/navigation.ts'
import { useKeys } from '../../../../platform/use-keys.ts'
import { EmptyState, useToday, xOfDay } from '../../../../ui/index.ts'
import { usePlanPool } from '../../hooks/use-plan-pool.ts'
import { worstOf } from '../../model/load/worst.ts'
import { textsLoad } from '../../texts-load.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import styles from './load.module.css'
import { LoadChart, type LoadChoice } from './load-chart.tsx'
import { LoadDetails } from './load-details.tsx'
import { LoadLine } from './load-line.tsx'
import { LoadTable } from './load-table.tsx'
import { useLoad } from './use-load.ts'
import { useLoadDays } from './use-load-days.ts'
import { useLoadKeys } from './use-load-keys.ts'

/** What the plan asks of everybody and everything in it, day by day or week by week. */
export function LoadView({ plan, rows, containerId, zoom }: PlanViewProps) {
  const pool = usePlanPool({ plan, rows, containerId })
  const { who } = useSearchText()
  const { scale, days } = useLoadDays(pool, zoom)
  const load = useLoad(pool, days)
  const [isTable, setTable] = useState(false)
  const [asked, setChoice] = useState<LoadChoice | null>(null)
  const today = useToday()
  const worst = useMemo(() => worstOf(load, today), [load, today])
  const first = load[0]?.buckets ?? []
  const todayIndex = Math.max(
    0,
    first.findLastIndex(({ on }) => on <= today),
  )
  // Somebody named in the address is chosen until something else is.
  const named = load.some(({ resource }) => resource.id === who)
    ? { resourceId: who ?? '', index: todayIndex }
    : null
  const choice = asked ?? named
  const chosen = load.find(({ resource }) => resource.id === choice?.resourceId)
  const toWorst = () => worst && setChoice({ resourceId: worst.row.resource.id, index: worst.index })
  useLoadKeys({ rows: load, choice, todayIndex, onChoose: setChoice, onWorst: toWorst, isOn: !isTable })
  if (load.length === 0 || days === null) return <NoLoad />
  return (
    <div className={styles.load}>
      <LoadLine worst={worst} all={load.length} pool={pool} toOn={days.toOn} onWorst={toWorst}>
        <TableButton isTable={isTable} onTable={setTable} />
      </LoadLine>
      {isTable ? (
        <LoadTable rows={load} toOn={days.toOn} />
      ) : (
        <LoadChart
          rows={load}
          scale={scale}
          toX={xOfDay(scale, days.toOn) + scale.pxPerDay}
          choice={choice}
          onChoose={setChoice}
        />
      )}
      {!isTable && choice && chosen && (
        <LoadDetails
          row={chosen}
          index={choice.index}
          toOn={days.toOn}
          pool={pool}
          rows={rows}
          onClose={() => setChoice(null)}
        />
      )}
    </div>
  )
}

function NoLoad() {
  return (
    <EmptyState
      glyph={<ChartNoAxesColumn size={20} strokeWidth={1.75} />}
      title={textsLoad.emptyTitle}
      sentence={textsLoad.emptySentence}
    />
  )
}

type TableProps = { readonly isTable: boolean; readonly onTable: (isTable: boolean) => void }

function TableButton({ isTable, onTable }: TableProps) {
  const label = isTable ? textsLoad.asChart : textsLoad.asTable
  useKeys([{ id: 'load.table', keys: 'l', label, group: textsLoad.load, run: () => onTable(!isTable) }])
  const Sign = isTable ? ChartNoAxesColumn : Table2
  return (
    <button type="button" className={styles.tool} title={`${label} (L)`} onClick={() => onTable(!isTable)}>
      <Sign size={14} aria-hidden />
      {label}
    </button>
  )
}

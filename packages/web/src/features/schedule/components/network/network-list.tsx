import { useMemo } from 'react'
import { formatDayRange, formatShort } from '../../../../ui/index.ts'
import { writeRule } from '../../model/link-notation.ts'
import type { DrawnNet } from '../../model/network/drawn-net.ts'
import type { NetworkArrow } from '../../model/network/network.ts'
import type { PlanDays } from '../../model/plan-days.ts'
import { floatDaysOf, spanDays, workDaysOf } from '../../model/row-facts.ts'
import { texts } from '../../texts.ts'
import { textsNetwork } from '../../texts-network.ts'
import { textsViews } from '../../texts-views.ts'
import { linkLetters } from '../link-letters.ts'
import { type PlanColumn, PlanTable } from '../plan-table.tsx'
import { RowName } from '../row-name.tsx'

type Props = { readonly net: DrawnNet; readonly days: PlanDays }

/** The network in words: what each item comes after and before. */
export function NetworkList({ net, days }: Props) {
  const numbers = useMemo(() => net.rows.map((_, number) => number), [net])
  const columns = useMemo(() => columnsOf(net, days), [net, days])
  return (
    <PlanTable
      label={textsNetwork.network}
      columns={columns}
      rows={numbers}
      keyOf={(number) => net.rows[number]?.itemId ?? ''}
    />
  )
}

function columnsOf(net: DrawnNet, days: PlanDays): readonly PlanColumn<number>[] {
  const { column } = texts
  const names = (arrows: readonly NetworkArrow[], end: 'from' | 'to') =>
    arrows.map((arrow) => `${net.rows[arrow[end]]?.key ?? ''} ${writeRule(arrow.link, linkLetters)}`.trim())
  return [
    {
      id: 'title',
      name: column.title,
      width: 'minmax(240px, 2fr)',
      cell: (number) => {
        const row = net.rows[number]
        return row && <RowName row={row} />
      },
    },
    { id: 'key', name: textsNetwork.key, width: '90px', cell: (number) => net.rows[number]?.key },
    {
      id: 'dates',
      name: textsNetwork.when,
      width: '170px',
      cell: (number) => {
        const row = net.rows[number]
        const span = row && spanDays(row, days)
        return span ? formatDayRange(span.from, span.to) : textsNetwork.undated
      },
    },
    {
      id: 'days',
      name: column.days,
      width: '60px',
      align: 'end',
      cell: (number) => {
        const row = net.rows[number]
        const length = row ? workDaysOf(row, days) : null
        return length === null ? '' : formatShort(length)
      },
    },
    {
      id: 'after',
      name: textsNetwork.comesAfter,
      width: 'minmax(160px, 1fr)',
      cell: (number) => names(net.before[number] ?? [], 'from').join(', ') || textsNetwork.first,
    },
    {
      id: 'before',
      name: textsNetwork.comesBefore,
      width: 'minmax(160px, 1fr)',
      cell: (number) => names(net.after[number] ?? [], 'to').join(', ') || textsNetwork.last,
    },
    {
      id: 'float',
      name: textsNetwork.floatName,
      width: '80px',
      cell: (number) => {
        const row = net.rows[number]
        if (row && row.isCritical) return textsViews.critical
        const float = row ? floatDaysOf(row) : null
        return float === null ? '' : textsViews.workDays(formatShort(float))
      },
    },
  ]
}

import type { PlanView } from '@millrace/contract'
import { useMemo } from 'react'
import { formatDayRange, formatShort } from '../../../../ui/index.ts'
import { writeRule } from '../../model/link-notation.ts'
import type { DrawnNet } from '../../model/network/drawn-net.ts'
import { tiesByRow } from '../../model/outside/tie-words.ts'
import type { PlanDays } from '../../model/plan-days.ts'
import { floatDaysOf, spanDays, workDaysOf } from '../../model/row-facts.ts'
import { texts } from '../../texts.ts'
import { textsNetwork } from '../../texts-network.ts'
import { textsOutside } from '../../texts-outside.ts'
import { textsViews } from '../../texts-views.ts'
import { linkLetters } from '../link-letters.ts'
import { type PlanColumn, PlanTable } from '../plan-table.tsx'
import { RowName } from '../row-name.tsx'

type Props = {
  readonly net: DrawnNet
  readonly days: PlanDays
  /** Links to and from other projects. */
  readonly outside: PlanView['outside']['links']
}

/** The network in words: what each item comes after and before. */
export function NetworkList({ net, days, outside }: Props) {
  const numbers = useMemo(() => net.rows.map((_, number) => number), [net])
  const columns = useMemo(() => columnsOf({ net, days, outside }), [net, days, outside])
  return (
    <PlanTable
      label={textsNetwork.network}
      columns={columns}
      rows={numbers}
      keyOf={(number) => net.rows[number]?.itemId ?? ''}
    />
  )
}

function columnsOf({ net, days, outside }: Props): readonly PlanColumn<number>[] {
  const { column } = texts
  const tiesOf = tiesByRow(outside)
  const named = (key: string, link: Parameters<typeof writeRule>[0]) =>
    `${key} ${writeRule(link, linkLetters)}`.trim()
  const names = (number: number, end: 'from' | 'to') => {
    const arrows = (end === 'from' ? net.before : net.after)[number] ?? []
    const ties = (tiesOf.get(net.rows[number]?.itemId ?? '') ?? []).filter(
      ({ isIn }) => isIn === (end === 'from'),
    )
    return [
      ...arrows.map((arrow) => named(net.rows[arrow[end]]?.key ?? '', arrow.link)),
      ...ties.map((tie) => named(tie.key ?? textsOutside.someWork, tie)),
    ].join(', ')
  }
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
      cell: (number) => names(number, 'from') || textsNetwork.first,
    },
    {
      id: 'before',
      name: textsNetwork.comesBefore,
      width: 'minmax(160px, 1fr)',
      cell: (number) => names(number, 'to') || textsNetwork.last,
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

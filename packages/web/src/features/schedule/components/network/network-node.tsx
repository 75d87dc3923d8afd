import type { PlanRowView } from '@millrace/contract'
import { memo } from 'react'
import { useItem } from '../../../../platform/store/index.ts'
import { formatDay, formatDayRange, formatShort, StateShape } from '../../../../ui/index.ts'
import type { PlanDays } from '../../model/plan-days.ts'
import { floatDaysOf, spanDays, workDaysOf } from '../../model/row-facts.ts'
import { textsNetwork } from '../../texts-network.ts'
import { textsViews } from '../../texts-views.ts'
import styles from './network.module.css'

type Props = {
  readonly id: string
  readonly row: PlanRowView
  readonly days: PlanDays
  readonly x: number
  readonly y: number
  readonly isCursor: boolean
  readonly isReadable: boolean
  readonly onPress: (itemId: string) => void
}

/** A box of the network: key and length, title, dates and float. */
export const NetworkNode = memo(function NetworkNode(props: Props) {
  const { row, days } = props
  const item = useItem(row.itemId)
  const length = workDaysOf(row, days)
  const dates = datesOf(row, days)
  const isOnIt = row.isCritical
  const float = floatDaysOf(row)
  const last = isOnIt ? textsViews.critical : float === null ? '' : textsNetwork.float(formatShort(float))
  const words = textsNetwork.node(
    `${row.key} ${row.title}`,
    [dates ?? textsNetwork.undated, last].filter(Boolean).join(', '),
  )
  return (
    <button
      id={props.id}
      type="button"
      tabIndex={-1}
      className={styles.node}
      title={words}
      data-critical={isOnIt || undefined}
      data-cursor={props.isCursor || undefined}
      data-milestone={row.isMilestone || undefined}
      style={{ left: props.x, top: props.y }}
      onClick={() => props.onPress(row.itemId)}
    >
      {props.isReadable ? (
        <>
          <span className={styles.nodeLine}>
            {item && <StateShape group={item.stateGroup} size={12} />}
            <span className={styles.key}>{row.key}</span>
            <span className={styles.length}>
              {length === null ? '' : textsViews.workDays(formatShort(length))}
            </span>
          </span>
          <span className={styles.title}>{row.title}</span>
          <span className={styles.nodeLine}>
            <span className={styles.dates}>{dates ?? textsNetwork.undated}</span>
            <span className={styles.float}>{last}</span>
          </span>
        </>
      ) : (
        <span className={styles.far}>{row.key}</span>
      )}
    </button>
  )
})

function datesOf(row: PlanRowView, days: PlanDays): string | null {
  const span = spanDays(row, days)
  if (span === null) return null
  return span.from === span.to ? formatDay(span.to) : formatDayRange(span.from, span.to)
}

import type { PlanRowView } from '@millrace/contract'
import type { ReactNode } from 'react'
import { usePeek } from '../../../platform/navigation.ts'
import { dayAt, formatDay, type Scale } from '../../../ui/index.ts'
import { useBarGrab } from '../hooks/use-bar-grab.ts'
import { texts } from '../texts.ts'
import { textsFloats } from '../texts-floats.ts'
import type { BarMoves } from './bar-moves.ts'
import { LinkHandles } from './link-handles.tsx'
import styles from './schedule.module.css'

type Props = {
  readonly row: PlanRowView
  readonly scale: Scale
  readonly moves: BarMoves | null
  readonly showsCritical: boolean
  readonly why: string | null
  readonly x: number
  /** What stands behind it. */
  readonly after: ReactNode
}

/** From its middle to its corner. */
const HALF_PX = 7

/** A moment of the plan, which is drawn along and linked like a bar. */
export function PlanMilestone({ row, scale, moves, showsCritical, why, x, after }: Props) {
  const peek = usePeek()
  const { isMovable, isDragged, grab, listeners } = useBarGrab({ row, scale, moves })
  const day = formatDay(dayAt(scale, (row.finishAt ?? 1) - 1))
  const isCritical = showsCritical && row.isCritical
  const isNear = showsCritical && row.isNearCritical
  const band = isCritical ? texts.critical : isNear ? textsFloats.near : null
  const words = [texts.milestone(row.title, day), band].filter((each) => each !== null).join(', ')
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.milestone}
        data-critical={isCritical || undefined}
        data-near={isNear || undefined}
        data-movable={isMovable || undefined}
        data-dragged={isDragged || undefined}
        data-item={row.itemId}
        aria-label={words}
        title={[words, why, isMovable ? texts.milestoneHint : null]
          .filter((each) => each !== null)
          .join('\n')}
        style={{ left: x - HALF_PX }}
        onPointerDown={(event) => grab(event, 'both')}
        {...listeners}
        onClick={() => peek.open(row.key)}
      />
      <LinkHandles row={row} moves={moves} startX={x - HALF_PX} finishX={x + HALF_PX} />
      <span className={styles.barPerson} style={{ left: x + 20 }}>
        {day}
        {after}
      </span>
    </>
  )
}

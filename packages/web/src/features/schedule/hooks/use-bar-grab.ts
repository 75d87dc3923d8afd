import type { PlanRowView } from '@millrace/contract'
import type { ShiftEnd } from '@millrace/core/schedule'
import { type PointerEvent, useRef } from 'react'
import { type Scale, useBarDrag } from '../../../ui/index.ts'
import type { BarMoves } from '../components/bar-moves.ts'

type Grabbable = { readonly row: PlanRowView; readonly scale: Scale; readonly moves: BarMoves | null }

/** Taking a bar, a milestone, or the end of a bar, and drawing it along the axis. */
export function useBarGrab({ row, scale, moves }: Grabbable) {
  // The row as it was taken: while it is drawn along, it is shown elsewhere.
  const grabbed = useRef(row)
  const { drag, begin, listeners } = useBarDrag<ShiftEnd>(
    scale.pxPerDay,
    (days, end) => moves?.shift(grabbed.current, { days, end }),
    (days, end) => moves?.tryOut(grabbed.current, { days, end }),
  )
  const isMovable = moves?.canShift(row) ?? false
  const grab = (event: PointerEvent<HTMLElement>, end: ShiftEnd) => {
    if (!isMovable) return
    grabbed.current = row
    begin(event, end)
  }
  return { isMovable, isDragged: drag !== null, grab, listeners }
}

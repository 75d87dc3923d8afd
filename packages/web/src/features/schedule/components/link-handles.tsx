import type { PlanRowView } from '@millrace/contract'
import { textsGestures } from '../texts-gestures.ts'
import type { BarMoves } from './bar-moves.ts'
import styles from './schedule.module.css'

type Props = {
  readonly row: PlanRowView
  /** Null: nobody links here. */
  readonly moves: BarMoves | null
  readonly startX: number
  readonly finishX: number
}

const HANDLE_PX = 11

/** At both ends of a bar: from here a link is drawn to an end of another one. */
export function LinkHandles({ row, moves, startX, finishX }: Props) {
  if (moves === null) return null
  const places = { start: startX - HANDLE_PX - 1, finish: finishX + 1 } as const
  return (['start', 'finish'] as const).map((end) => (
    <span
      key={end}
      className={styles.linkHandle}
      data-item={row.itemId}
      data-end={end}
      style={{ left: places[end] }}
      title={textsGestures.linkFrom[end]}
      onPointerDown={(event) => moves.beginLink(event, row, end)}
    />
  ))
}

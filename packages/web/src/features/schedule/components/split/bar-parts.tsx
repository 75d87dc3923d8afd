import type { PlanRowView } from '@millrace/contract'
import { type Scale, useBarDrag } from '../../../../ui/index.ts'
import { barSpan } from '../../model/bar-span.ts'
import { partsOf, type RowPart } from '../../model/splits/parts.ts'
import { textsSplit as words } from '../../texts-split.ts'
import styles from './split.module.css'

type Props = {
  readonly row: PlanRowView
  readonly scale: Scale
  /** Where the bar begins, in pixels of the axis. */
  readonly startX: number
  /** Null: nobody moves parts here. */
  readonly onMove: ((row: PlanRowView, gap: number, days: number) => void) | null
}

/** The parts of a bar with a thin line between them; each behind a gap can be drawn to another day. */
export function BarParts({ row, scale, startX, onMove }: Props) {
  return (
    <>
      <span className={styles.rest} />
      {partsOf(row).map((part, index) => (
        <BarPart key={part.startAt} {...{ row, scale, startX, part, index, onMove }} />
      ))}
    </>
  )
}

type PartProps = Props & { readonly part: RowPart; readonly index: number }

function BarPart({ row, scale, startX, part, index, onMove }: PartProps) {
  const { drag, begin, listeners } = useBarDrag<'part'>(scale.pxPerDay, (days) =>
    onMove?.(row, index - 1, days),
  )
  const span = barSpan({ ...part, isMilestone: false }, scale)
  if (!span) return null
  const isMovable = onMove !== null && index > 0
  const drawn = (drag?.days ?? 0) * scale.pxPerDay
  return (
    <span
      className={styles.part}
      data-movable={isMovable || undefined}
      title={isMovable ? words.partHint : undefined}
      style={{ left: span.startX - startX + drawn, width: Math.max(2, span.finishX - span.startX) }}
      onPointerDown={(event) => {
        if (isMovable) begin(event, 'part')
      }}
      {...listeners}
    >
      {part.doneShare > 0 && (
        <span className={styles.partDone} style={{ width: `${String(100 * part.doneShare)}%` }} />
      )}
    </span>
  )
}

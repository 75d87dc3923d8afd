import type { PlanRowView } from '@millrace/contract'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { usePeek } from '../../../platform/navigation.ts'
import { useEntity } from '../../../platform/store/index.ts'
import { dayAt, formatDay, type Scale, useBarDrag, xOf } from '../../../ui/index.ts'
import { canShift, useShiftBar } from '../hooks/use-shift-bar.ts'
import { texts } from '../texts.ts'
import styles from './schedule.module.css'

type Props = {
  readonly row: PlanRowView
  readonly baseline: { readonly startAt: number | null; readonly finishAt: number | null } | undefined
  readonly scale: Scale
  readonly canWrite: boolean
  readonly responsibleId: string | null
  readonly seenLeft: number
  readonly seenRight: number
  readonly onShow: (x: number) => void
}

/** The bar of a row, its baseline as a thin line below, or an arrow to where the bar is out of sight. */
export function PlanBar(props: Props) {
  const { row, baseline, scale } = props
  const { startAt, finishAt } = row
  if (startAt === null || finishAt === null) return <div className={styles.track} dir="ltr" />
  const [startX, finishX] = [xOf(scale, startAt), xOf(scale, finishAt)]
  return (
    <div className={styles.track} dir="ltr" role="gridcell">
      {baseline?.startAt != null && baseline.finishAt != null && (
        <span
          className={styles.baseline}
          style={{
            left: xOf(scale, baseline.startAt),
            width: Math.max(2, xOf(scale, baseline.finishAt) - xOf(scale, baseline.startAt)),
          }}
        />
      )}
      {finishX < props.seenLeft || startX > props.seenRight ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.away}
          style={finishX < props.seenLeft ? { left: props.seenLeft + 4 } : { left: props.seenRight - 28 }}
          aria-label={texts.goToBar(dayWords(startAt, scale))}
          title={texts.goToBar(dayWords(startAt, scale))}
          onClick={() => props.onShow(startX)}
        >
          {finishX < props.seenLeft ? (
            <ArrowLeft size={12} aria-hidden />
          ) : (
            <ArrowRight size={12} aria-hidden />
          )}
        </button>
      ) : row.isMilestone ? (
        <Milestone row={row} x={finishX} scale={scale} />
      ) : (
        <Bar {...props} startX={startX} finishX={finishX} />
      )}
      {row.deadlineAt !== null && (
        <span className={styles.deadline} style={{ left: xOf(scale, row.deadlineAt) }} />
      )}
    </div>
  )
}

type BarProps = Props & { readonly startX: number; readonly finishX: number }

function Bar({ row, scale, canWrite, responsibleId, startX, finishX }: BarProps) {
  const peek = usePeek()
  const shift = useShiftBar()
  const person = useEntity('person', responsibleId)
  const isMovable = canWrite && canShift(row)
  const { drag, begin, listeners } = useBarDrag<'both' | 'finish'>(scale.pxPerDay, (days, end) =>
    shift(row, days, end),
  )
  const moved = (drag?.days ?? 0) * scale.pxPerDay
  const left = startX + (drag?.end === 'both' ? moved : 0)
  const width = Math.max(scale.pxPerDay, 4, finishX - startX + (drag?.end === 'finish' ? moved : 0))
  const span = { from: dayWords(row.startAt ?? 0, scale), to: dayWords((row.finishAt ?? 1) - 1, scale) }
  const words = texts.bar(row.title, span, row.percentComplete)
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.bar}
        data-summary={row.isSummary || undefined}
        data-movable={isMovable || undefined}
        aria-label={words}
        title={isMovable ? `${words}. ${texts.dragHint}` : words}
        style={{ left, width }}
        onPointerDown={(event) => {
          if (isMovable) begin(event, 'both')
        }}
        {...listeners}
        onClick={() => peek.open(row.key)}
      >
        {!row.isSummary && row.percentComplete > 0 && (
          <span className={styles.barDone} style={{ width: `${String(row.percentComplete)}%` }} />
        )}
        {isMovable && <span className={styles.barEnd} onPointerDown={(event) => begin(event, 'finish')} />}
      </button>
      {person && !row.isSummary && (
        <span className={styles.barPerson} style={{ left: left + width + 6 }}>
          {person.name}
        </span>
      )}
    </>
  )
}

type MilestoneProps = { readonly row: PlanRowView; readonly x: number; readonly scale: Scale }

function Milestone({ row, x, scale }: MilestoneProps) {
  const peek = usePeek()
  const words = texts.milestone(row.title, dayWords((row.finishAt ?? 1) - 1, scale))
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.milestone}
        aria-label={words}
        title={words}
        style={{ left: x - 7 }}
        onClick={() => peek.open(row.key)}
      />
      <span className={styles.barPerson} style={{ left: x + 12 }}>
        {dayWords((row.finishAt ?? 1) - 1, scale)}
      </span>
    </>
  )
}

function dayWords(moment: number, scale: Scale): string {
  return formatDay(dayAt(scale, moment))
}

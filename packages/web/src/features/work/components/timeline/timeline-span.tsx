import type { PlannedDatesView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { ArrowLeft, ArrowRight, ClockAlert } from 'lucide-react'
import { formatDay, formatInstant, type Scale, useBarDrag, xOf } from '../../../../ui/index.ts'
import { placeBar } from '../../model/bar-place.ts'
import { barWords } from '../../model/bar-words.ts'
import { daysOf } from '../../model/item-days.ts'
import type { Lookup } from '../../model/lookup.ts'
import { whyNotShifted } from '../../model/planned-item.ts'
import { type Edge, shiftDates } from '../../model/shift.ts'
import { textsTimeline } from '../../texts-timeline.ts'
import type { LayoutHandlers } from '../view/layout-props.ts'
import styles from './timeline.module.css'

type Props = {
  readonly item: WorkItem
  readonly planned: PlannedDatesView | null
  readonly lookup: Lookup
  readonly scale: Scale
  readonly away: 'before' | 'after' | null
  readonly onShift: LayoutHandlers['onShift']
  readonly onShow: (day: string) => void
}

/**
 * An item's time: a bar from start to due, a diamond where only the due day is known, half a bar where
 * only the start is; or an arrow to where it is out of sight.
 */
export function TimelineSpan({ item, planned, lookup, scale, away, onShift, onShow }: Props) {
  const { drag, begin, listeners } = useBarDrag<Edge>(scale.pxPerDay, (days, edge) =>
    onShift(item.id, days, edge),
  )
  const shown = drag ? { ...item, ...shiftDates(item, drag.days, drag.end) } : item
  const days = daysOf(shown)
  const place = placeBar(shown, scale)
  if (!days || !place) return null
  const { shape, left, width } = place
  if (away !== null && !drag) return <Away side={away} day={days.first} onShow={onShow} />
  const { words: own, isLate, kind } = barWords(shown, lookup)
  const whyNot = planned && whyNotShifted(planned, lookup)
  const words = [own, ...plannedWords(planned, whyNot)].join(', ')
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.span}
        aria-label={words}
        title={words}
        data-shape={shape}
        data-kind={kind}
        data-late={isLate || undefined}
        data-planned={planned !== null || undefined}
        data-fixed={whyNot !== null || undefined}
        data-critical={planned?.isCritical || undefined}
        data-moved={drag !== null || undefined}
        style={{ left, width }}
        onPointerDown={whyNot === null ? (event) => begin(event, 'both') : undefined}
        {...listeners}
      >
        {shape === 'bar' && <InBar planned={planned} isFixed={whyNot !== null} onGrip={begin} />}
      </button>
      {planned && <Deadline planned={planned} scale={scale} />}
      <span className={styles.after} style={{ left: left + width + 6 }} aria-hidden>
        {isLate && <ClockAlert size={12} strokeWidth={2} />}
        {drag && formatDay(drag.end === 'start' ? days.first : days.last)}
      </span>
    </>
  )
}

type InBarProps = Pick<GripsProps, 'onGrip'> & {
  readonly planned: PlannedDatesView | null
  readonly isFixed: boolean
}

/** How much of it is done, and the ends it is drawn by. */
function InBar({ planned, isFixed, onGrip }: InBarProps) {
  return (
    <>
      {planned && <Progress percent={planned.percentComplete} />}
      {!isFixed && <Grips onGrip={onGrip} isPlanned={planned !== null} />}
    </>
  )
}

function Progress({ percent }: { readonly percent: number }) {
  if (percent === 0) return null
  return <span className={styles.progress} style={{ inlineSize: `${String(percent)}%` }} />
}

type GripsProps = {
  /** Its plan says how long it takes: only its end is drawn. */
  readonly isPlanned: boolean
  readonly onGrip: (event: React.PointerEvent<HTMLElement>, edge: Edge) => void
}

/** The ends by which start and due are drawn apart. */
function Grips({ onGrip, isPlanned }: GripsProps) {
  return (
    <>
      {!isPlanned && (
        <span className={styles.grip} data-end="start" onPointerDown={(event) => onGrip(event, 'start')} />
      )}
      <span className={styles.grip} data-end="due" onPointerDown={(event) => onGrip(event, 'due')} />
    </>
  )
}

/** When it must be finished by; another sign where it will not be. */
function Deadline({ planned, scale }: { readonly planned: PlannedDatesView; readonly scale: Scale }) {
  const { deadlineAt, finishAt } = planned
  if (deadlineAt === null) return null
  return (
    <span
      className={styles.deadline}
      data-missed={(finishAt !== null && finishAt > deadlineAt) || undefined}
      style={{ left: xOf(scale, deadlineAt) }}
      title={deadlineWords(planned)}
    />
  )
}

function deadlineWords({ deadlineAt, finishAt }: PlannedDatesView): string {
  if (deadlineAt === null) return ''
  const isMissed = finishAt !== null && finishAt > deadlineAt
  const day = formatInstant(deadlineAt)
  return isMissed ? textsTimeline.deadlineMissed(day) : textsTimeline.deadline(day)
}

/** What a plan says beyond the days. */
function plannedWords(planned: PlannedDatesView | null, whyNot: string | null): readonly string[] {
  if (planned === null) return []
  const { percentComplete, isCritical } = planned
  return [
    textsTimeline.planned,
    ...(isCritical ? [textsTimeline.critical] : []),
    ...(percentComplete > 0 ? [textsTimeline.complete(percentComplete)] : []),
    ...(planned.deadlineAt === null ? [] : [deadlineWords(planned)]),
    ...(whyNot === null ? [] : [whyNot]),
  ]
}

type AwayProps = {
  readonly side: 'before' | 'after'
  readonly day: string
  readonly onShow: (day: string) => void
}

function Away({ side, day, onShow }: AwayProps) {
  const words = textsTimeline.goTo(formatDay(day))
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.away}
      data-side={side}
      aria-label={words}
      title={words}
      onClick={(event) => {
        event.stopPropagation()
        onShow(day)
      }}
    >
      {side === 'before' ? <ArrowLeft size={12} aria-hidden /> : <ArrowRight size={12} aria-hidden />}
    </button>
  )
}

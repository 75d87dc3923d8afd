import { ChevronLeft, ChevronRight, Inbox, Plus } from 'lucide-react'
import { formatDayRange, formatMonth, SegmentedControl } from '../../../../ui/index.ts'
import { type Period, SPANS, type Span } from '../../model/calendar-period.ts'
import { textsCalendar } from '../../texts-calendar.ts'
import styles from './calendar.module.css'

type Props = {
  readonly period: Period
  readonly span: Span
  readonly undated: number
  readonly isTrayOpen: boolean
  readonly hint: { readonly label: string; readonly onGo: () => void } | null
  readonly onSpan: (span: Span) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onToday: () => void
  readonly onCreate: (() => void) | null
  readonly onTray: () => void
}

/** Which days are shown, the way to others, and to items without any. */
export function CalendarBar(props: Props) {
  const { period, span, hint } = props
  return (
    <div className={styles.bar} role="toolbar" aria-label={textsCalendar.bar}>
      <button
        type="button"
        className="plain-button"
        aria-label={textsCalendar.previous}
        onClick={() => props.onStep(-1)}
      >
        <ChevronLeft size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="plain-button"
        aria-label={textsCalendar.next}
        onClick={() => props.onStep(1)}
      >
        <ChevronRight size={16} aria-hidden />
      </button>
      <h2 className={styles.period} aria-live="polite">
        {span === 'month'
          ? formatMonth(period.days.first)
          : formatDayRange(period.days.first, period.days.last)}
      </h2>
      <button type="button" className={styles.tool} onClick={props.onToday}>
        {textsCalendar.today}
      </button>
      {hint && (
        <span className={styles.hint}>
          {textsCalendar.nothingHere}
          <button type="button" className={styles.hintGo} onClick={hint.onGo}>
            {hint.label}
          </button>
        </span>
      )}
      <span className={styles.barEnd}>
        {props.onCreate && (
          <button type="button" className={styles.tool} onClick={props.onCreate}>
            <Plus size={14} strokeWidth={1.75} aria-hidden />
            {textsCalendar.newItem}
          </button>
        )}
        <button type="button" className={styles.tool} aria-expanded={props.isTrayOpen} onClick={props.onTray}>
          <Inbox size={14} strokeWidth={1.75} aria-hidden />
          {textsCalendar.tray(props.undated)}
        </button>
        <SegmentedControl
          size="xs"
          aria-label={textsCalendar.spans}
          value={span}
          onChange={(value) => props.onSpan(SPANS.find((known) => known === value) ?? span)}
          data={SPANS.map((each) => ({ value: each, label: textsCalendar.span[each] }))}
        />
      </span>
    </div>
  )
}

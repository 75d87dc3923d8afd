import type { PlainDate } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import { formatDay, formatFullDay } from '../../../../ui/index.ts'
import type { CalendarDay, CalendarWeek as Week } from '../../model/calendar-layout.ts'
import { isWeekend, type Period } from '../../model/calendar-period.ts'
import { textsCalendar } from '../../texts-calendar.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import styles from './calendar.module.css'
import { CalendarItem } from './calendar-item.tsx'

type Props = {
  readonly week: Week<WorkItem>
  readonly index: number
  readonly period: Period
  readonly layout: LayoutProps
  readonly day: PlainDate
  /** The items on their way, while something is dragged. */
  readonly moved: ReadonlySet<string>
  /** Those that have their id in a week above already. */
  readonly named: ReadonlySet<string>
}

/** Seven days side by side, and the items on them. A bar stands in the cell of its first day. */
export function CalendarWeek({ week, index, period, layout, day: focus, moved, named }: Props) {
  const { lookup, selection, gridId } = layout
  return (
    <div role="row" className={styles.week} aria-rowindex={index + 2}>
      {week.days.map((day, at) => (
        <div
          key={day.date}
          role="gridcell"
          id={dayId(gridId, day.date)}
          className={styles.day}
          aria-selected={day.date === focus}
          data-day={day.date}
          data-weekend={isWeekend(day.date) || undefined}
          data-outside={day.date < period.days.first || day.date > period.days.last || undefined}
          data-today={day.date === lookup.today || undefined}
          data-focus={day.date === focus || undefined}
        >
          <span className="visually-hidden">{dayWords(day, lookup.today)}</span>
          <span className={styles.number} aria-hidden>
            <span>{numberOf(day.date, at === 0 && index === 0)}</span>
          </span>
          {week.segments
            .filter((segment) => segment.from === at)
            .map(({ item, from, to, lane, isOpenBefore, isOpenAfter }) => (
              <CalendarItem
                key={item.id}
                id={named.has(item.id) ? undefined : `${gridId}-${item.id}`}
                item={item}
                lookup={lookup}
                homeId={layout.homeId}
                lane={lane}
                length={to - from + 1}
                isOpenBefore={isOpenBefore}
                isOpenAfter={isOpenAfter}
                isCursor={selection.cursor === item.id}
                isSelected={selection.selected.has(item.id)}
                isPeeked={layout.peekedKey === item.key}
                isMoved={moved.has(item.id)}
              />
            ))}
          {day.hidden > 0 && (
            <button
              type="button"
              tabIndex={-1}
              className={styles.more}
              data-more={day.date}
              aria-label={textsCalendar.moreOn(day.hidden, formatFullDay(day.date))}
            >
              {textsCalendar.more(day.hidden)}
            </button>
          )}
        </div>
      ))}
    </div>
  )
}

/** The id of a day's cell, for `aria-activedescendant`. */
export function dayId(gridId: string, day: PlainDate): string {
  return `${gridId}-day-${day}`
}

function dayWords({ date, items }: CalendarDay<WorkItem>, today: PlainDate): string {
  const words = textsCalendar.day(formatFullDay(date), items.length)
  return date === today ? textsCalendar.todayIs(words) : words
}

function numberOf(date: PlainDate, isFirst: boolean): string {
  return isFirst || date.endsWith('-01') ? formatDay(date) : String(Number(date.slice(8)))
}

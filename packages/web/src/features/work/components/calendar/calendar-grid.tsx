import type { PlainDate } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import { type MouseEvent, type RefCallback, useEffect } from 'react'
import { formatWeekday } from '../../../../ui/index.ts'
import type { CalendarWeek as Week } from '../../model/calendar-layout.ts'
import { daysFrom, type Period } from '../../model/calendar-period.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import { readClick } from '../view/read-click.ts'
import styles from './calendar.module.css'
import { CalendarWeek, dayId } from './calendar-week.tsx'
import { dayAt } from './day-at.ts'

type Props = {
  readonly element: RefCallback<HTMLDivElement | null>
  readonly layout: LayoutProps
  readonly period: Period
  readonly weeks: readonly Week<WorkItem>[]
  readonly day: PlainDate
  readonly moved: ReadonlySet<string>
  readonly onDay: (day: PlainDate) => void
  readonly onShowDay: (day: PlainDate, rect: DOMRect) => void
  readonly onCreate: ((day: PlainDate) => void) | null
}

/** Weeks below each other under the names of their days. */
export function CalendarGrid(props: Props) {
  const { layout, weeks, period, day } = props
  const { selection, gridId } = layout
  const active = isShown(weeks, selection.cursor) ? `${gridId}-${selection.cursor ?? ''}` : dayId(gridId, day)
  useEffect(() => {
    document.querySelector(`#${CSS.escape(active)}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const handleClick = (event: MouseEvent<HTMLElement>) => readCalendarClick(event, props)
  const named = new Set<string>()
  return (
    <div
      ref={props.element}
      id={gridId}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={layout.label}
      aria-multiselectable
      aria-activedescendant={active}
      // The weeks share the height among them.
      style={{ gridTemplateRows: `24px repeat(${String(weeks.length)}, minmax(var(--week), 1fr))` }}
      onClick={handleClick}
      onDoubleClick={handleClick}
    >
      <div role="row" className={styles.names} aria-rowindex={1}>
        {daysFrom(period.weeks[0] ?? day).map((each) => (
          <span key={each} role="columnheader" className={styles.name}>
            {formatWeekday(each)}
          </span>
        ))}
      </div>
      {weeks.map((week, index) => {
        const before = new Set(named)
        for (const { item } of week.segments) named.add(item.id)
        return (
          <CalendarWeek
            key={week.first}
            week={week}
            index={index}
            period={period}
            layout={layout}
            day={day}
            moved={props.moved}
            named={before}
          />
        )
      })}
    </div>
  )
}

function isShown(weeks: readonly Week<WorkItem>[], itemId: string | null): boolean {
  return weeks.some((week) => week.segments.some(({ item }) => item.id === itemId))
}

/** A click on an item is as everywhere; one beside items is about the day. */
function readCalendarClick(event: MouseEvent<HTMLElement>, props: Props): void {
  const { handlers } = props.layout
  const { target } = event
  if (!(target instanceof Element)) return
  const day = dayAt(event.clientX, event.clientY)
  const more = target.closest<HTMLElement>('[data-more]')
  if (more) return props.onShowDay(more.dataset['more'] ?? '', more.getBoundingClientRect())
  if (day !== null) props.onDay(day)
  if (target.closest('[data-item]')) return readClick(event, handlers)
  if (day === null) return
  handlers.onCursor(null)
  if (event.type === 'dblclick') props.onCreate?.(day)
}

import type { PlainDate } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import { useMemo, useState } from 'react'
import { createDialog } from '../../../../platform/dialogs.ts'
import { formatDay, useElementSize, useMediaQuery } from '../../../../ui/index.ts'
import { layOutWeek, nearestDay } from '../../model/calendar-layout.ts'
import { periodAround, type Span, stepPeriod } from '../../model/calendar-period.ts'
import { daysOf } from '../../model/item-days.ts'
import { textsCalendar } from '../../texts-calendar.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import { anchorOf } from '../view/places.ts'
import type { WorkViewProps } from '../view/work-view-props.ts'
import styles from './calendar.module.css'
import { CalendarAgenda } from './calendar-agenda.tsx'
import { CalendarBar } from './calendar-bar.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import { CalendarTray } from './calendar-tray.tsx'
import { dayId } from './calendar-week.tsx'
import { DayList } from './day-list.tsx'
import { useCalendarDrag } from './use-calendar-drag.ts'
import { useCalendarKeys } from './use-calendar-keys.ts'

export type CalendarProps = LayoutProps & {
  readonly items: readonly WorkItem[]
  readonly span: Span
  readonly on: PlainDate | null
  readonly onSettings: WorkViewProps['onSettings']
}

/** Under these names the view remembers that items without a date are hidden, or on a phone that they are shown. */
const TRAY = { isHidden: 'calendar.tray', isShown: 'calendar.tray.phone' } as const
const LANE_PX = 24
const HEAD_PX = 26
/** The number of a day and four lines below it. */
const LEAST_WEEK_PX = HEAD_PX + 4 * LANE_PX

/** Items on the days they are due, or as bars from start to due; days as a list where there is no room. */
export function ItemCalendar(props: CalendarProps) {
  const { items, span, on, onSettings, ...layout } = props
  const { lookup, folded, handlers } = layout
  const isNarrow = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false }) ?? false
  const [focus, setFocus] = useState(on ?? lookup.today)
  const [listed, setListed] = useState<{ readonly day: PlainDate; readonly rect: DOMRect } | null>(null)
  const drag = useCalendarDrag(items, layout)
  const period = useMemo(
    () => periodAround(on ?? lookup.today, span, lookup.organisation.weekStart),
    [on, lookup.today, span, lookup.organisation.weekStart],
  )
  const { element, weeks } = useWeeks(drag.shown, period.weeks)
  const day = weeks.some((week) => week.days.some(({ date }) => date === focus)) ? focus : period.days.first
  const undated = useMemo(() => items.filter((item) => daysOf(item) === null), [items])
  const show = (next: PlainDate) => onSettings({ on: next === lookup.today ? null : next }, 'replace')
  const goTo = (next: PlainDate) => {
    setFocus(next)
    if (!weeks.some((week) => week.days.some(({ date }) => date === next))) show(next)
  }
  const jump = (next: PlainDate) => {
    setFocus(next)
    show(next)
  }
  const create = creating(layout)
  const shownDay = weeks.flatMap((week) => week.days).find(({ date }) => date === day)
  useCalendarKeys({
    layout,
    day,
    shown: shownDay,
    onDay: goTo,
    onStep: (by) => jump(stepPeriod(day, span, by)),
    onToday: () => jump(lookup.today),
    onCreate: create,
    onShowDay: (each) => {
      if (shownDay && shownDay.items.length > 0) {
        setListed({ day: each, rect: anchorOf(dayId(layout.gridId, each), null, '') })
      }
    },
  })
  const isEmpty = weeks.every(
    (week) => week.segments.length === 0 && week.days.every(({ hidden }) => hidden === 0),
  )
  const nearest = isEmpty ? nearestDay(items, period.days) : null
  const isTrayOpen = isNarrow ? folded.has(TRAY.isShown) : !folded.has(TRAY.isHidden)
  const foldTray = () => handlers.onFold(isNarrow ? TRAY.isShown : TRAY.isHidden)
  return (
    <div className={styles.calendar} data-dragging={drag.isDragging || undefined}>
      <CalendarBar
        period={period}
        span={span}
        undated={undated.length}
        isTrayOpen={isTrayOpen}
        hint={
          nearest === null
            ? null
            : { label: textsCalendar.goTo(formatDay(nearest)), onGo: () => jump(nearest) }
        }
        onSpan={(next) => onSettings({ span: next, on: day === lookup.today ? null : day }, 'replace')}
        onStep={(by) => jump(stepPeriod(day, span, by))}
        onToday={() => jump(lookup.today)}
        onCreate={create && !isNarrow ? () => create(day) : null}
        onTray={foldTray}
      />
      <div className={styles.body} {...(isNarrow ? {} : drag.listeners)}>
        {isNarrow ? (
          <CalendarAgenda items={items} days={period.days} layout={layout} />
        ) : (
          <CalendarGrid
            element={element}
            layout={layout}
            period={period}
            weeks={weeks}
            day={day}
            moved={drag.moved}
            onDay={setFocus}
            onShowDay={(each, rect) => setListed({ day: each, rect })}
            onCreate={create}
          />
        )}
        {isTrayOpen && (
          <CalendarTray
            items={undated}
            layout={layout}
            hint={isNarrow ? textsCalendar.trayHintPhone : textsCalendar.trayHint}
            onFold={foldTray}
          />
        )}
      </div>
      {listed && (
        <DayList
          day={listed.day}
          items={weeks.flatMap((week) => week.days).find(({ date }) => date === listed.day)?.items ?? []}
          rect={listed.rect}
          layout={layout}
          onClose={() => setListed(null)}
        />
      )}
    </div>
  )
}

/** The weeks laid out in as many lines as their share of the height holds. */
function useWeeks(items: readonly WorkItem[], firsts: readonly PlainDate[]) {
  const { ref: element, height } = useElementSize<HTMLDivElement>()
  const room = Math.max(LEAST_WEEK_PX, (height - LANE_PX) / firsts.length) - HEAD_PX
  const lanes = Math.floor(room / LANE_PX)
  const weeks = useMemo(() => firsts.map((first) => layOutWeek(items, first, lanes)), [items, firsts, lanes])
  return { element, weeks }
}

/** Opens the dialog for a new item on a day, where this view may make one. */
function creating({ homeId, canCreate }: LayoutProps): ((day: PlainDate) => void) | null {
  if (homeId !== null && !canCreate) return null
  return (dueOn) => createDialog.openFor({ dueOn, ...(homeId === null ? {} : { containerId: homeId }) })
}

import { addDays, type PlainDate } from '@millrace/core/kernel'
import type { WorkItem } from '@millrace/core/work'
import { type KeyCommand, keyboard } from '../../../../platform/keyboard.ts'
import { useKeys } from '../../../../platform/use-keys.ts'
import type { CalendarDay } from '../../model/calendar-layout.ts'
import { WEEK_DAYS } from '../../model/calendar-period.ts'
import type { Edge } from '../../model/shift.ts'
import { textsCalendar } from '../../texts-calendar.ts'
import { textsKeys } from '../../texts-keys.ts'
import type { LayoutProps } from '../view/layout-props.ts'

type Calendar = {
  readonly layout: LayoutProps
  readonly day: PlainDate
  /** The day with what is on it, as far as it is shown. */
  readonly shown: CalendarDay<WorkItem> | undefined
  readonly onDay: (day: PlainDate) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onToday: () => void
  readonly onCreate: ((day: PlainDate) => void) | null
  readonly onShowDay: (day: PlainDate) => void
}

const { keys: words } = textsCalendar

/** The keys of a calendar: arrows walk over days and the items on them, with Alt they take the item along. */
export function useCalendarKeys(calendar: Calendar): void {
  useKeys([...walkKeys(calendar), ...shiftKeys(calendar), ...otherKeys(calendar)])
}

function walkKeys({ layout, day, shown, onDay }: Calendar): KeyCommand[] {
  const { cursor } = layout.selection
  const items = shown?.items.slice(0, shown.items.length - shown.hidden) ?? []
  const at = items.findIndex((item) => item.id === cursor)
  const toDay = (next: PlainDate) => {
    layout.handlers.onCursor(null)
    onDay(next)
  }
  const below = () => {
    const next = items[at + 1]
    if (next) layout.handlers.onCursor(next.id)
    else toDay(addDays(day, WEEK_DAYS))
  }
  const above = () => {
    if (at < 0) toDay(addDays(day, -WEEK_DAYS))
    else layout.handlers.onCursor(items[at - 1]?.id ?? null)
  }
  return [
    hidden('left', 'ArrowLeft', { label: words.earlierDay, run: () => toDay(addDays(day, -1)) }),
    hidden('right', 'ArrowRight', { label: words.laterDay, run: () => toDay(addDays(day, 1)) }),
    hidden('down', 'ArrowDown', { label: words.below, run: below }),
    hidden('next', 'j', { label: words.below, run: below }),
    hidden('up', 'ArrowUp', { label: words.above, run: above }),
    hidden('previous', 'k', { label: words.above, run: above }),
  ]
}

function shiftKeys({ layout, day, onDay }: Calendar): KeyCommand[] {
  const { cursor } = layout.selection
  const shift = (days: number, edge: Edge) => () => {
    if (cursor === null) return
    layout.handlers.onShift(cursor, days, edge)
    if (edge === 'both') onDay(addDays(day, days))
  }
  const key = (keys: string, label: string, run: () => void): KeyCommand => ({
    id: `calendar.shift.${keys}`,
    keys,
    label,
    group: textsCalendar.keysGroup,
    isOn: () => cursor !== null,
    run,
  })
  return [
    key('alt+ArrowLeft', words.shift.earlier, shift(-1, 'both')),
    key('alt+ArrowRight', words.shift.later, shift(1, 'both')),
    key('alt+ArrowUp', words.shift.weekEarlier, shift(-WEEK_DAYS, 'both')),
    key('alt+ArrowDown', words.shift.weekLater, shift(WEEK_DAYS, 'both')),
    key('alt+shift+ArrowLeft', words.shorter, shift(-1, 'due')),
    key('alt+shift+ArrowRight', words.longer, shift(1, 'due')),
  ]
}

function otherKeys({ layout, day, ...calendar }: Calendar): KeyCommand[] {
  const { cursor } = layout.selection
  const look = () => {
    if (cursor === null) calendar.onShowDay(day)
    else layout.handlers.onPeek(cursor)
  }
  const createHere = () => {
    keyboard.hold()
    calendar.onCreate?.(day)
  }
  const create = (id: string, keys: string): KeyCommand => ({
    ...hidden(id, keys, { label: textsCalendar.newHere, run: createHere }),
    isHidden: id === 'createToo',
    isOn: () => calendar.onCreate !== null,
  })
  return [
    hidden('look', 'Enter', { label: words.look, run: look }),
    create('create', 'c'),
    create('createToo', 'n'),
    { ...hidden('today', 't', { label: textsCalendar.today, run: calendar.onToday }), isHidden: false },
    hidden('todayToo', '.', { label: textsCalendar.today, run: calendar.onToday }),
    hidden('earlier', 'PageUp', { label: textsCalendar.previous, run: () => calendar.onStep(-1) }),
    hidden('later', 'PageDown', { label: textsCalendar.next, run: () => calendar.onStep(1) }),
    {
      ...hidden('leave', 'Escape', { label: textsKeys.leave, run: () => layout.handlers.onCursor(null) }),
      isOn: () => cursor !== null && layout.selection.selected.size === 0 && layout.peekedKey === null,
    },
  ]
}

function hidden(id: string, keys: string, { label, run }: Pick<KeyCommand, 'label' | 'run'>): KeyCommand {
  return { id: `calendar.${id}`, keys, label, group: textsCalendar.keysGroup, isHidden: true, run }
}

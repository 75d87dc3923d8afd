import type { CalendarView } from '@millrace/contract'
import type { Hours } from './read-hours.ts'

type Week = CalendarView['definition']['week']

/** The hours that the days of a calendar have from below: those of its base, of the base of that, and so on. */
export function baseWeek(
  calendars: readonly CalendarView[],
  { baseId }: Pick<CalendarView, 'baseId'>,
): readonly Hours[] {
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]))
  const weeks: Week[] = []
  // Bases in a circle are refused, but may be looked at here.
  const seen = new Set<string>()
  for (let id = baseId; id !== null && !seen.has(id); id = byId.get(id)?.baseId ?? null) {
    seen.add(id)
    weeks.push(byId.get(id)?.definition.week ?? [])
  }
  return Array.from({ length: 7 }, (_, day) => weeks.find((week) => week[day])?.[day] ?? [])
}

/** The calendars that one may be based on: those that are not based on it themselves. */
export function possibleBases(
  calendars: readonly CalendarView[],
  { id, containerId }: Pick<CalendarView, 'id' | 'containerId'>,
): readonly CalendarView[] {
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]))
  const isBelow = (calendar: CalendarView): boolean => {
    const seen = new Set<string>()
    let at: CalendarView | undefined = calendar
    while (at && !seen.has(at.id)) {
      if (at.id === id) return false
      seen.add(at.id)
      at = byId.get(at.baseId ?? '')
    }
    return true
  }
  return calendars.filter(
    (each) => (each.containerId === null || each.containerId === containerId) && isBelow(each),
  )
}

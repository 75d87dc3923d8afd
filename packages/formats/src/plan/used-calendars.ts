import type { WorkingCalendar } from '@millrace/core/calendar'

/** Of many calendars those with certain ids, and what they are based on, in their order. */
export function usedCalendars(
  calendars: readonly WorkingCalendar[],
  ids: Iterable<string | null>,
): readonly WorkingCalendar[] {
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]))
  const used = new Set<string>()
  for (const id of ids) {
    for (let at = id; at !== null && !used.has(at); at = byId.get(at)?.baseId ?? null) used.add(at)
  }
  return calendars.filter(({ id }) => used.has(id))
}

/**
 * The calendar with the same working time that stands lowest: one that says nothing itself is as good as
 * its base.
 */
export function plainCalendar(
  byId: ReadonlyMap<string, WorkingCalendar>,
  id: string,
): WorkingCalendar | undefined {
  let at = byId.get(id)
  // Bases of a broken file may lead in a circle.
  const seen = new Set<WorkingCalendar>()
  for (let base = baseBelow(at, byId); base && !seen.has(base); base = baseBelow(at, byId)) {
    seen.add(base)
    at = base
  }
  return at
}

function baseBelow(
  calendar: WorkingCalendar | undefined,
  byId: ReadonlyMap<string, WorkingCalendar>,
): WorkingCalendar | undefined {
  if (!calendar || calendar.baseId === null) return undefined
  const isSilent =
    calendar.week.every((day) => day === null) &&
    calendar.periods.length === 0 &&
    calendar.exceptions.length === 0
  return isSilent ? byId.get(calendar.baseId) : undefined
}

import { dayNumber } from '../kernel/index.ts'
import type { DayShifts, Shift, WorkingCalendar, WorkingWeek } from './working-calendar.ts'

/** What a day may look up: its own shifts, by day number since 1970. */
export type ShiftsOfDay = (day: number) => readonly Shift[]

type Range = { readonly from: number; readonly to: number }
type Exceptional = Range & { readonly shifts: readonly Shift[] }
type Periodic = Range & { readonly week: WorkingWeek }

/**
 * The shifts of a calendar day by day, with everything it takes from its bases.
 *
 * @param chain the calendar, then its base, then the base of that, and so on
 */
export function shiftsOfDays(chain: readonly WorkingCalendar[]): ShiftsOfDay {
  const layers = chain.map((calendar) => ({
    exceptions: new Map(expand(calendar)),
    periods: calendar.periods.map((period): Periodic => ({ ...toRange(period), week: period.week })),
    week: calendar.week,
  }))
  return (day) => {
    const weekday = (((day + 3) % 7) + 7) % 7
    for (const { exceptions, periods, week } of layers) {
      const exceptional = exceptions.get(day)
      if (exceptional) return exceptional
      const period = periods.findLast(({ from, to }) => from <= day && day <= to)
      const shifts: DayShifts = period?.week[weekday] ?? week[weekday] ?? null
      if (shifts) return shifts
    }
    return []
  }
}

/** A calendar, then its base, then the base of that, as far as they are there. */
export function chainOf(
  calendar: WorkingCalendar,
  byId: ReadonlyMap<string, WorkingCalendar>,
): readonly WorkingCalendar[] {
  const chain = [calendar]
  for (let baseId = calendar.baseId; baseId !== null; ) {
    const base = byId.get(baseId)
    if (!base) break
    chain.push(base)
    baseId = base.baseId
  }
  return chain
}

/** One entry per day; of two exceptions for one day the later in the list counts. */
function* expand(calendar: WorkingCalendar): Generator<readonly [number, readonly Shift[]]> {
  for (const exception of calendar.exceptions) {
    const { from, to, shifts }: Exceptional = { ...toRange(exception), shifts: exception.shifts }
    for (let day = from; day <= to; day += 1) yield [day, shifts]
  }
}

function toRange({ from, to }: { readonly from: string; readonly to: string }): Range {
  return { from: dayNumber(from) ?? 0, to: dayNumber(to) ?? -1 }
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** How far back the story begins. */
export const HISTORY_WEEKS = 26

/** The days of the story, from its beginning to yesterday; weekends are left out. */
export function workDays(today: Date): readonly Date[] {
  const midnight = startOfDay(today)
  const first = midnight - HISTORY_WEEKS * 7 * DAY_MS
  const days: Date[] = []
  for (let at = first; at < midnight; at += DAY_MS) if (isWorkDay(at)) days.push(new Date(at))
  return days
}

/** A moment of a day, hours in decimals: 9.5 is half past nine. */
export function at(day: Date, hour: number): number {
  return day.getTime() + Math.round(hour * HOUR_MS)
}

/** The calendar day so many weeks and days from another. */
export function dayFrom(today: Date, weeks: number, days = 0): string {
  return new Date(startOfDay(today) + (weeks * 7 + days) * DAY_MS).toISOString().slice(0, 10)
}

/** The day so many working days before another: what somebody did then, they did on a weekday. */
export function workDayBefore(today: Date, count: number): Date {
  let moment = startOfDay(today)
  for (let left = count; left > 0; ) if (isWorkDay((moment -= DAY_MS))) left--
  return new Date(moment)
}

/**
 * The moment of a working day that stands for any moment: nights and weekends are folded into the
 * hours of work, and what came before still does.
 */
export function momentAtWork(moment: number): number {
  const midnight = startOfDay(new Date(moment))
  const part = (moment - midnight) / DAY_MS
  if (isWorkDay(midnight)) return midnight + Math.round((8 + part * 8) * HOUR_MS)
  const isSunday = new Date(midnight).getUTCDay() === 0
  const monday = midnight + (isSunday ? 1 : 2) * DAY_MS
  return monday + Math.round((7 + (part + (isSunday ? 1 : 0)) / 2) * HOUR_MS)
}

/** The next day that is worked on, or the day itself. */
export function workDayFrom(day: string): string {
  let moment = Date.parse(`${day}T00:00:00Z`)
  while (!isWorkDay(moment)) moment += DAY_MS
  return new Date(moment).toISOString().slice(0, 10)
}

/** The day so many working days after another. */
export function addWorkDays(day: string, count: number): string {
  let current = workDayFrom(day)
  for (let left = count; left > 0; left--) current = workDayFrom(nextDay(current))
  return current
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
}

function startOfDay(moment: Date): number {
  return Math.floor(moment.getTime() / DAY_MS) * DAY_MS
}

function isWorkDay(moment: number): boolean {
  const weekDay = new Date(moment).getUTCDay()
  return weekDay !== 0 && weekDay !== 6
}

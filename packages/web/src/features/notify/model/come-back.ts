/** A moment to come back to something, with what it is called. */
export type Later = { readonly id: 'hours' | 'tomorrow' | 'week'; readonly at: number }

/** Things come back in the morning, before the first of them has to be decided. */
const MORNING = 8
const HOURS = 3
/** Later than this in the evening there is no later today. */
const EVENING = 20

/** The near moments to put something off to, on the clock of whoever looks. */
export function laterThan(now: number): readonly Later[] {
  const inHours = new Date(now)
  inHours.setHours(inHours.getHours() + HOURS, 0, 0, 0)
  const isToday = inHours.getDate() === new Date(now).getDate() && inHours.getHours() <= EVENING
  const weekday = new Date(now).getDay()
  return [
    ...(isToday ? [{ id: 'hours' as const, at: inHours.getTime() }] : []),
    { id: 'tomorrow', at: morningIn(now, 1) },
    { id: 'week', at: morningIn(now, ((7 - weekday) % 7) + 1) },
  ]
}

/** The morning of a calendar day (`YYYY-MM-DD`), on the clock of whoever looks. */
export function morningOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, MORNING).getTime()
}

function morningIn(now: number, days: number): number {
  const at = new Date(now)
  at.setDate(at.getDate() + days)
  at.setHours(MORNING, 0, 0, 0)
  return at.getTime()
}

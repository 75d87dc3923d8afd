const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A length of clock time in few letters: 3 min, 5 h, 12 d, 7 mo. */
export function spanInWords(ms: number): string {
  if (ms < HOUR_MS) return `${Math.max(1, Math.round(ms / MINUTE_MS))} min`
  if (ms < DAY_MS) return `${Math.round(ms / HOUR_MS)} h`
  const days = Math.round(ms / DAY_MS)
  if (days < 60) return `${days} d`
  if (days < 730) return `${Math.round(days / 30.4)} mo`
  return `${Math.round(days / 365.25)} y`
}

/** How long ago a moment was: just now, 5 min ago, 3 d ago. */
export function agoInWords(moment: number, now: number): string {
  const ms = now - moment
  return ms < MINUTE_MS ? 'just now' : `${spanInWords(ms)} ago`
}

/** Day and clock time where the organisation is: 14 Mar, 16:05. */
export function momentInWords(moment: number, timeZone: string): string {
  const isThisYear = new Date(moment).getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(moment)
}

/** The whole of it, for tooltips: Friday, 14 March 2028 at 16:05. */
export function momentInFull(moment: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(moment)
}

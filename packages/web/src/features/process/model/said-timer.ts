import { isoOf, type PlainLength, plainLength } from './level-length.ts'

/** Ways in which people say when something happens. */
export const TIMER_WAYS = ['after', 'at', 'every', 'days', 'written'] as const
/** One of them. */
export type TimerWay = (typeof TIMER_WAYS)[number]

/** How often something happens by the calendar. */
export const DAY_PATTERNS = ['daily', 'weekly', 'monthly'] as const
/** One of them. */
export type DayPattern = (typeof DAY_PATTERNS)[number]

/** Days of the week as schedules of RFC 5545 call them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** When a timer goes off as people say it; what is said in no other way is written. */
export type SaidTimer =
  | { readonly way: 'after' | 'every'; readonly length: PlainLength }
  | { readonly way: 'at'; readonly day: string; readonly time: string }
  | {
      readonly way: 'days'
      readonly pattern: DayPattern
      readonly weekday: (typeof WEEKDAYS)[number]
      readonly day: number
      readonly time: string
    }
  | { readonly way: 'written' }

/** A timer as the file says it. */
export type WrittenTimer = { readonly kind: 'date' | 'duration' | 'cycle'; readonly text: string }

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/
const BY_DAYS =
  /^RRULE:FREQ=(DAILY|WEEKLY;BYDAY=(MO|TU|WE|TH|FR|SA|SU)|MONTHLY;BYMONTHDAY=(-1|\d{1,2}));BYHOUR=(\d{1,2});BYMINUTE=(\d{1,2})$/

/** What a file says, in one of the ways. */
export function saidTimer({ kind, text }: WrittenTimer): SaidTimer {
  if (kind === 'duration') {
    const length = plainLength(text)
    return length ? { way: 'after', length } : { way: 'written' }
  }
  if (kind === 'date') {
    const [, day, time] = MOMENT.exec(text) ?? []
    return day !== undefined && time !== undefined ? { way: 'at', day, time } : { way: 'written' }
  }
  const length = text.startsWith('R/') ? plainLength(text.slice(2)) : null
  return length ? { way: 'every', length } : (saidDays(text) ?? { way: 'written' })
}

function saidDays(text: string): SaidTimer | null {
  const [, frequency, weekday, monthDay, hour = '', minute = ''] = BY_DAYS.exec(text) ?? []
  if (frequency === undefined) return null
  const pattern = frequency === 'DAILY' ? 'daily' : weekday === undefined ? 'monthly' : 'weekly'
  return {
    ...{ way: 'days', pattern, weekday: WEEKDAYS.find((one) => one === weekday) ?? 'MO' },
    ...{ day: monthDay === '-1' ? LAST_DAY : Number(monthDay ?? 1) },
    time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`,
  }
}

/** The last of a month, whichever that is; days after the 28th do not come in every month. */
export const LAST_DAY = 31

/** What is said as the file says it; null: that is written by hand. */
export function timerText(said: SaidTimer): WrittenTimer | null {
  switch (said.way) {
    case 'after':
      return { kind: 'duration', text: isoOf(said.length) }
    case 'every':
      return { kind: 'cycle', text: `R/${isoOf(said.length)}` }
    case 'at':
      return { kind: 'date', text: `${said.day}T${said.time}` }
    case 'days': {
      const [hour = 0, minute = 0] = said.time.split(':').map(Number)
      const days = {
        daily: '',
        weekly: `;BYDAY=${said.weekday}`,
        monthly: `;BYMONTHDAY=${monthDay(said.day)}`,
      }
      const frequency = `${said.pattern.toUpperCase()}${days[said.pattern]}`
      return { kind: 'cycle', text: `RRULE:FREQ=${frequency};BYHOUR=${hour};BYMINUTE=${minute}` }
    }
    case 'written':
      return null
  }
}

function monthDay(day: number): number {
  return day > 28 ? -1 : day
}

/** What a way begins with when somebody chooses it. */
export function beginTimer(way: TimerWay, today: string): SaidTimer {
  switch (way) {
    case 'after':
      return { way, length: { count: 1, unit: 'days' } }
    case 'every':
      return { way, length: { count: 1, unit: 'weeks' } }
    case 'at':
      return { way, day: today, time: '09:00' }
    case 'days':
      return { way, pattern: 'weekly', weekday: 'MO', day: 1, time: '09:00' }
    case 'written':
      return { way }
  }
}

/** A time of day as people type it, as `09:30`; null where it is none. */
export function readTime(text: string): string | null {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.]?(\d\d))?$/.exec(text.trim()) ?? []
  const isTime = hour !== '' && Number(hour) < 24 && Number(minute) < 60
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : null
}

import { words } from '../platform/language/index.ts'

/** How days, spans and efforts are typed in a language, in small letters. */
export type DayWords = {
  readonly today: readonly string[]
  readonly tomorrow: readonly string[]
  readonly afterTomorrow: readonly string[]
  readonly yesterday: readonly string[]
  /** From Sunday on. Their beginnings count too. */
  readonly weekdays: readonly string[]
  /** From January on. Their beginnings count too. */
  readonly months: readonly string[]
  /** What may stand before a weekday. */
  readonly next: readonly string[]
  /** What may stand before a number of days. */
  readonly ahead: readonly string[]
  /** What may stand before a day at the end of a line, and goes with it. */
  readonly until: readonly string[]
  /** Those of them that say of anything behind them that it is a day. */
  readonly due: readonly string[]
  readonly units: {
    readonly minute: readonly string[]
    readonly hour: readonly string[]
    readonly day: readonly string[]
    readonly week: readonly string[]
    readonly month: readonly string[]
  }
}

/** English is understood whatever the page's language. */
export const ENGLISH_DAYS: DayWords = {
  today: ['today', 'tod'],
  tomorrow: ['tomorrow', 'tom'],
  afterTomorrow: ['day after tomorrow'],
  yesterday: ['yesterday'],
  weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  months: [
    ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august'],
    ...['september', 'october', 'november', 'december'],
  ],
  next: ['next', 'on'],
  ahead: ['in'],
  until: ['due', 'by', 'on', 'until'],
  due: ['due'],
  units: {
    minute: ['m', 'min', 'mins', 'minute', 'minutes'],
    hour: ['h', 'hr', 'hrs', 'hour', 'hours'],
    day: ['d', 'day', 'days'],
    week: ['w', 'week', 'weeks'],
    month: ['m', 'month', 'months'],
  },
}

/** How days are typed on this page: as its language says, and as English does. */
export const dayWords: readonly DayWords[] = [
  ...new Set([words<DayWords>('ui/day-words', ENGLISH_DAYS), ENGLISH_DAYS]),
]

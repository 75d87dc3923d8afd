import { type FeelNumber, numberOf, wholeOf } from '../values/number.ts'
import {
  atMidnightUtc,
  type CalendarDate,
  calendarDate,
  type DateAndTime,
  type DaysDuration,
  dateOfEpochDay,
  dayOfYear,
  daysInMonth,
  MIDNIGHT,
  monthsDuration,
  NANOS_PER_SECOND,
  type TimeOfDay,
  timeOfNano,
  weekdayOf,
  weekOfYear,
  type Zone,
} from '../values/temporal.ts'
import { floorDivide } from '../values/temporal-arithmetic.ts'
import { parseDate, parseDateAndTime, parseDuration, parseTime, timeOfDay } from '../values/temporal-text.ts'
import type { Call, FeelValue } from '../values/value.ts'
import { localNanos, offsetZone, parseZone } from '../values/zone.ts'
import {
  dateOrMoment,
  days,
  nullable,
  number,
  optional,
  type Signature,
  signature,
  text,
  time,
} from './signature.ts'

/** Making dates and times, and what they say. @see DMN 1.5 §10.3.4.1, §10.3.4.7 and §10.3.4.11 */
export const TEMPORAL: Readonly<Record<string, readonly Signature[]>> = {
  date: [
    signature([text('from')], ([from]) => parseDate(from)),
    signature([dateOrMoment('from')], ([from]) => dateOf(from)),
    signature([number('year'), number('month'), number('day')], ([year, month, day]) =>
      calendarDate(whole(year), whole(month), whole(day)),
    ),
  ],
  time: [
    signature([text('from')], ([from]) => parseTime(from) ?? parseDateAndTime(from)?.time ?? null),
    signature([time('from')], ([from]) => from),
    signature([dateOrMoment('from')], ([from]) => momentOf(from).time),
    signature(
      [number('hour'), number('minute'), number('second'), optional(nullable(days('offset')))],
      ([hour, minute, second, offset]) => timeOf({ hour, minute, second, offset }),
    ),
  ],
  'date and time': [
    signature([text('from')], ([from]) => parseDateAndTime(from)),
    signature([dateOrMoment('from')], ([from]) =>
      from.kind === 'date' ? { ...momentOf(from), time: MIDNIGHT } : from,
    ),
    signature([dateOrMoment('date'), time('time')], ([of, at]) => ({
      kind: 'date and time',
      date: dateOf(of),
      time: at,
    })),
  ],
  duration: [signature([text('from')], ([from]) => parseDuration(from))],
  'years and months duration': [
    signature([dateOrMoment('from'), dateOrMoment('to')], ([from, to]) =>
      monthsBetween(dateOf(from), dateOf(to)),
    ),
  ],
  'day of week': [signature([dateOrMoment('date')], ([of]) => WEEKDAYS[weekdayOf(dateOf(of)) - 1] ?? null)],
  'month of year': [signature([dateOrMoment('date')], ([of]) => MONTHS[dateOf(of).month - 1] ?? null)],
  'day of year': [signature([dateOrMoment('date')], ([of]) => numberOf(dayOfYear(dateOf(of))))],
  'week of year': [signature([dateOrMoment('date')], ([of]) => numberOf(weekOfYear(dateOf(of))))],
  'last day of month': [
    signature([dateOrMoment('date')], ([of]) => numberOf(daysInMonth(dateOf(of).year, dateOf(of).month))),
  ],
  now: [signature([], (_values, call) => now(call))],
  today: [signature([], (_values, call) => now(call)?.date ?? null)],
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

function whole(number: FeelNumber): number {
  return wholeOf(number) ?? Number.NaN
}

function dateOf(value: CalendarDate | DateAndTime): CalendarDate {
  return value.kind === 'date' ? value : value.date
}

function momentOf(value: CalendarDate | DateAndTime): DateAndTime {
  return value.kind === 'date' ? atMidnightUtc(value) : value
}

type TimeParts = {
  readonly hour: FeelNumber
  readonly minute: FeelNumber
  readonly second: FeelNumber
  readonly offset: DaysDuration | null
}

/** Seconds may have a fraction. */
function timeOf({ hour, minute, second, offset }: TimeParts): TimeOfDay | null {
  const zone = offset === null ? null : offsetZone(Number(offset.nanos) / Number(NANOS_PER_SECOND))
  if (offset !== null && zone === null) return null
  const nano = second.minus(second.floor()).times(numberOf(NANOS_PER_SECOND)).trunc().toNumber()
  return timeOfDay({ hour: whole(hour), minute: whole(minute), second: whole(second.floor()), nano, zone })
}

/** Whole months from one date to another, cut off towards zero. */
function monthsBetween(from: CalendarDate, to: CalendarDate): FeelValue {
  const months = (to.year - from.year) * 12 + (to.month - from.month)
  const days = to.day - from.day
  if (months > 0 && days < 0) return monthsDuration(months - 1)
  return monthsDuration(months < 0 && days > 0 ? months + 1 : months)
}

const NANOS_PER_MS = 1_000_000n
const DAY_NANOS = 86_400n * NANOS_PER_SECOND

function now({ run }: Call): DateAndTime | null {
  const zone: Zone = parseZone(`@${run.zone}`) ?? { kind: 'offset', seconds: 0 }
  const wall = localNanos(BigInt(Math.trunc(run.now)) * NANOS_PER_MS, zone)
  const day = floorDivide(wall, DAY_NANOS)
  const date = dateOfEpochDay(Number(day))
  return date === null
    ? null
    : { kind: 'date and time', date, time: timeOfNano(wall - day * DAY_NANOS, zone) }
}

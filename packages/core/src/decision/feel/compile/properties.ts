import { isNumber, numberOf } from '../values/number.ts'
import {
  type CalendarDate,
  type DaysDuration,
  daysDuration,
  type MonthsDuration,
  NANOS_PER_SECOND,
  type TimeOfDay,
  weekdayOf,
} from '../values/temporal.ts'
import { durationParts } from '../values/temporal-text.ts'
import { type FeelValue, isContext, isList } from '../values/value.ts'
import { offsetOf, offsetOfTime } from '../values/zone.ts'

type Read<Value> = Readonly<Record<string, (value: Value) => FeelValue>>

const DATE: Read<CalendarDate> = {
  year: ({ year }) => numberOf(year),
  month: ({ month }) => numberOf(month),
  day: ({ day }) => numberOf(day),
  weekday: (date) => numberOf(weekdayOf(date)),
}

const TIME: Read<TimeOfDay> = {
  hour: ({ hour }) => numberOf(hour),
  minute: ({ minute }) => numberOf(minute),
  second: ({ second }) => numberOf(second),
  'time offset': (time) => offsetDuration(offsetOfTime(time)),
  timezone: ({ zone }) => (zone?.kind === 'region' ? zone.name : null),
}

function offsetDuration(seconds: number | null): FeelValue {
  return seconds === null ? null : daysDuration(BigInt(seconds) * NANOS_PER_SECOND)
}

const MONTHS: Read<MonthsDuration> = {
  years: ({ months }) => numberOf(Math.trunc(months / 12)),
  months: ({ months }) => numberOf(months % 12),
}

type Parts = ReturnType<typeof durationParts>

const DAYS: Read<Parts> = {
  days: ({ days }) => numberOf(days),
  hours: ({ hours }) => numberOf(hours),
  minutes: ({ minutes }) => numberOf(minutes),
  seconds: ({ seconds }) => numberOf(seconds),
}

function readDays({ nanos }: DaysDuration, name: string): FeelValue | undefined {
  const part = read(DAYS, name, durationParts(nanos))
  return isNumber(part) && nanos < 0n ? part.neg() : part
}

function read<Value>(properties: Read<Value>, name: string, value: Value): FeelValue | undefined {
  return Object.hasOwn(properties, name) ? properties[name]?.(value) : undefined
}

/** A part of a value that is no context; `undefined` when it has none of the name. @see DMN 1.5 table 66 */
export function propertyOf(value: FeelValue, name: string): FeelValue | undefined {
  if (value === null || typeof value !== 'object' || isNumber(value) || isList(value) || isContext(value)) {
    return undefined
  }
  switch (value.kind) {
    case 'date':
      return read(DATE, name, value)
    case 'time':
      return read(TIME, name, value)
    case 'date and time':
      if (name === 'time offset') return offsetDuration(offsetOf(value))
      return read(DATE, name, value.date) ?? read(TIME, name, value.time)
    case 'days and time duration':
      return readDays(value, name)
    case 'years and months duration':
      return read(MONTHS, name, value)
    case 'range':
      return rangeProperty(value, name)
    case 'function':
      return undefined
  }
}

function rangeProperty(
  range: Extract<FeelValue, { readonly kind: 'range' }>,
  name: string,
): FeelValue | undefined {
  switch (name) {
    case 'start':
      return range.start
    case 'end':
      return range.end
    case 'start included':
      return range.isStartIncluded
    case 'end included':
      return range.isEndIncluded
    default:
      return undefined
  }
}

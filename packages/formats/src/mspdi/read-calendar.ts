import type {
  MspdiCalendar,
  MspdiCalendarException,
  MspdiMonthPosition,
  MspdiRecurrence,
  MspdiWeekDay,
  MspdiWorkingTime,
  MspdiWorkWeek,
} from './calendar.ts'
import { date, type FieldValues, fieldSet, flag, readFields, reference, text, time, whole } from './field.ts'
import type { Teller } from './read-context.ts'
import { groupsOf, nestedIn, type XmlRecord } from './xml-record.ts'

const CALENDAR = fieldSet({
  guid: text('GUID'),
  name: text('Name'),
  isBase: flag('IsBaseCalendar'),
  base: reference('BaseCalendarUID'),
})
const PERIOD = fieldSet({ from: date('FromDate'), to: date('ToDate') })
const DAY = fieldSet({ type: whole('DayType'), working: flag('DayWorking') })
const WORKING_TIME = fieldSet({ from: time('FromTime'), to: time('ToTime') })
const EXCEPTION = fieldSet({
  name: text('Name'),
  working: flag('DayWorking'),
  byOccurrences: flag('EnteredByOccurrences'),
  occurrences: whole('Occurrences'),
  type: whole('Type'),
  period: whole('Period'),
  daysOfWeek: whole('DaysOfWeek'),
  monthItem: whole('MonthItem'),
  monthPosition: whole('MonthPosition'),
  month: whole('Month'),
  monthDay: whole('MonthDay'),
})
const WORK_WEEK = fieldSet({ name: text('Name') })

/** Elements of a calendar that are read, or known to say nothing more. */
export const CALENDAR_ELEMENTS: ReadonlySet<string> = new Set([
  ...[...CALENDAR.elements, 'UID', 'WeekDays', 'Exceptions', 'WorkWeeks'],
])

/** Elements inside calendars that have children of their own. */
export const CALENDAR_GROUPS: readonly string[] = [
  ...['WeekDays', 'WeekDay', 'WorkingTimes', 'WorkingTime', 'TimePeriod'],
  ...['Exceptions', 'Exception', 'WorkWeeks', 'WorkWeek'],
]

/** A calendar from its element; what cannot be read is told and left out. */
export function readCalendar(record: XmlRecord, uid: number, teller: Teller): MspdiCalendar {
  const values = readFields(record, CALENDAR, teller.tellFault)
  const days = nestedIn(record, 'WeekDays', 'WeekDay')
  const written = nestedIn(record, 'Exceptions', 'Exception')
  const isBase = values.isBase ?? values.base === undefined
  return {
    uid,
    guid: values.guid,
    name: values.name ?? '',
    isBase,
    // Project 2016 writes 0 with base calendars, earlier versions -1.
    baseCalendarUid: isBase || values.base === 'none' ? undefined : values.base,
    weekDays: days.flatMap((day) => readWeekDay(day, teller)),
    // Files up to Project 2003 hold exceptions as days of type 0; later ones repeat them there.
    exceptions:
      written.length > 0
        ? written.flatMap((exception) => readException(exception, teller))
        : days.flatMap((day) => readExceptionDay(day, teller)),
    workWeeks: nestedIn(record, 'WorkWeeks', 'WorkWeek').flatMap((week) => readWorkWeek(week, teller)),
    line: record.line,
  }
}

/** Working times of a day, in order; `00:00:00` as an end is the end of the day. */
function readTimes(record: XmlRecord, teller: Teller): readonly MspdiWorkingTime[] {
  return nestedIn(record, 'WorkingTimes', 'WorkingTime').flatMap((inner) => {
    const { from, to } = readFields(inner, WORKING_TIME, teller.tellFault)
    if (from === undefined || to === undefined) return []
    return [{ from, to: to === '00:00:00' ? '24:00:00' : to }]
  })
}

/** Days 1 Sunday to 7 Saturday become ISO 8601 days 1 Monday to 7 Sunday. */
function isoWeekday(sundayFirst: number): number {
  return sundayFirst === 1 ? 7 : sundayFirst - 1
}

function readWeekDay(record: XmlRecord, teller: Teller): readonly MspdiWeekDay[] {
  const { type, working } = readFields(record, DAY, teller.tellFault)
  if (type === undefined || type < 1 || type > 7) return []
  const times = working === true ? readTimes(record, teller) : []
  return [{ weekday: isoWeekday(type), working: working === true, times }]
}

function readExceptionDay(record: XmlRecord, teller: Teller): readonly MspdiCalendarException[] {
  const { type, working } = readFields(record, DAY, teller.tellFault)
  const range = type === 0 ? readPeriod(record, teller) : undefined
  if (range === undefined) return []
  const times = working === true ? readTimes(record, teller) : []
  const recurrence: MspdiRecurrence = { kind: 'every-day' }
  return [{ ...range, name: '', working: working === true, times, recurrence, occurrences: undefined }]
}

function readPeriod(
  record: XmlRecord,
  teller: Teller,
): { readonly from: string; readonly to: string } | undefined {
  const period = groupsOf(record, 'TimePeriod')[0]
  if (period === undefined) return undefined
  const { from, to } = readFields(period, PERIOD, teller.tellFault)
  return from === undefined || to === undefined || to < from ? undefined : { from, to }
}

function readWorkWeek(record: XmlRecord, teller: Teller): readonly MspdiWorkWeek[] {
  const range = readPeriod(record, teller)
  const { name } = readFields(record, WORK_WEEK, teller.tellFault)
  if (range === undefined) {
    teller.tell('mspdi.exception_unreadable', { name: name ?? '' })
    return []
  }
  const weekDays = nestedIn(record, 'WeekDays', 'WeekDay').flatMap((day) => readWeekDay(day, teller))
  return [{ ...range, name: name ?? '', weekDays }]
}

type ExceptionValues = FieldValues<typeof EXCEPTION.spec>

function readException(record: XmlRecord, teller: Teller): readonly MspdiCalendarException[] {
  const values = readFields(record, EXCEPTION, teller.tellFault)
  const range = readPeriod(record, teller)
  const recurrence = readRecurrence(values)
  const name = values.name ?? ''
  if (range === undefined || recurrence === undefined) {
    teller.tell('mspdi.exception_unreadable', { name })
    return []
  }
  const working = values.working === true
  const times = working ? readTimes(record, teller) : []
  const occurrences = values.byOccurrences === true ? values.occurrences : undefined
  return [{ ...range, name, working, times, recurrence, occurrences }]
}

/** How an exception repeats, by its type code 1..7; `undefined` when that cannot be known. */
function readRecurrence(values: ExceptionValues): MspdiRecurrence | undefined {
  const every = Math.max(1, values.period ?? 1)
  const month = (values.month ?? -1) + 1
  switch (values.type ?? 1) {
    case 1:
      return { kind: 'every-day' }
    case 2:
      return isDay(values.monthDay) && isMonth(month)
        ? { kind: 'yearly-on-day', month, day: values.monthDay }
        : undefined
    case 3:
      return isMonth(month)
        ? withPosition(values, (on) => ({ kind: 'yearly-on-weekday', month, on }))
        : undefined
    case 4:
      return isDay(values.monthDay)
        ? { kind: 'monthly-on-day', everyMonths: every, day: values.monthDay }
        : undefined
    case 5:
      return withPosition(values, (on) => ({ kind: 'monthly-on-weekday', everyMonths: every, on }))
    case 6:
      return weekly(every, values.daysOfWeek ?? 0)
    case 7:
      return { kind: 'daily', everyDays: every }
    default:
      return undefined
  }
}

function isDay(day: number | undefined): day is number {
  return day !== undefined && day >= 1 && day <= 31
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12
}

/** Days of the week from bits: 1 Sunday, 2 Monday, ... 64 Saturday. */
function weekly(everyWeeks: number, bits: number): MspdiRecurrence | undefined {
  const weekdays = [2, 3, 4, 5, 6, 7, 1].filter((day) => (bits & (1 << (day - 1))) !== 0).map(isoWeekday)
  return weekdays.length === 0 ? undefined : { kind: 'weekly', everyWeeks, weekdays }
}

/** `MonthItem`: 0 day, 1 weekday, 2 weekend day, 3 Sunday ... 9 Saturday. */
export const MONTH_ITEMS: readonly MspdiMonthPosition['item'][] = [
  ...(['day', 'weekday', 'weekend-day'] as const),
  ...[7, 1, 2, 3, 4, 5, 6],
]
/** `MonthPosition`: 0 first ... 3 fourth, 4 last. */
export const MONTH_POSITIONS: readonly MspdiMonthPosition['position'][] = [1, 2, 3, 4, 'last']

function withPosition(
  values: ExceptionValues,
  make: (on: MspdiMonthPosition) => MspdiRecurrence,
): MspdiRecurrence | undefined {
  const item = MONTH_ITEMS[values.monthItem ?? -1]
  const position = MONTH_POSITIONS[values.monthPosition ?? -1]
  return item === undefined || position === undefined ? undefined : make({ item, position })
}

import { isCurrencyCode } from '../dates/index.ts'
import { TASK_TYPES } from './codes.ts'
import {
  coded,
  dateTime,
  decimal,
  fieldSet,
  flag,
  readFields,
  reference,
  text,
  time,
  whole,
} from './field.ts'
import type { MspdiProperties } from './mspdi-project.ts'
import type { Teller } from './read-context.ts'

/** Fields taken over as they are, under the same names as in `MspdiProperties`. */
const PLAIN = fieldSet({
  name: text('Name'),
  title: text('Title'),
  subject: text('Subject'),
  company: text('Company'),
  manager: text('Manager'),
  author: text('Author'),
  guid: text('GUID'),
  saveVersion: whole('SaveVersion'),
  createdAt: dateTime('CreationDate'),
  lastSavedAt: dateTime('LastSaved'),
  start: dateTime('StartDate'),
  finish: dateTime('FinishDate'),
  statusDate: dateTime('StatusDate'),
  currentDate: dateTime('CurrentDate'),
  currencySymbol: text('CurrencySymbol'),
  defaultStartTime: time('DefaultStartTime'),
  defaultFinishTime: time('DefaultFinishTime'),
  defaultTaskType: coded('DefaultTaskType', TASK_TYPES),
  baselineForEarnedValue: whole('BaselineForEarnedValue'),
  criticalSlackDays: decimal('CriticalSlackLimit'),
})
const DERIVED = fieldSet({
  currency: text('CurrencyCode'),
  scheduleFromStart: flag('ScheduleFromStart'),
  calendar: reference('CalendarUID'),
  minutesPerDay: whole('MinutesPerDay'),
  minutesPerWeek: whole('MinutesPerWeek'),
  daysPerMonth: whole('DaysPerMonth'),
  weekStart: whole('WeekStartDay'),
  newTasksAreManual: flag('NewTasksAreManual'),
  multipleCriticalPaths: flag('MultipleCriticalPaths'),
  honorConstraints: flag('HonorConstraints'),
  newTasksAreEffortDriven: flag('NewTasksEffortDriven'),
  splitsInProgressTasks: flag('SplitsInProgressTasks'),
  moveCompletedEndsBack: flag('MoveCompletedEndsBack'),
  moveRemainingStartsBack: flag('MoveRemainingStartsBack'),
  moveRemainingStartsForward: flag('MoveRemainingStartsForward'),
  moveCompletedEndsForward: flag('MoveCompletedEndsForward'),
})

/** What Microsoft Project assumes when a file does not say: eight hours, five days, four weeks. */
const MINUTES_PER_DAY = 480
const MINUTES_PER_WEEK = 2400
const DAYS_PER_MONTH = 20

/** Elements of the project that are read, or known to say nothing more. */
export const PROJECT_ELEMENTS: ReadonlySet<string> = new Set([
  ...[...PLAIN.elements, ...DERIVED.elements, 'CurrencyDigits', 'CurrencySymbolPosition', 'UID'],
  ...['Tasks', 'Resources', 'Assignments', 'Calendars', 'ExtendedAttributes', 'OutlineCodes'],
])

/** The project's currency while the file is read; `undefined` when absent or unknown. */
export function readCurrency(values: ReadonlyMap<string, string>): string | undefined {
  const code = values.get('CurrencyCode')?.trim().toUpperCase() ?? ''
  return isCurrencyCode(code) ? code : undefined
}

/** The project's own fields, from the leaves below the root. */
export function readProperties(values: ReadonlyMap<string, string>, teller: Teller): MspdiProperties {
  const record = { values }
  const derived = readFields(record, DERIVED, teller.tellFault)
  const currency = readCurrency(values)
  if (currency === undefined) teller.tell('mspdi.currency_unknown', { currency: derived.currency ?? '' })
  return {
    ...readFields(record, PLAIN, teller.tellFault),
    currency,
    scheduleFromStart: derived.scheduleFromStart !== false,
    calendarUid: derived.calendar === 'none' ? undefined : derived.calendar,
    minutesPerDay: positive(derived.minutesPerDay, MINUTES_PER_DAY),
    minutesPerWeek: positive(derived.minutesPerWeek, MINUTES_PER_WEEK),
    daysPerMonth: positive(derived.daysPerMonth, DAYS_PER_MONTH),
    // 0 is Sunday, 1 Monday, ... 6 Saturday.
    weekStartsOn: derived.weekStart === undefined || derived.weekStart % 7 === 0 ? 7 : derived.weekStart % 7,
    newTasksAreManual: derived.newTasksAreManual === true,
    multipleCriticalPaths: derived.multipleCriticalPaths === true,
    honorConstraints: derived.honorConstraints !== false,
    newTasksAreEffortDriven: derived.newTasksAreEffortDriven === true,
    splitsInProgressTasks: derived.splitsInProgressTasks !== false,
    moveCompletedEndsBack: derived.moveCompletedEndsBack === true,
    moveRemainingStartsBack: derived.moveRemainingStartsBack === true,
    moveRemainingStartsForward: derived.moveRemainingStartsForward === true,
    moveCompletedEndsForward: derived.moveCompletedEndsForward === true,
  }
}

function positive(value: number | undefined, otherwise: number): number {
  return value === undefined || value <= 0 ? otherwise : value
}

import { addDays } from '@millrace/core/kernel'
import fc from 'fast-check'
import type { MspdiBaseline } from '../baseline.ts'
import type { MspdiCalendar, MspdiRecurrence, MspdiWeekDay } from '../calendar.ts'
import { CONSTRAINT_TYPES, type DurationFormat, LINK_KINDS, TASK_TYPES } from '../codes.ts'
import type { MspdiAttribute, MspdiAttributeDefinition } from '../extended-attribute.ts'
import type { MspdiProperties } from '../mspdi-project.ts'
import type { MspdiHyperlink, MspdiPredecessor } from '../task.ts'
import type { MspdiTimephased } from '../timephased.ts'

/** Or nothing at all. */
export const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined, freq: 3 })

/** A name as people write them: no blanks around it, and never empty. */
export const words = fc
  .string({ unit: fc.constantFrom(...'aZ9 é<&>"\'\u4e2d\ud83d\ude00,;\n'.split('')), maxLength: 12 })
  .map((text) => text.replace(/[\ud800-\udfff]/g, '').trim())
  .filter((text) => text !== '')
export const prose = fc.constantFrom(
  'First line\n second line',
  ' blanks around ',
  'a\r\nb',
  'tab\t]]>',
  '&amp;',
)
export const minutes = fc
  .integer({ min: -5_000_000, max: 500_000_000 })
  .map((thousandths) => thousandths / 1_000 + 0)
export const tenths = fc.integer({ min: -50_000, max: 5_000_000 }).map((count) => count / 10 + 0)
export const money = fc.integer({ min: -10_000_000, max: 10_000_000_000 })
export const percent = fc.constantFrom(0, 12.5, 33.333, 50, 100)
export const uid = fc.integer({ min: 1, max: 40 })
const day = fc.integer({ min: 0, max: 100_000 }).map((count) => addDays('1900-01-01', count))
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom('00', '30', '59'))
  .map(([hour, minute, second]) => `${two(hour)}:${two(minute)}:${second}`)
export const moment = fc.tuple(day, clock).map(([date, time]) => `${date}T${time}`)

function two(value: number): string {
  return String(value).padStart(2, '0')
}

export const durationFormat: fc.Arbitrary<DurationFormat> = fc.record({
  unit: fc.constantFrom('minute', 'hour', 'day', 'week', 'month', 'percent'),
  elapsed: fc.boolean(),
  estimated: fc.boolean(),
})

export const properties: fc.Arbitrary<MspdiProperties> = fc.record({
  name: maybe(words),
  title: maybe(words),
  subject: maybe(words),
  company: maybe(words),
  manager: maybe(words),
  author: maybe(words),
  guid: maybe(words),
  saveVersion: maybe(fc.constantFrom(9, 12, 14)),
  createdAt: maybe(moment),
  lastSavedAt: maybe(moment),
  start: maybe(moment),
  finish: maybe(moment),
  statusDate: maybe(moment),
  currentDate: maybe(moment),
  scheduleFromStart: fc.boolean(),
  currency: maybe(fc.constantFrom('EUR', 'JPY', 'KWD')),
  currencySymbol: maybe(words),
  calendarUid: maybe(uid),
  minutesPerDay: fc.integer({ min: 1, max: 1440 }),
  minutesPerWeek: fc.integer({ min: 1, max: 10_080 }),
  daysPerMonth: fc.integer({ min: 1, max: 31 }),
  defaultStartTime: maybe(clock),
  defaultFinishTime: maybe(clock),
  weekStartsOn: fc.integer({ min: 1, max: 7 }),
  newTasksAreManual: fc.boolean(),
  multipleCriticalPaths: fc.boolean(),
  criticalSlackDays: maybe(fc.constantFrom(0, 0.5, 3)),
  honorConstraints: fc.boolean(),
  defaultTaskType: maybe(fc.constantFrom(...TASK_TYPES)),
  newTasksAreEffortDriven: fc.boolean(),
  splitsInProgressTasks: fc.boolean(),
  moveCompletedEndsBack: fc.boolean(),
  moveRemainingStartsBack: fc.boolean(),
  moveRemainingStartsForward: fc.boolean(),
  moveCompletedEndsForward: fc.boolean(),
  baselineForEarnedValue: maybe(fc.integer({ min: 0, max: 10 })),
})

const times = fc.array(
  fc.record({
    from: clock,
    to: fc.oneof(
      clock.filter((time) => time !== '00:00:00'),
      fc.constant('24:00:00'),
    ),
  }),
  { maxLength: 3 },
)
const workingDay = fc.oneof(
  fc.record({ working: fc.constant(true), times }),
  fc.constant({ working: false, times: [] as const }),
)
const weekDays: fc.Arbitrary<readonly MspdiWeekDay[]> = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 7 }), workingDay).map(([weekday, given]) => ({ weekday, ...given })),
  { maxLength: 7 },
)
const range = fc
  .tuple(day, fc.integer({ min: 0, max: 400 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }))
const every = fc.integer({ min: 1, max: 99 })
const on = fc.record({
  position: fc.constantFrom(1, 2, 3, 4, 'last'),
  item: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 'day', 'weekday', 'weekend-day'),
})
const month = fc.integer({ min: 1, max: 12 })
const monthDay = fc.integer({ min: 1, max: 31 })
const recurrence = fc.oneof(
  fc.constant({ kind: 'every-day' }),
  fc.record({ kind: fc.constant('daily'), everyDays: every }),
  fc.record({
    kind: fc.constant('weekly'),
    everyWeeks: every,
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  }),
  fc.record({ kind: fc.constant('monthly-on-day'), everyMonths: every, day: monthDay }),
  fc.record({ kind: fc.constant('monthly-on-weekday'), everyMonths: every, on }),
  fc.record({ kind: fc.constant('yearly-on-day'), month, day: monthDay }),
  fc.record({ kind: fc.constant('yearly-on-weekday'), month, on }),
  // The kinds above are those of the union; the generator widens their names to string.
) as fc.Arbitrary<MspdiRecurrence>
const exception = fc
  .tuple(range, workingDay, fc.record({ name: words, recurrence, occurrences: maybe(every) }))
  .map(([dates, working, rest]) => ({ ...dates, ...working, ...rest }))
const workWeek = fc
  .tuple(range, words, weekDays)
  .map(([dates, name, days]) => ({ ...dates, name, weekDays: days }))

export const calendar: fc.Arbitrary<MspdiCalendar> = fc
  .record({
    uid,
    guid: maybe(words),
    name: words,
    isBase: fc.boolean(),
    baseCalendarUid: maybe(uid),
    weekDays,
    exceptions: fc.array(exception, { maxLength: 3 }),
    workWeeks: fc.array(workWeek, { maxLength: 2 }),
    line: fc.constant(0),
  })
  .map((given) => (given.isBase ? { ...given, baseCalendarUid: undefined } : given))

/** One custom field of each sort, and a value of one that the file does not define. */
export const DEFINITIONS: readonly MspdiAttributeDefinition[] = [
  { fieldId: 7, fieldName: 'Outline Code1', alias: 'Area', guid: 'A-7', choices: ['North', 'South & East'] },
  { fieldId: 1, fieldName: 'Text1', alias: 'Trade', guid: undefined, choices: ['Concrete', 'Steel'] },
  { fieldId: 2, fieldName: 'Number2', alias: undefined, guid: 'A-2', choices: [] },
  { fieldId: 3, fieldName: 'Cost3', alias: undefined, guid: undefined, choices: [] },
  { fieldId: 4, fieldName: 'Start4', alias: undefined, guid: undefined, choices: [] },
  { fieldId: 5, fieldName: 'Flag5', alias: 'Approved', guid: undefined, choices: [] },
  { fieldId: 6, fieldName: 'Duration6', alias: undefined, guid: undefined, choices: [] },
]

const attribute: fc.Arbitrary<MspdiAttribute> = fc.oneof(
  words.map((text) => ({ fieldId: 1, name: 'Trade', value: { kind: 'text', text } as const })),
  words.map((text) => ({ fieldId: 7, name: 'Area', value: { kind: 'text', text } as const })),
  words.map((text) => ({ fieldId: 99, name: '99', value: { kind: 'text', text } as const })),
  percent.map((number) => ({ fieldId: 2, name: 'Number2', value: { kind: 'number', number } as const })),
  money.map((minor) => ({ fieldId: 3, name: 'Cost3', value: { kind: 'cost', minor } as const })),
  moment.map((at) => ({ fieldId: 4, name: 'Start4', value: { kind: 'date', at } as const })),
  fc.boolean().map((on) => ({ fieldId: 5, name: 'Approved', value: { kind: 'flag', on } as const })),
  fc
    .record({ kind: fc.constant('duration' as const), minutes, format: maybe(durationFormat) })
    .map((value) => ({ fieldId: 6, name: 'Duration6', value })),
)
export const attributes = fc.array(attribute, { maxLength: 3 })

export const baselines: fc.Arbitrary<readonly MspdiBaseline[]> = fc.array(
  fc.record({
    number: fc.integer({ min: 0, max: 10 }),
    start: maybe(moment),
    finish: maybe(moment),
    durationMin: maybe(minutes),
    workMin: maybe(minutes),
    costMinor: maybe(money),
  }),
  { maxLength: 2 },
)

const kind = fc.oneof(
  fc.record({
    measure: fc.constantFrom('remaining-work', 'actual-work', 'actual-overtime-work', 'actual-cost'),
    baseline: fc.constant(undefined),
  }),
  fc.record({
    measure: fc.constantFrom('percent-complete', 'physical-percent-complete'),
    baseline: fc.constant(undefined),
  }),
  fc.record({
    measure: fc.constantFrom('baseline-work', 'baseline-cost'),
    baseline: fc.integer({ min: 0, max: 10 }),
  }),
  // The measures above are those of the union; the generator widens them to string.
) as fc.Arbitrary<Pick<MspdiTimephased, 'measure' | 'baseline'>>
export const timephased: fc.Arbitrary<readonly MspdiTimephased[]> = fc.array(
  fc
    .tuple(kind, moment, moment, fc.integer({ min: 0, max: 100_000 }))
    .map(([what, start, finish, amount]) => ({ ...what, start, finish, amount })),
  { maxLength: 3 },
)

const address: fc.Arbitrary<MspdiHyperlink> = fc.record({
  text: maybe(words),
  address: words,
  subAddress: maybe(words),
})
export const hyperlink = maybe(address)

export const predecessor: fc.Arbitrary<MspdiPredecessor> = fc.record({
  predecessorUid: uid,
  kind: fc.constantFrom(...LINK_KINDS),
  lag: fc.oneof(
    fc.record({ kind: fc.constantFrom('working' as const, 'elapsed' as const), minutes: tenths }),
    fc.record({ kind: fc.constant('percent' as const), percent, elapsed: fc.boolean() }),
  ),
  crossProject: maybe(words),
  line: fc.constant(0),
})

export const constraintType = fc.constantFrom(...CONSTRAINT_TYPES)

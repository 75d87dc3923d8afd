import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayNumber,
  nextDay,
  plainDate,
  type RecurrenceRule,
  type Weekday,
  weekdayOf,
} from '../../kernel/index.ts'
import { advanceRecurrence, beginRecurrence, type Recurrence, type RecurrenceEnd } from './recurrence.ts'

const number = (day: string) => dayNumber(day) ?? Number.NaN
const NEVER: RecurrenceEnd = { kind: 'never' }

function days(rule: RecurrenceRule, anchorOn: string, count: number, weekStart = 1): string[] {
  const found = [anchorOn]
  while (found.length < count) found.push(nextDay(rule, found.at(-1) ?? '', { anchorOn, weekStart }) ?? '')
  return found
}

test.each<[string, RecurrenceRule, string, string[]]>([
  [
    'the 31st is the last day of months that have none',
    { kind: 'monthlyDay', every: 1, day: 31 },
    '2027-12-31',
    ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'],
  ],
  [
    '29 February is the 28th in other years',
    { kind: 'yearly', every: 1, month: 2, day: 29 },
    '2028-02-29',
    ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'],
  ],
  [
    'the last Friday',
    { kind: 'monthlyWeekday', every: 1, nth: -1, weekday: 5 },
    '2026-11-27',
    ['2026-12-25', '2027-01-29', '2027-02-26', '2027-03-26'],
  ],
  [
    'the second Monday of every third month, over the year',
    { kind: 'monthlyWeekday', every: 3, nth: 2, weekday: 1 },
    '2026-11-09',
    ['2027-02-08', '2027-05-10', '2027-08-09', '2027-11-08'],
  ],
  [
    'Monday and Thursday of every other week',
    { kind: 'weekly', every: 2, weekdays: [1, 4] },
    '2026-11-23',
    ['2026-11-26', '2026-12-07', '2026-12-10', '2026-12-21'],
  ],
  [
    'every third day',
    { kind: 'daily', every: 3 },
    '2026-12-30',
    ['2027-01-02', '2027-01-05', '2027-01-08', '2027-01-11'],
  ],
])('%s', (_name, rule, anchorOn, wanted) => {
  expect(days(rule, anchorOn, 5)).toEqual([anchorOn, ...wanted])
})

test('in which week a Sunday lies depends on the day on which weeks begin', () => {
  const rule: RecurrenceRule = { kind: 'weekly', every: 2, weekdays: [1, 7] }
  expect(days(rule, '2026-11-23', 4, 1)).toEqual(['2026-11-23', '2026-11-29', '2026-12-07', '2026-12-13'])
  expect(days(rule, '2026-11-23', 4, 7)).toEqual(['2026-11-23', '2026-12-06', '2026-12-07', '2026-12-20'])
})

const day = fc.integer({ min: 0, max: 80_000 }).map(plainDate)
const every = fc.integer({ min: 1, max: 40 })
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7)
const scheduled: fc.Arbitrary<RecurrenceRule> = fc.oneof(
  fc.record({ kind: fc.constant('daily' as const), every }),
  fc.record({
    kind: fc.constant('weekly' as const),
    every,
    weekdays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }),
  }),
  fc.record({ kind: fc.constant('monthlyDay' as const), every, day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({
    kind: fc.constant('monthlyWeekday' as const),
    every,
    nth: fc.constantFrom<1 | 2 | 3 | 4 | -1>(1, 2, 3, 4, -1),
    weekday,
  }),
  fc.record({
    kind: fc.constant('yearly' as const),
    every: fc.integer({ min: 1, max: 5 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
)
const weekStart = fc.integer({ min: 1, max: 7 })

/** Whether a day is one of the schedule, said in another way than it is computed. */
function isOn(rule: RecurrenceRule, date: string, anchorOn: string, start: number): boolean {
  const [y, m, d] = date.split('-').map(Number)
  const [ay, am] = anchorOn.split('-').map(Number)
  const months = ((y ?? 0) - (ay ?? 0)) * 12 + (m ?? 0) - (am ?? 0)
  const isLast = addDays(date, 1).endsWith('-01')
  const isDay = (wanted: number) => d === wanted || (isLast && (d ?? 0) < wanted)
  switch (rule.kind) {
    case 'daily':
      return (number(date) - number(anchorOn)) % rule.every === 0
    case 'weekly': {
      const week = (each: string) => number(each) - ((weekdayOf(each) - start + 7) % 7)
      return rule.weekdays.includes(weekdayOf(date)) && ((week(date) - week(anchorOn)) / 7) % rule.every === 0
    }
    case 'monthlyDay':
      return months % rule.every === 0 && isDay(rule.day)
    case 'monthlyWeekday': {
      const isPlace =
        rule.nth === -1 ? !sameMonth(date, addDays(date, 7)) : Math.ceil((d ?? 0) / 7) === rule.nth
      return months % rule.every === 0 && weekdayOf(date) === rule.weekday && isPlace
    }
    case 'yearly':
      return ((y ?? 0) - (ay ?? 0)) % rule.every === 0 && m === rule.month && isDay(rule.day)
    default:
      return false
  }
}

const sameMonth = (a: string, b: string) => a.slice(0, 7) === b.slice(0, 7)

test('the next day is the first behind that is on the schedule: none is left out, none is made up', () => {
  fc.assert(
    fc.property(scheduled, day, fc.nat(900), weekStart, (rule, anchorOn, later, start) => {
      const after = addDays(anchorOn, later)
      const next = nextDay(rule, after, { anchorOn, weekStart: start })
      if (next === null) return
      expect(next > after).toBe(true)
      expect(isOn(rule, next, anchorOn, start)).toBe(true)
      const between = Math.min(number(next) - number(after), 800)
      for (let at = 1; at < between; at += 1)
        expect(isOn(rule, addDays(next, -at), anchorOn, start)).toBe(false)
    }),
    { seed: 3, numRuns: 400 },
  )
})

test('after done: months keep the day where they have it, and always lie ahead', () => {
  const rule: RecurrenceRule = { kind: 'afterDone', every: 1, unit: 'month' }
  expect(nextDay(rule, '2027-01-31', { anchorOn: '2020-01-01', weekStart: 1 })).toBe('2027-02-28')
  fc.assert(
    fc.property(
      day,
      every,
      fc.constantFrom<'day' | 'week' | 'month'>('day', 'week', 'month'),
      (on, n, unit) => {
        const next = nextDay({ kind: 'afterDone', every: n, unit }, on, { anchorOn: on, weekStart: 1 })
        if (next === null) return
        expect(next > on).toBe(true)
        if (unit !== 'month') expect(number(next) - number(on)).toBe(n * (unit === 'week' ? 7 : 1))
      },
    ),
    { seed: 4 },
  )
})

function begun(
  rule: RecurrenceRule,
  dayOn: string | null,
  ends: RecurrenceEnd = NEVER,
  today = '2026-11-25',
) {
  return beginRecurrence({ id: 'r', itemId: 'first', rule, ends, dayOn }, { today, weekStart: 1 })
}

function valueOf(result: ReturnType<typeof beginRecurrence>): Recurrence {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const at = (today: string) => ({ today, weekStart: 1 })
const MONDAYS: RecurrenceRule = { kind: 'weekly', every: 1, weekdays: [1] }

test('an item without a day gets the first of the schedule', () => {
  expect(valueOf(begun(MONDAYS, null))).toMatchObject({
    dayOn: '2026-11-30',
    nextOn: '2026-12-07',
    number: 1,
  })
})

test('the next one is made when this one is done, or when its day has come, not before', () => {
  const first = valueOf(begun(MONDAYS, '2026-11-23'))
  expect(advanceRecurrence(first, { itemId: 'b', cause: 'came' }, at('2026-11-29'))).toBeNull()
  const came = advanceRecurrence(first, { itemId: 'b', cause: 'came' }, at('2026-11-30'))
  expect(came).toMatchObject({ itemId: 'b', dayOn: '2026-11-30', number: 2, nextOn: '2026-12-07' })
  const done = advanceRecurrence(first, { itemId: 'b', cause: 'done' }, at('2026-11-24'))
  expect(done).toEqual(came)
})

test('of days that went by unseen only the last one counts', () => {
  const first = valueOf(begun(MONDAYS, '2026-11-23'))
  const next = advanceRecurrence(first, { itemId: 'b', cause: 'came' }, at('2027-01-20'))
  expect(next).toMatchObject({ dayOn: '2027-01-18', nextOn: '2027-01-25', number: 2 })
})

test('after done counts from the day of completion, and time alone makes nothing', () => {
  const first = valueOf(begun({ kind: 'afterDone', every: 3, unit: 'day' }, '2026-11-23'))
  expect(first.nextOn).toBeNull()
  expect(advanceRecurrence(first, { itemId: 'b', cause: 'came' }, at('2027-11-24'))).toBeNull()
  expect(advanceRecurrence(first, { itemId: 'b', cause: 'done' }, at('2026-11-28'))?.dayOn).toBe('2026-12-01')
})

test('a series that would end before it repeats is refused', () => {
  for (const ends of [
    { kind: 'after', times: 1 },
    { kind: 'on', day: '2026-11-26' },
  ] as const)
    expect(begun(MONDAYS, '2026-11-25', ends)).toMatchObject({ refusal: { code: 'work.recurrence_over' } })
})

test('whatever the rule, a series never goes back, keeps to its end, and asks for what it then gives', () => {
  const ends: fc.Arbitrary<RecurrenceEnd> = fc.oneof(
    fc.constant(NEVER),
    fc.integer({ min: 2, max: 6 }).map((times) => ({ kind: 'after' as const, times })),
    fc
      .integer({ min: 40, max: 400 })
      .map((later) => ({ kind: 'on' as const, day: addDays('2026-11-25', later) })),
  )
  const steps = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(scheduled, ends, steps, (rule, end, waits) => {
      const result = begun(rule, '2026-11-25', end)
      if (!result.ok) return
      let series = result.value
      let today = '2026-11-25'
      for (const wait of waits) {
        today = addDays(today, wait)
        const cause = (series.nextOn ?? '9') <= today ? 'came' : 'done'
        const next = advanceRecurrence(series, { itemId: `${series.itemId}+`, cause }, at(today))
        expect(next === null).toBe(series.nextOn === null)
        if (next === null) return
        expect(next.dayOn > series.dayOn).toBe(true)
        if (series.nextOn !== null && series.nextOn >= today) expect(next.dayOn).toBe(series.nextOn)
        if (end.kind === 'after') expect(next.number <= end.times).toBe(true)
        if (end.kind === 'on') expect(next.dayOn <= end.day).toBe(true)
        series = next
      }
    }),
    { seed: 5, numRuns: 500 },
  )
})

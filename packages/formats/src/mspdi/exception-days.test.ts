import { expect, test } from 'vitest'
import type { MspdiRecurrence } from './index.ts'
import { mspdiExceptionDays } from './index.ts'

const days = (recurrence: MspdiRecurrence, from: string, to: string, occurrences?: number) =>
  mspdiExceptionDays({ name: '', from, to, working: false, times: [], recurrence, occurrences })

// 2026-03-02 is a Monday.
test.each<[string, MspdiRecurrence, string, string, readonly string[]]>([
  [
    'every day of the range',
    { kind: 'every-day' },
    '2026-12-24',
    '2026-12-26',
    ['2026-12-24', '2026-12-25', '2026-12-26'],
  ],
  [
    'every third day',
    { kind: 'daily', everyDays: 3 },
    '2026-03-01',
    '2026-03-08',
    ['2026-03-01', '2026-03-04', '2026-03-07'],
  ],
  [
    'two weekdays every second week, counted from Sunday',
    { kind: 'weekly', everyWeeks: 2, weekdays: [7, 3] },
    '2026-03-02',
    '2026-03-31',
    ['2026-03-04', '2026-03-15', '2026-03-18', '2026-03-29'],
  ],
  [
    'a day of every second month',
    { kind: 'monthly-on-day', everyMonths: 2, day: 15 },
    '2026-01-20',
    '2026-06-30',
    ['2026-03-15', '2026-05-15'],
  ],
  [
    'the last day where a month is short',
    { kind: 'monthly-on-day', everyMonths: 1, day: 31 },
    '2026-01-01',
    '2026-03-31',
    ['2026-01-31', '2026-02-28', '2026-03-31'],
  ],
  [
    'the first Monday',
    { kind: 'monthly-on-weekday', everyMonths: 1, on: { position: 1, item: 1 } },
    '2026-03-01',
    '2026-04-30',
    ['2026-03-02', '2026-04-06'],
  ],
  [
    'the last working weekday',
    { kind: 'monthly-on-weekday', everyMonths: 1, on: { position: 'last', item: 'weekday' } },
    '2026-05-01',
    '2026-05-31',
    ['2026-05-29'],
  ],
  [
    'the second weekend day',
    { kind: 'monthly-on-weekday', everyMonths: 1, on: { position: 2, item: 'weekend-day' } },
    '2026-03-01',
    '2026-03-31',
    ['2026-03-07'],
  ],
  [
    'the fourth day',
    { kind: 'monthly-on-weekday', everyMonths: 1, on: { position: 4, item: 'day' } },
    '2026-03-01',
    '2026-03-31',
    ['2026-03-04'],
  ],
  [
    'a day of the year',
    { kind: 'yearly-on-day', month: 5, day: 1 },
    '2026-06-01',
    '2028-12-31',
    ['2027-05-01', '2028-05-01'],
  ],
  [
    'the last Thursday of November',
    { kind: 'yearly-on-weekday', month: 11, on: { position: 'last', item: 4 } },
    '2026-01-01',
    '2027-12-31',
    ['2026-11-26', '2027-11-25'],
  ],
])('%s', (_name, recurrence, from, to, expected) => {
  expect(days(recurrence, from, to)).toEqual(expected)
})

test('a number of occurrences ends the repetition before its range', () => {
  expect(days({ kind: 'daily', everyDays: 1 }, '2026-03-01', '2026-12-31', 2)).toEqual([
    '2026-03-01',
    '2026-03-02',
  ])
})

test('the longest range is cut at ten thousand days', () => {
  expect(days({ kind: 'every-day' }, '1900-01-01', '2200-12-31')).toHaveLength(10_000)
  expect(days({ kind: 'monthly-on-day', everyMonths: 1, day: 1 }, '2200-11-01', '2200-12-31')).toEqual([
    '2200-11-01',
    '2200-12-01',
  ])
})

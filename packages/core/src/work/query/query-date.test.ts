import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayNumber, plainDate } from '../../kernel/index.ts'
import { DAY_WORDS, readDate } from './query-date.ts'

/** A Sunday. */
const today = '2026-11-22'

test.each([
  ['2026-05-17', '2026-05-17'],
  ['today', '2026-11-22'],
  ['TODAY+7D', '2026-11-29'],
  ['today-2w', '2026-11-08'],
  ['yesterday', '2026-11-21'],
  ['tomorrow+1d', '2026-11-24'],
  ['startOfWeek', '2026-11-16'],
  ['endOfWeek', '2026-11-22'],
  ['startofweek+1w', '2026-11-23'],
  ['startOfMonth', '2026-11-01'],
  ['endOfMonth', '2026-11-30'],
  ['endOfMonth+1m', '2026-12-31'],
  ['endOfMonth+3m', '2027-02-28'],
  ['endOfMonth+1d', '2026-12-01'],
  ['startOfQuarter', '2026-10-01'],
  ['endOfQuarter', '2026-12-31'],
  ['endOfQuarter+3m', '2027-03-31'],
  ['startOfYear-1y', '2025-01-01'],
  ['endOfYear', '2026-12-31'],
])('%s is a day', (text, day) => expect(readDate(text, { today, weekStart: 1 })).toBe(day))

test.each([
  '',
  'now',
  'monday',
  '2026-02-30',
  '2026-5-17',
  'today+',
  'today+7',
  'today+7h',
  'today+99999y',
  'today-99999d',
  '+7d',
])('%s is none', (text) => expect(readDate(text, { today, weekStart: 1 })).toBeNull())

test.each([
  ['2028-02-29', 'today+1y', '2029-02-28'],
  ['2026-01-31', 'today+1m', '2026-02-28'],
  ['2026-01-31', 'today-2m', '2025-11-30'],
  ['2026-12-15', 'startOfMonth+1m', '2027-01-01'],
])('seen from %s, %s is the last day that the month has', (from, text, day) =>
  expect(readDate(text, { today: from, weekStart: 1 })).toBe(day),
)

test.each([
  [1, '2026-11-16'],
  [6, '2026-11-21'],
  [7, '2026-11-22'],
])('a week that starts on day %i of Monday to Sunday started on %s', (weekStart, day) =>
  expect(readDate('startOfWeek', { today, weekStart })).toBe(day),
)

test('today lies within its week, month, quarter and year, whatever day it is', () => {
  const days = fc
    .integer({ min: dayNumber('1901-01-01') ?? 0, max: dayNumber('2199-12-31') ?? 0 })
    .map(plainDate)
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 7 }), (day, weekStart) => {
      const read = (text: string) => readDate(text, { today: day, weekStart }) ?? 'none'
      for (const span of ['Week', 'Month', 'Quarter', 'Year']) {
        expect(read(`startOf${span}`) <= day && day <= read(`endOf${span}`)).toBe(true)
        expect(read(`startOf${span}`).localeCompare(addDays(read(`endOf${span}`), 1))).toBe(-1)
      }
      expect(addDays(read('startOfWeek'), 6)).toBe(read('endOfWeek'))
      expect(addDays(read('endOfMonth'), 1)).toBe(read('startOfMonth+1m'))
    }),
    { seed: 8 },
  )
})

test('every word for a day is one', () => {
  expect(DAY_WORDS.filter((word) => readDate(word, { today, weekStart: 1 }) === null)).toEqual([])
})

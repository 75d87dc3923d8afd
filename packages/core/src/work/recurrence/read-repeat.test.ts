import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRepeat } from './read-repeat.ts'

/** A Wednesday. */
const TODAY = '2026-11-25'
const read = (text: string, day: string | null = null) =>
  readRepeat(text, { today: TODAY, weekStart: 1, day })
const weekly = (every: number, ...weekdays: number[]) => ({ kind: 'weekly', every, weekdays })

test.each([
  ['daily', { kind: 'daily', every: 1 }, TODAY],
  ['every day', { kind: 'daily', every: 1 }, TODAY],
  ['every 3 days', { kind: 'daily', every: 3 }, TODAY],
  ['every monday', weekly(1, 1), '2026-11-30'],
  ['Every Mon, Thu and fri', weekly(1, 1, 4, 5), '2026-11-26'],
  ['mondays', weekly(1, 1), '2026-11-30'],
  ['every weekday', weekly(1, 1, 2, 3, 4, 5), TODAY],
  ['every 2 weeks', weekly(2, 3), TODAY],
  ['every other week on friday', weekly(2, 5), '2026-11-27'],
  ['every second monday', weekly(2, 1), '2026-12-07'],
  [
    'every second monday of the month',
    { kind: 'monthlyWeekday', every: 1, nth: 2, weekday: 1 },
    '2026-12-14',
  ],
  ['every last friday', { kind: 'monthlyWeekday', every: 1, nth: -1, weekday: 5 }, '2026-11-27'],
  ['every month', { kind: 'monthlyDay', every: 1, day: 25 }, TODAY],
  ['every 15th', { kind: 'monthlyDay', every: 1, day: 15 }, '2026-12-15'],
  ['every 2 months on the 3rd', { kind: 'monthlyDay', every: 2, day: 3 }, '2027-01-03'],
  ['every last day of the month', { kind: 'monthlyDay', every: 1, day: 31 }, '2026-11-30'],
  ['every year', { kind: 'yearly', every: 1, month: 11, day: 25 }, TODAY],
  ['every 14 december', { kind: 'yearly', every: 1, month: 12, day: 14 }, '2026-12-14'],
  ['every! 3 days', { kind: 'afterDone', every: 3, unit: 'day' }, TODAY],
  ['every 2 weeks after done', { kind: 'afterDone', every: 2, unit: 'week' }, TODAY],
  ['täglich', { kind: 'daily', every: 1 }, TODAY],
  ['jeden Montag', weekly(1, 1), '2026-11-30'],
  ['jeden Montag und Donnerstag', weekly(1, 1, 4), '2026-11-26'],
  ['montags', weekly(1, 1), '2026-11-30'],
  ['jeden Werktag', weekly(1, 1, 2, 3, 4, 5), TODAY],
  ['alle 2 Wochen', weekly(2, 3), TODAY],
  ['alle zwei Wochen am Freitag', weekly(2, 5), '2026-11-27'],
  ['jeden zweiten Montag', weekly(2, 1), '2026-12-07'],
  ['jeden letzten Freitag im Monat', { kind: 'monthlyWeekday', every: 1, nth: -1, weekday: 5 }, '2026-11-27'],
  ['jeden 15.', { kind: 'monthlyDay', every: 1, day: 15 }, '2026-12-15'],
  ['jeden 14. Dezember', { kind: 'yearly', every: 1, month: 12, day: 14 }, '2026-12-14'],
  ['alle 3 Tage nach Erledigung', { kind: 'afterDone', every: 3, unit: 'day' }, TODAY],
])('%s', (text, rule, dayOn) => {
  expect(read(text)).toEqual({ rule, dayOn })
})

test('a day named besides is the first, and says which day of the month is meant', () => {
  expect(read('every month', '2026-12-31')).toEqual({
    rule: { kind: 'monthlyDay', every: 1, day: 31 },
    dayOn: '2026-12-31',
  })
})

test.each([
  'every door',
  'every',
  'monday',
  'every 0 days',
  'every 400 days',
  'every monday tuesday door',
  'every and monday',
  'every 32nd',
  'every 14 pears',
  'alle',
  '2 weeks',
])('%s says nothing of the kind', (text) => {
  expect(read(text)).toBeNull()
})

test('whatever is typed, reading ends, and what it says can be kept', () => {
  const word = fc.constantFrom(
    ...[
      'every',
      'jeden',
      '2',
      '31st',
      'monday',
      'and',
      ',',
      'of',
      'the',
      'month',
      'last',
      'first',
      'day',
      'week',
    ],
    ...['december', 'on', 'daily', 'after', 'done', 'alle', 'every!', 'Häuser', '𝕏', '-1', '999'],
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 9 }), (words) => {
      const reading = read(words.join(' '))
      if (reading === null) return
      expect(reading.dayOn >= TODAY).toBe(true)
      expect(reading.rule.every).toBeGreaterThan(0)
    }),
    { seed: 11, numRuns: 5_000 },
  )
})

import { expect, test } from 'vitest'
import { dayAt, dayInWords, rangeInWords, readDay } from './day.ts'

/** A Tuesday. */
const TODAY = '2026-03-10'

test.each([
  ['2026-03-10', 'Today'],
  ['2026-03-11', 'Tomorrow'],
  ['2026-03-09', 'Yesterday'],
  ['2026-03-14', 'Sat'],
  ['2026-03-17', '17 Mar'],
  ['2027-03-17', '17 Mar 2027'],
])('%s is written %s', (day, words) => expect(dayInWords(day, TODAY)).toBe(words))

test.each([
  [null, null, ''],
  [null, '2026-04-17', '17 Apr'],
  ['2026-04-17', null, 'from 17 Apr'],
  ['2026-04-12', '2026-04-17', '12–17 Apr'],
  ['2026-03-28', '2026-04-02', '28 Mar – 2 Apr'],
  ['2026-12-20', '2027-01-05', '20 Dec – 5 Jan 2027'],
  ['2026-03-09', '2026-03-11', 'Yesterday – Tomorrow'],
])('the range %s to %s is written %s', (from, to, words) => expect(rangeInWords(from, to, TODAY)).toBe(words))

test.each([
  ['today', '2026-03-10'],
  ['Tomorrow', '2026-03-11'],
  ['fri', '2026-03-13'],
  ['tuesday', '2026-03-17'],
  ['next week', '2026-03-16'],
  ['end of week', '2026-03-13'],
  ['end of month', '2026-03-31'],
  ['+3d', '2026-03-13'],
  ['in 2 weeks', '2026-03-24'],
  ['1 month', '2026-04-10'],
  ['14.3.', '2026-03-14'],
  ['14.3.2027', '2027-03-14'],
  ['14 mar', '2026-03-14'],
  ['March 14, 2028', '2028-03-14'],
  ['3 jan', '2026-01-03'],
  ['1 nov', '2026-11-01'],
  ['2026-05-01', '2026-05-01'],
])('%s is read as %s', (text, day) => expect(readDay(text, TODAY)).toBe(day))

test.each(['', 'soon', '31.2.', '2026-02-30', '14 foo', 'friend of mine'])('%j is no day', (text) => {
  expect(readDay(text, TODAY)).toBeUndefined()
})

test('the day depends on where one is', () => {
  const moment = Date.UTC(2026, 2, 10, 23, 30)
  expect(dayAt(moment, 'UTC')).toBe('2026-03-10')
  expect(dayAt(moment, 'Europe/Berlin')).toBe('2026-03-11')
})

import { expect, test } from 'vitest'
import { parseDay, startOfWeek } from './parse-day.ts'

// A Wednesday.
const TODAY = '2026-11-25'

test.each([
  ['today', '2026-11-25'],
  ['Tomorrow', '2026-11-26'],
  ['fri', '2026-11-27'],
  ['wed', '2026-12-02'],
  ['next monday', '2026-11-30'],
  ['+3d', '2026-11-28'],
  ['in 2 weeks', '2026-12-09'],
  ['14 dec', '2026-12-14'],
  ['14. December', '2026-12-14'],
  ['14.12.', '2026-12-14'],
  ['14/12/2027', '2027-12-14'],
  ['2 jan', '2027-01-02'],
  ['2026-12-14', '2026-12-14'],
  ['30 feb', null],
  ['wednesd', '2026-12-02'],
  ['wedding', null],
  ['14 decks', null],
  ['soon', null],
  ['', null],
])('%s is %s', (text, day) => expect(parseDay(text, TODAY)).toBe(day))

test('a week starts on the day the organisation chose', () => {
  expect(startOfWeek(TODAY, 1)).toBe('2026-11-23')
  expect(startOfWeek(TODAY, 7)).toBe('2026-11-22')
  expect(startOfWeek('2026-11-22', 1)).toBe('2026-11-16')
})

import { expect, test } from 'vitest'
import { parseDay } from '../../../../ui/parse-day.ts'
import { orderOfDays, readPastedDay } from './read-day.ts'

const read = (text: string) => parseDay(text, '2027-01-10')

test.each([
  ['2027-03-14', '2027-03-14'],
  ['2027-03-14T08:00:00', '2027-03-14'],
  ['2027/3/4', '2027-03-04'],
  ['14.03.2027', '2027-03-14'],
  ['So 14.03.27 17:00', '2027-03-14'],
  ['Sun 3/14/27', '2027-03-14'],
  ['3/14/2027 5:00 PM', '2027-03-14'],
  ['March 14, 2027', '2027-03-14'],
  ['14 Mar 2027', '2027-03-14'],
  ['46460', '2027-03-14'],
  ['14 dec', '2027-12-14'],
  ['+3d', '2027-01-13'],
  ['soon', null],
  ['31.02.2027', null],
])('%s is a day', (text, day) => expect(readPastedDay(text, read)).toBe(day))

test('one day that can only be read one way tells how all others are meant', () => {
  expect(orderOfDays(['Mon 3/1/27', 'Sun 3/14/27'])).toBe('month-first')
  expect(orderOfDays(['1/3/27', '14/3/27'])).toBe('day-first')
  expect(orderOfDays(['1/3/27', ''])).toBe('day-first')
  expect(readPastedDay('3/1/27', read, 'month-first')).toBe('2027-03-01')
})

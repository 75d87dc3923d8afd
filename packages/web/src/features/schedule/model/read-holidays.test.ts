import { expect, test } from 'vitest'
import { readHolidays } from './read-holidays.ts'

const TODAY = '2026-11-02'
const read = (text: string) =>
  readHolidays(text, TODAY).holidays.map(({ name, from, to, shifts }) => [name, from, to, shifts.length])

test.each([
  ['2026-12-25 Christmas Day', 'Christmas Day', '2026-12-25'],
  ['25.12.2026; Christmas Day', 'Christmas Day', '2026-12-25'],
  ['Christmas Day, 25 December 2026', 'Christmas Day', '2026-12-25'],
  ['2026-12-25\tChristmas', 'Christmas', '2026-12-25'],
  ['1 jan New Year', 'New Year', '2027-01-01'],
  ['2026-12-25', '', '2026-12-25'],
])('%s is a day off with its name', (line, name, day) => {
  expect(read(line)).toEqual([[name, day, day, 0]])
})

test('lines come in the order of their days, each day once, and what is none is said', () => {
  const found = readHolidays('2026-12-26 Boxing Day\n\nto be agreed\n2026-12-25 A\n2026-12-25 B', TODAY)
  expect(found.holidays.map(({ name }) => name)).toEqual(['B', 'Boxing Day'])
  expect(found.unread).toEqual(['to be agreed'])
})

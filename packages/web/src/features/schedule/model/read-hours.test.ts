import { expect, test } from 'vitest'
import { readHours, writeHours } from './read-hours.ts'

test.each([
  [
    '8:00-12:00, 13:00-17:00',
    [
      { from: 480, to: 720 },
      { from: 780, to: 1020 },
    ],
  ],
  [
    '8-12;13-17',
    [
      { from: 480, to: 720 },
      { from: 780, to: 1020 },
    ],
  ],
  ['22:00-6:00', [{ from: 1320, to: 1800 }]],
  ['0-24', [{ from: 0, to: 1440 }]],
  ['', []],
])('%s', (text, hours) => expect(readHours(text)).toEqual(hours))

test.each(['eight to five', '8-', '25-26', '8:75-9', '13-17, 8-12'])('%s are no hours', (text) =>
  expect(readHours(text)).toBeNull(),
)

test.each(['8:00-12:00, 13:00-17:00', '22:00-6:00', '0:00-24:00'])('%s is written as it is read', (text) =>
  expect(writeHours(readHours(text) ?? [])).toBe(text),
)

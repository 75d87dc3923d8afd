import { expect, test } from 'vitest'
import { readEffort } from './read-effort.ts'

test.each([
  ['90', 5400],
  ['1.5h', 90],
  ['1h 30m', 90],
  ['45 min', 45],
  ['2d', 960],
  ['1w', 2400],
  ['1,5 d', 720],
])('the effort %s is %i minutes', (text, minutes) => expect(readEffort(text)).toBe(minutes))

test.each(['', 'h', 'two', '3x', '-1h'])('%j is no effort', (text) =>
  expect(readEffort(text)).toBeUndefined(),
)

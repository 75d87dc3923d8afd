import { expect, test } from 'vitest'
import { formatClockSpan, readMinutes, writeMinutes } from './clock-span.ts'

test.each([
  ['', null],
  ['45m', 45],
  ['4h', 240],
  ['1h 30 min', 90],
  ['2d', 2880],
  ['1,5 days', 2160],
  ['soon', undefined],
  ['4', undefined],
])('%j is read as %j minutes', (text, minutes) => expect(readMinutes(text)).toBe(minutes))

test.each([null, 45, 240, 2880, 90])('%j minutes survive being written and read', (minutes) => {
  expect(readMinutes(writeMinutes(minutes))).toBe(minutes)
})

test.each([
  [90_000, '2 min'],
  [5 * 3_600_000, '5 h'],
  [9 * 86_400_000, '9 d'],
])('%i ms are written %s', (ms, words) => expect(formatClockSpan(ms)).toBe(words))

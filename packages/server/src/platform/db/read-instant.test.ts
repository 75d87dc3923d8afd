import { expect, test } from 'vitest'
import { readInstant } from './value-readers.ts'

test.each([
  '2026-11-22 09:30:00.123+00',
  '2026-11-22 09:30:00.123987+00',
  '2026-11-22 09:30:00.5+00',
  '2026-11-22 09:30:00.05+00',
  '2026-11-22 09:30:00+00',
  '1969-12-31 23:59:59.999+00',
  '2024-02-29 00:00:00+00',
])('the moment %s is read to the millisecond', (text) => {
  expect(readInstant(text)).toBe(Date.parse(text.replace(' ', 'T').replace('+00', 'Z')))
})

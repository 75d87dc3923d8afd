import { expect, test } from 'vitest'
import { dayOf, dayStart } from './time-zone.ts'

test.each([
  ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ['2026-01-01', 'Pacific/Auckland', '2025-12-31T11:00:00.000Z'],
  ['2026-01-01', 'UTC', '2026-01-01T00:00:00.000Z'],
])('%s begins in %s at %s', (date, zone, moment) => {
  const start = dayStart(date, zone)
  expect(new Date(start).toISOString()).toBe(moment)
  expect(dayOf(start, zone)).toBe(date)
  expect(dayOf(start - 1, zone)).not.toBe(date)
})

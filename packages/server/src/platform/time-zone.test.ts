import { expect, test } from 'vitest'
import { dayOf, dayStart, localMoment } from './time-zone.ts'

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

test.each([
  ['2026-07-01T10:00:00Z', 'Europe/Berlin', '2026-07-01T12:00:00+02:00'],
  ['2026-01-01T00:30:00Z', 'America/St_Johns', '2025-12-31T21:00:00-03:30'],
  ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01T00:00:00+00:00'],
])('%s is in %s %s', (moment, zone, shown) => expect(localMoment(Date.parse(moment), zone)).toBe(shown))

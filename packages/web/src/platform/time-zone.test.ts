import { expect, test } from 'vitest'
import { dayEnd, dayOf, dayStart, offsetsBetween } from './time-zone.ts'

const HOUR_MS = 3_600_000

test.each([
  ['2026-03-10', 'UTC', '2026-03-10T00:00:00Z'],
  ['2026-03-10', 'Europe/Berlin', '2026-03-09T23:00:00Z'],
  ['2026-07-10', 'Europe/Berlin', '2026-07-09T22:00:00Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
  ['2026-01-10', 'Pacific/Auckland', '2026-01-09T11:00:00Z'],
  ['2026-01-10', 'America/Los_Angeles', '2026-01-10T08:00:00Z'],
])('%s in %s begins at %s', (date, timeZone, moment) => {
  expect(dayStart(date, timeZone)).toBe(Date.parse(moment))
})

test.each([
  ['2026-11-28T23:30:00Z', 'UTC', '2026-11-28'],
  ['2026-11-28T23:30:00Z', 'Europe/Berlin', '2026-11-29'],
  ['2026-11-28T03:30:00Z', 'America/Los_Angeles', '2026-11-27'],
  ['2026-07-09T22:00:00Z', 'Europe/Berlin', '2026-07-10'],
])('at %s it is in %s the %s', (moment, timeZone, date) => {
  expect(dayOf(Date.parse(moment), timeZone)).toBe(date)
})

test('the day on which the clocks go forward is an hour short', () => {
  expect(dayEnd('2026-03-29', 'Europe/Berlin') - dayStart('2026-03-29', 'Europe/Berlin')).toBe(23 * HOUR_MS)
})

test.each(['Europe/Berlin', 'America/Los_Angeles', 'Africa/Casablanca', 'Australia/Lord_Howe', 'UTC'])(
  'over two years the offsets of %s are those of every single day',
  (timeZone) => {
    const from = Date.UTC(2025, 0, 1)
    const offsetAt = offsetsBetween(timeZone, from, Date.UTC(2027, 0, 1))
    for (let moment = from; moment < Date.UTC(2027, 0, 1); moment += 6 * HOUR_MS) {
      const day = dayOf(moment, timeZone)
      expect(new Date(moment + offsetAt(moment)).toISOString().slice(0, 10)).toBe(day)
      const start = dayStart(day, timeZone)
      expect((start + offsetAt(start)) % (24 * HOUR_MS)).toBe(0)
    }
  },
)

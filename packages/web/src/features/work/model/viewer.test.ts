import { expect, test } from 'vitest'
import { dayStart } from './viewer.ts'

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

import { expect, test } from 'vitest'
import { DAY_MS, dayAt, dayAtX, scaleFor, ticksBetween, xOf, xOfDay, ZOOMS } from './scale.ts'

const NOW = Date.UTC(2026, 2, 10, 12)
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)

test.each(ZOOMS)('at zoom %s everything and today is on the axis', (zoom) => {
  const moments = [at('2025-11-03'), at('2027-02-28')]
  const scale = scaleFor(moments, { zoom, now: NOW, timeZone: 'Europe/Berlin' })
  for (const moment of [...moments, NOW]) {
    expect(xOf(scale, moment)).toBeGreaterThan(0)
    expect(xOf(scale, moment)).toBeLessThan(scale.days * scale.pxPerDay)
  }
})

test('a place on the axis is the day that it shows', () => {
  const scale = scaleFor([], { zoom: 'days', now: NOW, timeZone: 'UTC' })
  expect(dayAtX(scale, xOfDay(scale, '2026-03-12') + 1)).toBe('2026-03-12')
  expect(xOf(scale, at('2026-03-12'))).toBe(xOfDay(scale, '2026-03-12'))
})

test('days are those of the organisation', () => {
  const scale = scaleFor([at('2026-07-10')], { zoom: 'days', now: NOW, timeZone: 'Europe/Berlin' })
  const [winter, summer] = [Date.parse('2026-03-11T23:00:00Z'), Date.parse('2026-07-09T22:00:00Z')]
  expect(xOf(scale, winter)).toBe(xOfDay(scale, '2026-03-12'))
  expect(xOf(scale, summer)).toBe(xOfDay(scale, '2026-07-10'))
  expect([winter - 1, winter, summer - 1, summer].map((moment) => dayAt(scale, moment))).toEqual([
    '2026-03-11',
    '2026-03-12',
    '2026-07-09',
    '2026-07-10',
  ])
})

test('months carry their year at the turn of the year', () => {
  const scale = scaleFor([at('2025-12-01'), at('2026-02-01')], { zoom: 'months', now: NOW, timeZone: 'UTC' })
  const large = ticksBetween(scale, 0, scale.days * scale.pxPerDay).filter((tick) => tick.isLarge)
  expect(large.map((tick) => tick.label)).toContain('2026')
})

test('only the lines near what is seen are made', () => {
  const scale = scaleFor([NOW - 3000 * DAY_MS, NOW + 3000 * DAY_MS], {
    zoom: 'days',
    now: NOW,
    timeZone: 'UTC',
  })
  expect(ticksBetween(scale, 50_000, 51_400).length).toBeLessThan(130)
})

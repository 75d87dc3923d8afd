import { expect, test } from 'vitest'
import { planDays } from './plan-days.ts'
import { readCalendars, USUAL_CALENDAR } from './read-calendars.ts'

const zone = 'Europe/Berlin'
const span = [Date.parse('2026-11-01T00:00:00Z'), Date.parse('2027-02-01T00:00:00Z')]
const shifts = [{ from: 480, to: 960 }]
const week = [shifts, shifts, shifts, shifts, [], [], []]
const holidays = [{ name: 'Holidays', from: '2026-12-24', to: '2027-01-03', shifts: [] }]
const sent = [
  {
    id: 'four',
    containerId: 'tower',
    baseId: null,
    name: 'Four days',
    definition: { timeZone: zone, week, periods: [], exceptions: holidays },
  },
  {
    id: 'clock',
    containerId: null,
    baseId: null,
    name: 'Around the clock',
    definition: {
      timeZone: zone,
      week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
      periods: [],
      exceptions: [],
    },
  },
]
const days = planDays(span, {
  calendars: readCalendars(sent, zone),
  calendarId: USUAL_CALENDAR,
  timeZone: zone,
})

test.each([
  [null, '2026-12-11', '2026-12-14', 1],
  [null, '2026-12-14', '2026-12-11', -1],
  [null, '2026-12-21', '2027-01-04', 10],
  ['four', '2026-12-21', '2027-01-04', 3],
  ['clock', '2026-12-21', '2027-01-04', 14],
  ['unknown', '2026-12-14', '2026-12-15', 1],
])('by the calendar %s there are from %s to %s so many working days: %i', (calendarId, from, to, count) => {
  expect(days.workDays(from, to, calendarId)).toBe(count)
})

test('days are those of the organisation, and what ends at midnight ends the day before', () => {
  const midnight = Date.parse('2026-12-14T23:00:00Z')
  expect(days.dayAt(midnight)).toBe('2026-12-15')
  expect(days.lastDayOf(midnight)).toBe('2026-12-14')
})

test('calendars that do not fit together leave every plan its usual week', () => {
  const circle = sent.map((each) => ({ ...each, baseId: each.id }))
  const read = readCalendars(circle, zone)
  expect(read.map(({ id, baseId }) => [id, baseId])).toEqual([
    ['usual', null],
    ['four', null],
    ['clock', null],
  ])
})

test.each([
  [null, '2026-12-11', 1, '2026-12-11'],
  [null, '2026-12-11', 2, '2026-12-14'],
  [null, '2026-12-12', 1, '2026-12-14'],
  ['four', '2026-12-22', 3, '2027-01-04'],
  [null, '2027-02-26', 3, '2027-03-02'],
])('by the calendar %s, from %s on so many days (%i) end on %s', (calendarId, from, count, last) => {
  expect(days.lastOf(from, count, calendarId)).toBe(last)
})

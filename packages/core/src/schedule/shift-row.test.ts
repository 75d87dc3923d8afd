import { expect, test } from 'vitest'
import { type ShiftableRow, shiftOf, whyFixed } from './index.ts'

const at = (text: string) => Date.parse(`${text}:00Z`)
const ground = {
  calendars: [],
  timeZone: 'UTC',
  settings: {
    isScheduled: true,
    startAt: at('2027-03-01T00:00'),
    statusAt: null,
    calendarId: null,
    lagCalendar: 'project',
    precedence: 'logic',
    progressRule: 'retained',
    criticalMin: 0,
    nearCriticalMin: 0,
  },
} as const // Settings as core has them.

const row = (values: Partial<ShiftableRow> = {}) =>
  ({
    isSummary: false,
    isDone: false,
    isManual: false,
    datesFrom: 'plan',
    isElapsed: false,
    isHammock: false,
    calendarId: null,
    actualStartAt: null,
    startAt: at('2027-03-01T08:00'),
    finishAt: at('2027-03-03T17:00'),
    ...values,
  }) as ShiftableRow // What moving a bar looks at.

test('what follows its links begins no earlier than where it was put', () => {
  expect(shiftOf(row(), { days: 2, end: 'both' }, ground)).toEqual({
    constraintKind: 'SNET',
    constraintAt: at('2027-03-03T08:00'),
  })
})

test('its end says how long it takes, in working time', () => {
  expect(shiftOf(row(), { days: 2, end: 'finish' }, ground)).toEqual({ durationMin: 5 * 480 })
  // Saturday and Sunday are not worked.
  expect(shiftOf(row(), { days: 4, end: 'finish' }, ground)).toEqual({ durationMin: 5 * 480 })
  expect(shiftOf(row(), { days: -9, end: 'finish' }, ground)).toEqual({ durationMin: 30 })
})

test('a key goes by days that are worked', () => {
  const friday = row({ startAt: at('2027-03-05T08:00'), finishAt: at('2027-03-05T17:00') })
  expect(shiftOf(friday, { days: 1, end: 'finish', isStep: true }, ground)).toEqual({ durationMin: 960 })
  const monday = row({ startAt: at('2027-03-08T08:00'), finishAt: at('2027-03-08T17:00') })
  expect(shiftOf(monday, { days: -1, end: 'both', isStep: true }, ground)).toMatchObject({
    constraintAt: at('2027-03-05T08:00'),
  })
})

test('what is planned by hand gets other dates, at the same time of day when clocks change', () => {
  const berlin = { ...ground, timeZone: 'Europe/Berlin' }
  const byHand = row({ isManual: true, startAt: at('2027-03-26T08:00'), finishAt: at('2027-03-26T16:00') })
  expect(shiftOf(byHand, { days: 3, end: 'both' }, berlin)).toEqual({
    startAt: at('2027-03-29T07:00'),
    finishAt: at('2027-03-29T15:00'),
  })
})

test('work that has begun does not move, and what is done or summed up not at all', () => {
  expect(shiftOf(row({ actualStartAt: at('2027-03-01T08:00') }), { days: 1, end: 'both' }, ground)).toBeNull()
  expect(whyFixed(row({ isDone: true }), true)).toBe('done')
  expect(whyFixed(row({ isSummary: true }), true)).toBe('summary')
  expect(whyFixed(row({ startAt: null }), true)).toBe('undated')
  expect(whyFixed(row({ isHammock: true }), true)).toBe('hammock')
  expect(whyFixed(row(), false)).toBe('kept')
  expect(whyFixed(row({ datesFrom: 'item' }), false)).toBeNull()
  expect(whyFixed(row(), true)).toBeNull()
})

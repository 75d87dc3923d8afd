import { expect, test } from 'vitest'
import type { ProjectPlan } from './project-plan.ts'
import { periodsBetween, placeIn, timePhase } from './time-phase.ts'

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

const plan: ProjectPlan = {
  ...{ rows: [], links: [], calendars: [], resources: [], assignments: [] },
  ...{ timeZone: 'UTC', laterPhaseIds: new Set() },
  settings: {
    ...{
      isScheduled: true,
      startAt: at('2027-03-01'),
      statusAt: null,
      calendarId: null,
      lagCalendar: 'project',
    },
    ...{ precedence: 'logic', progressRule: 'retained', criticalMin: 0, nearCriticalMin: 0 },
  },
}

test('a short plan is told by days of its time zone, across a change of clocks', () => {
  const { kind, edges } = periodsBetween(at('2027-03-26', 8), at('2027-03-29', 15), 'Europe/Berlin')
  expect(kind).toBe('day')
  expect(edges).toEqual([
    at('2027-03-25', 23),
    at('2027-03-26', 23),
    at('2027-03-27', 23),
    at('2027-03-28', 22),
    at('2027-03-29', 22),
  ])
})

test('a long plan is told by weeks from Monday on, that span it', () => {
  const [first, last] = [at('2027-03-03', 8), at('2027-09-03', 17)]
  const { kind, edges } = periodsBetween(first, last, 'UTC')
  expect(kind).toBe('week')
  expect(edges[0]).toBe(at('2027-03-01'))
  expect(edges.at(-1)).toBe(at('2027-09-06'))
  expect(new Set(edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)))).toEqual(
    new Set([7 * 86_400_000]),
  )
})

test('work lies in the days in which it is worked', () => {
  const periods = periodsBetween(at('2027-03-05', 8), at('2027-03-09', 12), 'UTC')
  const span = { calendarId: null, startAt: at('2027-03-05', 13), finishAt: at('2027-03-09', 12), splits: [] }
  const phased = timePhase(plan, periods, [
    { itemId: 'a', isElapsed: false, ...span },
    { itemId: 'hardens', isElapsed: true, ...span, finishAt: at('2027-03-06', 13) },
    {
      itemId: 'later',
      isElapsed: false,
      calendarId: null,
      startAt: at('2027-03-08', 8),
      finishAt: at('2027-03-08', 8),
      splits: [],
    },
    { itemId: 'split', isElapsed: false, ...span, splits: [{ afterMin: 120, pauseMin: 360 }] },
  ])
  expect(phased.get('a')).toEqual({ firstPeriod: 0, workMin: [240, 0, 0, 480, 240] })
  expect(phased.get('hardens')).toEqual({ firstPeriod: 0, workMin: [660, 780] })
  expect(phased.get('later')).toEqual({ firstPeriod: 3, workMin: [0] })
  // It rests for the other half of the afternoon and from Monday morning on until after lunch.
  expect(phased.get('split')).toEqual({ firstPeriod: 0, workMin: [120, 0, 0, 240, 240] })
})

test('a moment has a place also before the first and after the last period', () => {
  const periods = periodsBetween(at('2027-03-01', 8), at('2027-03-02', 12), 'UTC')
  const places = [at('2027-02-28'), at('2027-03-01', 12), at('2027-03-03'), at('2027-03-04')]
  expect(places.map((moment) => placeIn(periods, moment))).toEqual([-1, 0.5, 2, 3])
})

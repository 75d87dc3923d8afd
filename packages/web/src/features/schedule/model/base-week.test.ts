import type { CalendarView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { baseWeek, possibleBases } from './base-week.ts'

const MORNING = [{ from: 480, to: 720 }]
const LATE = [{ from: 840, to: 1320 }]

const calendar = (
  id: string,
  baseId: string | null,
  { day = null as typeof MORNING | null, containerId = null as string | null } = {},
): CalendarView => ({
  ...{ id, baseId, name: id, containerId },
  definition: { timeZone: 'UTC', week: Array.from({ length: 7 }, () => day), periods: [], exceptions: [] },
})

test('a day has the hours of the nearest calendar below that says them', () => {
  const all = [
    calendar('organisation', null, { day: MORNING }),
    calendar('site', 'organisation'),
    calendar('late', 'organisation', { day: LATE }),
  ]
  expect(baseWeek(all, { baseId: 'site' })).toEqual(Array.from({ length: 7 }, () => MORNING))
  expect(baseWeek(all, { baseId: 'late' })[0]).toEqual(LATE)
  expect(baseWeek(all, { baseId: null })[0]).toEqual([])
})

test('no calendar is based on itself, on what is based on it, or on one of a project where all share it', () => {
  const all = [
    calendar('organisation', null),
    calendar('site', 'organisation', { containerId: 'tower' }),
    calendar('crane', 'site', { containerId: 'tower' }),
  ]
  const bases = (id: string, containerId: string | null) =>
    possibleBases(all, { id, containerId }).map((each) => each.id)
  expect(bases('organisation', null)).toEqual([])
  expect(bases('site', 'tower')).toEqual(['organisation'])
  expect(bases('crane', 'tower')).toEqual(['organisation', 'site'])
  expect(bases('new', null)).toEqual(['organisation'])
})

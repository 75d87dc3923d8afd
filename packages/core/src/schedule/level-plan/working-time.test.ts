import { expect, test } from 'vitest'
import { assign, minute, person, plan, pooled, task } from './testing/small-pool.ts'
import { findWorkingTimeBreaches } from './working-time.ts'

/** Work of Ann around the clock of her calendar, one item for each of some spans. */
function breachesIn(spans: readonly (readonly [start: string, finish: string])[], given = {}) {
  const dates = spans.map(([start, finish], index) => ({
    ...{ id: `t${String(index)}`, startAt: minute(start), finishAt: minute(finish) },
  }))
  const tasks = dates.map(({ id, startAt, finishAt }) => task(id, { manual: { startAt, finishAt } }))
  const ann = person('ann', { calendarId: 'always', ...given })
  const allDay = { ...plan(tasks), options: { ...plan([]).options, calendarId: 'always' } }
  const work = tasks.map(({ id }) => assign(id, 'ann'))
  return findWorkingTimeBreaches(pooled(allDay, [ann], work), dates)
}

/** From a day of November on, so many days in a row, from one hour to another. */
function days(from: number, count: number, hours: readonly [string, string]) {
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.UTC(2026, 10, from + index)).toISOString().slice(0, 10)
    return [`${day}T${hours[0]}`, `${day}T${hours[1]}`] as const // A pair.
  })
}

test('thirteen hours a day on six days are allowed, for a time', () => {
  expect(breachesIn(days(2, 6, ['06:00', '19:00']))).toEqual([])
})

test('a longer day leaves less than eleven hours of rest, and work through the night none', () => {
  expect(breachesIn(days(3, 2, ['06:00', '20:00']))).toMatchObject([
    { kind: 'daily-rest', on: '2026-11-03', foundMin: 600, limitMin: 660 },
  ])
  expect(breachesIn([['2026-11-03T20:00', '2026-11-04T10:00']])).toMatchObject([
    { kind: 'daily-rest', on: '2026-11-03', foundMin: 0 },
  ])
})

test('seven days in a row leave no day of rest; work in two projects adds up', () => {
  const [breach, ...more] = breachesIn(days(1, 15, ['08:00', '12:00']))
  expect(breach).toEqual({
    ...{ resourceId: 'ann', kind: 'weekly-rest', on: '2026-11-02', foundMin: 20 * 60, limitMin: 35 * 60 },
  })
  expect(more).toEqual([])
})

test('more than 48 hours a week count on average over 17 weeks', () => {
  const weeks = (count: number) =>
    Array.from({ length: count }, (_, week) => days(2 + 7 * week, 6, ['08:00', '18:00'])).flat()
  expect(breachesIn(weeks(13))).toEqual([])
  expect(breachesIn(weeks(17))).toEqual([
    { resourceId: 'ann', kind: 'average-week', on: '2026-11-02', foundMin: 60 * 60, limitMin: 48 * 60 },
  ])
})

test('crews and machines take turns', () => {
  const long = days(3, 9, ['00:00', '23:00'])
  expect(breachesIn(long, { maxUnits: 2 })).toEqual([])
  expect(breachesIn(long, { kind: 'machine' })).toEqual([])
})

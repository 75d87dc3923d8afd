import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesOf } from '../check/minutes.ts'
import { loadOf } from './load.ts'
import { outsideWorkOf } from './outside-work.ts'
import { findOverloads } from './overloads.ts'
import { assign, clock, DAY, minute, OFFICE, person, plan, pooled, task } from './testing/small-pool.ts'

const WEEK = { fromOn: '2026-11-02', toOn: '2026-11-08', by: 'day' as const } // A literal of the type.
const at = (id: string, start: string, finish: string) => ({
  id,
  startAt: minute(start),
  finishAt: minute(finish),
})

test('a day at half a unit is four hours of the eight that there are', () => {
  const one = pooled(plan([task('a')]), [person('ann')], [assign('a', 'ann', { units: 0.5 })])
  const [load] = loadOf(one, [at('a', '2026-11-02T08:00', '2026-11-02T17:00')], WEEK)
  expect(load?.buckets.slice(0, 2)).toEqual([
    { on: '2026-11-02', workMin: 240, capacityMin: 480 },
    { on: '2026-11-03', workMin: 0, capacityMin: 480 },
  ])
  expect(load?.buckets[5]).toEqual({ on: '2026-11-07', workMin: 0, capacityMin: 0 })
})

test('planned work is done first, work that people dated is spread over its dates', () => {
  const dates = { startAt: minute('2026-11-02T08:00'), finishAt: minute('2026-11-03T17:00') }
  const tasks = [task('a', { durationMin: 2 * DAY }), task('b', { durationMin: 2 * DAY, manual: dates })]
  const work = { workMin: 600 }
  const people = [person('ann'), person('bob')]
  const one = pooled(plan(tasks), people, [assign('a', 'ann', work), assign('b', 'bob', work)])
  const loads = loadOf(
    one,
    ['a', 'b'].map((id) => ({ id, ...dates })),
    WEEK,
  )
  expect(loads.map(({ buckets }) => buckets.slice(0, 2).map(({ workMin }) => workMin))).toEqual([
    [480, 120],
    [300, 300],
  ])
})

test('weeks begin on Monday, and units change when they are said to', () => {
  const team = person('team', {
    kind: 'team',
    maxUnits: 3,
    changes: [{ fromAt: minute('2026-11-11T00:00'), maxUnits: 1 }],
  })
  const span = { fromOn: '2026-11-04', toOn: '2026-11-15', by: 'week' as const } // A literal of the type.
  expect(loadOf(pooled(plan([]), [team], []), [], span)[0]?.buckets).toEqual([
    { on: '2026-11-04', workMin: 0, capacityMin: 3 * 3 * DAY },
    { on: '2026-11-09', workMin: 0, capacityMin: 2 * 3 * DAY + 3 * DAY },
  ])
})

test('limits of a day and of a week cut what there is', () => {
  const ann = person('ann', { limits: { dayMin: 360, weekMin: 1500 } })
  const [load] = loadOf(pooled(plan([]), [ann], []), [], WEEK)
  expect(load?.buckets.map(({ capacityMin }) => capacityMin)).toEqual([360, 360, 360, 360, 60, 0, 0])
})

test('days are those of the zone in which a resource works', () => {
  const night = {
    ...OFFICE,
    id: 'night',
    timeZone: 'America/New_York',
    week: Array.from({ length: 7 }, () => [{ from: 1320, to: 1800 }]),
  }
  const one = plan([])
  const pool = pooled(
    { ...one, calendars: [...one.calendars, night] },
    [person('guard', { calendarId: 'night' })],
    [],
  )
  // From 22:00 to 06:00: two hours before midnight, and six after the one before.
  expect(loadOf(pool, [], { ...WEEK, toOn: '2026-11-02' })[0]?.buckets).toEqual([
    { on: '2026-11-02', workMin: 0, capacityMin: 480 },
  ])
})

test('two items at one time are an overload, which a night does not end', () => {
  const one = pooled(
    plan([task('a', { durationMin: 2 * DAY }), task('b', { durationMin: 2 * DAY })]),
    [person('ann')],
    [assign('a', 'ann'), assign('b', 'ann', { units: 0.5 })],
  )
  const dates = [
    at('a', '2026-11-02T08:00', '2026-11-03T17:00'),
    at('b', '2026-11-02T13:00', '2026-11-04T12:00'),
  ]
  const found = findOverloads(one, dates)
  expect(found.map((each) => ({ ...each, fromAt: clock(each.fromAt), toAt: clock(each.toAt) }))).toEqual([
    {
      resourceId: 'ann',
      fromAt: '2026-11-02T13:00',
      toAt: '2026-11-03T17:00',
      units: 1.5,
      maxUnits: 1,
      excessMin: 360,
      itemIds: ['a', 'b'],
    },
  ])
})

test('work on a day off is an overload, of a resource that has nothing that day', () => {
  const away = {
    ...OFFICE,
    id: 'away',
    baseId: 'office',
    exceptions: [{ name: 'Leave', from: '2026-11-03', to: '2026-11-03', shifts: [] }],
  }
  const one = plan([task('a', { durationMin: 2 * DAY })])
  const pool = pooled(
    { ...one, calendars: [...one.calendars, away] },
    [person('ann', { calendarId: 'away' })],
    [assign('a', 'ann')],
  )
  const tooShort = findOverloads(pool, [at('a', '2026-11-02T08:00', '2026-11-03T17:00')])
  expect(tooShort).toMatchObject([{ maxUnits: 0, units: 1, excessMin: DAY }])
  expect(findOverloads(pool, [at('a', '2026-11-02T08:00', '2026-11-04T17:00')])).toEqual([])
})

test('three thirds make one whole, and material is never too little', () => {
  const tasks = ['a', 'b', 'c'].map((id) => task(id))
  const third = { units: 1 / 3 }
  const one = pooled(
    plan(tasks),
    [person('ann'), person('sand', { kind: 'material' })],
    [...tasks.map(({ id }) => assign(id, 'ann', third)), assign('a', 'sand', { units: 40 })],
  )
  const dates = tasks.map(({ id }) => at(id, '2026-11-02T08:00', '2026-11-02T17:00'))
  expect(findOverloads(one, dates)).toEqual([])
})

const works = minutesOf(OFFICE, [OFFICE])

test('overloads are what counting minute by minute finds', () => {
  const piece = fc.record({ skip: fc.nat(20), length: fc.integer({ min: 1, max: 20 }), units: fc.nat(3) })
  const changes = fc.array(fc.record({ skip: fc.nat(30), maxUnits: fc.nat(2) }), { maxLength: 2 })
  const start = minute('2026-11-05T08:00')
  expect(
    fc.check(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), changes, (pieces, steps) => {
        const dates = pieces.map(({ skip, length }, index) => ({
          id: String(index),
          startAt: start + skip * 90,
          finishAt: start + (skip + length) * 90,
        }))
        const tasks = dates.map(({ id, ...manual }) => task(id, { manual }))
        const fromAt = (skip: number) => start + skip * 90
        const ann = person('ann', {
          changes: steps.map(({ skip, maxUnits }) => ({ fromAt: fromAt(skip), maxUnits })),
        })
        const taken = pieces.map(({ units }, index) => assign(String(index), 'ann', { units: units / 2 }))
        const found = findOverloads(pooled(plan(tasks), [ann], taken), dates)
        const later = (ann.changes ?? []).toSorted((a, b) => a.fromAt - b.fromAt)
        let excess = 0
        for (let now = start; now < start + 5000; now += 1) {
          const most = works(now) ? (later.findLast((change) => change.fromAt <= now)?.maxUnits ?? 1) : 0
          const asked = pieces.reduce((sum, { units }, index) => {
            const date = dates[index]
            if (!date || now < date.startAt || now >= date.finishAt) return sum
            return sum + (works(now) ? units / 2 : 0)
          }, 0)
          excess += Math.max(0, asked - most)
        }
        expect(found.reduce((sum, { excessMin }) => sum + excessMin, 0)).toBe(excess)
      }),
      { numRuns: 60 },
    ).failed,
  ).toBe(false)
})

test('work elsewhere counts, and makes an overload only where something of the plan meets it', () => {
  const one = pooled(plan([task('a')]), [person('ann')], [assign('a', 'ann', { units: 0.5 })])
  const outside = ['x', 'y'].map((id) => ({
    ...{ id, resourceId: 'ann', workMin: 2 * DAY },
    ...{ startAt: minute('2026-11-03T08:00'), finishAt: minute('2026-11-04T17:00') },
  }))
  const [load] = loadOf({ ...one, outside }, [at('a', '2026-11-02T08:00', '2026-11-02T17:00')], WEEK)
  expect(load?.buckets.slice(0, 4).map(({ workMin }) => workMin)).toEqual([240, 960, 960, 0])
  const overloadsAt = (day: string) =>
    findOverloads({ ...one, outside }, [at('a', `${day}T08:00`, `${day}T17:00`)]).map(
      ({ itemIds }) => itemIds,
    )
  expect(overloadsAt('2026-11-02')).toEqual([])
  expect(overloadsAt('2026-11-04')).toEqual([['a', 'x', 'y']])
})

test('what dated items take is told as work elsewhere, and takes the same again', () => {
  const planned = pooled(plan([task('a')]), [person('ann')], [assign('a', 'ann', { units: 0.5 })])
  const outside = outsideWorkOf(planned, [at('a', '2026-11-02T08:00', '2026-11-02T17:00')])
  expect(outside).toEqual([
    { ...at('a', '2026-11-02T08:00', '2026-11-02T17:00'), resourceId: 'ann', workMin: 240 },
  ])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outsidePlaceOf } from './outside-place.ts'
import { ProjectCalculation } from './project-calculation.ts'
import type { OutsidePlace, OutsideTies, ProjectPlan, ProjectRow } from './project-plan.ts'
import { projectPlan, projectRow } from './testing/small-project.ts'

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

/** A Tuesday and a Wednesday in another project, of eight hours each. */
const elsewhere: OutsidePlace = {
  ...{ startAt: at('2027-03-02', 8), finishAt: at('2027-03-03', 17), durationMin: 960 },
  ...{ isElapsed: false, calendarId: null, hasBegun: false, isOver: false },
}

function ties(toId: string, more: Partial<OutsideTies['links'][number]> = {}): OutsideTies {
  const link = { id: 'link', toId, linkType: 'FS', lag: 0, lagUnit: 'workingMin', from: elsewhere } as const // A literal of the type.
  return { links: [{ ...link, ...more }], awaitedIds: [], calendars: [] }
}

function startOf(plan: ProjectPlan, itemId: string) {
  const found = new ProjectCalculation().place(plan)
  if (!found.ok) return found.refusal.code
  const row = found.value.find((one) => one.itemId === itemId)
  return row && `${new Date(row.startAt).toISOString().slice(0, 16)} ${row.reason.kind} ${row.reason.id}`
}

test('what waits for another project begins when that is done, and says why', () => {
  const plan = projectPlan([projectRow('after', { durationMin: 480 })])
  expect(startOf({ ...plan, outside: ties('after') }, 'after')).toBe('2027-03-04T08:00 link link')
})

test.each([
  ['start to start', { linkType: 'SS' as const }, '2027-03-02T08:00 link link'],
  ['finish to finish', { linkType: 'FF' as const }, '2027-03-03T08:00 link link'],
  ['a lag in working time', { lag: 480 }, '2027-03-05T08:00 link link'],
  [
    'a lead of half of what it takes',
    { lag: -50, lagUnit: 'percent' as const },
    '2027-03-03T08:00 link link',
  ],
])('kinds and lags count as within a plan: %s', (_name, link, start) => {
  const plan = projectPlan([projectRow('after', { durationMin: 480 })])
  expect(startOf({ ...plan, outside: ties('after', link) }, 'after')).toBe(start)
})

test('a lag is counted in the calendar of the other project where that of predecessors counts', () => {
  const plan = projectPlan([projectRow('after', { durationMin: 480 })])
  const day = [{ from: 480, to: 720 }]
  const week = [day, day, day, day, day, [], []]
  const mornings = {
    id: 'mornings',
    baseId: null,
    name: 'Mornings',
    timeZone: 'UTC',
    week,
    periods: [],
    exceptions: [],
  }
  const outside = ties('after', { lag: 480, from: { ...elsewhere, calendarId: 'mornings' } })
  const tied = { ...plan, outside: { ...outside, calendars: [mornings] } }
  expect(startOf(tied, 'after')).toBe('2027-03-05T08:00 link link')
  const settings = { ...plan.settings, lagCalendar: 'predecessor' as const } // A literal of the type.
  expect(startOf({ ...tied, settings }, 'after')).toBe('2027-03-05T13:00 link link')
})

test('what lies below a summary waits with it; its finish cannot be held', () => {
  const plan = projectPlan([
    projectRow('summary', { isSummary: true }),
    projectRow('part', { parentId: 'summary', durationMin: 480 }),
  ])
  expect(startOf({ ...plan, outside: ties('summary') }, 'part')).toBe('2027-03-04T08:00 summary summary')
  expect(startOf({ ...plan, outside: ties('summary', { linkType: 'FF' }) }, 'part')).toBe(
    'schedule.link_to_finish',
  )
})

test('what has no place in time yet holds nothing, but what waits for it has one', () => {
  const plan = projectPlan([projectRow('after')])
  expect(startOf({ ...plan, outside: ties('after', { from: null }) }, 'after')).toBe(
    '2027-03-01T08:00 project null',
  )
  expect(startOf(plan, 'after')).toBeUndefined()
})

test('what another project waits for has a place in time, and is not put as late as it can be', () => {
  const rows = [
    projectRow('long', { durationMin: 4800 }),
    projectRow('late', { durationMin: 480, constraintKind: 'ALAP' }),
  ]
  const awaitedIds = ['late']
  expect(startOf(projectPlan(rows), 'late')).toBe('2027-03-12T08:00 late null')
  const outside = { links: [], awaitedIds, calendars: [] }
  expect(startOf({ ...projectPlan(rows), outside }, 'late')).toBe('2027-03-01T08:00 project null')
  expect(startOf({ ...projectPlan([projectRow('late')]), outside }, 'late')).toBe(
    '2027-03-01T08:00 project null',
  )
})

test('a row lies for others where its plan has it, or where it was', () => {
  const dated = { startAt: at('2027-03-01', 8), finishAt: at('2027-03-01', 17), datesFrom: 'plan' } as const // A literal of the type.
  const place = (more: Partial<ProjectRow>) => outsidePlaceOf(projectRow('row', more), 'own')
  expect(place({})).toBeNull()
  expect(place({ ...dated, isHammock: true })).toBeNull()
  expect(place(dated)).toEqual({
    ...{ startAt: dated.startAt, finishAt: dated.finishAt, durationMin: 480, isElapsed: false },
    ...{ calendarId: 'own', hasBegun: false, isOver: false },
  })
  expect(place({ ...dated, actualStartAt: at('2027-03-01', 10) })).toMatchObject({
    ...{ startAt: at('2027-03-01', 10), finishAt: dated.finishAt, hasBegun: true, isOver: false },
  })
  const over = { actualStartAt: at('2027-03-01', 9), actualFinishAt: at('2027-03-02', 12) }
  expect(place({ ...dated, ...over })).toMatchObject({
    ...{ startAt: over.actualStartAt, finishAt: over.actualFinishAt, isOver: true },
  })
  expect(place({ finishAt: at('2027-03-05'), datesFrom: 'item' })).toMatchObject({
    startAt: at('2027-03-05'),
  })
})

test('whatever moves in other projects, a plan that goes on is the same as one that begins anew', () => {
  const rows = [
    projectRow('summary', { isSummary: true }),
    projectRow('part', { parentId: 'summary', durationMin: 480 }),
    projectRow('after', { durationMin: 960 }),
    projectRow('last', { durationMin: 480 }),
  ]
  const hours = fc.integer({ min: -200, max: 400 })
  const link = fc.record({
    id: fc.constantFrom('one', 'two', 'three'),
    toId: fc.constantFrom('summary', 'part', 'after', 'last'),
    linkType: fc.constantFrom('FS' as const, 'SS' as const), // Literals of the type.
    lag: fc.constantFrom(0, 60),
    from: fc.option(
      fc.tuple(hours, fc.nat(40)).map(([from, long]) => {
        const startAt = at('2027-03-01', 8) + from * 3_600_000
        return { ...elsewhere, startAt, finishAt: startAt + long * 3_600_000 }
      }),
      { freq: 5 },
    ),
  })
  const sides = fc.record({
    links: fc.uniqueArray(link, { maxLength: 3, selector: ({ id }) => id }),
    awaitedIds: fc.subarray(['part', 'last']),
  })
  fc.assert(
    fc.property(fc.array(sides, { minLength: 2, maxLength: 5 }), (steps) => {
      const goingOn = new ProjectCalculation()
      for (const { links, awaitedIds } of steps) {
        const outside = {
          ...{ awaitedIds, calendars: [] },
          links: links.map((one) => ({ ...one, lagUnit: 'workingMin' as const })), // A literal of the type.
        }
        const plan = { ...projectPlan(rows), outside }
        expect(goingOn.calculate(plan)).toEqual(new ProjectCalculation().calculate(plan))
      }
    }),
    { seed: 5, numRuns: 200 },
  )
})

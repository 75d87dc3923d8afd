import type { PlanRowView, PlanView } from '@millrace/contract'
import { loadOf, skillLoadOf } from '@millrace/core/schedule'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullestOf, levelOf, percentOf } from './levels.ts'
import { partsOf } from './parts.ts'
import { poolOfPlan } from './plan-pool.ts'
import { skillPartsOf } from './skill-parts.ts'
import { worstOf } from './worst.ts'

const timeZone = 'Europe/Berlin'
const midnight = (day: string) => Date.parse(`${day}T00:00:00+01:00`)

type Sent = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly effortMin?: number | null
}

// What the pool does not look at is left out.
const rowOf = ({ id, from, to, effortMin = null }: Sent) =>
  ({
    ...{ itemId: id, parentId: null, isSummary: false, isMilestone: false, isDone: false },
    ...{ startAt: midnight(from), finishAt: midnight(to), datesFrom: 'item', effortMin, durationMin: null },
    ...{ percentComplete: 0, calendarId: null, constraintKind: null, levelledAt: null, deadlineAt: null },
    ...{
      actualStartAt: null,
      actualFinishAt: null,
      remainingMin: null,
      splits: [],
      resumeAt: null,
      phaseId: null,
      isManual: false,
    },
  }) as unknown as PlanRowView

const one = {
  ...{ calendarId: null, maxUnits: 1, availability: [], skills: [], crewMemberIds: [] },
  ...{ dayLimitMin: null, weekLimitMin: null },
}
const plan = {
  ...{ calendars: [], phases: [], hasRollingWave: false, links: [] },
  settings: { startAt: midnight('2026-12-01'), statusAt: null, calendarId: null },
  resources: [
    { ...one, id: 'crane', kind: 'machine', name: 'Crane', personId: null },
    { ...one, id: 'ida', kind: 'work', name: 'Ida', personId: 'p-ida' },
    { ...one, id: 'sand', kind: 'material', name: 'Sand', personId: null },
  ],
  assignments: [
    { id: 'a1', itemId: 'lift', resourceId: 'crane', units: 1, workMin: 960, alternatives: null },
  ],
} as unknown as PlanView // As above.

const people: Readonly<Record<string, string>> = {
  wall: 'p-tom',
  roof: 'p-ida',
  lift: 'p-ida',
  paint: 'p-tom',
}
const responsibleOf = (itemId: string) => {
  const id = people[itemId]
  return id === undefined ? null : { id, name: id }
}
const rows = [
  rowOf({ id: 'lift', from: '2026-12-07', to: '2026-12-09' }),
  rowOf({ id: 'wall', from: '2026-12-07', to: '2026-12-12', effortMin: 1200 }),
  rowOf({ id: 'roof', from: '2026-12-07', to: '2026-12-12', effortMin: 2640 }),
  rowOf({ id: 'paint', from: '2026-12-14', to: '2026-12-15' }),
  rowOf({ id: 'nobody', from: '2026-12-14', to: '2026-12-15', effortMin: 60 }),
]
const pool = poolOfPlan(plan, rows, { timeZone, responsibleOf })

test('who is planned does the work; where nobody is, whoever is responsible does', () => {
  expect(pool.resources).toEqual([
    { id: 'crane', name: 'Crane', isMachine: true },
    { id: 'ida', name: 'Ida', isMachine: false },
    { id: 'p-tom', name: 'p-tom', isMachine: false },
  ])
  expect(pool.uncounted).toBe(2)
  const week = { fromOn: '2026-12-07', toOn: '2026-12-13', by: 'week' } as const
  expect(loadOf(pool.pooled, pool.dates, week).map(({ buckets }) => buckets)).toEqual([
    [{ on: '2026-12-07', workMin: 960, capacityMin: 2400 }],
    [{ on: '2026-12-07', workMin: 2640, capacityMin: 2400 }],
    [{ on: '2026-12-07', workMin: 1200, capacityMin: 2400 }],
  ])
})

test('the items of a day or week add up to it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ day: fc.nat(20), days: fc.integer({ min: 1, max: 9 }), effort: fc.nat(4000) }), {
        maxLength: 8,
      }),
      (works) => {
        const day = (number: number) => new Date(Date.UTC(2026, 11, 1 + number)).toISOString().slice(0, 10)
        const made = works.map((work, index) =>
          rowOf({
            id: `w${String(index)}`,
            from: day(work.day),
            to: day(work.day + work.days),
            effortMin: work.effort,
          }),
        )
        const tom = () => ({ id: 'p-tom', name: 'Tom' })
        const own = poolOfPlan({ ...plan, assignments: [] }, made, { timeZone, responsibleOf: tom })
        const span = { fromOn: '2026-12-07', toOn: '2026-12-13', by: 'week' } as const
        const load = loadOf(own.pooled, own.dates, span).find(({ resourceId }) => resourceId === 'p-tom')
        const parts = partsOf(own, 'p-tom', span)
        const sum = parts.reduce((minutes, part) => minutes + part.workMin, 0)
        // Each day is a whole number of minutes.
        expect(Math.abs(sum - (load?.buckets[0]?.workMin ?? 0))).toBeLessThanOrEqual(7 * works.length)
        expect(parts.map(({ workMin }) => workMin)).toEqual(
          parts.map(({ workMin }) => workMin).toSorted((a, b) => b - a),
        )
      },
    ),
  )
})

test.each([
  [0, 480, 'free', 0],
  [240, 480, 'below', 50],
  [288, 480, 'healthy', 60],
  [408, 480, 'healthy', 85],
  [480, 480, 'full', 100],
  [482, 480, 'full', 100],
  [540, 480, 'over', 113],
  [60, 0, 'over', null],
  [0, 0, 'free', 0],
] as const)('%i minutes of %i are %s', (workMin, capacityMin, level, percent) => {
  expect(levelOf({ workMin, capacityMin })).toBe(level)
  expect(percentOf({ workMin, capacityMin })).toBe(percent)
})

test('work on a day off is the fullest of all, and nothing to do is none', () => {
  const [off, full] = [
    { workMin: 60, capacityMin: 0 },
    { workMin: 900, capacityMin: 480 },
  ]
  expect(fullestOf([full, off, full])).toBe(off)
  expect(fullestOf([{ workMin: 0, capacityMin: 480 }])).toBeUndefined()
})

test('it is told of how many a plan asks too much from now on, and where it asks most', () => {
  const row = (id: string, ...minutes: number[]) => ({
    resource: { id, name: id },
    buckets: minutes.map((workMin, index) => ({
      on: `2026-12-0${String(index + 1)}`,
      workMin,
      capacityMin: 480,
    })),
  })
  const rows = [row('a', 480, 500), row('b', 0, 0), row('c', 600, 900), row('d', 960, 0)]
  expect(worstOf(rows, '2026-11-30')).toMatchObject({ tooMuch: 3, row: { resource: { id: 'd' } }, index: 0 })
  expect(worstOf(rows, '2026-12-02')).toMatchObject({ tooMuch: 2, row: { resource: { id: 'c' } }, index: 1 })
  expect(worstOf([row('b', 0)], '2026-12-01')).toBeNull()
})

test('work that nobody has been chosen for lies on its skill, item by item', () => {
  const open = { resourceId: null, alternatives: { kind: 'skill', skill: 'Lifting' } }
  const asked = {
    ...plan,
    resources: plan.resources.map((each) => (each.id === 'crane' ? { ...each, skills: ['Lifting'] } : each)),
    assignments: [
      ...plan.assignments.map((each) => ({ ...each, ...open })),
      { ...plan.assignments[0], ...open, id: 'a2', itemId: 'wall', units: 0.5, workMin: 480 },
    ],
  } as unknown as PlanView // As above.
  const waiting = poolOfPlan(asked, rows, { timeZone, responsibleOf })
  const days = { fromOn: '2026-12-07', toOn: '2026-12-13' }
  const parts = skillPartsOf(waiting, 'Lifting', days)
  expect(parts).toEqual([
    { itemId: 'lift', workMin: 960 },
    { itemId: 'wall', workMin: 480 },
  ])
  const [load] = skillLoadOf(waiting.pooled, waiting.dates, { ...days, by: 'week' })
  expect(load?.buckets).toMatchObject([{ openMin: 1440, workMin: 1440, capacityMin: 2400 }])
  expect(skillPartsOf(waiting, 'Flying', days)).toEqual([])
})

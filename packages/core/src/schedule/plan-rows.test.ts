import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PlannedWork, planRows, snapshotBaseline } from './index.ts'

function work(itemId: string, change: Partial<PlannedWork> = {}): PlannedWork {
  return {
    itemId,
    parentId: null,
    rank: itemId,
    isMilestone: false,
    isDone: false,
    effortMin: null,
    plan: null,
    days: { startAt: null, finishAt: null },
    ...change,
  }
}

const plan = (startAt: number | null, finishAt: number | null, percentComplete = 0) => ({
  startAt,
  finishAt,
  durationMin: null,
  percentComplete,
  isManual: true,
})
const days = (startAt: number | null, finishAt: number | null) => ({ startAt, finishAt })

test.each<[string, Partial<PlannedWork>, [number | null, number | null, string | null]]>([
  ['the plan counts before the days', { plan: plan(10, 20), days: days(1, 2) }, [10, 20, 'plan']],
  [
    'a plan that does not say leaves it to the days',
    { plan: plan(null, null), days: days(1, 2) },
    [1, 2, 'item'],
  ],
  [
    'what is calculated does not go by its days',
    { plan: { ...plan(null, null), isManual: false }, days: days(1, 2) },
    [null, null, null],
  ],
  ['a due day alone', { days: days(null, 9) }, [null, 9, 'item']],
  ['a milestone is where it is due', { isMilestone: true, days: days(1, 9) }, [9, 9, 'item']],
  ['nothing known', {}, [null, null, null]],
])('dates: %s', (_name, change, [startAt, finishAt, datesFrom]) => {
  expect(planRows([work('a', change)])).toMatchObject([{ startAt, finishAt, datesFrom }])
})

test('a summary spans what is below it, unless the plan says otherwise', () => {
  const rows = planRows([
    work('a', { days: days(5, 6) }),
    work('a1', { parentId: 'a', days: days(3, 4) }),
    work('a2', { parentId: 'a', plan: plan(8, 20) }),
    work('a3', { parentId: 'a' }),
    work('b', { plan: plan(1, 2) }),
    work('b1', { parentId: 'b', days: days(50, 60) }),
  ])
  expect(rows.map(({ wbs, startAt, finishAt, datesFrom }) => [wbs, startAt, finishAt, datesFrom])).toEqual([
    ['1', 3, 20, 'children'],
    ['1.1', 3, 4, 'item'],
    ['1.2', 8, 20, 'plan'],
    ['1.3', null, null, null],
    ['2', 1, 2, 'plan'],
    ['2.1', 50, 60, 'item'],
  ])
})

test('a summary is as complete as its leaves, weighed by effort', () => {
  const rows = planRows([
    work('a'),
    work('a1', { parentId: 'a', isDone: true, effortMin: 60 }),
    work('a2', { parentId: 'a', effortMin: 180, plan: plan(null, null, 50) }),
    work('a3', { parentId: 'a', isMilestone: true }),
  ])
  // (60 × 100 % + 180 × 50 %) ÷ 240
  expect(rows.map((row) => row.percentComplete)).toEqual([63, 100, 50, 0])
})

test('work without an estimate weighs as much as a day', () => {
  const rows = planRows([
    work('a'),
    work('a1', { parentId: 'a', isDone: true }),
    work('a2', { parentId: 'a', effortMin: 480 }),
  ])
  expect(rows[0]?.percentComplete).toBe(50)
})

test('a summary that was finished is complete whatever its leaves say', () => {
  const rows = planRows([work('a', { isDone: true }), work('a1', { parentId: 'a' })])
  expect(rows[0]?.percentComplete).toBe(100)
})

test('a summary contains its children in time, and is between them in completeness', () => {
  const moment = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null })
  const shape = fc.array(
    fc.record({
      parent: fc.nat(40),
      isDone: fc.boolean(),
      effort: fc.integer({ min: 1, max: 500 }),
      start: moment,
      finish: moment,
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(shape, (entries) => {
      const rows = planRows(
        entries.map(({ parent, isDone, effort, start, finish }, index) =>
          work(`i${index}`, {
            parentId: parent < index ? `i${parent}` : null,
            isDone: isDone && parent % 2 === 0,
            effortMin: effort,
            days: days(start, finish),
          }),
        ),
      )
      for (const row of rows) {
        expect(row.percentComplete >= 0 && row.percentComplete <= 100).toBe(true)
        const children = rows.filter((child) => child.parentId === row.itemId)
        if (row.datesFrom !== 'children') continue
        for (const child of children) {
          for (const at of [child.startAt, child.finishAt]) {
            if (at !== null) expect((row.startAt ?? 0) <= at && at <= (row.finishAt ?? 0)).toBe(true)
          }
        }
      }
    }),
    { seed: 9 },
  )
})

test('a baseline takes down every row, also those without dates', () => {
  const rows = planRows([work('a', { plan: plan(1, 2) }), work('b')])
  const measured = rows.map((row) => ({
    ...row,
    durationMin: 60,
    effortMin: 30,
    costMinor: null,
    splits: [],
  }))
  expect(snapshotBaseline(measured)).toEqual([
    { itemId: 'a', startAt: 1, finishAt: 2, durationMin: 60, effortMin: 30, costMinor: null, splits: [] },
    {
      itemId: 'b',
      startAt: null,
      finishAt: null,
      durationMin: 60,
      effortMin: 30,
      costMinor: null,
      splits: [],
    },
  ])
})

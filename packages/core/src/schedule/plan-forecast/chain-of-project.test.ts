import { expect, test } from 'vitest'
import type { ProjectPlan, ProjectRow } from '../project-plan/project-plan.ts'
import { projectAssignment, projectResource } from '../project-plan/testing/small-project.ts'
import { type ChainFacts, chainOfProject } from './chain-of-project.ts'
import { at, DAY, link, row } from './testing/small-forecast.ts'

function facts(plan: Partial<ProjectPlan>, more: Partial<ChainFacts> = {}): ChainFacts {
  return {
    plan: {
      ...{ rows: [], links: [], calendars: [], resources: [], assignments: [], timeZone: 'UTC' },
      laterPhaseIds: new Set(),
      settings: {
        ...{ isScheduled: true, startAt: at('2027-03-01'), statusAt: null, calendarId: null },
        ...{
          lagCalendar: 'project',
          precedence: 'logic',
          progressRule: 'retained',
          criticalMin: 0,
          nearCriticalMin: 0,
        },
      },
      ...plan,
    },
    ...{ ranges: new Map(), rule: 'root-square', statusAt: at('2027-03-01') },
    pool: { resources: [], assignments: [] },
    ...more,
  }
}

function chainOf(asked: ChainFacts) {
  const found = chainOfProject(asked)
  return found.ok ? found.value : null
}

// pmknowledgecenter.com: eight activities in days; chain 2-6-8, feeders 1-4 and 3-5-7.
const AGGRESSIVE = [1, 6, 3, 1, 2, 4, 1, 2]
const SAFE = [2, 9, 5, 2, 3, 6, 2, 3]
const eight = {
  rows: AGGRESSIVE.map((days, index) => row(String(index + 1), { durationMin: days * DAY })),
  links: [
    link('1', '4'),
    link('4', '6'),
    link('2', '6'),
    link('6', '8'),
    link('3', '5'),
    link('5', '7'),
    link('7', '8'),
  ],
}
const ranges = new Map(
  AGGRESSIVE.map((days, index) => [
    String(index + 1),
    { lowMin: 0, likelyMin: days * DAY, highMin: (SAFE[index] ?? 0) * DAY },
  ]),
)

test('the buffers of the textbook chain, by both rules', () => {
  const squares = chainOf(facts(eight, { ranges }))
  expect(squares?.chain).toEqual(['2', '6', '8'])
  expect((squares?.projectBufferMin ?? 0) / DAY).toBeCloseTo(Math.sqrt(14), 9)
  expect(
    squares?.feeding.map(({ chain, bufferMin }) => [chain.join('-'), (bufferMin / DAY).toFixed(3)]),
  ).toEqual([
    ['1-4', '1.414'],
    ['3-5-7', '2.449'],
  ])
  const half = chainOf(facts(eight, { ranges, rule: 'cut-and-paste' }))
  expect((half?.projectBufferMin ?? 0) / DAY).toBe(6)
  expect(half?.finishAt).toBe(at('2027-03-16', 17))
  expect(half?.bufferedFinishAt).toBe(at('2027-03-24', 17))
})

test('what one person does one after the other is a chain without any link', () => {
  const assigned = (itemId: string) => projectAssignment(itemId, 'rosa')
  const plan = {
    rows: [row('a'), row('b', { levelledAt: at('2027-03-02', 8) }), row('c', { durationMin: 720 })],
    resources: [projectResource('rosa')],
  }
  expect(chainOf(facts(plan))?.chain).toEqual(['c'])
  const busy = chainOf(facts({ ...plan, assignments: [assigned('a'), assigned('b')] }))
  expect(busy?.chain).toEqual(['a', 'b'])
  expect(busy?.unranged).toBe(2)
})

test('whoever is planned for more at once than there is of them makes the chain too short, and is counted', () => {
  const two = { rows: [row('a'), row('b'), row('c', { actualFinishAt: at('2027-03-01', 17) })] }
  const overloaded = (maxUnits: number, ids: readonly string[]) => {
    const assignments = ids.map((itemId) => ({ itemId, resourceId: 'rosa', units: 1 }))
    return chainOf(facts(two, { pool: { resources: [{ id: 'rosa', maxUnits }], assignments } }))?.overloaded
  }
  expect(overloaded(1, ['a', 'b'])).toBe(1)
  expect(overloaded(2, ['a', 'b'])).toBe(0)
  expect(overloaded(1, ['a', 'c'])).toBe(0)
})

test('time that passes without progress uses the buffer, and progress gives it back', () => {
  const after = (values: Partial<ProjectRow>) => {
    const rows = eight.rows.map((each) => (each.itemId === '2' ? { ...each, ...values } : each))
    return chainOf(facts({ ...eight, rows }, { ranges, statusAt: at('2027-03-04'), rule: 'cut-and-paste' }))
      ?.fever
  }
  expect(after({})).toMatchObject({ chainDone: 0, bufferUsed: 0.5, zone: 'red' })
  const begun = { actualStartAt: at('2027-03-01', 8), percentComplete: 50 }
  expect(after(begun)).toMatchObject({ chainDone: 0.25, bufferUsed: 0, zone: 'green' })
})

test('a gap in the work of a chain makes it longer, and is nothing that a buffer protects', () => {
  const splits = [{ afterMin: DAY, pauseMin: 3 * DAY }]
  const rows = eight.rows.map((each) => (each.itemId === '2' ? { ...each, splits } : each))
  const half = chainOf(facts({ ...eight, rows }, { ranges, rule: 'cut-and-paste' }))
  expect(half).toMatchObject({ chainMin: 15 * DAY, projectBufferMin: 6 * DAY })
  const squares = chainOf(facts({ ...eight, rows }, { ranges }))
  expect((squares?.projectBufferMin ?? 0) / DAY).toBeCloseTo(Math.sqrt(14), 9)
})

test('a plan without work has no chain, and one in a circle says so', () => {
  expect(chainOf(facts({}))).toBeNull()
  const circle = { rows: [row('a'), row('b')], links: [link('a', 'b'), link('b', 'a')] }
  expect(chainOfProject(facts(circle))).toMatchObject({
    ok: false,
    refusal: { code: 'schedule.link_circle' },
  })
})

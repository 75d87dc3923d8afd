import { describe, expect, test } from 'vitest'
import { type ItemRule, measureProject, type ValuedItem } from './measure-project.ts'

function item(id: string, values: Partial<ValuedItem> = {}): ValuedItem {
  return {
    ...{ id, parentId: null, isMilestone: false, rule: 'percent', budget: null, firstPeriod: 0 },
    ...{ workMin: [], startedAt: null, finishedAt: null, shareDone: 0, actuals: [] },
    ...{ weight: 1, units: null, newEstimateToComplete: null },
    ...values,
  }
}

/** Five periods of work from the first on, for 1000. */
const work = (values: Partial<ValuedItem> = {}) =>
  item('a', { budget: 1000, workMin: [480, 480, 480, 480, 480], ...values })

const measured = (items: readonly ValuedItem[], statusAt = 2) =>
  measureProject(items, { periods: 5, statusAt })

test('design, build and test: the textbook project', () => {
  // wnwk.com: BAC 500, PV 300, EV 200, AC 250.
  const design = item('design', {
    parentId: 'p',
    budget: 200,
    workMin: [480],
    startedAt: 0,
    finishedAt: 1,
    shareDone: 1,
  })
  const items = [
    item('p'),
    { ...design, actuals: [{ period: 0, amount: 250 }] },
    item('build', { parentId: 'p', budget: 200, firstPeriod: 1, workMin: [240, 240] }),
    item('test', { parentId: 'p', budget: 100, firstPeriod: 3, workMin: [480] }),
  ]
  const { project, byItem } = measured(items)
  expect(project).toMatchObject({
    ...{ budgetAtCompletion: 500, plannedValue: 300, earnedValue: 200, actualCost: 250 },
    ...{ costVariance: -50, scheduleVariance: -100, costPerformanceIndex: 0.8 },
    ...{ estimateToComplete: 375, varianceAtCompletion: -125, toCompleteForBudget: 1.2 },
    estimateAtCompletion: { typical: 625, atypical: 550, reestimated: null },
  })
  expect(project.estimateAtCompletion.costAndSchedule).toBeCloseTo(812.5, 6)
  expect(byItem.get('p')).toEqual(project)
  expect(byItem.get('test')).toMatchObject({ costPerformanceIndex: null, schedulePerformanceIndex: null })
})

describe('after two of five periods', () => {
  const half = { startedAt: 0, shareDone: 0.5 }
  test.each<[ItemRule, Partial<ValuedItem>, number | null, number]>([
    ['percent', half, 500, 400],
    ['percent', { startedAt: 0, finishedAt: 1.5, shareDone: 1 }, 1000, 400],
    ['0-100', half, 0, 0],
    ['0-100', { startedAt: 0, finishedAt: 2, shareDone: 1 }, 1000, 0],
    ['50-50', half, 500, 500],
    ['50-50', { startedAt: null }, 0, 500],
    ['effort', half, 400, 400],
    ['units', { ...half, units: { done: 3, total: 12 } }, 250, 400],
    ['units', { startedAt: 0, units: { done: 20, total: 12 } }, 1000, 400],
    ['units', { startedAt: 0, finishedAt: 1.5, shareDone: 1, units: { done: 3, total: 12 } }, 1000, 400],
  ])('%s with %o has earned %s of a planned %s', (rule, values, earned, planned) => {
    const { project } = measured([work({ rule, ...values })])
    expect([project.earnedValue, project.plannedValue]).toEqual([earned, planned])
  })
})

test('milestones earn in equal parts for all that is below, and without any nothing can be said', () => {
  const stone = (id: string, firstPeriod: number, finishedAt: number | null) =>
    item(id, {
      parentId: 's',
      isMilestone: true,
      firstPeriod,
      finishedAt,
      shareDone: finishedAt === null ? 0 : 1,
    })
  const items = [
    item('s', { rule: 'milestones', workMin: [480, 480, 480, 480, 480] }),
    work({ parentId: 's' }),
    stone('m1', 1, 1.5),
    stone('m2', 4, null),
  ]
  const { project, unknownIds, byItem } = measured(items)
  expect(project).toMatchObject({ budgetAtCompletion: 1000, plannedValue: 500, earnedValue: 500 })
  expect(byItem.get('a')?.budgetAtCompletion).toBe(0)
  expect(unknownIds).toEqual([])
  expect(measured(items.slice(0, 2)).unknownIds).toEqual(['s'])
})

test('milestones earn by their weights, and are planned by them', () => {
  const stone = (id: string, weight: number, period: number) =>
    item(id, { parentId: 's', isMilestone: true, weight, firstPeriod: period })
  const reached = { finishedAt: 1.5, shareDone: 1 }
  const { project } = measured([
    item('s', { rule: 'milestones', workMin: [480, 480, 480, 480, 480] }),
    work({ parentId: 's' }),
    { ...stone('m1', 1, 1), ...reached },
    stone('m2', 3, 4),
  ])
  expect(project).toMatchObject({ plannedValue: 250, earnedValue: 250 })
})

test('units without a number ordered say nothing, and are named', () => {
  expect(measured([work({ rule: 'units', startedAt: 0 })]).unknownIds).toEqual(['a'])
})

test('units before the status date are taken to have grown evenly since the work began', () => {
  const units = { done: 6, total: 12 }
  const { earned } = measured([work({ rule: 'units', startedAt: 0, units })], 3)
  expect(earned.map(Math.round)).toEqual([167, 333, 500])
})

test('a rest estimated anew counts up the structure, once, and not for what is done', () => {
  const half = { startedAt: 0, shareDone: 0.5, actuals: [{ period: 0, amount: 600 }] }
  const again = (values: Partial<ValuedItem>) =>
    measured([
      item('s', { newEstimateToComplete: 9999 }),
      work({ parentId: 's', ...half, newEstimateToComplete: 700, ...values }),
      work({ id: 'b', parentId: 's', startedAt: 0, shareDone: 0.2 }),
    ]).byItem.get('s')
  // 600 spent, 700 left of the one, and of the other what is left of its budget.
  expect(again({})).toMatchObject({ estimateAtCompletion: { reestimated: 600 + 700 + 800 } })
  expect(again({})?.toCompleteForEstimate).toBeCloseTo(1300 / 1500, 9)
  expect(again({ shareDone: 1, finishedAt: 2 })?.estimateAtCompletion.reestimated).toBeNull()
})

test('what a summary planned counts only where nothing below it did', () => {
  const above = item('s', { budget: 700, workMin: [480] })
  expect(measured([above, work({ parentId: 's' })]).project.budgetAtCompletion).toBe(1000)
  expect(measured([above, work({ parentId: 's', budget: null })]).project.budgetAtCompletion).toBe(700)
})

test('over time, progress is taken to have grown evenly since the work began, and cost on its day', () => {
  const actuals = [
    { period: -1, amount: 10 },
    { period: 1, amount: 90 },
    { period: 2, amount: 400 },
  ]
  const { planned, earned, actual, project } = measured(
    [work({ startedAt: 0, shareDone: 0.3, actuals })],
    2.5,
  )
  expect(planned).toEqual([200, 400, 600, 800, 1000])
  expect(earned).toEqual([120, 240, 300])
  expect(actual).toEqual([10, 100, 500])
  expect(project).toMatchObject({ earnedValue: 300, actualCost: 500, plannedValue: 500 })
})

test('lateness is told in time, also when all of the plan should be done', () => {
  const { schedule } = measured([work({ startedAt: 0, shareDone: 0.5 })], 5)
  expect(schedule).toMatchObject({
    earnedSchedule: 2.5,
    scheduleVariance: -2.5,
    schedulePerformanceIndex: 0.5,
  })
  expect(schedule.estimateAtCompletion).toBe(10)
})

test('before anything happened nothing is known, and nothing is infinite', () => {
  const { project, schedule, earned } = measured([work()], 0)
  expect(earned).toEqual([])
  expect(project).toMatchObject({ costPerformanceIndex: null, schedulePerformanceIndex: null })
  expect(schedule).toMatchObject({ schedulePerformanceIndex: null, estimateAtCompletion: null })
})

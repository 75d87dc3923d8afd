import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cumulate,
  type EarningRule,
  earnSchedule,
  earnValue,
  type MeasuredNode,
  type PlannedPackage,
  performanceOf,
  planValue,
  rollUpPerformance,
  valueAt,
} from '../index.ts'

const measure = (bac: number, pv: number, ev: number, ac: number) => ({
  budgetAtCompletion: bac,
  plannedValue: pv,
  earnedValue: ev,
  actualCost: ac,
})

describe('indices of published examples', () => {
  test('Design 200, Build 200, Test 100 (wnwk.com)', () => {
    expect(performanceOf(measure(500, 300, 200, 250), 400)).toMatchObject({
      costVariance: -50,
      scheduleVariance: -100,
      costPerformanceIndex: 0.8,
      schedulePerformanceIndex: 200 / 300,
      estimateAtCompletion: { typical: 625, atypical: 550, reestimated: 650 },
      estimateToComplete: 375,
      varianceAtCompletion: -125,
      toCompleteForBudget: 1.2,
      toCompleteForEstimate: 0.75,
    })
    const { costAndSchedule } = performanceOf(measure(500, 300, 200, 250)).estimateAtCompletion
    expect(costAndSchedule).toBeCloseTo(812.5, 9)
  })

  test('400 breads in the third hour (geocities; it prints SPI .6)', () => {
    const found = performanceOf(measure(8, 2.4, 1.6, 3))
    expect(found.scheduleVariance).toBeCloseTo(-0.8, 9)
    expect(found.costVariance).toBeCloseTo(-1.4, 9)
    expect(found.schedulePerformanceIndex).toBeCloseTo(0.667, 3)
    expect(found.costPerformanceIndex).toBeCloseTo(0.533, 3)
    expect(found.toCompleteForBudget).toBeCloseTo(1.28, 9)
  })

  test('5 million, 1.5 earned for 1.8: 6 million', () => {
    const found = performanceOf(measure(5_000_000, 1_500_000, 1_500_000, 1_800_000))
    expect(found.estimateAtCompletion.typical).toBeCloseTo(6_000_000, 6)
  })

  test('half-way with 55 of 100 thousand planned and 45 spent, as much earned as planned', () => {
    const found = performanceOf(measure(100_000, 55_000, 55_000, 45_000))
    expect(found.schedulePerformanceIndex).toBe(1)
    expect(found.costPerformanceIndex).toBeCloseTo(11 / 9, 9)
  })
})

describe('what cannot be said is null', () => {
  test('before the start', () => {
    expect(performanceOf(measure(100, 0, 0, 0))).toMatchObject({
      costPerformanceIndex: null,
      schedulePerformanceIndex: null,
      estimateAtCompletion: { typical: null, atypical: 100, costAndSchedule: null, reestimated: null },
      estimateToComplete: null,
      varianceAtCompletion: null,
      toCompleteForBudget: 1,
      toCompleteForEstimate: null,
    })
  })

  test('nothing earned for money: no forecast by an index of zero', () => {
    const found = performanceOf(measure(100, 50, 0, 40))
    expect(found.costPerformanceIndex).toBe(0)
    expect(found.estimateAtCompletion).toMatchObject({ typical: null, costAndSchedule: null })
  })

  test('a spent budget cannot be kept by any efficiency', () => {
    expect(performanceOf(measure(100, 100, 80, 120)).toCompleteForBudget).toBeNull()
  })

  test('no figure is ever infinite or not a number', () => {
    const amount = fc.oneof(fc.constant(0), fc.integer({ min: -1000, max: 1_000_000 }), fc.constant(1e-300))
    fc.assert(
      fc.property(amount, amount, amount, amount, (bac, pv, ev, ac) => {
        const { estimateAtCompletion, ...rest } = performanceOf(measure(bac, pv, ev, ac))
        for (const value of [...Object.values(rest), ...Object.values(estimateAtCompletion)]) {
          expect(value === null || Number.isFinite(value)).toBe(true)
        }
      }),
      { seed: 4 },
    )
  })
})

describe('earned schedule', () => {
  // PM Knowledge Center, node 167; weeks 7 to 11 computed from its data.
  const planned = [5, 10, 25, 55, 85, 120, 130, 140, 150, 150, 150]
  test.each([
    [1, 3.33, 0.667],
    [2, 6.67, 1.333],
    [3, 10, 2],
    [4, 22.5, 2.833],
    [5, 70, 4.5],
    [6, 82.5, 4.917],
    [7, 90, 5.143],
    [8, 120, 6],
    [9, 130, 7],
    [10, 140, 8],
    [11, 150, 9],
  ])('week %i with %d earned is worth %d weeks', (week, earned, expected) => {
    // The page states EV of 3 1/3 and 6 2/3 to two places; the third place of ES needs them whole.
    const exact = Math.round(earned * 6) / 6
    expect(earnSchedule(planned, exact, week).earnedSchedule).toBeCloseTo(expected, 3)
  })

  test('SPI heals at the end of the late project of that page, SPI(t) does not', () => {
    expect(performanceOf(measure(150, 150, 150, 1)).schedulePerformanceIndex).toBe(1)
    expect(earnSchedule(planned, 150, 11).schedulePerformanceIndex).toBeCloseTo(0.818, 3)
    expect(earnSchedule(planned, 120, 8)).toMatchObject({
      schedulePerformanceIndex: 0.75,
      scheduleVariance: -2,
      plannedDuration: 9,
      estimateAtCompletion: 12,
    })
  })

  // scheduling.md 5.3, own data.
  test.each([
    [4, 55, 3.4, 0.85, 0.786, 11.76],
    [7, 125, 5.833, 0.833, 0.781, 12],
    [12, 200, 10, 0.833, 1, 12],
  ])('month %i with %i earned', (month, earned, schedule, spiT, spi, finish) => {
    const series = [10, 25, 45, 70, 100, 130, 160, 180, 195, 200]
    const found = earnSchedule(series, earned, month)
    expect(found.earnedSchedule).toBeCloseTo(schedule, 3)
    expect(found.schedulePerformanceIndex).toBeCloseTo(spiT, 3)
    expect(found.estimateAtCompletion).toBeCloseTo(finish, 2)
    const pv = valueAt(series, month)
    expect(performanceOf(measure(200, pv, earned, 1)).schedulePerformanceIndex).toBeCloseTo(spi, 3)
  })

  test('undefined before any time and while nothing is earned; more than planned is all of it', () => {
    expect(earnSchedule([10, 20], 0, 0)).toMatchObject({
      schedulePerformanceIndex: null,
      estimateAtCompletion: null,
    })
    expect(earnSchedule([10, 20], 0, 1).estimateAtCompletion).toBeNull()
    expect(earnSchedule([10, 20, 20], 25, 2).earnedSchedule).toBe(2)
    expect(earnSchedule([], 5, 1)).toMatchObject({ earnedSchedule: 0, plannedDuration: 0 })
  })

  test('the time at which the plan has a value is the earned schedule of that value', () => {
    const rises = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(rises, fc.double({ min: 0, max: 1, noNaN: true }), (steps, share) => {
        const time = share * steps.length
        const series = cumulate(steps)
        expect(earnSchedule(series, valueAt(series, time), time).earnedSchedule).toBeCloseTo(time, 6)
      }),
      { seed: 4 },
    )
  })
})

describe('rules of earning', () => {
  const steps = [
    { weight: 2, isReached: true },
    { weight: 1, isReached: false },
    { weight: 1, isReached: true },
  ]
  test.each<[string, EarningRule, number | null]>([
    ['0/100 earns nothing under way', { kind: 'fixed', atStart: 0, progress: 'started' }, 0],
    ['0/100 earns all at the end', { kind: 'fixed', atStart: 0, progress: 'finished' }, 1000],
    ['50/50 earns nothing before', { kind: 'fixed', atStart: 0.5, progress: 'open' }, 0],
    ['50/50 earns half under way', { kind: 'fixed', atStart: 0.5, progress: 'started' }, 500],
    ['milestones earn their weight', { kind: 'milestones', milestones: steps }, 750],
    ['no milestone, no answer', { kind: 'milestones', milestones: [] }, null],
    ['percent as reported', { kind: 'percent', share: 0.333 }, 333],
    ['units', { kind: 'units', done: 30, total: 40 }, 750],
    ['more units than ordered', { kind: 'units', done: 50, total: 40 }, 1000],
    ['no unit ordered', { kind: 'units', done: 0, total: 0 }, null],
    ['level of effort earns as planned', { kind: 'level-of-effort' }, 420],
  ])('%s', (_name, rule, expected) => {
    expect(earnValue({ budgetMinor: 1000, plannedMinor: 420, rule })).toBe(expected)
  })
})

describe('planned value over time', () => {
  const base = { budgetMinor: 1000, firstPeriod: 1 }
  test('by working minutes, without value on days off', () => {
    const work: PlannedPackage = { ...base, workMin: [480, 0, 0, 240, 240], spread: { kind: 'by-work' } }
    expect(planValue([work], 7)).toEqual([0, 500, 500, 500, 750, 1000, 1000])
  })

  test('at start and finish, at milestones, and added up', () => {
    const fixed: PlannedPackage = {
      ...base,
      workMin: [0, 60, 60, 60],
      spread: { kind: 'fixed', atStart: 0.5 },
    }
    const milestones = [
      { weight: 3, period: 4 },
      { weight: 1, period: 2 },
    ]
    const weighted: PlannedPackage = { ...base, workMin: [], spread: { kind: 'milestones', milestones } }
    expect(planValue([fixed], 5)).toEqual([0, 0, 500, 500, 1000])
    expect(planValue([weighted], 5)).toEqual([0, 0, 250, 250, 1000])
    expect(planValue([fixed, weighted], 5)).toEqual([0, 0, 750, 750, 2000])
  })

  test('a package without work is planned whole in its first period', () => {
    expect(planValue([{ ...base, workMin: [], spread: { kind: 'by-work' } }], 3)).toEqual([0, 1000, 1000])
  })

  test('every budget is planned to the last cent, never falling', () => {
    const work = fc.record({
      budgetMinor: fc.nat(1_000_000),
      firstPeriod: fc.nat(5),
      workMin: fc.array(fc.nat(600), { maxLength: 10 }),
      spread: fc.constantFrom({ kind: 'by-work' as const }, { kind: 'fixed' as const, atStart: 0.3 }),
    })
    fc.assert(
      fc.property(fc.array(work, { maxLength: 8 }), (packages) => {
        const series = planValue(packages, 20)
        expect(series.at(-1)).toBe(packages.reduce((sum, one) => sum + one.budgetMinor, 0))
        for (const [index, value] of series.entries())
          expect(value).toBeGreaterThanOrEqual(series[index - 1] ?? 0)
      }),
      { seed: 4 },
    )
  })
})

describe('up the breakdown structure', () => {
  const node = (id: string, parentId: string | null, values: readonly [number, number, number, number]) => ({
    ...measure(...values),
    id,
    parentId,
    newEstimateToComplete: null,
  })

  test('indices are made of sums', () => {
    const { byNode, project } = rollUpPerformance([
      node('design', 'job', [200, 200, 150, 150]),
      node('job', null, [0, 0, 0, 0]),
      node('build', 'job', [200, 100, 50, 100]),
      node('test', 'elsewhere', [100, 0, 0, 0]),
    ])
    expect(byNode.get('job')).toMatchObject({ costPerformanceIndex: 0.8, budgetAtCompletion: 400 })
    expect(byNode.get('design')?.costPerformanceIndex).toBe(1)
    expect(project).toMatchObject({ ...measure(500, 300, 200, 250), estimateAtCompletion: { typical: 625 } })
  })

  test('a new estimate of one part is completed by the budget of the others', () => {
    const one: MeasuredNode = { ...node('a', null, [100, 50, 50, 80]), newEstimateToComplete: 70 }
    const { project } = rollUpPerformance([one, node('b', null, [100, 50, 40, 40])])
    expect(project.estimateAtCompletion.reestimated).toBe(120 + 70 + 60)
  })

  test('a structure of any depth and order adds up; a node above itself is a bug', () => {
    const chain = Array.from({ length: 5000 }, (_, index) =>
      node(`${index}`, index === 0 ? null : `${index - 1}`, [2, 1, 1, 1]),
    )
    expect(rollUpPerformance(chain).byNode.get('0')).toMatchObject(measure(10000, 5000, 5000, 5000))
    expect(rollUpPerformance(chain.toReversed()).project.budgetAtCompletion).toBe(10000)
    const ring = [node('a', 'b', [1, 1, 1, 1]), node('b', 'a', [1, 1, 1, 1])]
    expect(() => rollUpPerformance(ring)).toThrow(RangeError)
  })
})

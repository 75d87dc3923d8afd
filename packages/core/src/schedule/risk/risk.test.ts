import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  analysePert,
  chanceOf,
  curveOf,
  isSpread,
  percentileOf,
  pertChance,
  type RiskLink,
  type RiskPlan,
  type RiskTask,
  runRisk,
  type Spread,
  simulateRisk,
  tornadoOf,
} from '../index.ts'

const task = (id: string, duration: Spread): RiskTask => ({ id, duration })
const chain = (tasks: readonly RiskTask[]): RiskPlan => ({
  tasks,
  links: tasks
    .slice(1)
    .map((one, index) => ({ from: tasks[index]?.id ?? '', to: one.id, kind: 'FS', lagMin: 0 })),
})
/** How far a value lies from the expected one, as a share of it. */
const offBy = (found: number, expected: number) => Math.abs(found - expected) / Math.abs(expected || 1)

/** Reliable Construction, Hillier & Lieberman: optimistic, most likely and pessimistic weeks. */
const RELIABLE: readonly (readonly [string, string, number, number, number])[] = [
  ['A', '', 1, 2, 3],
  ['B', 'A', 2, 3.5, 8],
  ['C', 'B', 6, 9, 18],
  ['D', 'C', 4, 5.5, 10],
  ['E', 'C', 1, 4.5, 5],
  ['F', 'E', 4, 4, 10],
  ['G', 'D', 5, 6.5, 11],
  ['I', 'C', 3, 7.5, 9],
  ['H', 'EG', 5, 8, 17],
  ['J', 'FI', 3, 9, 9],
  ['K', 'J', 4, 4, 4],
  ['L', 'J', 1, 5.5, 7],
  ['M', 'H', 1, 2, 3],
  ['N', 'KL', 5, 5.5, 9],
]

describe('PERT tables', () => {
  const reliable = RELIABLE.map(([id, after, low, likely, high]) => ({
    id,
    after: [...after],
    low,
    likely,
    high,
  }))

  test('Reliable Construction: A-B-C-E-F-J-L-N, mean 44, variance 9, P(<= 47) = .8413', () => {
    const found = analysePert(reliable)
    expect(found.path.join('')).toBe('ABCEFJLN')
    expect(found.mean).toBeCloseTo(44, 9)
    expect(found.variance).toBeCloseTo(9, 9)
    expect(pertChance(found, 47)).toBeCloseTo(0.8413, 4)
  })

  test('Hill Construction (T = 260, variance 319.43): P(<= 270) = .712', () => {
    expect(pertChance({ mean: 260, variance: 319.43 }, 270)).toBeCloseTo(0.712, 3)
    expect(pertChance({ mean: 10, variance: 0 }, 9)).toBe(0)
  })

  test('seven activities: 19.5 along a-c-e-g (scheduling.md 5.3)', () => {
    const found = analysePert([
      { id: 'a', after: [], low: 2, likely: 4, high: 6 },
      { id: 'b', after: [], low: 3, likely: 5, high: 9 },
      { id: 'c', after: ['a'], low: 4, likely: 5, high: 7 },
      { id: 'd', after: ['a'], low: 4, likely: 6, high: 10 },
      { id: 'e', after: ['b', 'c'], low: 4, likely: 5, high: 7 },
      { id: 'f', after: ['d'], low: 3, likely: 4, high: 8 },
      { id: 'g', after: ['e'], low: 3, likely: 5, high: 8 },
    ])
    expect(found.path).toEqual(['a', 'c', 'e', 'g'])
    expect(found.mean).toBeCloseTo(19.5, 9)
  })

  test('simulating the critical path alone gives the same within sampling error', () => {
    const path = reliable.filter(({ id }) => 'ABCEFJLN'.includes(id))
    const { finish } = runRisk(
      chain(path.map(({ id, low, likely, high }) => task(id, { kind: 'pert', low, likely, high }))),
      { seed: 1, runs: 40_000 },
    )
    expect(offBy(finish.mean, 44)).toBeLessThan(0.01)
    expect(offBy(finish.standardDeviation ** 2, 9)).toBeLessThan(0.03)
    // The sum of eight skewed durations is not quite normal: .8413 is met to the second place.
    expect(Math.abs(chanceOf(finish, 47) - 0.8413)).toBeLessThan(0.01)
  })

  test('the whole network finishes later than its critical path says', () => {
    const links = reliable.flatMap(({ id, after }) =>
      after.map((from): RiskLink => ({ from, to: id, kind: 'FS', lagMin: 0 })),
    )
    const tasks = reliable.map(({ id, low, likely, high }) => task(id, { kind: 'pert', low, likely, high }))
    const { finish, tasks: found } = runRisk({ tasks, links }, { seed: 1, runs: 20_000 })
    expect(finish.mean).toBeGreaterThan(44.2)
    expect(found.find(({ id }) => id === 'A')?.criticalityIndex).toBe(1)
    const through = (id: string) => found.find((one) => one.id === id)?.criticalityIndex ?? 0
    expect(through('M') + through('N')).toBeCloseTo(1, 3)
  })
})

describe('moments', () => {
  const LOW = 100
  test.each<[string, Spread, number, number]>([
    ['triangular', { kind: 'triangular', low: LOW, likely: 200, high: 600 }, 300, 210_000 / 18],
    ['uniform', { kind: 'uniform', low: LOW, high: 400 }, 250, 300 ** 2 / 12],
    ['pert', { kind: 'pert', low: LOW, likely: 200, high: 700 }, 1600 / 6, 100 ** 2],
    ['lognormal', { kind: 'lognormal', mean: 300, standardDeviation: 90 }, 300, 8100],
    ['samples', { kind: 'samples', values: [100, 200, 200, 500] }, 250, 22500],
    ['point', { kind: 'point', value: 480 }, 480, 0],
  ])('of %s are those of its formula', (_name, spread, mean, variance) => {
    const { finish } = runRisk({ tasks: [task('a', spread)], links: [] }, { seed: 7, runs: 100_000 })
    expect(offBy(finish.mean, mean)).toBeLessThan(0.01)
    expect(offBy(finish.standardDeviation, Math.sqrt(variance))).toBeLessThan(0.012)
  })

  test('in series, means and variances add up', () => {
    const tasks = Array.from({ length: 20 }, (_, i) => task(`${i}`, { kind: 'uniform', low: 0, high: 120 }))
    const { finish } = runRisk(chain(tasks), { seed: 3, runs: 40_000 })
    expect(offBy(finish.mean, 1200)).toBeLessThan(0.01)
    expect(offBy(finish.standardDeviation, Math.sqrt(20 * 1200))).toBeLessThan(0.01)
  })

  test('in parallel, the latest of n uniform durations is n / (n + 1) on average', () => {
    const tasks = Array.from({ length: 9 }, (_, i) => task(`${i}`, { kind: 'uniform', low: 0, high: 1000 }))
    const { finish, tasks: found } = runRisk({ tasks, links: [] }, { seed: 3, runs: 40_000 })
    expect(offBy(finish.mean, 900)).toBeLessThan(0.01)
    expect(offBy(finish.standardDeviation, 1000 * Math.sqrt(9 / (100 * 11)))).toBeLessThan(0.01)
    for (const one of found) expect(offBy(one.criticalityIndex ?? 0, 1 / 9)).toBeLessThan(0.06)
  })

  test('correlated durations in series keep the mean and widen as covariances say', () => {
    const tasks = Array.from({ length: 10 }, (_, i) => ({
      ...task(`${i}`, { kind: 'lognormal', mean: 100, standardDeviation: 5 } as const),
      correlation: { factor: 'weather', share: 0.3 },
    }))
    const { finish } = runRisk(chain(tasks), { seed: 3, runs: 40_000 })
    expect(offBy(finish.mean, 1000)).toBeLessThan(0.01)
    expect(offBy(finish.standardDeviation, Math.sqrt(10 * 25 + 90 * 0.3 * 25))).toBeLessThan(0.015)
  })
})

describe('links', () => {
  const fixed = (id: string, value: number) => task(id, { kind: 'point', value })
  test.each<[RiskLink['kind'], number, number]>([
    ['FS', 10, 170],
    ['FS', -40, 120],
    ['SS', 90, 150],
    ['FF', 25, 125],
    ['SF', 150, 150],
  ])('%s with a lag of %i ends at %i', (kind, lagMin, expected) => {
    const plan: RiskPlan = {
      tasks: [fixed('b', 60), fixed('a', 100)],
      links: [{ from: 'a', to: 'b', kind, lagMin }],
    }
    const { finish, tasks } = runRisk(plan, { seed: 1, runs: 100 })
    expect(finish.mean).toBeCloseTo(expected, 3)
    expect(tasks.map(({ criticalityIndex }) => criticalityIndex)).toEqual([1, 1])
  })

  test('an earliest start holds', () => {
    const plan = { tasks: [{ ...fixed('a', 10), earliestStartMin: 500 }], links: [] }
    expect(runRisk(plan, { seed: 1, runs: 1 }).finish.mean).toBe(510)
  })
})

describe('risk events and cost', () => {
  test('an event happens as often as its probability and costs what it costs', () => {
    const plan: RiskPlan = {
      tasks: [{ ...task('dig', { kind: 'point', value: 1000 }), cost: { fixedMinor: 5000, perMin: 2 } }],
      links: [],
      events: [
        {
          id: 'rock',
          probability: 0.25,
          impacts: [{ taskId: 'dig', delay: { kind: 'point', value: 400 } }],
          cost: { kind: 'point', value: 10_000 },
        },
      ],
    }
    const { finish, cost, tasks } = runRisk(plan, { seed: 5, runs: 40_000 })
    expect(offBy(finish.mean, 1100)).toBeLessThan(0.01)
    expect(offBy(cost.mean, 5000 + 2 * 1100 + 0.25 * 10_000)).toBeLessThan(0.01)
    expect(chanceOf(finish, 1000)).toBeCloseTo(0.75, 2)
    expect(percentileOf(finish, 0.8)).toBe(1400)
    expect(tasks[0]?.crucialityIndex).toBeCloseTo(1, 9)
  })
})

describe('what matters most', () => {
  const wide: Spread = { kind: 'uniform', low: 0, high: 1000 }
  const narrow: Spread = { kind: 'uniform', low: 400, high: 500 }
  test('the tornado ranks by what moves the finish and leaves out what does not', () => {
    const plan = chain([
      task('narrow', narrow),
      task('wide', wide),
      task('sure', { kind: 'point', value: 10 }),
    ])
    const result = runRisk(plan, { seed: 2, runs: 4000 })
    expect(tornadoOf(result, 5).map(({ id }) => id)).toEqual(['wide', 'narrow'])
    expect(tornadoOf(result, 1)[0]?.rankCorrelation).toBeGreaterThan(0.98)
    // Correlation of a part with its sum: its deviation by that of the sum.
    expect(result.tasks[0]?.crucialityIndex).toBeCloseTo(100 / Math.hypot(100, 1000), 1)
  })

  test('a risk is as close to the finish as its delays are, all together', () => {
    const delays = (taskIds: readonly string[], high: number) => ({
      ...{ id: taskIds.join(), probability: 1 },
      impacts: taskIds.map((taskId) => ({ taskId, delay: { kind: 'uniform', low: 0, high } as const })),
    })
    const sure: Spread = { kind: 'point', value: 10 }
    const plan = {
      ...chain([task('a', sure), task('b', sure)]),
      events: [delays(['a', 'b'], 1000), delays(['a'], 100), delays([], 1000)],
    }
    const [both, small, none] = runRisk(plan, { seed: 2, runs: 4000 }).events
    expect(both?.meanMin).toBeCloseTo(1000, -2)
    expect(both?.rankCorrelation).toBeGreaterThan(0.98)
    // A part by its sum, as above: two even delays of 1,000 and one of 100.
    expect(small?.crucialityIndex).toBeCloseTo(100 / Math.hypot(1000, 1000, 100), 1)
    expect(none).toMatchObject({ meanMin: 0, rankCorrelation: 0, crucialityIndex: 0 })
  })
})

describe('answers', () => {
  const plan = chain([
    task('a', { kind: 'pert', low: 10, likely: 20, high: 90 }),
    task('b', { kind: 'triangular', low: 5, likely: 5, high: 30 }),
  ])

  test('the same seed gives the same answer, in slices of any size; another seed another one', () => {
    const whole = runRisk(plan, { seed: 9, runs: 1000 })
    const simulation = simulateRisk(plan, { seed: 9, runs: 1000, sliceRuns: 100 })
    const progress: number[] = []
    let step = simulation.next()
    for (; !step.done; step = simulation.next()) progress.push(step.value.runs)
    expect(step.value).toEqual(whole)
    expect(progress).toEqual([128, 256, 384, 512, 640, 768, 896])
    expect(runRisk(plan, { seed: 10, runs: 1000 }).finish.mean).not.toBe(whole.finish.mean)
    expect(whole.finish.sorted).toHaveLength(1000)
  })

  test('it can be stopped after any slice', () => {
    const simulation = simulateRisk(plan, { seed: 9, runs: 100_000 })
    expect(simulation.next().done).toBe(false)
    simulation.return(runRisk(plan, { seed: 1, runs: 1 }))
    expect(simulation.next().done).toBe(true)
  })

  test('what no plan may be is a bug here', () => {
    const [a, b] = [task('a', { kind: 'point', value: 1 }), task('b', { kind: 'point', value: 1 })]
    const ring: RiskLink[] = [
      { from: 'a', to: 'b', kind: 'FS', lagMin: 0 },
      { from: 'b', to: 'a', kind: 'FS', lagMin: 0 },
    ]
    const options = { seed: 1, runs: 1 }
    expect(() => runRisk({ tasks: [a, b], links: ring }, options)).toThrow('circle')
    expect(() => runRisk({ tasks: [a], links: ring }, options)).toThrow('no such task')
    expect(() => runRisk({ tasks: [a, a], links: [] }, options)).toThrow('one id')
    expect(() => runRisk({ tasks: [a], links: [] }, { seed: 1, runs: 0 })).toThrow('one run')
    expect(() => runRisk({ tasks: [task('x', { kind: 'point', value: -1 })], links: [] }, options)).toThrow(
      'spread',
    )
    expect(runRisk({ tasks: [], links: [] }, options).finish.mean).toBe(0)
  })

  test.each<[Spread, boolean]>([
    [{ kind: 'point', value: Number.NaN }, false],
    [{ kind: 'uniform', low: 2, high: 1 }, false],
    [{ kind: 'pert', low: 1, likely: 9, high: 5 }, false],
    [{ kind: 'triangular', low: 1, likely: 1, high: 1 }, true],
    [{ kind: 'samples', values: [] }, false],
    [{ kind: 'lognormal', mean: 0, standardDeviation: 1 }, false],
  ])('%j is a spread: %s', (spread, expected) => expect(isSpread(spread)).toBe(expected))

  test('any plan ends between its best and its worst case, along a path that is critical', () => {
    const spread = fc
      .tuple(fc.constantFrom('triangular' as const, 'pert' as const), fc.nat(500), fc.nat(500), fc.nat(500))
      .map(([kind, low, a, b]) => ({ kind, low, likely: low + a, high: low + a + b }))
    const link = fc.record({
      from: fc.nat(9),
      to: fc.nat(9),
      kind: fc.constantFrom('FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
      lagMin: fc.integer({ min: -200, max: 200 }),
    })
    fc.assert(
      fc.property(
        fc.array(spread, { minLength: 1, maxLength: 10 }),
        fc.array(link, { maxLength: 15 }),
        (spreads, links) => {
          const shaped = {
            links: links
              .filter(({ from, to }) => from < to && to < spreads.length)
              .map((one) => ({ ...one, from: `${one.from}`, to: `${one.to}` })),
          }
          const planOf = (at: 'low' | 'high' | null): RiskPlan => ({
            ...shaped,
            tasks: spreads.map((one, i) =>
              task(`${i}`, at === null ? one : { kind: 'point', value: one[at] }),
            ),
          })
          const { finish, tasks } = runRisk(planOf(null), { seed: 1, runs: 100 })
          const best = runRisk(planOf('low'), { seed: 1, runs: 1 }).finish.mean
          // Links from a start or to a finish let a longer task begin earlier, never end the plan sooner.
          expect(finish.sorted[0]).toBeGreaterThanOrEqual(best - 0.01)
          const worst = spreads.reduce((sum, one) => sum + one.high, 0)
          expect(finish.sorted.at(-1)).toBeLessThanOrEqual(worst + 200 * shaped.links.length + 0.01)
          const indices = tasks.map(({ criticalityIndex }) => criticalityIndex ?? 0)
          expect(Math.max(...indices)).toBeLessThanOrEqual(1)
          expect(indices.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(0.999)
          const curve = curveOf(finish, 20).map(({ value }) => value)
          expect(curve).toEqual(curve.toSorted((a, b) => a - b))
        },
      ),
      { seed: 4 },
    )
  })
})

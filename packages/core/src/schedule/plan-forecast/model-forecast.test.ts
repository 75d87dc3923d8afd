import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Phase } from '../phase.ts'
import { projectAssignment, projectResource } from '../project-plan/testing/small-project.ts'
import { percentileOf } from '../risk/distribution.ts'
import { runRisk } from '../risk/simulate.ts'
import type { FinishedWork } from './estimate-shape.ts'
import type { ForecastFacts, ProjectRisk } from './forecast-facts.ts'
import { modelForecast } from './model-forecast.ts'
import { at, DAY, facts, link, type More, row } from './testing/small-forecast.ts'

function modelOf(asked: ForecastFacts) {
  const model = modelForecast(asked)
  if (!model.ok) throw new Error(model.refusal.code)
  return model.value
}

const finishOf = (asked: ForecastFacts, runs = 1) => runRisk(modelOf(asked).plan, { seed: 7, runs }).finish
test('a gap stays as long as it is, and costs run while it is worked on', () => {
  const splits = [{ afterMin: DAY, pauseMin: 10 * DAY }]
  const range = { lowMin: DAY, likelyMin: 2 * DAY, highMin: 6 * DAY }
  const more = {
    ranges: new Map([['a', range]]),
    costs: new Map([['a', { fixedMinor: 50, runningMinor: 200 }]]),
  }
  const whole = row('a', { durationMin: 2 * DAY })
  const [split, plain] = [{ ...whole, splits }, whole].map((each) =>
    runRisk(modelOf(facts([each], [], more)).plan, { seed: 7, runs: 640 }),
  )
  expect((split?.finish.mean ?? 0) - (plain?.finish.mean ?? 0)).toBeCloseTo(10 * DAY, 2)
  expect(split?.cost.mean).toBeCloseTo(plain?.cost.mean ?? 0, 2)
})

const risk = (values: Partial<ProjectRisk>): ProjectRisk => {
  return {
    ...{ id: 'r', title: 'Rain', probability: 1, delayLowMin: 0, delayHighMin: 0 },
    ...{ costLowMinor: 0, costHighMinor: 0, itemIds: [] },
    ...values,
  }
}
const phase = (values: Partial<Phase>): Phase => {
  return {
    ...{ id: 'later', projectId: 'p', name: 'Interior', rank: 'a', state: 'later', startsOn: null },
    ...{ finishLowOn: null, finishHighOn: null, effortLowMin: null, effortHighMin: null },
    ...{ costLowMinor: null, costHighMinor: null, durationLowMin: null, durationHighMin: null },
    ...{ peopleLow: null, peopleHigh: null, gate: null, version: 1 },
    ...values,
  }
}

describe('without uncertainty a simulation finishes when the plan does', () => {
  const chain = [link('a', 'b'), link('b', 'c')]
  test.each<[string, ForecastFacts]>([
    ['a chain over a weekend', facts([row('a', { durationMin: 4 * DAY }), row('b'), row('c')], chain)],
    [
      'lags around the clock',
      facts([row('a'), row('b')], [link('a', 'b', { lag: 2880, lagUnit: 'elapsedMin' })]),
    ],
    [
      'work that rests on the way, before it has begun and after',
      facts(
        [
          row('a', { durationMin: 2 * DAY, splits: [{ afterMin: DAY, pauseMin: 3 * DAY }] }),
          row('b', {
            ...{ durationMin: 4 * DAY, actualStartAt: at('2027-03-01', 8), percentComplete: 25 },
            splits: [{ afterMin: 3 * DAY, pauseMin: 5 * DAY }],
          }),
        ],
        [link('a', 'b', { linkType: 'SS' })],
      ),
    ],
    ['lags in percent', facts([row('a'), row('b')], [link('a', 'b', { lag: 50, lagUnit: 'percent' })])],
    [
      'a summary that others wait for',
      facts(
        [
          row('s', { isSummary: true }),
          row('x', { parentId: 's' }),
          row('y', { parentId: 's', durationMin: 3 * DAY }),
          row('b'),
        ],
        [link('s', 'b')],
      ),
    ],
    [
      'dates that people gave, with a gap',
      facts(
        [
          row('a'),
          row('b', { isManual: true, startAt: at('2027-03-08', 8), finishAt: at('2027-03-09', 17) }),
          row('c'),
        ],
        chain,
      ),
    ],
    [
      'work that is done and work that has begun',
      facts(
        [
          row('a', { actualStartAt: at('2027-03-01', 8), actualFinishAt: at('2027-03-03', 17) }),
          row('b', { durationMin: 4 * DAY, actualStartAt: at('2027-03-04', 8), percentComplete: 50 }),
          row('c'),
        ],
        chain,
        { statusAt: at('2027-03-10', 8) },
      ),
    ],
    [
      'work that hardens over a weekend',
      facts([row('a', { durationMin: 5760, isElapsed: true }), row('b')], chain.slice(0, 1)),
    ],
    [
      'dates that hold it back',
      facts(
        [row('a'), row('b', { constraintKind: 'SNET', constraintAt: at('2027-03-11', 8) }), row('c')],
        chain,
      ),
    ],
  ])('%s', (_, asked) => {
    expect(percentileOf(finishOf(asked), 1)).toBeCloseTo(modelOf(asked).plannedFinishMin, 1)
  })

  test('whatever the links and lags are', () => {
    const kinds = fc.constantFrom('FS', 'SS', 'FF', 'SF')
    const links = fc.array(
      fc.record({
        from: fc.nat(7),
        to: fc.nat(7),
        linkType: kinds,
        lag: fc.integer({ min: -600, max: 900 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 8, maxLength: 8 }),
        links,
        (durations, arrows) => {
          const rows = durations.map((durationMin, index) => row(`t${index}`, { durationMin }))
          const forward = arrows
            .filter(({ from, to }) => from < to)
            .map(({ from, to, ...more }, index) => link(`t${from}`, `t${to}`, { ...more, id: `l${index}` }))
          const asked = facts(rows, forward)
          expect(percentileOf(finishOf(asked), 1)).toBeCloseTo(modelOf(asked).plannedFinishMin, 0)
        },
      ),
      { seed: 20270301, numRuns: 300 },
    )
  })
})

test('a range of effort stretches the duration in its proportion, and of work begun only what is left', () => {
  const ranges = new Map([['a', { lowMin: 480, likelyMin: 960, highMin: 1920 }]])
  const whole = modelOf(facts([row('a', { durationMin: 4 * DAY })], [], { ranges }))
  expect(whole.plan.tasks[0]?.duration).toEqual({ kind: 'pert', low: 960, likely: 1920, high: 3840 })
  const begun = row('a', { durationMin: 4 * DAY, actualStartAt: at('2027-03-01', 8), percentComplete: 50 })
  const rest = modelOf(facts([begun], [], { ranges }))
  expect(rest.plan.tasks[0]?.duration).toEqual({ kind: 'pert', low: 480, likely: 960, high: 1920 })
  expect(rest.scope).toMatchObject({ openItems: 1, rangedItems: 1, unrangedIds: [] })
})

test('an estimate is spread by the shape of its item, else by that of the project', () => {
  const ranges = new Map(['a', 'b'].map((id) => [id, { lowMin: 240, likelyMin: 480, highMin: 960 }]))
  const asked = facts([row('a'), row('b')], [], {
    ...{ ranges, shape: 'uniform' },
    shapes: new Map([['b', 'lognormal']]),
  })
  expect(
    modelOf(asked)
      .plan.tasks.slice(0, 2)
      .map(({ duration }) => duration),
  ).toEqual([
    { kind: 'uniform', low: 240, high: 960 },
    { kind: 'lognormal', mean: 520, standardDeviation: 120 },
  ])
})

describe('own history', () => {
  const done = (spentMin: number): FinishedWork => {
    return {
      ...{ kind: 'Wall', effortMin: 480, spentMin, durationMin: null, startedAt: null },
      finishedAt: null,
    }
  }
  const asked = (finished: readonly FinishedWork[], more: More = {}) =>
    facts([row('a', { durationMin: 2 * DAY })], [], {
      ...{ shape: 'history', kinds: new Map([['a', 'Wall']]), finished },
      ...more,
    })
  const durationOf = (one: ForecastFacts) => modelOf(one).plan.tasks[0]?.duration

  test('what finished work took for its effort, others of its kind may take, with or without a range', () => {
    const five = [240, 480, 480, 720, 1440].map(done)
    expect(durationOf(asked(five))).toEqual({ kind: 'samples', values: [480, 960, 960, 1440, 2880] })
    expect(modelOf(asked(five)).scope).toMatchObject({
      rangedItems: 1,
      histories: [{ kind: 'Wall', samples: 5, openItems: 1, usedBy: 1, isEnough: true }],
    })
  })

  test('too few of them say nothing: the range counts, or the plan, and the answer says so', () => {
    const four = [240, 480, 480, 720].map(done)
    expect(durationOf(asked(four))).toEqual({ kind: 'point', value: 960 })
    const ranges = new Map([['a', { lowMin: 240, likelyMin: 480, highMin: 960 }]])
    expect(durationOf(asked(four, { ranges }))).toMatchObject({ kind: 'pert', low: 480, high: 1920 })
    expect(modelOf(asked(four)).scope.histories).toMatchObject([{ samples: 4, isEnough: false }])
  })

  test('where no time was written down, its cycle time in working time is held against its duration', () => {
    const cycle = {
      ...done(0),
      durationMin: 480,
      startedAt: at('2027-02-26', 8),
      finishedAt: at('2027-03-01', 17),
    }
    const atOnce = { ...cycle, startedAt: cycle.finishedAt }
    const scope = modelOf(asked([...Array.from({ length: 5 }, () => cycle), atOnce])).scope
    expect(scope.histories).toMatchObject([{ samples: 5 }])
    expect(durationOf(asked(Array.from({ length: 5 }, () => cycle)))).toEqual({
      kind: 'samples',
      values: [1920, 1920, 1920, 1920, 1920],
    })
  })
})

test('a forecast from a later day on moves what is left, and the plan it is held against stays', () => {
  const moved = modelOf(facts([row('a')], [], { startAt: at('2027-03-08') }))
  const still = modelOf(facts([row('a')]))
  expect(moved.plannedFinishAt).toBe(still.plannedFinishAt)
  const finish = percentileOf(runRisk(moved.plan, { seed: 7, runs: 1 }).finish, 1)
  expect(moved.momentOf(Math.round(finish))).toBe(at('2027-03-08', 17))
})

test('levelled runs forget what levelling said before, and let people do one thing after the other', () => {
  const assignments = ['a', 'b'].map((itemId) => projectAssignment(itemId, 'rosa'))
  const rows = [row('a'), row('b', { levelledAt: at('2027-03-10', 8) })]
  const result = runRisk(
    modelOf(facts(rows, [], { isLevelled: true, resources: [projectResource('rosa')], assignments })).plan,
    { seed: 7, runs: 1 },
  )
  expect(percentileOf(result.finish, 1)).toBeCloseTo(2 * DAY, 1)
  expect(result.unlevelledFinish && percentileOf(result.unlevelledFinish, 1)).toBeCloseTo(8 * DAY, 1)
})

test('a later phase ends between its days, behind the dated work', () => {
  const later = phase({ startsOn: '2027-03-08', finishLowOn: '2027-03-12', finishHighOn: '2027-03-19' })
  const asked = facts([row('a')], [], { phases: [later], laterPhaseIds: new Set(['later']) })
  const { plan, momentOf, scope } = modelOf(asked)
  expect(scope).toMatchObject({ rangedPhases: 1, openPhases: [] })
  const { finish } = runRisk(plan, { seed: 1, runs: 4_000 })
  expect(momentOf(Math.round(percentileOf(finish, 0.0001)))).toBeGreaterThanOrEqual(at('2027-03-12', 16))
  expect(momentOf(Math.floor(percentileOf(finish, 1)))).toBeLessThanOrEqual(at('2027-03-19', 17))
  expect(finish.mean).toBeCloseTo(5 * DAY + 7.5 * DAY, -2)
})

const PACKAGE = {
  ...{ effortLowMin: null, effortHighMin: null, durationLowMin: null, durationHighMin: null },
  ...{ peopleLow: null, peopleHigh: null, costLowMinor: null, costHighMinor: null },
}

test.each<[string, Partial<Phase>, Partial<typeof PACKAGE> | object, [number, number]]>([
  ['as was said', { durationLowMin: 2 * DAY, durationHighMin: 4 * DAY }, {}, [2, 4]],
  [
    'as its effort takes its people',
    { effortLowMin: 6 * DAY, effortHighMin: 8 * DAY, peopleLow: 2, peopleHigh: 3 },
    {},
    [2, 4],
  ],
  ['as its packages say', {}, { durationLowMin: 2 * DAY, durationHighMin: 4 * DAY }, [2, 4]],
])(
  'a later phase without days lasts %s, and costs what its packages do',
  (_name, said, known, [low, high]) => {
    const asked = facts([row('a'), row('doors', { phaseId: 'later' })], [], {
      phases: [phase(said)],
      packages: new Map([['doors', { ...PACKAGE, costLowMinor: 100, costHighMinor: 300, ...known }]]),
      laterPhaseIds: new Set(['later']),
    })
    const { plan, scope } = modelOf(asked)
    expect(scope).toMatchObject({ rangedPhases: 1, openPhases: [], hasCost: true })
    const { finish, cost } = runRisk(plan, { seed: 1, runs: 2_000 })
    expect(percentileOf(finish, 0.0001)).toBeGreaterThanOrEqual((1 + low) * DAY)
    expect(percentileOf(finish, 1)).toBeLessThanOrEqual((1 + high) * DAY)
    expect(cost?.mean).toBeCloseTo(200, -1)
  },
)

test('a later phase that does not say how long it lasts is named instead of guessed', () => {
  const asked = facts([row('a')], [], {
    phases: [phase({ effortLowMin: 1, effortHighMin: 2 })],
    laterPhaseIds: new Set(['later']),
  })
  expect(modelOf(asked).scope).toMatchObject({ rangedPhases: 0, openPhases: ['Interior'] })
})

test('a risk delays its items, the end where it names none, and never what is done', () => {
  const delay = { delayLowMin: 240, delayHighMin: 240 }
  const twoDays = [row('a'), row('b', { actualFinishAt: at('2027-03-01', 12) })]
  const finish = (one: ProjectRisk) => percentileOf(finishOf(facts(twoDays, [], { risks: [one] })), 1)
  expect(finish(risk({ ...delay, itemIds: ['a'] }))).toBeCloseTo(720, 1)
  expect(finish(risk(delay))).toBeCloseTo(720, 1)
  expect(finish(risk({ ...delay, itemIds: ['b'] }))).toBeCloseTo(480, 1)
  expect(finish(risk({ ...delay, itemIds: ['a'], probability: 0 }))).toBeCloseTo(480, 1)
})

test('costs grow with what takes longer; those of risks and phases come on top', () => {
  const asked = facts([row('a')], [], {
    costs: new Map([['a', { fixedMinor: 1000, runningMinor: 4800 }]]),
    risks: [
      risk({ itemIds: ['a'], delayLowMin: 480, delayHighMin: 480, costLowMinor: 70, costHighMinor: 70 }),
    ],
    phases: [phase({ costLowMinor: 300, costHighMinor: 300 })],
    laterPhaseIds: new Set(['later']),
  })
  const { plan, scope } = modelOf(asked)
  expect(scope.hasCost).toBe(true)
  expect(runRisk(plan, { seed: 1, runs: 1 }).cost.mean).toBeCloseTo(1000 + 4800 + 4800 + 70 + 300, 1)
})

test('a plan that cannot be calculated has no forecast', () => {
  const circle = modelForecast(facts([row('a'), row('b')], [link('a', 'b'), link('b', 'a')]))
  expect(circle).toMatchObject({ ok: false, refusal: { code: 'schedule.link_circle' } })
})

test('nothing begins before the other project that it waits for is done', () => {
  const from = {
    ...{ startAt: at('2027-03-10', 8), finishAt: at('2027-03-10', 17), durationMin: DAY, isElapsed: false },
    ...{ calendarId: null, hasBegun: false, isOver: false },
  }
  const tie = { id: 'tie', toId: 'a', linkType: 'FS', lag: 0, lagUnit: 'workingMin', from } as const // A literal of the type.
  const asked = facts([row('a')])
  const outside = { links: [tie], awaitedIds: [], calendars: [] }
  const model = modelOf({ ...asked, plan: { ...asked.plan, outside } })
  expect(model.momentOf(runRisk(model.plan, { seed: 7, runs: 1 }).finish.mean)).toBe(at('2027-03-11', 17))
})

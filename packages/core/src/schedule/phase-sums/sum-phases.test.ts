import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Phase } from '../phase.ts'
import type { ProjectRow } from '../project-plan/project-plan.ts'
import { estimatePhase, type Package } from './estimate-phase.ts'
import { type SumFacts, sumPhases } from './sum-phases.ts'

const at = (day: string, hour: number) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
const DAY = 480

const NOTHING: Package = {
  ...{ effortLowMin: null, effortHighMin: null, durationLowMin: null, durationHighMin: null },
  ...{ peopleLow: null, peopleHigh: null, costLowMinor: null, costHighMinor: null },
}
const effort = (effortLowMin: number, effortHighMin: number): Package => ({
  ...NOTHING,
  effortLowMin,
  effortHighMin,
})

function row(itemId: string, phaseId: string | null, values: Partial<ProjectRow> = {}): ProjectRow {
  return {
    ...{
      itemId,
      phaseId,
      parentId: null,
      isSummary: false,
      isMilestone: false,
      isHammock: false,
      splits: [],
      resumeAt: null,
      isDone: false,
      effortMin: null,
    },
    ...{ startAt: null, finishAt: null, datesFrom: null, durationMin: DAY, isElapsed: false },
    ...{ percentComplete: 0, isManual: false, constraintKind: null, constraintAt: null, deadlineAt: null },
    ...{ levelledAt: null, calendarId: null, startedAt: null, finishedAt: null, actualStartAt: null },
    ...{ actualFinishAt: null, remainingMin: null, taskType: 'units' },
    ...values,
  }
}

function phase(id: string, state: Phase['state'], values: Partial<Phase> = {}): Phase {
  return {
    ...{ id, projectId: 'p', name: id, rank: id, state, gate: null, version: 1 },
    ...{ startsOn: null, finishLowOn: null, finishHighOn: null },
    ...NOTHING,
    ...values,
  }
}

type More = Partial<Pick<SumFacts, 'packages' | 'costs' | 'people'>>

function sumsOf(phases: readonly Phase[], rows: readonly ProjectRow[], more: More = {}) {
  const later = phases.filter(({ state }) => state === 'later')
  const summed = sumPhases({
    plan: {
      ...{ rows, links: [], calendars: [], resources: [], assignments: [], timeZone: 'UTC' },
      laterPhaseIds: new Set(later.map(({ id }) => id)),
      settings: {
        ...{ isScheduled: true, startAt: at('2027-03-01', 8), statusAt: null, calendarId: null },
        ...{
          lagCalendar: 'project',
          precedence: 'logic',
          progressRule: 'retained',
          criticalMin: 0,
          nearCriticalMin: 0,
        },
      },
    },
    ...{ packages: new Map(), costs: new Map(), people: new Map(), ...more },
    phases,
  })
  if (!summed.ok) throw new Error(summed.refusal.code)
  return summed.value
}

const exactly = (value: number) => ({ low: value, high: value, isOpen: false })
const between = (low: number, high: number) => ({ low, high, isOpen: false })

// Monday 1 March 2027: two days of work, a day with nobody on it, and a day of work.
const NEAR = [
  row('dig', '1', { effortMin: 960, startAt: at('2027-03-01', 8), finishAt: at('2027-03-02', 17) }),
  row('pour', '1', { effortMin: 480, startAt: at('2027-03-04', 8), finishAt: at('2027-03-04', 17) }),
]

test('near phases are points, later ones ranges, and the whole is what both come to', () => {
  const phases = [
    phase('1', 'current'),
    phase('2', 'later', { durationLowMin: 5 * DAY, durationHighMin: 10 * DAY, peopleLow: 3, peopleHigh: 5 }),
  ]
  const rows = [...NEAR, row('doors', '2'), row('floors', '2'), row('sum', '2', { isSummary: true })]
  const sums = sumsOf(phases, rows, {
    packages: new Map([
      ['doors', { ...effort(600, 1200), costLowMinor: 100, costHighMinor: 300 }],
      ['floors', { ...effort(400, 900), costLowMinor: 50, costHighMinor: 80 }],
    ]),
    costs: new Map([['dig', { fixedMinor: 20, runningMinor: 30 }]]),
    people: new Map([
      ['dig', ['ines', 'omar']],
      ['pour', ['ines']],
    ]),
  })
  expect(sums.phases.get('1')).toEqual({
    ...{ itemCount: 2, effortMin: exactly(1440), durationMin: exactly(4 * DAY) },
    ...{ people: exactly(2), costMinor: exactly(50) },
  })
  expect(sums.phases.get('2')).toEqual({
    ...{ itemCount: 2, effortMin: between(1000, 2100), durationMin: between(5 * DAY, 10 * DAY) },
    ...{ people: between(3, 5), costMinor: between(150, 380) },
  })
  expect(sums.whole).toEqual({
    ...{ itemCount: 4, effortMin: between(2440, 3540), durationMin: between(9 * DAY, 14 * DAY) },
    ...{ people: between(3, 5), costMinor: between(200, 430) },
  })
  expect(sums.unphased).toBeNull()
})

test('a later phase between days lasts from the end of the one before it', () => {
  const phases = [
    phase('1', 'current'),
    phase('2', 'later', { finishLowOn: '2027-03-09', finishHighOn: '2027-03-16' }),
    phase('3', 'later', { startsOn: '2027-03-22', durationLowMin: DAY, durationHighMin: 2 * DAY }),
  ]
  const sums = sumsOf(phases, NEAR)
  expect(sums.phases.get('2')?.durationMin).toEqual(between(3 * DAY, 8 * DAY))
  expect(sums.whole.durationMin).toEqual(between(16 * DAY, 17 * DAY))
})

test('what nobody knows leaves a sum open, and what is in no phase counts', () => {
  const sums = sumsOf(
    [phase('1', 'current'), phase('2', 'later')],
    [...NEAR, row('extra', null, { effortMin: 60 }), row('doors', '2'), row('floors', '2')],
    { packages: new Map([['doors', effort(600, 1200)]]) },
  )
  expect(sums.phases.get('2')?.effortMin).toEqual({ low: 600, high: 1200, isOpen: true })
  expect(sums.unphased?.effortMin).toEqual(exactly(60))
  expect(sums.whole.effortMin).toEqual({ low: 2100, high: 2700, isOpen: true })
  expect(sums.whole.durationMin?.isOpen).toBe(true)
  expect(sums.whole.costMinor).toBeNull()
})

test('an empty near phase leaves nothing open', () => {
  const sums = sumsOf([phase('0', 'closed'), phase('1', 'current')], NEAR)
  expect(sums.whole.effortMin).toEqual(exactly(1440))
})

const packageOf = fc
  .record({ low: fc.nat(5000), more: fc.integer({ min: 1, max: 5000 }) })
  .map(({ low, more }) => ({
    ...effort(low, low + more),
    ...{ costLowMinor: low, costHighMinor: low + more },
  }))

test('whatever later phases are part of is never a single number', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(packageOf, { nil: NOTHING })),
      fc.option(packageOf, { nil: NOTHING }),
      (all, own) => {
        const rows = all.map((_one, index) => row(`p${index}`, '2'))
        const packages = new Map(all.map((one, index) => [`p${index}`, one]))
        const { whole } = sumsOf([phase('1', 'current'), phase('2', 'later', own)], [...NEAR, ...rows], {
          packages,
        })
        for (const sum of [whole.effortMin, whole.durationMin, whole.costMinor]) {
          if (sum !== null) expect(sum.low < sum.high || sum.isOpen).toBe(true)
        }
      },
    ),
  )
})

test('an estimate of a phase is never below its packages', () => {
  fc.assert(
    fc.property(fc.array(packageOf, { minLength: 1 }), packageOf, (packages, own) => {
      const takes = estimatePhase(phase('2', 'later', own), packages)
      const low = packages.reduce((sum, { effortLowMin }) => sum + (effortLowMin ?? 0), 0)
      expect(takes.effort?.low).toBe(Math.max(low, own.effortLowMin ?? 0))
      expect(takes.effort && takes.effort.low < takes.effort.high).toBe(true)
    }),
  )
})

test.each<[string, Partial<Phase>, readonly Package[], object | null]>([
  [
    'as long as was said',
    {
      durationLowMin: 1,
      durationHighMin: 2,
      effortLowMin: 10,
      effortHighMin: 20,
      peopleLow: 1,
      peopleHigh: 2,
    },
    [],
    { low: 1, high: 2 },
  ],
  [
    'much work with few people takes longest',
    { effortLowMin: 1200, effortHighMin: 2400, peopleLow: 2, peopleHigh: 4 },
    [],
    { low: 300, high: 1200 },
  ],
  [
    'at least the longest package, at most all in a row',
    {},
    [
      { ...NOTHING, durationLowMin: 100, durationHighMin: 200 },
      { ...NOTHING, durationLowMin: 150, durationHighMin: 180 },
    ],
    { low: 150, high: 380 },
  ],
  ['nobody knows', {}, [NOTHING], null],
])('a phase lasts %s', (_name, said, packages, duration) => {
  expect(estimatePhase(phase('2', 'later', said), packages).duration).toEqual(duration)
})

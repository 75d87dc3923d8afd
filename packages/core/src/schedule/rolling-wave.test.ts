import { expect, test } from 'vitest'
import type { Phase, PhaseState } from './phase.ts'
import {
  checkMoves,
  checkNewPhase,
  checkPackages,
  checkWave,
  type PhasedWork,
  promotePhase,
} from './rolling-wave.ts'

const PACKAGE: PhasedWork = {
  itemId: 'i',
  title: 'Fit-out of level 1',
  phaseName: 'Fit-out',
  responsibleId: null,
  startsOn: null,
  dueOn: null,
  effortMin: null,
  effortLowMin: null,
  effortHighMin: null,
  isDatedByPlan: false,
  isAssignedByPlan: false,
  isSplit: false,
  hasBegun: false,
  ranges: {
    ...{ durationLowMin: null, durationHighMin: null, peopleLow: null, peopleHigh: null },
    ...{ costLowMinor: null, costHighMinor: null },
  },
}

test.each([
  ['nothing known', {}],
  ['a range', { effortLowMin: 600, effortHighMin: 900 }],
  ['a range with what is likely', { effortMin: 700, effortLowMin: 600, effortHighMin: 900 }],
])('a package of a later phase may have %s', (_name, known) => {
  expect(checkPackages([PACKAGE, { ...PACKAGE, ...known }])).toBeNull()
})

test.each([
  ['a named performer', { responsibleId: 'p' }],
  ['a named performer', { isAssignedByPlan: true }],
  ['gaps in its work', { isSplit: true }],
  ['exact dates', { startsOn: '2026-03-02' }],
  ['exact dates', { dueOn: '2026-03-02' }],
  ['exact dates', { isDatedByPlan: true }],
  ['work that has begun', { hasBegun: true }],
  ['a single number as its estimate', { effortMin: 700 }],
  ['a single number as its estimate', { effortLowMin: 700, effortHighMin: 700 }],
  ['a single number as its estimate', { effortLowMin: 700 }],
  ['a single number as its estimate', { effortMin: 500, effortLowMin: 600, effortHighMin: 900 }],
])('a package of a later phase cannot have %s (%o)', (what, known) => {
  expect(checkPackages([PACKAGE, { ...PACKAGE, ...known }])).toEqual({
    code: 'schedule.later_phase_detail',
    params: { title: 'Fit-out of level 1', phase: 'Fit-out', what },
  })
})

function phases(...states: readonly PhaseState[]): readonly Phase[] {
  return states.map((state, index) => ({
    id: `p${index}`,
    projectId: 'c',
    name: `Phase ${index}`,
    rank: `a${index}`,
    state,
    startsOn: null,
    finishLowOn: null,
    finishHighOn: null,
    effortLowMin: null,
    effortHighMin: null,
    costLowMinor: null,
    costHighMinor: null,
    durationLowMin: null,
    durationHighMin: null,
    peopleLow: null,
    peopleHigh: null,
    gate: null,
    version: 1,
  }))
}

test.each<[string, PhaseState[], string, [string, PhaseState][]]>([
  ['the first later phase becomes the next', ['current', 'later', 'later'], 'p1', [['p1', 'next']]],
  [
    'the wave pushes on what was before it',
    ['closed', 'current', 'next', 'later'],
    'p3',
    [
      ['p1', 'closed'],
      ['p2', 'current'],
      ['p3', 'next'],
    ],
  ],
  [
    'a next phase without a current one becomes current',
    ['next', 'later'],
    'p1',
    [
      ['p0', 'current'],
      ['p1', 'next'],
    ],
  ],
])('%s', (_name, states, id, expected) => {
  const result = promotePhase(phases(...states), id)
  expect(result.ok && result.value.map((phase) => [phase.id, phase.state])).toEqual(expected)
})

test('only the first of the later phases can be promoted', () => {
  const refusal = { code: 'schedule.not_first_later', params: { name: 'Phase 2' } }
  expect(promotePhase(phases('current', 'later', 'later'), 'p2')).toEqual({ ok: false, refusal })
})

test('a later phase is opened by promotion only', () => {
  const [later, next] = phases('later', 'next')
  if (!later || !next) throw new Error('two phases')
  expect(checkWave(later, { ...later, state: 'next' })?.code).toBe('schedule.promotion_needed')
  expect(checkWave(later, { ...later, name: 'New' })).toBeNull()
  expect(checkWave(next, { ...next, state: 'later' })).toBeNull()
})

test.each([
  ['a single number of people', { peopleLow: 3, peopleHigh: 3 }, 'schedule.range_needed'],
  ['one end of a duration', { durationLowMin: 480 }, 'schedule.range_incomplete'],
  ['a cost upside down', { costLowMinor: 2, costHighMinor: 1 }, 'schedule.range_reversed'],
  ['ranges', { peopleLow: 2, peopleHigh: 3, durationLowMin: 480, durationHighMin: 960 }, undefined],
])('a package of a later phase with %s', (_name, ranges, code) => {
  expect(checkPackages([{ ...PACKAGE, ranges: { ...PACKAGE.ranges, ...ranges } }])?.code).toBe(code)
})

test('a package leaves the later phases by promotion only, and moves among them freely', () => {
  const [far, further] = [
    { phaseName: 'Fit-out', isLater: true },
    { phaseName: 'Handover', isLater: true },
  ]
  const near = { phaseName: 'Shell', isLater: false }
  const move = (from: typeof far | null, to: typeof far | null) => checkMoves([{ title: 'Doors', from, to }])
  const refusal = { code: 'schedule.package_leaves', params: { title: 'Doors', phase: 'Fit-out' } }
  expect([move(far, near), move(far, null)]).toEqual([refusal, refusal])
  expect([move(far, further), move(near, far), move(null, far), move(near, null)]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('a near phase is added while a plan is begun, and comes from promotion once something lies further off', () => {
  const [current, next, later] = phases('current', 'next', 'later')
  if (!current || !next || !later) throw new Error('three phases')
  expect(checkNewPhase(current, [])).toBeNull()
  expect(checkNewPhase(next, [current])).toBeNull()
  expect(checkNewPhase(next, [current, later])?.code).toBe('schedule.promotion_needed')
  expect(checkNewPhase(later, [current, later])).toBeNull()
})

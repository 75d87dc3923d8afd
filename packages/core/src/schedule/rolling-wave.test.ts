import { expect, test } from 'vitest'
import type { Phase, PhaseState } from './phase.ts'
import { checkPackages, checkWave, type PhasedWork, promotePhase } from './rolling-wave.ts'

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
  ['exact dates', { startsOn: '2026-03-02' }],
  ['exact dates', { dueOn: '2026-03-02' }],
  ['exact dates', { isDatedByPlan: true }],
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

import { expect, test } from 'vitest'
import { checkPhases, type Phase } from './index.ts'

function phase(rank: string, change: Partial<Phase> = {}): Phase {
  return {
    id: `phase-${rank}`,
    projectId: 'project',
    name: `Phase ${rank}`,
    rank,
    state: 'later',
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
    ...change,
  }
}

const on = (startsOn: string, finishLowOn: string, finishHighOn = finishLowOn) => ({
  startsOn,
  finishLowOn,
  finishHighOn,
})

test.each<[string, readonly Phase[], string | null]>([
  ['none', [], null],
  ['a later phase of which nothing is known', [phase('1')], null],
  [
    'a later phase with ranges',
    [phase('1', { ...on('2026-03-01', '2026-04-01', '2026-06-01'), effortLowMin: 1, effortHighMin: 2 })],
    null,
  ],
  [
    'a later phase with a single last day',
    [phase('1', on('2026-03-01', '2026-04-01'))],
    'schedule.range_needed',
  ],
  [
    'a later phase with a single effort',
    [phase('1', { effortLowMin: 60, effortHighMin: 60 })],
    'schedule.range_needed',
  ],
  [
    'a later phase with a single duration',
    [phase('1', { durationLowMin: 480, durationHighMin: 480 })],
    'schedule.range_needed',
  ],
  ['half a range of people', [phase('1', { peopleHigh: 4 })], 'schedule.range_incomplete'],
  [
    'a current phase may be exact',
    [phase('1', { state: 'current', ...on('2026-03-01', '2026-04-01') })],
    null,
  ],
  ['half a range', [phase('1', { state: 'current', costLowMinor: 5 })], 'schedule.range_incomplete'],
  [
    'a range upside down',
    [phase('1', { state: 'current', effortLowMin: 9, effortHighMin: 3 })],
    'schedule.range_reversed',
  ],
  [
    'a phase over before it begins',
    [phase('1', { state: 'current', ...on('2026-03-02', '2026-03-01') })],
    'schedule.range_reversed',
  ],
  ['a day that does not exist', [phase('1', { startsOn: '2026-02-30' })], 'work.date_wrong'],
  [
    'one after the other',
    [
      phase('1', { state: 'closed', ...on('2026-01-01', '2026-01-31') }),
      phase('2', { state: 'current', ...on('2026-02-01', '2026-02-28') }),
      phase('3', { state: 'next', ...on('2026-03-01', '2026-03-31') }),
    ],
    null,
  ],
  [
    'two on the same day',
    [
      phase('1', { state: 'current', ...on('2026-01-01', '2026-02-01') }),
      phase('2', { state: 'next', ...on('2026-02-01', '2026-02-28') }),
    ],
    'schedule.phases_overlap',
  ],
  [
    'one that may last longer than the next begins is no certain overlap',
    [
      phase('1', on('2026-01-01', '2026-02-01', '2026-04-01')),
      phase('2', on('2026-02-02', '2026-05-01', '2026-06-01')),
    ],
    null,
  ],
  [
    'an undated phase between hides no overlap',
    [
      phase('1', on('2026-01-01', '2026-03-01', '2026-04-01')),
      phase('2'),
      phase('3', { startsOn: '2026-02-01' }),
    ],
    'schedule.phases_overlap',
  ],
  [
    'an order against the calendar',
    [phase('1', { startsOn: '2026-05-01' }), phase('2', { startsOn: '2026-02-01' })],
    'schedule.phases_overlap',
  ],
  [
    'two current ones',
    [phase('1', { state: 'current' }), phase('2', { state: 'current' })],
    'schedule.phase_order',
  ],
  ['two next ones', [phase('1', { state: 'next' }), phase('2', { state: 'next' })], 'schedule.phase_order'],
  ['a later one before the current', [phase('1'), phase('2', { state: 'current' })], 'schedule.phase_order'],
  [
    'many closed and later ones',
    [phase('1', { state: 'closed' }), phase('2', { state: 'closed' }), phase('3'), phase('4')],
    null,
  ],
])('phases: %s', (_name, phases, code) => {
  const result = checkPhases(phases.toReversed())
  expect(result.ok ? null : result.refusal.code).toBe(code)
  if (result.ok) expect(result.value).toEqual(phases)
})

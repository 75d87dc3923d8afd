import type { GateView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { placedGates, readCriteria, stateWords } from './gates.ts'

const GATE: GateView = {
  ...{ name: 'Shell accepted', dueOn: null, deciderId: null, decisions: [] },
  criteria: [
    { id: 'a', text: 'The roof is tight', isMet: true },
    { id: 'b', text: 'The client has signed', isMet: false },
  ],
}
const decided = (outcome: 'pass' | 'hold') => ({
  ...{ id: 'd', outcome, decidedOn: '2027-03-15', decidedBy: 'ines', reason: '', criteria: [] },
})
const phase = (gate: GateView | null) => ({
  ...{ id: 'shell', startsOn: '2027-01-04', finishLowOn: '2027-03-01', finishHighOn: '2027-03-31', gate },
})

test.each<[string, GateView, string]>([
  ['at the latest end of its phase', GATE, '2027-03-31'],
  ['when it is to be decided', { ...GATE, dueOn: '2027-03-10' }, '2027-03-10'],
  ['when it was passed', { ...GATE, dueOn: '2027-03-10', decisions: [decided('pass')] }, '2027-03-15'],
  ['still ahead while it is on hold', { ...GATE, decisions: [decided('hold')] }, '2027-03-31'],
])('a gate stands %s', (_name, gate, day) => {
  expect(placedGates([phase(gate)])).toMatchObject([
    { phaseId: 'shell', name: 'Shell accepted', day, met: 1, all: 2 },
  ])
})

test('without a day there is nowhere to put a gate', () => {
  expect(placedGates([phase(null)])).toEqual([])
  expect(placedGates([{ ...phase(GATE), startsOn: null, finishLowOn: null, finishHighOn: null }])).toEqual([])
})

test('what is met is said as long as nothing was decided', () => {
  expect(stateWords({ state: 'open', met: 1, all: 2 })).toBe('not decided, 1 of 2 met')
  expect(stateWords({ state: 'conditions', met: 1, all: 2 })).toBe('passed with conditions')
  expect(stateWords({ state: 'open', met: 0, all: 0 })).toBe('not decided')
})

test('a line that stays the same stays the same criterion', () => {
  const text = ' The client has signed \n\nThe site is fenced\nThe site is fenced'
  expect(readCriteria(text, GATE.criteria, () => 'new')).toEqual([
    { id: 'b', text: 'The client has signed' },
    { id: 'new', text: 'The site is fenced' },
  ])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkClosing,
  checkGateGone,
  decideGate,
  GATE_OUTCOMES,
  type Gate,
  type GateOutcome,
  type GateVerdict,
  gateState,
  hasPassed,
  type Phase,
  type PhaseState,
  planGate,
  promotePhase,
  tickCriterion,
} from './index.ts'

const GATE: Gate = {
  ...{ name: 'Shell accepted', dueOn: null, deciderId: null, decisions: [] },
  criteria: [
    { id: 'a', text: 'The roof is tight', isMet: true },
    { id: 'b', text: 'The client has signed', isMet: true },
  ],
}

function phase(state: PhaseState, gate: Gate | null = GATE, id = 'p'): Phase {
  return {
    ...{ id, projectId: 'c', name: `Phase ${id}`, rank: id, state, gate, version: 1 },
    ...{ startsOn: null, finishLowOn: null, finishHighOn: null, effortLowMin: null, effortHighMin: null },
    ...{ durationLowMin: null, durationHighMin: null, peopleLow: null, peopleHigh: null },
    ...{ costLowMinor: null, costHighMinor: null },
  }
}

const verdict = (values: Partial<GateVerdict> = {}): GateVerdict => ({
  ...{ id: 'd', outcome: 'pass', decidedOn: '2026-03-02', decidedBy: 'ines', reason: '' },
  ...{ isManager: true, today: '2026-03-02' },
  ...values,
})

const open: Gate = { ...GATE, criteria: GATE.criteria.map((one) => ({ ...one, isMet: one.id === 'a' })) }
const decided = (...outcomes: readonly GateOutcome[]): Gate => ({
  ...GATE,
  decisions: outcomes.map((outcome) => ({ ...verdict({ outcome }), criteria: [] })),
})

test.each<[string, Phase, Partial<GateVerdict>, string]>([
  ['there is none', phase('current', null), {}, 'platform.not_found'],
  ['its phase has not begun', phase('next'), {}, 'schedule.gate_not_due'],
  ['its phase lies further off', phase('later'), {}, 'schedule.gate_not_due'],
  ['its phase is over', phase('closed'), {}, 'schedule.gate_not_due'],
  ['somebody only works there', phase('current'), { isManager: false }, 'schedule.gate_not_yours'],
  [
    'a manager is not the one who is named',
    phase('current', { ...GATE, deciderId: 'client' }),
    {},
    'schedule.gate_not_yours',
  ],
  ['the day is none', phase('current'), { decidedOn: '2026-02-30' }, 'work.date_wrong'],
  ['the day is ahead', phase('current'), { decidedOn: '2026-03-03' }, 'schedule.gate_date_ahead'],
  ['something is not met', phase('current', open), {}, 'schedule.gate_criteria_open'],
  [
    'conditions are not named',
    phase('current', open),
    { outcome: 'conditions' },
    'schedule.gate_reason_needed',
  ],
  [
    'nobody says why to wait',
    phase('current'),
    { outcome: 'hold', reason: '  ' },
    'schedule.gate_reason_needed',
  ],
  ['nobody says why to end it', phase('current'), { outcome: 'stop' }, 'schedule.gate_reason_needed'],
])('a gate is not decided when %s', (_name, at, values, code) => {
  const result = decideGate(at, verdict(values))
  expect(result.ok ? null : result.refusal.code).toBe(code)
})

test('a decision keeps who, when, why, and what was met then', () => {
  const gate = { ...open, deciderId: 'client' }
  const said = verdict({
    outcome: 'conditions',
    decidedBy: 'client',
    isManager: false,
    reason: ' Signed by May ',
  })
  expect(decideGate(phase('current', gate), said)).toEqual({
    ok: true,
    value: {
      ...{ id: 'd', outcome: 'conditions', decidedOn: '2026-03-02', decidedBy: 'client' },
      ...{ reason: 'Signed by May', criteria: open.criteria },
    },
  })
})

test('the last decision counts', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...GATE_OUTCOMES)), (outcomes) => {
      const last = outcomes.at(-1)
      expect(gateState(decided(...outcomes))).toBe(last ?? 'open')
      expect(hasPassed(decided(...outcomes))).toBe(last === 'pass' || last === 'conditions')
    }),
  )
})

test('what a new plan of a gate leaves standing is still met, and what was decided stays', () => {
  const before = phase('current', { ...decided('hold'), criteria: open.criteria })
  const criteria = [
    { id: 'a', text: 'The roof is tight all over' },
    { id: 'c', text: 'The site is fenced' },
  ]
  const after = planGate(before, { name: 'Roof', dueOn: '2026-04-01', deciderId: 'client', criteria })
  expect(after.ok && after.value).toMatchObject({
    criteria: [
      { id: 'a', isMet: true },
      { id: 'c', isMet: false },
    ],
    decisions: before.gate?.decisions,
  })
})

test.each<[string, Phase, Partial<Gate>, string]>([
  ['of a closed phase', phase('closed'), {}, 'schedule.phase_closed'],
  ['on a day that does not exist', phase('current'), { dueOn: '2026-02-30' }, 'work.date_wrong'],
  [
    'with the same criterion twice',
    phase('current'),
    { criteria: [...GATE.criteria, ...GATE.criteria] },
    'schedule.gate_criterion_twice',
  ],
])('a gate is not planned %s', (_name, at, values, code) => {
  const result = planGate(at, { ...GATE, ...values })
  expect(result.ok ? null : result.refusal.code).toBe(code)
})

test('a criterion is ticked as long as its phase is open', () => {
  const ticked = tickCriterion(phase('current', open), { id: 'b', isMet: true })
  expect(ticked.ok && ticked.value.criteria).toEqual(GATE.criteria)
  const codes = [phase('current'), phase('current', null), phase('closed')].map((at, index) => {
    const result = tickCriterion(at, { id: index === 2 ? 'a' : 'nothing', isMet: true })
    return result.ok ? null : result.refusal.code
  })
  expect(codes).toEqual(['platform.not_found', 'platform.not_found', 'schedule.phase_closed'])
})

test('a gate at which something was decided stays', () => {
  expect(checkGateGone(phase('current'))).toBeNull()
  expect(checkGateGone(phase('current', decided('hold')))?.code).toBe('schedule.gate_decided')
})

test('a phase closes behind its gate only', () => {
  const close = (gate: Gate | null) => checkClosing(phase('current', gate), phase('closed', gate))?.code
  expect([close(null), close(decided('pass')), close(decided('hold', 'conditions'))]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  const held = 'schedule.gate_not_passed'
  expect([close(GATE), close(decided('hold')), close(decided('pass', 'stop'))]).toEqual([held, held, held])
  expect(checkClosing(phase('closed'), phase('closed'))).toBeNull()
})

test('no phase opens while a gate before it has not been passed', () => {
  const gates = fc.constantFrom(
    null,
    GATE,
    decided('pass'),
    decided('conditions'),
    decided('hold'),
    decided('stop'),
  )
  fc.assert(
    fc.property(fc.tuple(gates, gates, gates), fc.boolean(), ([first, second, third], hasNext) => {
      const near = hasNext
        ? [phase('current', first, '1'), phase('next', second, '2')]
        : [phase('closed', GATE, '1'), phase('current', second, '2')]
      const result = promotePhase([...near, phase('later', third, '3')], '3')
      const mayOpen = near.every(({ state, gate }) => state === 'closed' || hasPassed(gate))
      expect(result.ok ? null : result.refusal.code).toBe(mayOpen ? null : 'schedule.gate_not_passed')
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CaseItem,
  type CaseStage,
  type CaseWork,
  changeStage,
  closeCase,
  placeInCase,
  planItem,
  STAGE_STATES,
  type StageState,
} from './index.ts'

const NOW = 1000

function stage(change: Partial<CaseStage> = {}): CaseStage {
  return {
    id: 'stage',
    caseId: 'case',
    name: 'Assessment',
    rank: 'V',
    state: 'available',
    enteredAt: null,
    completedAt: null,
    version: 1,
    ...change,
  }
}

test.each<[StageState, StageState, Partial<CaseStage> | string, string[]]>([
  ['available', 'active', { state: 'active', enteredAt: NOW, version: 2 }, ['case.stage_started']],
  ['active', 'completed', { state: 'completed', completedAt: NOW, version: 2 }, ['case.stage_completed']],
  ['completed', 'active', { state: 'active', completedAt: null, version: 2 }, ['case.stage_reactivated']],
  ['active', 'active', { state: 'active', version: 1 }, []],
  ['available', 'completed', 'case.stage_move_not_allowed', []],
  ['active', 'available', 'case.stage_move_not_allowed', []],
  ['completed', 'available', 'case.stage_move_not_allowed', []],
])('a stage goes from %s to %s', (from, to, expected, facts) => {
  const result = changeStage(stage({ state: from }), { state: to }, { now: NOW, requiredOpen: 0 })
  if (typeof expected === 'string') expect(result).toMatchObject({ ok: false, refusal: { code: expected } })
  else expect(result).toMatchObject({ ok: true, value: { stage: expected, facts } })
})

test('a stage with required open items cannot complete', () => {
  const result = changeStage(
    stage({ state: 'active' }),
    { state: 'completed' },
    { now: NOW, requiredOpen: 2 },
  )
  expect(result).toEqual({
    ok: false,
    refusal: { code: 'case.required_open', params: { name: 'Assessment', count: 2 } },
  })
})

test('a new name or place is one change, the same again is none', () => {
  const context = { now: NOW, requiredOpen: 5 }
  expect(changeStage(stage(), { name: 'Talks', rank: 'X' }, context)).toMatchObject({
    value: {
      stage: { name: 'Talks', rank: 'X', state: 'available', version: 2 },
      facts: ['case.stage_changed'],
    },
  })
  expect(changeStage(stage(), { name: 'Assessment' }, context)).toMatchObject({
    value: { stage: stage(), facts: [] },
  })
})

const item: CaseItem = {
  id: 'plan',
  caseId: 'case',
  itemId: 'item',
  stageId: 'stage',
  isDiscretionary: false,
  isRequired: false,
}
const open = { name: 'Claim', state: 'active' } as const

test.each<[string, Partial<CaseItem>, Parameters<typeof planItem>[1], string | null]>([
  ['into a stage', {}, { case: open, stage: stage(), isDone: false }, null],
  ['into no stage', { stageId: null }, { case: open, stage: null, isDone: false }, null],
  [
    'into a completed stage',
    {},
    { case: open, stage: stage({ state: 'completed' }), isDone: false },
    'case.stage_completed',
  ],
  [
    'a done one into a completed stage',
    {},
    { case: open, stage: stage({ state: 'completed' }), isDone: true },
    null,
  ],
  [
    'required and discretionary',
    { isRequired: true, isDiscretionary: true },
    { case: open, stage: null, isDone: false },
    'case.required_and_discretionary',
  ],
  [
    'in a closed case',
    {},
    { case: { name: 'Claim', state: 'closed' }, stage: null, isDone: false },
    'case.closed',
  ],
])('an item is planned %s', (_name, change, context, code) => {
  const result = planItem({ ...item, ...change }, context)
  expect(result.ok ? null : result.refusal.code).toBe(code)
})

test.each<[string, Partial<CaseWork>, string]>([
  ['an item without a stage is to be done now', { stageState: null }, 'now'],
  ['an item of an active stage too', { stageState: 'active' }, 'now'],
  ['a discretionary one could be done', { stageState: 'active', isDiscretionary: true }, 'could'],
  ['once begun, it is to be done', { stageState: 'active', isDiscretionary: true, isStarted: true }, 'now'],
  ['an item of a stage to come waits', { stageState: 'available' }, 'later'],
  ['a discretionary one as well', { stageState: 'available', isDiscretionary: true }, 'later'],
  ['what a completed stage left open could still be done', { stageState: 'completed' }, 'could'],
  ['done is done', { stageState: 'available', isDone: true, isStarted: true }, 'done'],
])('%s', (_name, change, expected) => {
  const work = { isDiscretionary: false, stageState: null, isStarted: false, isDone: false, ...change }
  expect(placeInCase(work)).toBe(expected)
})

test('a case closes when nothing required is open', () => {
  expect(closeCase({ name: 'Claim', requiredOpen: 0 }).ok).toBe(true)
  expect(closeCase({ name: 'Claim', requiredOpen: 1 })).toMatchObject({
    refusal: { code: 'case.required_open' },
  })
})

test('no way leads to a completed stage past its required items, and moments fit the state', () => {
  const steps = fc.array(fc.record({ state: fc.constantFrom(...STAGE_STATES), requiredOpen: fc.nat(2) }))
  fc.assert(
    fc.property(steps, (moves) => {
      let current = stage()
      for (const { state, requiredOpen } of moves) {
        const result = changeStage(current, { state }, { now: NOW, requiredOpen })
        if (!result.ok) continue
        if (result.value.facts.includes('case.stage_completed')) expect(requiredOpen).toBe(0)
        current = result.value.stage
        expect(current.enteredAt === null).toBe(current.state === 'available')
        expect(current.completedAt !== null).toBe(current.state === 'completed')
      }
    }),
    { seed: 5 },
  )
})

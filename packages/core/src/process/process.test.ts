import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  advance,
  cancelInstance,
  type InstanceSnapshot,
  type NewInstance,
  type ProcessContext,
  type ProcessDecision,
  type ProcessStep,
  presentSteps,
  removeStep,
  reopenStep,
  startInstance,
} from './index.ts'

const NOW = 1_000_000

function step(id: string, change: Partial<ProcessStep> = {}): ProcessStep {
  return {
    id,
    processId: 'process',
    name: `Step ${id}`,
    rank: id,
    teamId: null,
    responsibleId: null,
    expectedMin: null,
    effortMin: null,
    practice: null,
    role: null,
    artifact: null,
    archivedAt: null,
    version: 1,
    ...change,
  }
}

function contextOf(steps: readonly ProcessStep[]): ProcessContext {
  let last = 0
  return {
    now: NOW,
    actor: { kind: 'engine', engine: 'process' },
    newId: () => `id-${++last}`,
    dayOf: (at) => `day ${at}`,
    steps: new Map(steps.map((one) => [one.id, one])),
  }
}

const THREE = [step('a'), step('b'), step('c')]

function started(steps: readonly ProcessStep[], context = contextOf(steps)): ProcessDecision {
  const result = startInstance(newInstance(), context)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

function newInstance(state: NewInstance['process']['state'] = 'active'): NewInstance {
  const process = { id: 'process', name: 'Requests', state }
  return { id: 'instance', process, number: 1, title: 'Lift repair', dueAt: null, startedBy: 'ada' }
}

function openSteps(snapshot: InstanceSnapshot): string[] {
  return snapshot.activities
    .filter((activity) => activity.closedAt === null)
    .map((activity) => activity.stepId)
}

function itemAt(snapshot: InstanceSnapshot, stepId: string): string {
  const activity = snapshot.activities.findLast((one) => one.stepId === stepId)
  if (!activity) throw new Error(`never was at ${stepId}`)
  return activity.itemId
}

function kinds(decision: ProcessDecision): string[] {
  return decision.events.map((event) => event.kind)
}

test('a new instance opens an item for its first step, made from the step and the instance', () => {
  const first = step('a', {
    name: 'Approve cost',
    responsibleId: 'ben',
    teamId: 'team',
    effortMin: 30,
    practice: 'Accounts payable',
    role: 'Approver',
    artifact: 'Approval',
    expectedMin: 10,
  })
  const decision = started([first, step('b')])
  expect(kinds(decision)).toEqual(['process.started', 'process.activity_opened'])
  expect(decision.instance).toMatchObject({
    state: 'running',
    stepIds: ['a', 'b'],
    startedAt: NOW,
    endedAt: null,
  })
  expect(decision.effects).toEqual([
    {
      kind: 'open-work-item',
      item: {
        id: itemAt(decision, 'a'),
        containerId: 'process',
        title: 'Approve cost: Lift repair',
        responsibleId: 'ben',
        teamId: 'team',
        requesterId: 'ada',
        effortMin: 30,
        practice: 'Accounts payable',
        role: 'Approver',
        artifact: 'Approval',
        dueOn: `day ${NOW + 600_000}`,
      },
    },
  ])
})

test.each<[string, readonly ProcessStep[], NewInstance['process']['state'], string]>([
  ['a process without steps', [], 'active', 'process.no_steps'],
  ['a process whose steps are all archived', [step('a', { archivedAt: 1 })], 'active', 'process.no_steps'],
  [
    'steps of another process do not count',
    [step('a', { processId: 'other' })],
    'active',
    'process.no_steps',
  ],
  ['a closed process', THREE, 'closed', 'process.closed'],
])('no instance starts: %s', (_name, steps, state, code) => {
  const result = startInstance(newInstance(state), contextOf(steps))
  expect(result).toMatchObject({ ok: false, refusal: { code } })
})

test('new instances take the present steps by rank', () => {
  const steps = [step('z', { rank: '3' }), step('x', { rank: '1' }), step('y', { rank: '2', archivedAt: 5 })]
  expect(presentSteps(steps).map((one) => one.id)).toEqual(['x', 'z'])
  expect(started(steps).instance.stepIds).toEqual(['x', 'z'])
})

test('finishing each step opens the next, and the last one finishes the instance', () => {
  const context = contextOf(THREE)
  const atA = started(THREE, context)
  const atB = advance(atA, 'a', context)
  expect(openSteps(atB)).toEqual(['b'])
  expect(kinds(atB)).toEqual(['process.activity_closed', 'process.activity_opened'])
  const atC = advance(atB, 'b', context)
  const over = advance(atC, 'c', context)
  expect(openSteps(over)).toEqual([])
  expect(kinds(over)).toEqual(['process.activity_closed', 'process.finished'])
  expect(over.instance).toMatchObject({ state: 'finished', endedAt: NOW, version: 2 })
  expect(over.effects).toEqual([])
})

test('an instance goes on with the steps it started with', () => {
  const before = started(THREE)
  const changed = contextOf([step('a'), step('new', { rank: 'aa' }), step('b', { archivedAt: 5 }), step('c')])
  expect(openSteps(advance(before, 'a', changed))).toEqual(['b'])
})

test('a step that is not open changes nothing', () => {
  const context = contextOf(THREE)
  const before = started(THREE, context)
  expect(advance(before, 'b', context)).toMatchObject({ instance: before.instance, events: [], effects: [] })
})

test('reopening the item of the step before takes the next step back', () => {
  const context = contextOf(THREE)
  const atB = advance(started(THREE, context), 'a', context)
  const back = reopenStep(atB, itemAt(atB, 'a'), { ...context, startedItemIds: new Set() })
  expect(openSteps(back)).toEqual(['a'])
  expect(kinds(back)).toEqual(['process.activity_withdrawn', 'process.activity_reopened'])
  expect(back.effects).toEqual([{ kind: 'archive-work-item', itemId: itemAt(atB, 'b') }])
  const again = advance(back, 'a', context)
  expect(openSteps(again)).toEqual(['b'])
  expect(itemAt(again, 'b')).not.toBe(itemAt(atB, 'b'))
})

test('once the next step was started, the instance does not go back', () => {
  const context = contextOf(THREE)
  const atB = advance(started(THREE, context), 'a', context)
  const same = reopenStep(atB, itemAt(atB, 'a'), { ...context, startedItemIds: new Set([itemAt(atB, 'b')]) })
  expect(same.events).toEqual([])
  expect(openSteps(same)).toEqual(['b'])
})

test('reopening the last item lets a finished instance run again', () => {
  const context = contextOf([step('a')])
  const over = advance(started([step('a')], context), 'a', context)
  const back = reopenStep(over, itemAt(over, 'a'), { ...context, startedItemIds: new Set() })
  expect(kinds(back)).toEqual(['process.resumed', 'process.activity_reopened'])
  expect(back.instance).toMatchObject({ state: 'running', endedAt: null })
  expect(openSteps(back)).toEqual(['a'])
})

test('an earlier step is not reopened from further on', () => {
  const context = contextOf(THREE)
  const atC = advance(advance(started(THREE, context), 'a', context), 'b', context)
  const same = reopenStep(atC, itemAt(atC, 'a'), { ...context, startedItemIds: new Set() })
  expect(same.events).toEqual([])
})

test('cancelling closes what is open and archives its items', () => {
  const context = contextOf(THREE)
  const before = started(THREE, context)
  const result = cancelInstance(before, context)
  if (!result.ok) throw new Error(result.refusal.code)
  expect(result.value.instance).toMatchObject({ state: 'cancelled', endedAt: NOW })
  expect(openSteps(result.value)).toEqual([])
  expect(result.value.effects).toEqual([{ kind: 'archive-work-item', itemId: itemAt(before, 'a') }])
  expect(cancelInstance(result.value, context)).toMatchObject({
    ok: false,
    refusal: { code: 'process.instance_over' },
  })
})

test('a step that instances know is archived, another goes', () => {
  expect(removeStep(step('a'), { isUsed: false, now: NOW })).toEqual({ outcome: 'removed' })
  expect(removeStep(step('a'), { isUsed: true, now: NOW })).toMatchObject({
    step: { archivedAt: NOW, version: 2 },
  })
  const gone = step('a', { archivedAt: 5 })
  expect(removeStep(gone, { isUsed: true, now: NOW })).toEqual({ outcome: 'archived', step: gone })
})

test('whatever happens, a running instance is at exactly one step, and every item is accounted for', () => {
  const act = fc.record({
    what: fc.constantFrom('complete', 'reopen', 'cancel'),
    which: fc.nat(20),
    isNextStarted: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(act, { maxLength: 40 }), (length, acts) => {
      const steps = Array.from({ length }, (_, index) => step(`s${index}`))
      const context = contextOf(steps)
      let state: ProcessDecision = started(steps, context)
      const effects = [...state.effects]
      for (const { what, which, isNextStarted } of acts) {
        const activity = state.activities[which % state.activities.length]
        if (!activity) throw new Error('an instance has been somewhere')
        const startedItemIds = new Set(isNextStarted ? state.activities.map((one) => one.itemId) : [])
        const next = {
          complete: () => advance(state, activity.stepId, context),
          reopen: () => reopenStep(state, activity.itemId, { ...context, startedItemIds }),
          cancel: () => (which === 0 ? cancelInstance(state, context) : null),
        }[what]()
        if (next === null || ('ok' in next && !next.ok)) continue
        state = 'ok' in next ? next.value : next
        effects.push(...state.effects)
        expect(openSteps(state)).toHaveLength(state.instance.state === 'running' ? 1 : 0)
      }
      const opened = effects.filter((effect) => effect.kind === 'open-work-item').length
      const archived = effects.filter((effect) => effect.kind === 'archive-work-item').length
      const cancelled = state.instance.state === 'cancelled' ? 1 : 0
      expect(state.activities).toHaveLength(opened - archived + cancelled)
    }),
    { seed: 11 },
  )
})

import type { ResourceView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { type Call, callOf } from './calls.ts'
import { Draft } from './draft.ts'
import { type Assignment, type Item, type PlanItem, writeOf } from './kinds.ts'
import { Pool } from './pool.ts'
import { addForecasts, predictAll } from './predict.ts'
import { assignForecasts } from './predict-assign.ts'
import { groundForecasts } from './predict-ground.ts'
import { planForecasts } from './predict-plan.ts'
import { CONTAINER, TYPE } from './testing/stand-ins.ts'

addForecasts({ ...assignForecasts, ...groundForecasts, ...planForecasts })

const DAY = 480
const unknown = { actualWorkMin: 0, startAt: null, finishAt: null, costMinor: null, alternatives: null }
const ANN: Assignment = {
  id: 'ann',
  itemId: 'item',
  resourceId: 'r-ann',
  units: 1,
  workMin: 4 * DAY,
  ...unknown,
}
const PLANNED = {
  ...{ id: 'item', containerId: 'p', taskType: 'units', isEffortDriven: true, durationMin: 4 * DAY },
  ...{ remainingMin: null, isElapsed: false, isHammock: false, isManual: false, splits: [], resumeAt: null },
  ...{ startAt: null, finishAt: null, constraintKind: null, constraintAt: null, deadlineAt: null },
  ...{ levelledAt: null, calendarId: null, actualStartAt: null, actualFinishAt: null, percentComplete: 0 },
  ...{ quantity: null, quantityUnit: '', normMin: null, fixedCostMinor: null, costMinor: null, wbsCode: '' },
} as PlanItem
const resource = (id: string, kind: ResourceView['kind'] = 'work') =>
  ({
    id,
    kind,
    name: id,
    containerId: 'p',
    crewMemberIds: [],
    availability: [],
    rates: [],
  }) as unknown as ResourceView

/** An item that somebody is on, and who else there is. */
function poolWith(planned: Partial<PlanItem> = {}, assignments: readonly Assignment[] = [ANN]): Pool {
  const pool = new Pool()
  const directory = [writeOf('type', TYPE.id, TYPE), writeOf('container', CONTAINER.id, CONTAINER)]
  for (const write of directory) pool.confirm(write, 1)
  const resources = [resource('r-ann'), resource('r-ben'), resource('steel', 'material')]
  const kept = [
    writeOf('item', 'item', newItem(pool)),
    writeOf('planItem', 'item', { ...PLANNED, ...planned }),
    ...assignments.map((each) => writeOf('assignment', each.id, each)),
    ...resources.map((each) => writeOf('resource', each.id, each)),
  ]
  for (const write of kept) pool.confirm(write, 1)
  return pool
}

const draftWith = (...given: Parameters<typeof poolWith>) => new Draft(poolWith(...given), 'base')

const predict = (draft: Draft, ...calls: readonly Call[]) =>
  predictAll(draft, calls, {
    ...{ now: 5, personId: 'me', newId: () => 'new' },
    actor: { kind: 'person', personId: 'me' },
  })

/** As it is when it was just made. */
function newItem(pool: Pool): Item {
  const draft = new Draft(pool, 'base')
  const made = { id: 'item', containerId: CONTAINER.id, title: 'Pour', effortMin: 4 * DAY }
  predict(draft, callOf('work.createItem', made))
  const item = draft.read('item', 'item')
  if (!item) throw new Error('not made')
  return item
}

const state = (draft: Draft) => ({
  planned: draft.read('planItem', 'item'),
  effortMin: draft.read('item', 'item')?.effortMin,
  assignments: draft.assignmentsOf('item').toSorted((one, other) => one.id.localeCompare(other.id)),
})

const ben = (resourceId = 'r-ben') =>
  callOf('schedule.assign', { id: 'ben', containerId: 'p', itemId: 'item', resourceId })

test('who comes to effort-driven work makes it shorter at once, as on the server', () => {
  const draft = draftWith()
  predict(draft, ben())
  const { planned, effortMin, assignments } = state(draft)
  expect(planned?.durationMin).toBe(2 * DAY)
  expect(effortMin).toBe(4 * DAY)
  expect(assignments.map(({ workMin }) => workMin)).toEqual([2 * DAY, 2 * DAY])
})

test('material takes no share of the work', () => {
  const draft = draftWith()
  predict(draft, ben('steel'))
  expect(draft.read('planItem', 'item')?.durationMin).toBe(4 * DAY)
  expect(draft.read('assignment', 'ben')?.workMin).toBe(0)
})

test.each<[string, Partial<PlanItem>, readonly Assignment[], readonly Call[]]>([
  ['somebody more', {}, [ANN], [ben()]],
  ['somebody on work that nobody was on', { durationMin: null }, [], [ben()]],
  ['somebody less', { isEffortDriven: false }, [ANN], [callOf('schedule.unassign', { id: 'ann' })]],
  [
    'half of somebody',
    {},
    [ANN],
    [callOf('schedule.changeAssignment', { id: 'ann', patch: { units: 0.5 } })],
  ],
  ['more work', {}, [ANN], [callOf('work.changeItem', { id: 'item', patch: { effortMin: 8 * DAY } })]],
  [
    'another duration, which is other work',
    {},
    [ANN],
    [callOf('schedule.changePlanItem', { containerId: 'p', itemId: 'item', patch: { durationMin: DAY } })],
  ],
  ['somebody new', {}, [ANN], [saveResource('r-new'), ben('r-new')]],
  [
    'who does it by levelling',
    {},
    [ANN],
    [
      callOf('schedule.setLevelling', {
        ...{ containerId: 'p', items: [{ itemId: 'item', levelledAt: 99 }] },
        assignments: [{ assignmentId: 'ann', resourceId: 'r-ben' }],
      }),
    ],
  ],
])('%s is taken back as it was', (_name, planned, assignments, calls) => {
  const draft = draftWith(planned, assignments)
  const before = state(draft)
  const { inverse, refused } = predict(draft, ...calls)
  expect(refused).toBeNull()
  expect(state(draft)).not.toEqual(before)
  predict(draft, ...inverse)
  expect(state(draft)).toEqual(before)
  expect(draft.read('resource', 'r-new')).toBeUndefined()
})

function saveResource(id: string): Call {
  return callOf('schedule.saveResource', { id, containerId: 'p', kind: 'work', name: 'New' })
}

test('who is taken off stays off while that is predicted anew upon what the server confirmed', () => {
  const pool = poolWith()
  const unassign = callOf('schedule.unassign', { id: 'ann' })
  const shown = new Draft(pool, 'shown')
  predict(shown, unassign)
  pool.predict(shown.writes)
  const anew = new Draft(pool, 'base')
  expect(predict(anew, unassign).refused).toBeNull()
  expect(anew.writes.assignment.get('ann')).toBeNull()
})

test('what the server would refuse is refused here', () => {
  const refusal = (...calls: readonly Call[]) => predict(draftWith(), ...calls).refused?.refusal.code
  expect(refusal(ben('r-ann'))).toBe('schedule.resource_assigned')
  expect(refusal(callOf('schedule.removeResource', { id: 'r-ann' }))).toBe('schedule.resource_in_use')
  const wrong = [{ fromOn: '2027-03-02', toOn: '2027-03-01', maxUnits: 1 }]
  const crane = { id: 'c', containerId: 'p', kind: 'machine', name: 'Crane', availability: wrong } as const
  expect(refusal(callOf('schedule.saveResource', crane))).toBe('schedule.availability_wrong')
})

test('who may do it instead is shown at once, and taken back with the rest', () => {
  const draft = draftWith()
  const alternatives = { kind: 'skill', skill: 'welding' } as const
  const patch = { units: 0.5, alternatives }
  const { inverse } = predict(draft, callOf('schedule.changeAssignment', { id: 'ann', patch }))
  expect(draft.read('assignment', 'ann')).toMatchObject(patch)
  expect(inverse).toEqual([
    callOf('schedule.changeAssignment', { id: 'ann', patch: { units: 1, alternatives: null } }),
  ])
  const given = predict(
    draft,
    callOf('schedule.changeAssignment', { id: 'ann', patch: { resourceId: null } }),
  )
  expect(draft.read('assignment', 'ann')).toMatchObject({ resourceId: null, alternatives })
  expect(given.inverse).toEqual([
    callOf('schedule.changeAssignment', { id: 'ann', patch: { resourceId: 'r-ann' } }),
  ])
})

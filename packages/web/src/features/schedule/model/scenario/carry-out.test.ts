import { expect, test } from 'vitest'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { carryOut, type Ground, type Hindrance, judgeSteps } from './carry-out.ts'
import { isChangedSince, type ReadShown, seenOf } from './seen.ts'

const step = (id: string, ...calls: readonly Call[]) => ({ id, label: id, calls })
const longer = (itemId: string, durationMin = 960) =>
  callOf('schedule.changePlanItem', { containerId: 'p', itemId, patch: { durationMin } })
const link = (id: string) => callOf('work.relateItems', { id, fromId: 'a', toId: 'b', kind: 'precedes' })
const unlink = (id: string) => callOf('work.unrelateItems', { id })
const crane = (containerId: string | null) =>
  callOf('schedule.saveResource', { id: 'crane', containerId, kind: 'machine', name: 'Crane' })
const withCrane = callOf('schedule.assign', { id: 'x', containerId: 'p', itemId: 'a', resourceId: 'crane' })
const later = callOf('schedule.changePlanSettings', { containerId: 'p', patch: { startsAt: 1 } })

const GROUND: Ground = {
  known: new Set(['a', 'b']),
  ...{ isManager: true, isOrganiser: false, isRefused: () => false },
}

test.each<[string, readonly (readonly Call[])[], Partial<Ground>, readonly (Hindrance | null)[]]>([
  ['what is there', [[longer('a')]], {}, [null]],
  ['an item that is gone', [[longer('z')]], {}, ['gone']],
  ['a link that it made and removes', [[link('l')], [unlink('l')]], {}, [null, null]],
  ['a link that others removed', [[unlink('old')]], {}, ['gone']],
  ['a crane, and work with it', [[crane('p')], [withCrane]], {}, [null, null]],
  ['both at once', [[crane('p'), withCrane]], {}, [null]],
  [
    'for whoever only writes',
    [[crane('p')], [withCrane], [later]],
    { isManager: false },
    ['manager', 'builds', 'manager'],
  ],
  ['what all projects share', [[crane(null)]], {}, ['organiser']],
  ['the same for whoever runs the organisation', [[crane(null)]], { isOrganiser: true }, [null]],
  ['what the plan does not allow any more', [[longer('a')]], { isRefused: () => true }, ['refused']],
])('carrying out %s', (_name, steps, ground, expected) => {
  const judged = judgeSteps(
    steps.map((calls, index) => step(String(index), ...calls)),
    { ...GROUND, ...ground },
  )
  expect(judged.map(({ hindrance }) => hindrance)).toEqual(expected)
})

test('carried out, days of an item are said once, efforts in their order, everything else as it was done', () => {
  const item = (patch: { startsOn?: string; dueOn?: string; effortMin?: number }) =>
    callOf('work.changeItem', { id: 'a', patch })
  const steps = [
    step('one', item({ startsOn: '2027-03-01', dueOn: '2027-03-02' }), longer('b')),
    step('two', item({ dueOn: '2027-03-05', effortMin: 60 })),
    step('three', withCrane, item({ effortMin: 120 })),
  ]
  const effort = (effortMin: number) => callOf('work.changeItem', { id: 'a', patch: { effortMin }, seen: {} })
  expect(carryOut(steps)).toEqual([
    item({ startsOn: '2027-03-01', dueOn: '2027-03-05' }),
    longer('b'),
    effort(60),
    withCrane,
    effort(120),
  ])
})

test('what others change of the same is noticed, and what they change of anything else is not', () => {
  const planItem = { id: 'a', durationMin: 480, percentComplete: 0 }
  // What is looked at of a store.
  const reading = (now: object) =>
    ((kind, id) => (kind === 'planItem' && id === 'a' ? now : undefined)) as ReadShown
  const calls = [longer('a'), longer('made here')]
  const seen = seenOf(calls, reading(planItem))
  expect(isChangedSince(calls, seen, reading(planItem))).toBe(false)
  expect(isChangedSince(calls, seen, reading({ ...planItem, percentComplete: 50 }))).toBe(false)
  expect(isChangedSince(calls, seen, reading({ ...planItem, durationMin: 960 }))).toBe(true)
  expect(isChangedSince(calls, undefined, reading(planItem))).toBe(false)
})

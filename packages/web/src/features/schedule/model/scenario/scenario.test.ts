import { expect, test } from 'vitest'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import {
  EMPTY_SHELF,
  holds,
  linksOf,
  openOn,
  readShelf,
  type Scenario,
  stepBack,
  stepForth,
  withNew,
  withOnly,
  withOpen,
  withoutStep,
  withStep,
} from './scenario.ts'

const EMPTY: Scenario = { id: 's', name: 'Second crane', steps: [], undone: [] }
const step = (id: string, ...calls: readonly Call[]) => ({ id, label: id, calls })
const longer = (itemId: string, durationMin = 960) =>
  callOf('schedule.changePlanItem', { containerId: 'p', itemId, patch: { durationMin } })
const link = (id: string) => callOf('work.relateItems', { id, fromId: 'a', toId: 'b', kind: 'precedes' })
const unlink = (id: string) => callOf('work.unrelateItems', { id })

const RESOURCE = { id: 'r', kind: 'machine', name: 'Crane', maxUnits: 2 } as const

test.each<[string, Call, boolean]>([
  ['another duration', longer('a'), true],
  [
    'levelling of another project',
    callOf('schedule.setLevelling', { containerId: 'other', items: [{ itemId: 'z', levelledAt: null }] }),
    false,
  ],
  ['a link', link('l'), true],
  ['a link removed', unlink('l'), true],
  ['other days of an item', callOf('work.changeItem', { id: 'a', patch: { dueOn: '2027-03-01' } }), true],
  ['another effort', callOf('work.changeItem', { id: 'a', patch: { effortMin: 60 } }), true],
  ['another title', callOf('work.changeItem', { id: 'a', patch: { title: 'New' } }), false],
  ['a new item', callOf('work.createItem', { id: 'n', containerId: 'p', title: 'New' }), false],
  ['an item left out', callOf('work.archiveItem', { id: 'a' }), true],
  [
    'somebody more',
    callOf('schedule.assign', { id: 'x', containerId: 'p', itemId: 'a', resourceId: 'r' }),
    true,
  ],
  ['somebody less', callOf('schedule.unassign', { id: 'x' }), true],
  ['a second crane', callOf('schedule.saveResource', { ...RESOURCE, containerId: 'p' }), true],
  ['more of what all share', callOf('schedule.saveResource', { ...RESOURCE, containerId: null }), true],
  ['a crane elsewhere', callOf('schedule.saveResource', { ...RESOURCE, containerId: 'other' }), false],
  [
    'another status date',
    callOf('schedule.changePlanSettings', { containerId: 'p', patch: { statusAt: 1 } }),
    true,
  ],
  [
    'whether dates are calculated at all',
    callOf('schedule.changePlanSettings', { containerId: 'p', patch: { isScheduled: false } }),
    false,
  ],
  [
    'another norm',
    callOf('schedule.changePlanItem', { containerId: 'p', itemId: 'a', patch: { normMin: 30 } }),
    true,
  ],
])('a scenario and %s', (_name, call, isHeld) => expect(holds(call, 'p')).toBe(isHeld))

test('steps are taken back and made again in their order; a new one forgets what was taken back', () => {
  const both = withStep(withStep(EMPTY, step('one')), step('two'))
  const back = stepBack(stepBack(both))
  expect(back.steps).toEqual([])
  expect(stepForth(stepForth(back))).toEqual(both)
  expect(stepForth(stepBack(both))).toEqual(both)
  expect(withStep(stepBack(both), step('three')).undone).toEqual([])
  expect(stepBack(EMPTY)).toBe(EMPTY)
  expect(stepForth(EMPTY)).toBe(EMPTY)
  expect(withoutStep(both, 'one').steps.map(({ id }) => id)).toEqual(['two'])
})

test('links that it makes and removes are known; one that it made and removed is neither', () => {
  const scenario = withStep(withStep(EMPTY, step('one', link('l'), unlink('old'))), step('two', link('m')))
  expect(linksOf(scenario).made).toEqual([
    { id: 'l', fromId: 'a', toId: 'b', kind: 'precedes', linkType: 'FS', lag: 0, lagUnit: 'workingMin' },
    expect.objectContaining({ id: 'm' }),
  ])
  expect([...linksOf(scenario).removed]).toEqual(['old'])
  const without = linksOf(withStep(scenario, step('three', unlink('l'), unlink('m'))))
  expect(without.made).toEqual([])
  expect([...without.removed]).toEqual(['old'])
})

test('only what could not be carried out stays', () => {
  const [one, two] = [step('one'), step('two')]
  const both = stepBack(withStep(withStep(EMPTY, one), two))
  expect(withOnly(both, [one])).toEqual({ ...EMPTY, steps: [one] })
  expect(withOnly(both, [])).toBeNull()
})

test('several lie on the shelf, and one is open; dropped, the others stay', () => {
  const two = withNew(withNew(EMPTY_SHELF, { id: 'one', name: 'One' }), { id: 'two', name: 'Two' })
  expect(openOn(two)?.id).toBe('two')
  const changed = withOpen(two, (scenario) => withStep(scenario, step('x', longer('a'))))
  expect(changed.scenarios.map(({ steps }) => steps.length)).toEqual([0, 1])
  expect(withOpen(changed, () => null)).toEqual({ openId: null, scenarios: [two.scenarios[0]] })
  const closed = { ...two, openId: null }
  expect(withOpen(closed, () => null)).toBe(closed)
})

test('what the device keeps is read again, and anything else is an empty shelf', () => {
  const shelf = withOpen(withNew(EMPTY_SHELF, EMPTY), (scenario) => withStep(scenario, step('x', link('l'))))
  expect(readShelf(JSON.stringify(shelf))).toEqual(shelf)
  for (const text of [null, '{', '[]', '{"scenarios":[{"id":1}]}'])
    expect(readShelf(text)).toEqual(EMPTY_SHELF)
})

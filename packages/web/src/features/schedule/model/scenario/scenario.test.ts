import { expect, test } from 'vitest'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import {
  carryOut,
  EMPTY_SHELF,
  fittingSteps,
  holds,
  linksOf,
  openOn,
  readShelf,
  type Scenario,
  stepBack,
  stepForth,
  withNew,
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
  ['another title', callOf('work.changeItem', { id: 'a', patch: { title: 'New' } }), false],
  ['a new item', callOf('work.createItem', { id: 'n', containerId: 'p', title: 'New' }), false],
  ['somebody more', callOf('schedule.unassign', { id: 'x' }), false],
  [
    'another norm',
    callOf('schedule.changePlanItem', { containerId: 'p', itemId: 'a', patch: { normMin: 30 } }),
    false,
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

test('steps of items and links that are gone from the plan do not fit any more', () => {
  const scenario = [
    step('item', longer('a')),
    step('gone', longer('z')),
    step('made', link('l')),
    step('removed again', unlink('l')),
    step('removed by others', unlink('old')),
  ].reduce(withStep, EMPTY)
  const fitting = fittingSteps(scenario, new Set(['a', 'b']))
  expect(fitting.map(({ id }) => id)).toEqual(['item', 'made', 'removed again'])
  expect(fittingSteps(scenario, new Set(['a', 'b', 'z', 'old']))).toHaveLength(5)
})

test('carried out, days of an item are said once, and everything else as it was done', () => {
  const days = (patch: { startsOn?: string; dueOn?: string }) => callOf('work.changeItem', { id: 'a', patch })
  const steps = [
    step('one', days({ startsOn: '2027-03-01', dueOn: '2027-03-02' }), longer('b')),
    step('two', days({ dueOn: '2027-03-05' })),
    step('three', longer('b', 480)),
  ]
  expect(carryOut(steps)).toEqual([
    days({ startsOn: '2027-03-01', dueOn: '2027-03-05' }),
    longer('b'),
    longer('b', 480),
  ])
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

import type { InputOf, OutputOf, operations } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { workReactions } from './index.ts'
import { createWorkWorld } from './testing/work-world.ts'

const world = await createWorkWorld(undefined, workReactions)
afterAll(() => world.database.close())

type Operations = typeof operations

async function run<Name extends keyof Operations>(name: Name, input: InputOf<Operations[Name]>) {
  const { results } = await world.run([{ name, input }])
  return results[0] as OutputOf<Operations[Name]> // What the command of this name answers.
}

async function ask<Name extends keyof Operations>(name: Name, input: InputOf<Operations[Name]>) {
  return (await world.ask(name, input)) as OutputOf<Operations[Name]> // As above.
}

let containers = 0

async function addContainer(visibility: 'open' | 'private' = 'open'): Promise<string> {
  const id = newId<'Container'>()
  await run('work.createContainer', { id, kind: 'project', key: `K${++containers}`, name: 'P', visibility })
  return id
}

type More = Partial<InputOf<Operations['work.createItem']>>

async function project() {
  const containerId = await addContainer()
  const add = async (title: string, more: More = {}) =>
    (await run('work.createItem', { id: newId(), containerId, title, ...more })).id
  return { containerId, add }
}

type FieldMore = Partial<InputOf<Operations['work.createField']>>

const addField = (key: string, more: FieldMore) =>
  run('work.createField', { id: newId(), key, name: key, kind: 'formula', ...more })

const valueOf = async (item: string, fieldId: string) =>
  (await ask('work.getItem', { item })).item.fields[fieldId]

const children = { over: 'children', of: null, where: null } as const

test('a formula is shown, found and sorted by', async () => {
  const { add } = await project()
  const rate = await addField('rate', { kind: 'money' })
  const cost = await addField('cost', { formula: 'effort * rate' })
  const dear = await addField('dear', { formula: 'cost > 1000' })
  expect([cost.result, dear.result]).toEqual(['money', 'yesNo'])
  const small = await add('Small', { effortMin: 60, fields: { [rate.id]: 8_000 } })
  const large = await add('Large', { effortMin: 1200, fields: { [rate.id]: 8_000 } })
  const unknown = await add('Unknown', { effortMin: 1200 })
  const list = (query: string) => ask('work.listItems', { query })
  expect((await list('cost > 0 order by cost desc')).items.map(({ id }) => id)).toEqual([large, small])
  expect((await list('dear = yes')).items.map(({ id }) => id)).toEqual([large])
  const emptyOnes = (await list('cost is empty and title = Unknown')).items
  expect(emptyOnes.map(({ id }) => id)).toEqual([unknown])
  expect(await valueOf(large, cost.id)).toBe(160_000)
  expect(await valueOf(unknown, dear.id)).toBe('no')
})

test('a formula that makes no sense is refused with its place', async () => {
  await expect(addField('wrong', { formula: 'effort + ' })).rejects.toMatchObject({
    refusal: { code: 'formula.unfinished', params: { position: 9 } },
  })
  await expect(addField('wrong', { formula: 'effort + title' })).rejects.toMatchObject({
    refusal: { code: 'formula.type_wrong', params: { position: 9, is: 'a text' } },
  })
  await expect(addField('wrong', { formula: 'efort * 2' })).rejects.toMatchObject({
    refusal: { code: 'formula.name_unknown', params: { position: 0, suggestion: 'effort' } },
  })
})

test('a circle of formulas is refused with its path', async () => {
  const first = await addField('circleA', { formula: 'effort * 2' })
  await addField('circleB', { formula: 'circleA + 1' })
  await expect(
    run('work.changeField', { id: first.id, patch: { formula: 'circleB + 1' } }),
  ).rejects.toMatchObject({
    refusal: { code: 'formula.cycle', params: { path: ['circleA', 'circleB', 'circleA'] } },
  })
})

test('a change that another formula cannot bear is refused; one that it can changes what it comes to', async () => {
  const base = await addField('base', { formula: 'effort * 2' })
  const upon = await addField('upon', { formula: 'base / 3' })
  const change = (formula: string) => run('work.changeField', { id: base.id, patch: { formula } })
  await expect(change('title')).rejects.toMatchObject({
    refusal: { code: 'formula.breaks', params: { field: 'upon' } },
  })
  await change('costOfDelay * 2')
  expect(upon.result).toBe('number')
  const { add } = await project()
  const id = await add('Waits', { costOfDelayMinor: 300 })
  // Money now, in cents.
  expect(await valueOf(id, upon.id)).toBe(200)
})

test('nobody fills in what is worked out', async () => {
  const { add } = await project()
  const doubled = await addField('doubled', { formula: 'effort * 2' })
  const id = await add('Item')
  await expect(run('work.changeItem', { id, patch: { fields: { [doubled.id]: 3 } } })).rejects.toMatchObject({
    refusal: { code: 'work.field_computed' },
  })
  await expect(add('Other', { fields: { [doubled.id]: 3 } })).rejects.toMatchObject({
    refusal: { code: 'work.field_computed' },
  })
})

test('a roll-up follows its sub-items', async () => {
  const { add } = await project()
  const price = await addField('price', { kind: 'money' })
  const total = await addField('total', {
    kind: 'rollUp',
    rollUp: { over: 'below', measure: 'sum', of: 'price', where: null },
  })
  const dearest = await addField('dearest', {
    kind: 'rollUp',
    rollUp: { over: 'children', measure: 'maximum', of: 'price * 2', where: 'priority >= 3' },
  })
  const share = await addField('share', { kind: 'rollUp', rollUp: { ...children, measure: 'percentDone' } })
  const next = await addField('nextDue', {
    kind: 'rollUp',
    rollUp: { over: 'below', measure: 'earliest', of: 'due', where: 'open' },
  })
  const doubled = await addField('totalTwice', { formula: 'total * 2' })
  expect([total.result, dearest.result, share.result, next.result, doubled.result]).toEqual([
    'money',
    'money',
    'number',
    'date',
    'money',
  ])
  const top = await add('House')
  const mid = await add('Floor', { parentId: top, priority: 3, fields: { [price.id]: 1_000 } })
  const leaf = await add('Door', { parentId: mid, dueOn: '2026-12-03', fields: { [price.id]: 250 } })
  const values = async () =>
    Promise.all([total, dearest, share, next, doubled].map(({ id }) => valueOf(top, id)))
  expect(await values()).toEqual([1_250, 2_000, 0, '2026-12-03', 2_500])

  await run('work.changeItem', {
    id: leaf,
    patch: { fields: { [price.id]: 500 }, dueOn: '2026-12-01' },
  })
  expect(await values()).toEqual([1_500, 2_000, 0, '2026-12-01', 3_000])

  await run('work.moveItem', { id: leaf, stateId: 'done' })
  await run('work.moveItem', { id: mid, stateId: 'done' })
  expect(await values()).toEqual([1_500, 2_000, 100, undefined, 3_000])

  await run('work.changeItem', { id: leaf, patch: { parentId: null } })
  expect(await valueOf(mid, total.id)).toBeUndefined()
  expect((await values())[0]).toBe(1_000)

  await run('work.archiveItem', { id: mid })
  expect(await values()).toEqual([undefined, undefined, undefined, undefined, undefined])
  await run('work.restoreItem', { id: mid })
  expect((await values())[0]).toBe(1_000)
  const found = await ask('work.listItems', { query: 'total = 10 and share = 100' })
  expect(found.items.map(({ id }) => id)).toEqual([top])
})

test('a roll-up does not tell of sub-items that not everybody who sees it may see', async () => {
  const { add } = await project()
  const hidden = await addContainer('private')
  const known = await addField('known', { kind: 'rollUp', rollUp: { ...children, measure: 'count' } })
  const top = await add('Open to all')
  await add('Seen', { parentId: top })
  await run('work.createItem', {
    id: newId(),
    containerId: hidden,
    title: 'Hidden',
    parentId: top,
  })
  expect(await valueOf(top, known.id)).toBe(1)
})

test('a roll-up made later gathers what is there already', async () => {
  const { add } = await project()
  const top = await add('Here before')
  await add('Part', { parentId: top, effortMin: 90 })
  const late = await addField('hoursBelow', {
    kind: 'rollUp',
    rollUp: { over: 'below', measure: 'sum', of: 'effort', where: null },
  })
  expect(await valueOf(top, late.id)).toBe(1.5)
  await run('work.changeField', {
    id: late.id,
    patch: { rollUp: { over: 'below', measure: 'count', of: null, where: null } },
  })
  expect(await valueOf(top, late.id)).toBe(1)
})

test('a roll-up of a roll-up is refused', async () => {
  await addField('countBelow', { kind: 'rollUp', rollUp: { ...children, measure: 'count' } })
  await expect(
    addField('sumOfCounts', {
      kind: 'rollUp',
      rollUp: { over: 'below', measure: 'sum', of: 'countBelow + 1', where: null },
    }),
  ).rejects.toMatchObject({ refusal: { code: 'formula.on_roll_up' } })
})

test('a copy has what was filled in, and gathers from its own sub-items', async () => {
  const { add } = await project()
  const count = await addField('parts', { kind: 'rollUp', rollUp: { ...children, measure: 'count' } })
  const top = await add('Original')
  await add('Part', { parentId: top })
  const copyId = newId<'WorkItem'>()
  await run('work.copyItem', { id: top, copyId, subItems: false })
  expect(await valueOf(copyId, count.id)).toBeUndefined()
})

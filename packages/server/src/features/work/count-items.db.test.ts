import type { InputOf, operations } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf } from '../../platform/testing/scene.ts'
import { createWorkWorld } from './testing/work-world.ts'

const world = await createWorkWorld()
afterAll(() => world.database.close())

type Count = InputOf<(typeof operations)['work.countItems']>
type Counted = {
  readonly total: number
  readonly sums: readonly (number | null)[]
  readonly groups: readonly {
    readonly value: string | null
    readonly count: number
    readonly sums: readonly (number | null)[]
  }[]
}

const run = (name: string, input: object) => world.run([{ name, input }])
const count = async (input: Count, who = world.owner) =>
  (await world.ask('work.countItems', input, who)) as Counted // What the question answers.

const [listId, costId, zoneId, onId] = [newId(), newId(), newId(), newId()]
const options = ['north', 'south'].map((name) => ({ id: newId(), name }))
const [north = { id: '' }, south = { id: '' }] = options
await run('work.createContainer', { id: listId, kind: 'list', key: 'OFF', name: 'Site office' })
await run('work.createField', { id: costId, key: 'cost', name: 'Cost', kind: 'money' })
await run('work.createField', { id: zoneId, key: 'zone', name: 'Zone', kind: 'choice', options })
await run('work.createField', { id: onId, key: 'seenOn', name: 'Seen on', kind: 'date' })
await run('work.createField', {
  id: newId(),
  key: 'double',
  name: 'Double',
  kind: 'formula',
  formula: 'cost * 2',
})
const make = (fields: object, more: object = {}) =>
  run('work.createItem', { id: newId(), containerId: listId, title: 'Look', fields, ...more })
await make({ [costId]: 1000, [zoneId]: north.id, [onId]: '2026-03-02' }, { effortMin: 60 })
await make({ [costId]: 250, [zoneId]: north.id, [onId]: '2026-03-30' }, { effortMin: 30 })
await make({ [costId]: 5, [zoneId]: south.id, [onId]: '2026-04-01' })
await make({})

test('items are counted and added up by own fields, also by what a formula comes to', async () => {
  const sums = 'effort, field.cost, field.double'
  const all = await count({ sums })
  expect(all).toEqual({ total: 4, sums: [90, 1255, 2510], groups: [] })
  const byZone = await count({ by: 'field.zone', sums: 'field.cost' })
  expect(byZone.groups).toMatchObject([
    { value: north.id, count: 2, sums: [1250] },
    { value: south.id, count: 1, sums: [5] },
    { value: null, count: 1, sums: [null] },
  ])
  const byMonth = await count({ by: 'field.seenOn' })
  expect(byMonth.groups).toMatchObject([
    { value: '2026-03', count: 2 },
    { value: '2026-04', count: 1 },
    { value: null, count: 1 },
  ])
  expect((await count({ query: 'cost > 1', by: 'field.cost', sums: 'field.cost,field.cost' })).sums).toEqual([
    1250, 1250,
  ])
})

test('what holds no amounts is not added up, what is not there not counted by, and nothing unseen counts', async () => {
  expect(await refusalOf(count({ sums: 'title' }))).toBe('work.not_summable')
  expect(await refusalOf(count({ sums: 'field.zone' }))).toBe('work.not_summable')
  expect(await refusalOf(count({ sums: 'cost desc, effort or 1' }))).toBe('work.not_summable')
  expect(await refusalOf(count({ sums: Array(21).fill('effort').join(',') }))).toBe('work.too_many_sums')
  expect(await refusalOf(count({ by: 'field.gone' }))).toBe('query.field_unknown')
  expect(await refusalOf(count({ sums: 'gone' }))).toBe('query.field_unknown')
  const guest = await world.addPerson('guest', new Map())
  expect(await count({ by: 'field.zone', sums: 'field.cost' }, guest)).toEqual({
    total: 0,
    sums: [null],
    groups: [],
  })
})

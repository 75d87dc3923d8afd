import type { ImportMapping, ImportView } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf } from '../../platform/testing/scene.ts'
import { createExchangeWorld } from './testing/exchange-world.ts'

const world = await createExchangeWorld(20_000)
afterAll(() => world.close())

const COLUMNS: ImportMapping['columns'] = [
  { column: 0, field: 'key' },
  { column: 1, field: 'title' },
  { column: 2, field: 'parent' },
]

function intoNew(key: string): ImportMapping {
  const target = {
    kind: 'new',
    containerKind: 'list',
    key,
    name: key,
    subject: null,
    wishedEndState: null,
  } as const
  return { target, columns: COLUMNS, typeId: null, people: 'placeholder' }
}

async function started(content: string, mapping: ImportMapping): Promise<string> {
  const { id } = await world.upload(content)
  await world.map(id, mapping)
  await world.run('exchange.startImport', { id })
  return id
}

async function ready(content: string, mapping: ImportMapping): Promise<ImportView> {
  const id = await started(content, mapping)
  await world.drain()
  return await world.get(id)
}

async function itemsOf(runId: string) {
  const { rows } = await world.work.database.owner.pool.query<{
    id: string
    title: string
    parent_id: string
  }>('select id, title, parent_id from work_item where import_run_id = $1 order by title', [runId])
  return rows
}

const CHAIN = 'Key,Title,Parent\na,Top,\nb,Middle,a\nc,Bottom,b\nd,Alone,\n'
const LONG = `Key,Title,Parent\n${Array.from({ length: 1_200 }, (_, row) => `${row},Row ${row},${row === 0 ? '' : 0}`).join('\n')}`

test('what people have built upon stays, and is told', async () => {
  const view = await ready(CHAIN, intoNew('OWN'))
  const middle = (await itemsOf(view.id)).find(({ title }) => title === 'Middle')
  const own = newId()
  await world.run('work.createItem', {
    id: own,
    containerId: view.containerId,
    title: 'Mine',
    parentId: middle?.id,
  })
  await world.run('exchange.revertImport', { id: view.id })
  await world.drain()
  const { removal, containerId } = await world.get(view.id)
  expect(removal?.removed).toMatchObject({ item: 2 })
  expect(removal?.kept.map(({ kind, name, reason }) => [kind, name.replace(/^\S+ /, ''), reason])).toEqual(
    expect.arrayContaining([
      ['item', 'Top', 'sub-item'],
      ['item', 'Middle', 'sub-item'],
      ['container', 'OWN', 'item'],
    ]),
  )
  expect(containerId).toBe(view.containerId)
  expect((await itemsOf(view.id)).map(({ title }) => title)).toEqual(['Middle', 'Top'])
})

test('a comment of a person keeps the item it is on', async () => {
  const view = await ready(CHAIN, intoNew('TALK'))
  const alone = (await itemsOf(view.id)).find(({ title }) => title === 'Alone')
  await world.run('discussion.addComment', { id: newId(), itemId: alone?.id, body: 'Wait' })
  await world.run('exchange.revertImport', { id: view.id })
  await world.drain()
  expect((await itemsOf(view.id)).map(({ title }) => title)).toEqual(['Alone'])
})

test('a run whose worker dies goes on where it stopped, with nothing twice and nothing missing', async () => {
  const id = await started(LONG, intoNew('DIES'))
  const stop = new AbortController()
  stop.abort(new Error('killed'))
  // Twice: the second worker dies before it gets further.
  for (const attempt of [1, 2]) {
    await expect(world.drain(stop.signal), `attempt ${attempt}`).rejects.toThrow('killed')
    expect(await world.get(id)).toMatchObject({ state: 'running', done: 500 })
  }
  await world.drain()
  expect(await world.get(id)).toMatchObject({ state: 'review', done: 1_200, total: 1_200 })
  const items = await itemsOf(id)
  expect(new Set(items.map(({ title }) => title)).size).toBe(1_200)
  expect(items.filter(({ parent_id }) => parent_id === null)).toHaveLength(1)
})

test('to revert a run that is still going on cancels it', async () => {
  const id = await started(LONG, intoNew('STOP'))
  const stop = new AbortController()
  stop.abort(new Error('killed'))
  await expect(world.drain(stop.signal)).rejects.toThrow('killed')
  await world.run('exchange.revertImport', { id })
  await world.drain()
  expect(await world.get(id)).toMatchObject({ state: 'reverted', containerId: null })
  expect(await itemsOf(id)).toEqual([])
})

test('a container that was there before stays as it was', async () => {
  const containerId = newId()
  await world.run('work.createContainer', { id: containerId, kind: 'list', key: 'OLD', name: 'Old' })
  await world.run('work.createItem', { id: newId(), containerId, title: 'Before' })
  const target = { kind: 'existing', containerId } as const
  const view = await ready(CHAIN, { target, columns: COLUMNS, typeId: null, people: 'leave' })
  expect(view).toMatchObject({ state: 'review', containerId })
  await world.run('exchange.revertImport', { id: view.id })
  await world.drain()
  expect((await world.get(view.id)).removal).toMatchObject({ removed: { item: 4 }, keptCount: 0 })
  const left = await world.run('work.createItem', { id: newId(), containerId, title: 'After' })
  expect(left).toMatchObject({ key: 'OLD-6' })
})

test('others neither see nor steer a run, and guests cannot import', async () => {
  const { id } = await world.upload(CHAIN)
  const member = await world.work.addPerson('member', new Map())
  const guest = await world.work.addPerson('guest', new Map())
  expect(await refusalOf(world.get(id, member))).toBe('platform.not_found')
  const mapped = world.run('exchange.mapImport', { id, mapping: intoNew('NO') }, { principal: member })
  expect(await refusalOf(mapped)).toBe('platform.not_found')
  expect(await refusalOf(world.get(id, guest))).toBe('platform.not_allowed')
})

test('nobody imports into a container that they may not write to', async () => {
  const containerId = newId()
  await world.run('work.createContainer', { id: containerId, kind: 'list', key: 'SHUT', name: 'Shut' })
  const viewer = await world.work.addPerson('member', new Map([[containerId, 'viewer']]))
  const { id } = await world.upload(CHAIN, 'work.csv', viewer)
  const mapping = { target: { kind: 'existing', containerId }, columns: COLUMNS }
  const mapped = world.run('exchange.mapImport', { id, mapping }, { principal: viewer })
  expect(await refusalOf(mapped)).toBe('platform.not_allowed')
})

test.each([
  ['nothing', '', 'exchange.file_empty'],
  ['blank lines', '\n\n\n', 'exchange.file_empty'],
  ['a broken ZIP', 'PK\u0003\u0004rest', 'exchange.file_unreadable'],
  ['JSON', '{"a": 1}', 'exchange.format_unknown'],
  ['a web page', '<!doctype html><html></html>', 'exchange.format_unknown'],
  ['more columns than tables have', `${'a,'.repeat(2_000)}\n`, 'exchange.file_unreadable'],
  ['too many bytes', 'x'.repeat(20_001), 'exchange.file_too_large'],
  ['XML that is no project', '<?xml version="1.0"?><html/>', 'exchange.file_unreadable'],
  ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "c">]><Project/>', 'exchange.format_unknown'],
  [
    'a bomb behind a declaration',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Project/>',
    'exchange.file_unreadable',
  ],
])('%s is refused at once, and nothing of it is kept', async (_what, content, code) => {
  const before = await world.rows('import_run')
  expect(await refusalOf(world.upload(content))).toBe(code)
  expect(await world.rows('import_run')).toEqual(before)
})

test('circles of parents, unknown parents and double keys are told by line, and the rest comes in', async () => {
  const { id } = await world.upload('Key,Title,Parent\na,A,b\nb,B,a\nc,C,zz\nc,C again,\nd,D,d\n')
  const { plan } = await world.map(id, intoNew('ODD'))
  expect(plan?.counts.items).toBe(5)
  expect(plan?.problems.map(({ code, line }) => [code, line])).toEqual(
    expect.arrayContaining([
      ['import.parent_cycle', 3],
      ['import.parent_unknown', 4],
      ['import.key_twice', 5],
      ['import.parent_itself', 6],
    ]),
  )
})

test('the demo goes, and an own item in it stays with its container', async () => {
  const origin = { kind: 'demo', newsSince: 0 } as const
  const [kept, gone, ownId] = [newId(), newId(), newId()]
  for (const [id, key] of [
    [kept, 'DEMOA'],
    [gone, 'DEMOB'],
  ]) {
    await world.run('work.createContainer', { id, kind: 'project', key, name: key }, { origin })
    await world.run('work.createItem', { id: newId(), containerId: id, title: 'Demo' }, { origin })
  }
  await world.run('work.createItem', { id: ownId, containerId: kept, title: 'Own' })
  const removal = await world.run('exchange.removeDemo', {})
  expect(removal).toMatchObject({ removed: { item: 2, container: 1 }, keptCount: 1 })
  const keys = (await world.rows('container')).map(({ row }) => (row as { key: string }).key)
  expect(keys).toContain('DEMOA')
  expect(keys).not.toContain('DEMOB')
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InputOf, operations } from '@millrace/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRegistry } from '../../platform/commands/index.ts'
import { openFiles } from '../../platform/files/index.ts'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { discussionCommands } from '../discussion/index.ts'
import { attachFile, filesCommands } from '../files/index.ts'
import { workCommands } from '../work/index.ts'
import { searchQueries, searchReactions } from './index.ts'
import { catchUp } from './jobs/catch-up.ts'

const offers = {
  commands: [...workCommands, ...discussionCommands, ...filesCommands],
  queries: searchQueries,
  reactions: searchReactions,
}
const scene = await Scene.open(offers)
const dataDir = await mkdtemp(join(tmpdir(), 'millrace-search-'))
const files = await openFiles({ dataDir, files: null })
afterAll(async () => {
  await scene.close()
  await rm(dataDir, { recursive: true, force: true })
})

type Find = InputOf<(typeof operations)['search.find']>

/** What somebody finds, each as its kind and its title. */
async function find(who: Who, words: string, more: Partial<Find> = {}): Promise<readonly string[]> {
  const { results } = await scene.ask(who, 'search.find', { words, ...more })
  return results.map(({ kind, title }) => `${kind}: ${title.map((part) => part.text).join('')}`)
}

async function addItem(containerId: string, title: string, more: Readonly<Record<string, unknown>> = {}) {
  return await scene.run('manager', 'work.createItem', { id: newId(), containerId, title, ...more })
}

async function attach(place: { kind: 'item' | 'container'; id: string }, name: string, content: string) {
  async function* bytes() {
    yield await Promise.resolve(Buffer.from(content))
  }
  const stored = await files.put(bytes(), { folder: scene.organisationId, maxBytes: 10_000 })
  const deps = {
    db: scene.database.db,
    registry: createRegistry([], [], searchReactions),
    onCommitted: () => {},
  }
  const file = { id: newId(), name, mediaType: 'text/plain', ...stored, place }
  return await attachFile(deps, { principal: scene.principal('manager'), file })
}

const catchUpNow = () =>
  catchUp({ db: scene.database.db, files }, scene.organisationId, new AbortController().signal)

let list = ''
beforeAll(async () => {
  list = await scene.addContainer('list')
})

test('an item is found by key, title, description and label, the nearest first', async () => {
  const labelId = newId()
  await scene.within('manager', (unit) =>
    unit.tx.query({
      text: `insert into label (organisation_id, id, name, colour) values ($1, $2, 'Quarry', 'gray')`,
      values: [unit.organisationId, labelId],
    }),
  )
  const described = await addItem(list, 'Order stone', { description: 'From the **quarry** in the north' })
  const titled = await addItem(list, 'Visit the quarry')
  await addItem(list, 'Pay the carter', { labelIds: [labelId] })
  expect(await find('viewer', 'quarry')).toEqual([
    'item: Visit the quarry',
    expect.any(String),
    expect.any(String),
  ])
  expect((await find('viewer', 'Quarries')).toSorted()).toEqual([
    'item: Order stone',
    'item: Pay the carter',
    'item: Visit the quarry',
  ])
  expect((await find('viewer', described.key))[0]).toBe('item: Order stone')
  expect((await find('viewer', titled.key.toLowerCase()))[0]).toBe('item: Visit the quarry')
  const { results } = await scene.ask('viewer', 'search.find', { words: 'quarry north' })
  expect(results).toMatchObject([
    {
      kind: 'item',
      itemKey: described.key,
      containerId: list,
      isSimilar: false,
      excerpt: [
        { text: 'From the ', isHit: false },
        { text: 'quarry', isHit: true },
        { text: ' in the ', isHit: false },
        { text: 'north', isHit: true },
      ],
    },
  ])
})

test('what changes is found as it is from then on, and what is archived comes last', async () => {
  const first = await addItem(list, 'Pour the lintel')
  await addItem(list, 'Order a lintel')
  await scene.run('manager', 'work.changeItem', { id: first.id, patch: { title: 'Pour the beam' } })
  expect(await find('viewer', 'lintel')).toEqual(['item: Order a lintel'])
  await scene.run('manager', 'work.changeItem', { id: first.id, patch: { title: 'Lintel, poured' } })
  await scene.run('manager', 'work.archiveItem', { id: first.id })
  expect(await find('viewer', 'lintel')).toEqual(['item: Order a lintel', 'item: Lintel, poured'])
  await scene.run('manager', 'work.restoreItem', { id: first.id })
  expect((await find('viewer', 'lintel')).length).toBe(2)
})

test('comments are found by what they say until they are taken back', async () => {
  const { id: itemId } = await addItem(list, 'Roof')
  const comment = await scene.run('commenter', 'discussion.addComment', {
    id: newId(),
    itemId,
    body: 'The thatcher comes on Monday',
  })
  expect(await find('viewer', 'thatcher')).toEqual(['comment: Roof'])
  await scene.run('commenter', 'discussion.editComment', { id: comment.id, body: 'The slater comes' })
  expect(await find('viewer', 'thatcher')).toEqual([])
  expect(await find('viewer', 'slater')).toEqual(['comment: Roof'])
  expect(await find('viewer', 'slater', { kind: 'item' })).toEqual([])
  await scene.run('commenter', 'discussion.removeComment', { id: comment.id })
  expect(await find('viewer', 'slater')).toEqual([])
})

test('files are found by name at once, by their text when it was read, and not when they are gone', async () => {
  const { id: itemId } = await addItem(list, 'Facade')
  const file = await attach({ kind: 'item', id: itemId }, 'survey-north.txt', 'Moss on the gargoyle\n')
  await attach({ kind: 'container', id: list }, 'gutters.txt', 'Gargoyle again')
  expect(await find('viewer', 'survey north')).toEqual(['file: survey-north.txt'])
  expect(await find('viewer', 'gargoyle')).toEqual([])
  await catchUpNow()
  expect((await find('viewer', 'gargoyle')).toSorted()).toEqual([
    'file: gutters.txt',
    'file: survey-north.txt',
  ])
  await scene.run('manager', 'files.removeFile', { id: file.id })
  expect(await find('viewer', 'gargoyle')).toEqual(['file: gutters.txt'])
})

test('a slip of the pen still finds titles and names of files', async () => {
  await addItem(list, 'Scaffolding for the tower')
  expect(await find('viewer', 'scafolding')).toEqual(['item: Scaffolding for the tower'])
  expect(await find('viewer', 'towre scafoldnig')).toEqual(['item: Scaffolding for the tower'])
  expect(await find('viewer', 'scaffolding crypt')).toEqual([])
  const { results } = await scene.ask('viewer', 'search.find', { words: 'scafolding' })
  expect(results[0]).toMatchObject({ isSimilar: true, title: [{ text: 'Scaffolding', isHit: true }, {}] })
})

test('nobody finds what they cannot see, wherever it stands and whatever it became', async () => {
  const secret = await scene.addContainer('project', { members: ['manager'] })
  const { id: itemId, key } = await addItem(secret, 'Buy the windmill', { description: 'windmill' })
  await scene.run('manager', 'discussion.addComment', { id: newId(), itemId, body: 'windmill is cheap' })
  await attach({ kind: 'item', id: itemId }, 'windmill.txt', 'windmill')
  await attach({ kind: 'container', id: secret }, 'windmill offer.txt', 'windmill')
  await catchUpNow()
  expect((await find('manager', 'windmill')).length).toBe(4)
  for (const who of ['viewer', 'contributor', 'stranger'] as const) {
    for (const words of ['windmill', 'windmil', key]) expect(await find(who, words)).toEqual([])
    expect(await refusalOf(find(who, 'windmill', { containerId: secret }))).toBe('platform.not_found')
  }
  await scene.run('manager', 'work.placeItem', { id: itemId, containerIds: [secret, list] })
  expect((await find('viewer', 'windmill')).length).toBe(3)
  await scene.run('manager', 'work.placeItem', { id: itemId, containerIds: [secret] })
  expect(await find('viewer', 'windmill')).toEqual([])
})

test('what an older Millrace wrote is caught up with', async () => {
  await addItem(list, 'Repair the sluice')
  await scene.sql('delete from search_entry')
  expect(await find('viewer', 'sluice')).toEqual([])
  await catchUpNow()
  expect(await find('viewer', 'sluice')).toEqual(['item: Repair the sluice'])
})

test('whatever is typed is answered', async () => {
  for (const words of ["' or 1=1 --", "a':* & !b", '\\', '<->', '%', '  ', 'ẞ', '日本', 'x'.repeat(300)])
    expect(Array.isArray(await find('viewer', words))).toBe(true)
})

test('the application goes by the index, which no policy keeps it from', async () => {
  const plan = await scene.read(async (tx) => {
    tx.send({ text: 'set local enable_seqscan = off' })
    return await tx.query<{ 'QUERY PLAN': string }>({
      text: `explain select e.id from search_entry e where e.vector @@ '''crane'':*'::tsquery`,
    })
  })
  expect(plan.map((row) => row['QUERY PLAN']).join(' ')).toContain('search_entry_vector')
})

import { afterAll, beforeEach, expect, test } from 'vitest'
import { PARTS_OF_ITEMS } from '../features/identity/index.ts'
import { newId } from '../platform/ids.ts'
import { makeCommon } from './testing/estate.ts'
import { listen as listenTo } from './testing/listen.ts'
import { type Member, openWholeServer } from './testing/whole-server.ts'

const server = await openWholeServer()
afterAll(() => server.close())

const owner = await server.found('home')
const anna = await server.addMember(owner, 'member', 'anna')
const bert = await server.addMember(owner, 'member', 'bert')
const boss = await server.addMember(owner, 'member', 'boss')
const home = owner.organisationId
const { type } = await makeCommon(server, owner, 'common')
const project = newId()

async function run(who: Member, name: string, input: unknown) {
  const body = { commands: [{ id: newId(), name, input }] }
  const answer = await server.ask(who, { path: `/api/v1/o/${home}/commands`, body })
  return { ...answer, code: answer.body['code'] }
}

async function done(who: Member, name: string, input: unknown) {
  const { status, body } = await run(who, name, input)
  if (status !== 200) throw new Error(JSON.stringify(body))
  const [result] = body['results'] as readonly unknown[] // As the contract says.
  return result as Readonly<Record<string, unknown>> // An item, where it is looked at.
}

await done(owner, 'work.createContainer', {
  ...{ id: project, kind: 'project', key: 'HUSH', name: 'Quiet project', defaultTypeId: type },
})
await done(owner, 'work.grantAccess', {
  ...{ id: newId(), containerId: project, personId: boss.personId, role: 'manager' },
})

async function addItem(more: object = {}): Promise<string> {
  const id = newId()
  await done(anna, 'work.createItem', { id, containerId: project, title: 'Pay rise', ...more })
  return id
}

const hide = (id: string, people: readonly Member[] | null, by = anna) =>
  run(by, 'work.setSeenBy', { id, personIds: people?.map(({ personId }) => personId) ?? null })

type Item = {
  readonly id: string
  readonly key: string
  readonly childCount: number
  readonly fields: Readonly<Record<string, unknown>>
  readonly ownSeenBy: readonly string[] | null
  readonly seenBy: readonly string[] | null
}

async function read(who: Member, id: string): Promise<Item | null> {
  const { status, body } = await server.ask(who, { path: `/api/v1/o/${home}/items/${id}` })
  return status === 200 ? (body['item'] as Item) : null // As the contract says.
}

async function seers(id: string): Promise<string> {
  const people = { anna, bert, boss, owner }
  const seen = await Promise.all(
    Object.entries(people).map(async ([name, who]) => ((await read(who, id)) ? name : '')),
  )
  return seen.filter((name) => name !== '').join(' ')
}

let top = ''
beforeEach(async () => {
  top = await addItem({ title: 'Talks' })
})

test('only those named see an item, and those who manage what it is in', async () => {
  expect(await seers(top)).toBe('anna bert boss owner')
  await hide(top, [anna])
  expect(await seers(top)).toBe('anna boss owner')
  await hide(top, [anna, bert])
  expect(await seers(top)).toBe('anna bert boss owner')
  await hide(top, null)
  expect(await read(bert, top)).toMatchObject({ ownSeenBy: null, seenBy: null })
})

test('whoever does not see an item cannot name themselves, nor can anybody shut themselves out', async () => {
  expect((await hide(top, [bert])).code).toBe('work.seen_by_without_you')
  await hide(top, [anna])
  expect((await hide(top, [anna, bert], bert)).code).toBe('platform.not_found')
  expect((await run(bert, 'work.changeItem', { id: top, patch: { title: 'Mine' } })).code).toBe(
    'platform.not_found',
  )
  expect((await hide(top, [anna, { ...bert, personId: newId() }])).code).toBe('platform.reference_unknown')
})

test('what is made under a confidential item is confidential with it', async () => {
  await hide(top, [anna])
  const below = await addItem({ parentId: top })
  expect(await seers(below)).toBe('anna boss owner')
  await hide(top, [anna, bert])
  expect(await seers(below)).toBe('anna bert boss owner')
  expect(await read(anna, below)).toMatchObject({ ownSeenBy: null })
  const refused = await run(bert, 'work.createItem', {
    id: newId(),
    containerId: project,
    title: 'x',
    parentId: top,
  })
  expect(refused.status).toBe(200)
})

test('what lies under it follows through all levels, archived or not, and keeps its own word', async () => {
  const below = await addItem({ parentId: top })
  const archived = await addItem({ parentId: below })
  await done(anna, 'work.archiveItem', { id: archived })
  await hide(below, [anna, bert])
  await hide(top, [anna])
  expect([await seers(below), await seers(archived)]).toEqual(['anna boss owner', 'anna boss owner'])
  await hide(top, null)
  expect([await seers(below), await seers(archived)]).toEqual([
    'anna bert boss owner',
    'anna bert boss owner',
  ])
  expect(await read(anna, below)).toMatchObject({
    ownSeenBy: [anna, bert].map((who) => who.personId).toSorted(),
  })
})

test('moved under a confidential item it vanishes with what lies under it, and moved out it stays hidden', async () => {
  const [item, other] = [await addItem(), await addItem()]
  const below = await addItem({ parentId: item })
  await hide(top, [anna])
  const move = (parentId: string | null, who = anna) =>
    run(who, 'work.changeItem', { id: item, patch: { parentId } })
  expect((await move(top, bert)).code).toBe('work.parent_unknown')
  await move(top)
  expect([await seers(item), await seers(below)]).toEqual(['anna boss owner', 'anna boss owner'])
  await move(other)
  expect([await seers(item), await seers(below)]).toEqual(['anna boss owner', 'anna boss owner'])
  expect(await read(anna, item)).toMatchObject({ ownSeenBy: [anna.personId] })
  await move(null)
  await hide(item, null)
  expect([await seers(item), await seers(below)]).toEqual(['anna bert boss owner', 'anna bert boss owner'])
})

test('counts and sums kept at an item leave out what is confidential under it', async () => {
  const sum = newId()
  const rollUp = { over: 'children', measure: 'sum', of: 'effort', where: null }
  await done(owner, 'work.createField', {
    id: sum,
    key: `s${sum.slice(-6)}`,
    name: 'Sum',
    kind: 'rollUp',
    rollUp,
  })
  const secret = await addItem({ parentId: top, effortMin: 600 })
  await addItem({ parentId: top, effortMin: 60 })
  expect(await read(bert, top)).toMatchObject({ childCount: 2, fields: { [sum]: 11 } })
  await hide(secret, [anna])
  for (const who of [anna, bert])
    expect(await read(who, top)).toMatchObject({ childCount: 1, fields: { [sum]: 1 } })
  const rollUpOf = async (who: Member) =>
    (await server.ask(who, { path: `/api/v1/o/${home}/items/${top}` })).body['rollUp']
  expect(await rollUpOf(anna)).toMatchObject({ items: 2, effortMin: 660 })
  expect(await rollUpOf(bert)).toMatchObject({ items: 1, effortMin: 60 })
  // It can be finished: that something hidden is open would tell of it.
  expect((await run(bert, 'work.moveItem', { id: top, stateId: 'done' })).code).toBe('work.children_open')
  await hide(secret, null)
  expect(await read(bert, top)).toMatchObject({ childCount: 2, fields: { [sum]: 11 } })
})

test('a query finds what is confidential, each for themselves', async () => {
  await hide(top, [anna])
  const found = async (who: Member) => {
    const query = new URLSearchParams({ query: 'confidential', limit: '200' }).toString()
    const { body } = await server.ask(who, { path: `/api/v1/o/${home}/items?${query}` })
    return (body['items'] as readonly Item[]).map(({ id }) => id) // As above.
  }
  expect(await found(anna)).toContain(top)
  expect(await found(bert)).not.toContain(top)
})

test('nobody is mentioned or told who does not see it', async () => {
  await done(bert, 'notify.follow', { itemId: top, isFollowing: true })
  await hide(top, [anna])
  const comment = (mentions: readonly string[]) =>
    run(anna, 'discussion.addComment', { id: newId(), itemId: top, body: 'hush', mentions })
  expect((await comment([bert.personId])).code).toBe('discussion.mention_without_access')
  expect((await comment([boss.personId])).status).toBe(200)
  const { rows } = await server.database.owner.pool.query<{ person_id: string }>(
    'select person_id from notification where organisation_id = $1 and item_id = $2',
    [home, top],
  )
  expect(rows.map((row) => row.person_id)).toEqual([boss.personId])
})

test('copies stay as confidential, and no template is made of it', async () => {
  await done(anna, 'work.changeItem', { id: top, patch: { title: 'xhushx' } })
  await addItem({ title: 'xopenx' })
  await hide(top, [anna])
  const copyId = newId()
  await done(anna, 'work.copyItem', { id: top, copyId })
  expect(await seers(copyId)).toBe('anna boss owner')
  const template = (from: object) =>
    run(boss, 'work.saveTemplate', { id: newId(), name: 'All', placeId: project, from })
  expect((await template({ kind: 'item', itemId: top })).code).toBe('work.template_confidential')
  const whole = await template({ kind: 'container', containerId: project })
  expect(whole.status).toBe(200)
  const { rows } = await server.database.owner.pool.query<{ content: string }>(
    'select content::text from template where organisation_id = $1 and place_id = $2',
    [home, project],
  )
  expect(rows[0]?.content).toContain('xopenx')
  expect(rows[0]?.content).not.toContain('xhushx')
})

test('what is confidential is merged only into what no more people see', async () => {
  const into = await addItem()
  await hide(top, [anna])
  expect((await run(anna, 'work.mergeItem', { id: top, intoId: into })).code).toBe('work.merge_confidential')
  const below = await addItem({ parentId: into })
  await hide(into, [anna])
  expect((await run(anna, 'work.mergeItem', { id: into, intoId: top })).status).toBe(200)
  expect(await seers(below)).toBe('anna boss owner')
})

test('people see each other at an item only while both see it', async () => {
  const at = (who: Member) =>
    server.ask(who, {
      path: `/api/v1/o/${home}/presence`,
      body: { itemId: top, page: who.personId, field: null, isHere: true },
    })
  await at(bert)
  expect((await at(anna)).body['people']).toEqual([{ personId: bert.personId, field: null }])
  await hide(top, [anna])
  expect((await at(bert)).body['code']).toBe('platform.not_found')
})

test('whoever lets an item vanish by archiving what it lies under does not learn of it', async () => {
  const secret = await addItem({ parentId: top })
  await hide(secret, [anna])
  const { status, body } = await run(bert, 'work.archiveItem', { id: top })
  expect(status).toBe(200)
  expect(JSON.stringify(body)).not.toContain(secret)
  expect(await read(anna, secret)).toMatchObject({ archivedAt: expect.any(Number) })
})

const listen = (name: string) =>
  listenTo(server, { organisation: 'home', organisationId: home, email: `${name}@${home}.example` })

test('it vanishes from the stream of whoever is not named, is not told of, and comes back', async () => {
  const below = await addItem({ parentId: top })
  const [forAnna, forBert] = [await listen('anna'), await listen('bert')]
  await hide(top, [anna])
  const gone = (id: string) => `"id":"${id}","view":null`
  const text = (messages: readonly { data: string }[]) => messages.map(({ data }) => data).join('\n')
  const told = await forBert.heard((messages) => text(messages).includes(gone(below)))
  expect(text(told)).toContain(gone(top))
  await done(anna, 'work.changeItem', { id: top, patch: { title: 'xwhisperx' } })
  await done(anna, 'discussion.addComment', { id: newId(), itemId: top, body: 'xwhisperx' })
  await done(anna, 'cost.addTime', {
    id: newId(),
    itemId: below,
    day: '2026-10-01',
    minutes: 5,
    note: 'xwhisperx',
  })
  await done(anna, 'work.addChecklist', { id: newId(), itemId: below, name: 'xwhisperx' })
  await done(anna, 'work.relateItems', { id: newId(), fromId: top, toId: await addItem(), kind: 'relates' })
  await forAnna.heard((messages) => text(messages).includes('"kind":"relation"'))
  const marker = await addItem({ title: 'xloudx' })
  const heard = text(await forBert.heard((messages) => text(messages).includes(marker)))
  expect(heard).not.toContain('xwhisperx')
  expect(heard).not.toContain('"kind":"relation"')
  await hide(top, [anna, bert])
  await forBert.heard((messages) => text(messages).includes('xwhisperx'))
  forAnna.close()
  forBert.close()
})

test('with the first confidential item of an organisation everybody’s wall is there at once', async () => {
  const other = await server.found('fresh')
  const clerk = await server.addMember(other, 'member', 'clerk')
  const common = await makeCommon(server, other, 'fresh')
  const [list, item] = [newId(), newId()]
  const container = { id: list, kind: 'list', key: 'NEW', name: 'New', defaultTypeId: common.type }
  const call = (name: string, input: unknown) => ({ id: newId(), name, input })
  const at = `/api/v1/o/${other.organisationId}`
  await server.ask(other, {
    path: `${at}/commands`,
    body: { commands: [call('work.createContainer', container)] },
  })
  const ear = await listenTo(server, {
    ...{ organisation: 'fresh', organisationId: other.organisationId },
    email: `clerk@${other.organisationId}.example`,
  })
  // In one act: nobody ever saw it.
  const commands = [
    call('work.createItem', { id: item, containerId: list, title: 'xfirstx' }),
    call('work.setSeenBy', { id: item, personIds: [other.personId] }),
    call('work.createItem', { id: newId(), containerId: list, title: 'xopenx' }),
  ]
  expect((await server.ask(other, { path: `${at}/commands`, body: { commands } })).status).toBe(200)
  const told = await ear.heard((messages) => messages.some(({ data }) => data.includes('xopenx')))
  expect(told.map(({ data }) => data).join('\n')).not.toContain('xfirstx')
  const { body } = await server.ask(clerk, { path: `${at}/sync/bootstrap?scope=container:${list}` })
  expect(JSON.stringify(body)).toContain('xopenx')
  expect(JSON.stringify(body)).not.toContain('xfirstx')
  ear.close()
})

test('every table with a reference to an item stands behind the wall', async () => {
  const { rows } = await server.database.owner.pool.query<{
    name: string
    column: string
    has_id: boolean
    policy: string
  }>(`
select r.relname as name, a.attname as column, p.qual as policy,
  exists (select from pg_attribute i where i.attrelid = r.oid and i.attname = 'id') as has_id
from pg_class r
join pg_attribute a on a.attrelid = r.oid and a.attname <> 'organisation_id'
left join pg_policies p on p.schemaname = current_schema() and p.tablename = r.relname and p.policyname = 'own_organisation'
where r.relnamespace = current_schema()::regnamespace
  and r.relkind in ('r', 'p')
  and (a.attname = 'item_id' or exists (
    select from pg_constraint f
    where f.contype = 'f' and f.conrelid = r.oid and f.confrelid = 'work_item'::regclass and a.attnum = any(f.conkey)))
order by 1, 2`)
  const exempt = (row: { name: string; column: string }) =>
    // What work of a type follows is everybody's; which item it belongs to is told to whoever sees that.
    ['work_item.parent_id', 'checklist_line.sub_item_id', 'practice_change.initiative_id'].includes(
      `${row.name}.${row.column}`,
    )
  // What search looks into is never shown: what it finds is read from the tables themselves.
  const held = rows.filter((row) => !exempt(row) && row.name !== 'search_entry')
  expect(held.length).toBeGreaterThan(15)
  for (const { name, column, policy } of held)
    expect(policy, `${name}.${column}`).toMatch(new RegExp(`seen\\.id = \\(?${name}\\.${column}`))
  expect(held.filter((row) => row.has_id).map(({ name, column }) => [name, column])).toEqual(PARTS_OF_ITEMS)
})

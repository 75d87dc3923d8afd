import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { forgetItems } from './forget-work.ts'
import { workCommands, workQueries, workReactions, workTopics } from './index.ts'
import { readBootstrapOf } from './queries/read-bootstrap.ts'

const scene = await Scene.open({
  commands: workCommands,
  queries: workQueries,
  reactions: workReactions,
  topics: workTopics,
})
afterAll(() => scene.close())

const T0 = Date.parse('2026-03-02T09:00:00Z')
beforeEach(() => {
  scene.now = T0
})

type More = { readonly responsibleId?: string; readonly dueOn?: string }

async function openItem(members?: readonly Who[]) {
  const containerId = await scene.addContainer('list', members ? { members } : {})
  const who = members?.[0] ?? 'contributor'
  const { id } = await scene.run(who, 'work.createItem', { id: newId(), containerId, title: 'Slab' })
  return { containerId, itemId: id }
}

async function openList(texts: readonly string[] = [], more: More = {}) {
  const { itemId, containerId } = await openItem()
  const list = await scene.run('contributor', 'work.addChecklist', { id: newId(), itemId, name: 'Pour' })
  const input = texts.map((text) => ({ id: newId(), checklistId: list.id, text, ...more }))
  await scene.runAll(
    'contributor',
    input.map((each) => ({ name: 'work.addChecklistLine' as const, input: each })),
  )
  return { itemId, containerId, listId: list.id, ids: input.map(({ id }) => id) }
}

const details = (itemId: string) => scene.ask('viewer', 'work.getItem', { item: itemId })
const linesOf = async (itemId: string) => (await details(itemId)).checklistLines
const countsOf = async (itemId: string) => {
  const { item } = await details(itemId)
  return [item.lineDoneCount, item.lineCount]
}
const tick = (id: string, isDone = true) => scene.run('contributor', 'work.tickChecklistLine', { id, isDone })

test('lines come in the order they were added in, with what the item counts', async () => {
  const { itemId, ids, listId } = await openList(['Order rebar', 'Set forms', 'Pour'])
  await tick(ids[1] ?? '')
  const { checklists, checklistLines } = await details(itemId)
  expect(checklists).toMatchObject([{ id: listId, itemId, name: 'Pour' }])
  expect(checklistLines.map(({ text }) => text)).toEqual(['Order rebar', 'Set forms', 'Pour'])
  expect(checklistLines[1]).toMatchObject({ doneAt: T0, doneBy: scene.personId('contributor') })
  expect(await countsOf(itemId)).toEqual([1, 3])
})

test('what several lines have in common is told as one fact of the item', async () => {
  await scene.newEvents()
  const { itemId, containerId, ids, listId } = await openList(['One', 'Two'])
  await tick(ids[0] ?? '')
  const events = await scene.newEvents()
  expect(events.slice(1)).toMatchObject([
    {
      kind: 'work.checklist_added',
      subject: { kind: 'item', id: itemId },
      data: { list: { id: listId, name: 'Pour' } },
    },
    {
      kind: 'work.lines_added',
      containerId,
      data: { lines: [{ text: 'One' }, { text: 'Two' }] },
      touches: ids.map((id) => ({ kind: 'checklistLine', id })),
    },
    { kind: 'work.lines_ticked', data: { lines: [{ id: ids[0], text: 'One' }] } },
  ])
  const { events: told } = await scene.ask('viewer', 'work.listItemActivity', { item: itemId })
  expect(told[0]?.kind).toBe('work.lines_ticked')
})

test('a line goes, comes back as it was, and moves to another list', async () => {
  const { itemId, ids } = await openList(['One', 'Two'])
  const [one = ''] = ids
  await tick(one)
  await scene.run('contributor', 'work.removeChecklistLine', { id: one })
  expect(await countsOf(itemId)).toEqual([0, 1])
  expect((await linesOf(itemId)).map(({ text }) => text)).toEqual(['Two'])
  await scene.run('contributor', 'work.restoreChecklistLine', { id: one })
  expect(await countsOf(itemId)).toEqual([1, 2])
  const other = await scene.run('contributor', 'work.addChecklist', { id: newId(), itemId, name: 'Cure' })
  const patch = { checklistId: other.id, rank: 'V', text: 'Uno' }
  await scene.run('contributor', 'work.changeChecklistLine', { id: one, patch, seen: { text: 'One' } })
  expect((await linesOf(itemId)).find(({ id }) => id === one)).toMatchObject({ ...patch, doneAt: T0 })
})

test('a list goes and comes back with the lines it had', async () => {
  const { itemId, ids, listId } = await openList(['One', 'Two'])
  await scene.run('contributor', 'work.removeChecklistLine', { id: ids[1] ?? '' })
  scene.now = T0 + 1
  await scene.run('contributor', 'work.removeChecklist', { id: listId })
  expect(await countsOf(itemId)).toEqual([0, 0])
  expect((await details(itemId)).checklists).toEqual([])
  const line = {
    name: 'work.addChecklistLine',
    input: { id: newId(), checklistId: listId, text: 'x' },
  } as const
  expect(await refusalOf(scene.runAll('contributor', [line]))).toBe('work.checklist_removed')
  await scene.run('contributor', 'work.restoreChecklist', { id: listId })
  expect((await linesOf(itemId)).map(({ text }) => text)).toEqual(['One'])
  expect(await countsOf(itemId)).toEqual([0, 1])
})

test('a line becomes a sub-item in one act, and is done when that is', async () => {
  const responsibleId = scene.personId('viewer')
  const { itemId, ids } = await openList(['Order rebar'], { responsibleId, dueOn: '2026-03-09' })
  const [id = ''] = ids
  const sub = await scene.run('contributor', 'work.convertChecklistLine', { id, itemId: newId() })
  expect(sub).toMatchObject({ title: 'Order rebar', parentId: itemId, responsibleId, dueOn: '2026-03-09' })
  expect(await linesOf(itemId)).toMatchObject([{ id, subItemId: sub.id, doneAt: null }])
  expect(await refusalOf(tick(id))).toBe('work.line_is_item')
  await scene.run('contributor', 'work.moveItem', { id: sub.id, stateId: 'done' })
  expect(await linesOf(itemId)).toMatchObject([{ doneAt: T0 }])
  expect(await countsOf(itemId)).toEqual([1, 1])
  await scene.run('contributor', 'work.moveItem', { id: sub.id, stateId: 'ready' })
  expect(await countsOf(itemId)).toEqual([0, 1])
  await scene.runAll('contributor', [
    { name: 'work.linkChecklistLine', input: { id, subItemId: null } },
    { name: 'work.archiveItem', input: { id: sub.id } },
  ])
  expect(await linesOf(itemId)).toMatchObject([{ id, subItemId: null, text: 'Order rebar', responsibleId }])
})

test('one line becomes one item, also when a group asks twice', async () => {
  const { ids } = await openList(['One'])
  const convert = () => ({
    name: 'work.convertChecklistLine' as const,
    input: { id: ids[0], itemId: newId() },
  })
  expect(await refusalOf(scene.runAll('contributor', [convert(), convert()]))).toBe('work.line_is_item')
})

test('only an item under this one can stand for a line, and only one that can be seen', async () => {
  const { ids, containerId } = await openList(['One'])
  const [id = ''] = ids
  const other = await scene.run('contributor', 'work.createItem', {
    id: newId(),
    containerId,
    title: 'Other',
  })
  const link = (subItemId: string) => scene.run('contributor', 'work.linkChecklistLine', { id, subItemId })
  expect(await refusalOf(link(other.id))).toBe('work.line_needs_sub_item')
  const { itemId: hidden } = await openItem(['manager'])
  expect(await refusalOf(link(hidden))).toBe('platform.not_found')
})

test('who may not write changes nothing, and who may not see is told nothing', async () => {
  const { ids, itemId, listId } = await openList(['One'])
  const [id = ''] = ids
  const asked = (who: Who) => refusalOf(scene.run(who, 'work.tickChecklistLine', { id }))
  expect(await asked('commenter')).toBe('platform.not_allowed')
  expect(await asked('stranger')).toBe('platform.not_found')
  expect(await scene.show('viewer', 'checklistLine', [id])).toMatchObject([{ id, itemId }])
  expect(await scene.show('viewer', 'checklist', [listId])).toMatchObject([{ name: 'Pour' }])
  expect(await scene.show('stranger', 'checklistLine', [id])).toEqual([null])
  expect(await scene.show('stranger', 'checklist', [listId])).toEqual([null])
})

test('checklists of an archived item stay as they are, and are there when it comes back', async () => {
  const { itemId, ids } = await openList(['One'])
  await scene.run('contributor', 'work.archiveItem', { id: itemId })
  expect(await refusalOf(tick(ids[0] ?? ''))).toBe('work.archived')
  await scene.run('contributor', 'work.restoreItem', { id: itemId })
  await tick(ids[0] ?? '')
  expect(await countsOf(itemId)).toEqual([1, 1])
})

test('the list of a person holds their open lines and the items these are in', async () => {
  const mine = async () =>
    await scene.read(async (tx) => {
      const principal = scene.principal('viewer')
      const context = { tx, organisationId: scene.organisationId, principal, now: T0 }
      return await readBootstrapOf(context, 'my')
    })
  const { itemId, ids } = await openList(['Mine', 'Mine too'], { responsibleId: scene.personId('viewer') })
  const lineIds = async () => (await mine()).checklistLines?.map(({ id }) => id) ?? []
  const itemIds = async () => (await mine()).items?.id ?? []
  expect(await lineIds()).toEqual(expect.arrayContaining(ids))
  expect(await itemIds()).toContain(itemId)
  await tick(ids[0] ?? '')
  expect(await lineIds()).not.toContain(ids[0])
  await scene.run('contributor', 'work.moveItem', { id: itemId, stateId: 'done' })
  expect(await lineIds()).not.toContain(ids[1])
  expect(await itemIds()).not.toContain(itemId)
})

test('an item that is deleted takes its checklists along, and lines it stood for stay', async () => {
  const { itemId, ids } = await openList(['Order rebar', 'Pour'])
  const [id = ''] = ids
  const sub = await scene.run('contributor', 'work.convertChecklistLine', { id, itemId: newId() })
  await scene.within('contributor', (unit) => forgetItems(unit, [sub.id]))
  expect(await linesOf(itemId)).toMatchObject([
    { id, text: 'Order rebar', subItemId: null },
    { text: 'Pour' },
  ])
  await scene.within('contributor', (unit) => forgetItems(unit, [itemId]))
  expect(await scene.sql('select 1 from checklist_line where item_id = $1', [itemId])).toEqual([])
})

test('a checklist that is there already is not written over', async () => {
  const { itemId, listId, ids } = await openList(['Order rebar'])
  const again = scene.run('contributor', 'work.addChecklist', { id: listId, itemId, name: 'Other' })
  expect(await refusalOf(again)).toBe('platform.exists')
  const line = { id: ids[0] ?? '', checklistId: listId, text: 'Other' }
  await expect(scene.run('contributor', 'work.addChecklistLine', line)).rejects.toMatchObject({
    code: '23505',
  })
  const { checklists, checklistLines } = await details(itemId)
  expect([checklists[0]?.name, checklistLines[0]?.text]).toEqual(['Pour', 'Order rebar'])
})

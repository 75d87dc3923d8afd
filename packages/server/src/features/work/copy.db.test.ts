import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries, workReactions, workTopics } from './index.ts'

const scene = await Scene.open({
  commands: workCommands,
  queries: workQueries,
  reactions: workReactions,
  topics: workTopics,
})
afterAll(() => scene.close())

async function openTree() {
  const containerId = await scene.addContainer('list')
  const open = (title: string, more: object = {}) =>
    scene.run('contributor', 'work.createItem', { id: newId(), containerId, title, ...more })
  const slab = await open('Slab', { dueOn: '2026-03-10', priority: 2 })
  const forms = await open('Forms', { parentId: slab.id, startsOn: '2026-03-02' })
  const pour = await open('Pour', { parentId: slab.id })
  const relation = { fromId: forms.id, toId: pour.id, kind: 'precedes' as const }
  await scene.run('contributor', 'work.relateItems', { id: newId(), ...relation })
  const list = await scene.run('contributor', 'work.addChecklist', {
    id: newId(),
    itemId: slab.id,
    name: 'Steps',
  })
  const line = { id: newId(), checklistId: list.id, text: 'Order concrete', dueOn: '2026-03-04' }
  await scene.run('contributor', 'work.addChecklistLine', line)
  await scene.run('contributor', 'work.tickChecklistLine', { id: line.id, isDone: true })
  await scene.run('contributor', 'work.moveItem', { id: forms.id, stateId: 'done' })
  return { containerId, slab, forms, pour }
}

const copy = (id: string, more: object = {}) => ({ id, copyId: newId(), ...more })
const details = (item: string) => scene.ask('viewer', 'work.getItem', { item })

test('a copy is begun anew: sub-items, steps and relations, its earliest day as wished', async () => {
  const { slab } = await openTree()
  const made = await scene.run(
    'contributor',
    'work.copyItem',
    copy(slab.id, { title: 'Slab level 2', startsOn: '2026-04-01' }),
  )
  const { item, related, checklistLines, checklists } = await details(made.id)
  expect(item).toMatchObject({
    title: 'Slab level 2',
    priority: 2,
    dueOn: '2026-04-09',
    stateGroup: 'backlog',
    childCount: 2,
    childDoneCount: 0,
    lineCount: 1,
    lineDoneCount: 0,
  })
  expect(item.key).not.toBe(slab.key)
  expect(checklists.map(({ name }) => name)).toEqual(['Steps'])
  expect(checklistLines).toMatchObject([{ text: 'Order concrete', doneAt: null, dueOn: '2026-04-03' }])
  const children = related.filter(({ parentId }) => parentId === item.id)
  expect(new Map(children.map(({ title, startsOn }) => [title, startsOn]))).toEqual(
    new Map([
      ['Forms', '2026-04-01'],
      ['Pour', null],
    ]),
  )
  const forms = children.find(({ title }) => title === 'Forms')
  expect((await details(forms?.id ?? '')).relations).toMatchObject([
    { fromId: forms?.id, toId: children.find(({ title }) => title === 'Pour')?.id, kind: 'precedes' },
  ])
})

test('sub-items and steps can be left out', async () => {
  const { slab } = await openTree()
  const made = await scene.run(
    'contributor',
    'work.copyItem',
    copy(slab.id, { subItems: false, checklists: false }),
  )
  expect(made).toMatchObject({ title: 'Slab', childCount: 0, lineCount: 0 })
})

test('a copy is made only of what one sees, and only where one may work', async () => {
  const { slab, containerId } = await openTree()
  const elsewhere = await scene.addContainer('list', { members: ['manager'] })
  const refused = (who: Parameters<typeof scene.run>[0], more: object = {}) =>
    refusalOf(scene.run(who, 'work.copyItem', copy(slab.id, more)))
  expect(await refused('stranger')).toBe('platform.not_found')
  expect(await refused('viewer')).toBe('platform.not_allowed')
  expect(await refused('contributor', { containerId: elsewhere })).toBe('platform.not_found')
  expect(await refused('contributor', { copyId: slab.id })).toBe('platform.exists')
  await scene.run('manager', 'work.archiveContainer', { id: containerId })
  expect(await refused('manager')).toBe('work.container_archived')
})

test('a copy is not put under an item that the person must not know of', async () => {
  const hidden = await scene.addContainer('list', { members: ['manager'] })
  const above = await scene.run('manager', 'work.createItem', {
    id: newId(),
    containerId: hidden,
    title: 'Above',
  })
  const containerId = await scene.addContainer('list')
  const under = { id: newId(), containerId, title: 'Under', parentId: above.id }
  await scene.run('manager', 'work.createItem', under)
  expect((await scene.run('manager', 'work.copyItem', copy(under.id))).parentId).toBe(above.id)
  expect((await scene.run('contributor', 'work.copyItem', copy(under.id))).parentId).toBe(null)
})

test('an item goes to another home and keeps its key, its history and all it has', async () => {
  const { slab, containerId } = await openTree()
  const there = await scene.addContainer('list')
  const moved = await scene.run('contributor', 'work.placeItem', { id: slab.id, containerIds: [there] })
  expect(moved).toMatchObject({ key: slab.key, containerIds: [there], lineCount: 1, childCount: 2 })
  expect((await details(slab.key)).item.id).toBe(slab.id)
  const closed = await scene.addContainer('list', { members: ['manager'] })
  expect(
    await refusalOf(scene.run('contributor', 'work.placeItem', { id: slab.id, containerIds: [closed] })),
  ).toBe('platform.not_found')
  const back = await scene.run('contributor', 'work.placeItem', { id: slab.id, containerIds: [containerId] })
  expect(back.containerIds).toEqual([containerId])
})

test('an item that is there already is never written over, whoever names it', async () => {
  const { slab } = await openTree()
  const hidden = await scene.addContainer('list', { members: ['manager'] })
  const theirs = { id: newId(), containerId: hidden, title: 'Theirs' }
  await scene.run('manager', 'work.createItem', theirs)
  const containerId = await scene.addContainer('list')
  for (const id of [slab.id, theirs.id]) {
    // The second input names the first as its parent, which therefore is loaded.
    const inputs = [
      { id, containerId, title: 'Mine' },
      { id: newId(), containerId, title: 'Under it', parentId: id },
    ]
    const calls = inputs.map((input) => ({ name: 'work.createItem' as const, input }))
    expect(await refusalOf(scene.runAll('contributor', calls))).toBe('platform.exists')
  }
  expect((await details(slab.id)).item.title).toBe('Slab')
  expect((await scene.ask('manager', 'work.getItem', { item: theirs.id })).item.title).toBe('Theirs')
})

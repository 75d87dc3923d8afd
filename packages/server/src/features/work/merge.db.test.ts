import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { costCommands, costQueries, costReactions } from '../cost/index.ts'
import { discussionCommands, discussionQueries, discussionReactions } from '../discussion/index.ts'
import { filesReactions } from '../files/index.ts'
import { notifyCommands, notifyQueries, notifyReactions } from '../notify/index.ts'
import { searchQueries, searchReactions } from '../search/index.ts'
import { workCommands, workQueries, workReactions, workTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...discussionCommands, ...costCommands, ...notifyCommands],
  queries: [...workQueries, ...discussionQueries, ...costQueries, ...notifyQueries, ...searchQueries],
  reactions: [
    ...[...workReactions, ...discussionReactions, ...filesReactions, ...costReactions],
    ...[...searchReactions, ...notifyReactions],
  ],
  topics: workTopics,
})
afterAll(() => scene.close())

async function openTwo() {
  const containerId = await scene.addContainer('list')
  const open = (title: string, more: object = {}) =>
    scene.run('contributor', 'work.createItem', { id: newId(), containerId, title, ...more })
  const stays = await open('Pour the slab')
  const goes = await open('Slab: pour', { dueOn: '2026-03-10', responsibleId: scene.personId('viewer') })
  return { containerId, open, stays, goes }
}

const merge = (id: string, intoId: string) => ({ name: 'work.mergeItem' as const, input: { id, intoId } })
const details = (item: string) => scene.ask('viewer', 'work.getItem', { item })

test('what hangs on a duplicate goes to the item that stays, and nothing is lost', async () => {
  const { stays, goes, open } = await openTwo()
  const child = await open('Forms', { parentId: goes.id })
  const after = await open('Strip')
  await scene.run('contributor', 'work.relateItems', {
    ...{ id: newId(), fromId: goes.id, toId: after.id, kind: 'precedes' },
  })
  const list = await scene.run('contributor', 'work.addChecklist', {
    id: newId(),
    itemId: goes.id,
    name: 'Steps',
  })
  const line = { id: newId(), checklistId: list.id, text: 'Order concrete' }
  await scene.run('contributor', 'work.addChecklistLine', line)
  await scene.run('contributor', 'work.tickChecklistLine', { id: line.id, isDone: true })
  const said = await scene.run('commenter', 'discussion.addComment', {
    ...{ id: newId(), itemId: goes.id, body: 'The crane is booked' },
  })
  await scene.run('commenter', 'discussion.addComment', {
    ...{ id: newId(), itemId: goes.id, body: 'For two days', replyToId: said.id },
  })
  const entry = { id: newId(), itemId: goes.id, day: '2026-03-02', minutes: 45 }
  await scene.run('contributor', 'cost.addTime', entry)
  const favourite = await scene.run('viewer', 'work.addFavourite', {
    id: newId(),
    kind: 'item',
    targetId: goes.id,
  })
  await scene.run('contributor', 'work.mergeItem', { id: goes.id, intoId: stays.id })

  const { item, checklists, checklistLines, related, relations } = await details(stays.key)
  expect(item).toMatchObject({ childCount: 1, lineCount: 1, lineDoneCount: 1, dueOn: '2026-03-10' })
  expect(item.responsibleId).toBe(scene.personId('viewer'))
  expect(checklists).toMatchObject([{ id: list.id, itemId: stays.id }])
  expect(checklistLines).toMatchObject([{ id: line.id, itemId: stays.id, text: 'Order concrete' }])
  expect(related.find(({ id }) => id === child.id)).toMatchObject({ parentId: stays.id })
  expect(relations.map(({ fromId, toId, kind }) => [fromId, toId, kind])).toEqual(
    expect.arrayContaining([
      [stays.id, after.id, 'precedes'],
      [goes.id, stays.id, 'duplicates'],
    ]),
  )
  const { comments } = await scene.ask('viewer', 'discussion.listComments', { itemId: stays.id })
  expect(comments.map(({ body }) => body).toSorted()).toEqual(['For two days', 'The crane is booked'])
  const time = await scene.ask('viewer', 'cost.listItemTime', { itemId: stays.id })
  expect(time.entries).toMatchObject([{ id: entry.id, minutes: 45 }])
  expect(await scene.show('viewer', 'favourite', [favourite.id])).toMatchObject([{ targetId: stays.id }])
  const old = await details(goes.key)
  expect(old.item).toMatchObject({ childCount: 0, lineCount: 0, lineDoneCount: 0 })
  expect(old.item.archivedAt).not.toBe(null)
  const { results } = await scene.ask('viewer', 'search.find', { words: 'crane' })
  expect(results).toMatchObject([{ kind: 'comment', itemKey: stays.key }])
  const { notifications } = await scene.ask('commenter', 'notify.listNotifications', {})
  expect(notifications[0]).toMatchObject({ about: { itemId: stays.id } })
  for (const who of ['viewer', 'commenter', 'contributor'] as const) {
    const { isFollowing } = await scene.ask(who, 'notify.getFollowing', { itemId: stays.id })
    expect(isFollowing).toBe(true)
  }
})

test('several go into one, also by way of another, in one act', async () => {
  const { stays, goes, open } = await openTwo()
  const third = await open('Pour slab!')
  await scene.run('commenter', 'discussion.addComment', { id: newId(), itemId: third.id, body: 'Twice?' })
  const under = await open('Forms', { parentId: third.id })
  await scene.runAll('contributor', [merge(third.id, goes.id), merge(goes.id, stays.id)])
  const { item, related } = await details(stays.key)
  expect(item.childCount).toBe(1)
  expect(related.find(({ id }) => id === under.id)).toMatchObject({ parentId: stays.id })
  const { comments } = await scene.ask('viewer', 'discussion.listComments', { itemId: stays.id })
  expect(comments).toMatchObject([{ body: 'Twice?' }])
})

test('a relation that would close a circle is left out', async () => {
  const { stays, goes, open } = await openTwo()
  const between = await open('Cure')
  const precedes = { kind: 'precedes' as const }
  await scene.run('contributor', 'work.relateItems', {
    id: newId(),
    fromId: goes.id,
    toId: between.id,
    ...precedes,
  })
  await scene.run('contributor', 'work.relateItems', {
    id: newId(),
    fromId: between.id,
    toId: stays.id,
    ...precedes,
  })
  await scene.run('contributor', 'work.mergeItem', { id: goes.id, intoId: stays.id })
  const { relations } = await details(stays.key)
  expect(relations.filter(({ kind, fromId }) => kind === 'precedes' && fromId === stays.id)).toEqual([])
})

test('two that are merged at once do not close a circle between them', async () => {
  const { stays, goes, open } = await openTwo()
  const [other, first, last] = [await open('Slab?'), await open('Cure'), await open('Strip')]
  const chain = [
    [goes.id, first.id],
    [first.id, last.id],
    [last.id, other.id],
  ] as const
  for (const [fromId, toId] of chain)
    await scene.run('contributor', 'work.relateItems', { id: newId(), fromId, toId, kind: 'precedes' })
  await scene.runAll('contributor', [merge(goes.id, stays.id), merge(other.id, stays.id)])
  const { relations } = await details(stays.key)
  const ends = relations.filter(({ kind }) => kind === 'precedes').map(({ fromId, toId }) => [fromId, toId])
  // Not one before the other and behind it as well.
  expect(ends).not.toEqual(
    expect.arrayContaining([
      [stays.id, first.id],
      [last.id, stays.id],
    ]),
  )
})

test('nothing is merged where the person may not write, and nothing half', async () => {
  const { stays, goes } = await openTwo()
  const hidden = await scene.addContainer('list', { members: ['manager'] })
  const theirs = await scene.run('manager', 'work.createItem', {
    id: newId(),
    containerId: hidden,
    title: 'Theirs',
  })
  const tried = (who: 'viewer' | 'contributor' | 'stranger', id: string, intoId: string) =>
    refusalOf(scene.run(who, 'work.mergeItem', { id, intoId }))
  expect(await tried('viewer', goes.id, stays.id)).toBe('platform.not_allowed')
  expect(await tried('stranger', goes.id, stays.id)).toBe('platform.not_found')
  expect(await tried('contributor', goes.id, theirs.id)).toBe('platform.not_found')
  expect(await tried('contributor', theirs.id, stays.id)).toBe('platform.not_found')
  const under = { id: newId(), containerId: hidden, title: 'Under', parentId: goes.id }
  await scene.run('manager', 'work.createItem', under)
  expect(await tried('contributor', goes.id, stays.id)).toBe('work.sub_items_elsewhere')
  expect((await details(goes.key)).item.archivedAt).toBe(null)
})

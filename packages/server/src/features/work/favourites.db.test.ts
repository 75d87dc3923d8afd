import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries, workTopics } from './index.ts'
import { readBootstrapOf } from './queries/read-bootstrap.ts'

const scene = await Scene.open({ commands: workCommands, queries: workQueries, topics: workTopics })
afterAll(() => scene.close())

type Kind = 'container' | 'item' | 'view'

const keep = (who: Who, kind: Kind, targetId: string, rank?: string) =>
  scene.run(who, 'work.addFavourite', { id: newId(), kind, targetId, ...(rank !== undefined && { rank }) })

async function favouritesOf(who: Who) {
  const { organisationId } = scene
  const part = await scene.read((tx) =>
    readBootstrapOf({ tx, organisationId, principal: scene.principal(who), now: Date.now() }, 'directory'),
  )
  return (part.favourites ?? []).map(({ kind, targetId }) => ({ kind, targetId }))
}

async function something() {
  const containerId = await scene.addContainer('list')
  const item = await scene.run('contributor', 'work.createItem', { id: newId(), containerId, title: 'Slab' })
  const viewId = newId()
  await scene.run('viewer', 'work.saveView', { id: viewId, containerId, name: 'Late', settings: {} })
  return { containerId, item, viewId }
}

test('containers, items and views are kept at hand by one person, in an order of their own', async () => {
  const { containerId, item, viewId } = await something()
  const list = await keep('viewer', 'container', containerId, 'b')
  const kept = await keep('viewer', 'item', item.id, 'c')
  await keep('viewer', 'view', viewId, 'd')
  expect(kept.item).toEqual({ key: item.key, title: 'Slab', containerIds: [containerId] })
  await scene.run('viewer', 'work.moveFavourite', { id: list.id, rank: 'cc' })
  expect(await favouritesOf('viewer')).toEqual([
    { kind: 'item', targetId: item.id },
    { kind: 'container', targetId: containerId },
    { kind: 'view', targetId: viewId },
  ])
  expect(await favouritesOf('manager')).toEqual([])
  expect((await keep('viewer', 'item', item.id)).id).toBe(kept.id)
  await scene.run('viewer', 'work.removeFavourite', { id: kept.id })
  await scene.run('viewer', 'work.removeView', { id: viewId })
  expect(await favouritesOf('viewer')).toEqual([{ kind: 'container', targetId: containerId }])
})

test('a change is shown to the person alone, and only while they see what it points to', async () => {
  const { item, containerId } = await something()
  const { id } = await keep('viewer', 'item', item.id)
  expect(await scene.show('viewer', 'favourite', [id])).toMatchObject([{ id, targetId: item.id }])
  expect(await scene.show('manager', 'favourite', [id])).toEqual([null])
  const secret = await scene.addContainer('list', { members: ['manager'] })
  await scene.run('manager', 'work.placeItem', { id: item.id, containerIds: [containerId, secret] })
  expect(await scene.show('viewer', 'favourite', [id])).toMatchObject([{ id }])
  await scene.newEvents()
  await scene.run('viewer', 'work.moveFavourite', { id, rank: 'x' })
  expect(await scene.newEvents()).toMatchObject([{ subject: { kind: 'favourite', id }, data: {} }])
})

test('what somebody cannot see they cannot keep, and what others keep they cannot touch', async () => {
  const secret = await scene.addContainer('list', { members: ['manager'] })
  const item = await scene.run('manager', 'work.createItem', { id: newId(), containerId: secret, title: 'X' })
  const viewId = newId()
  await scene.run('manager', 'work.saveView', { id: viewId, name: 'Own', settings: {} })
  const targets = [
    ['container', secret],
    ['item', item.id],
    ['view', viewId],
  ] as const
  for (const [kind, id] of targets)
    expect(await refusalOf(keep('viewer', kind, id))).toBe('platform.not_found')
  const { id } = await keep('manager', 'container', secret)
  const moving = scene.run('viewer', 'work.moveFavourite', { id, rank: 'a' })
  expect(await refusalOf(moving)).toBe('platform.not_found')
  expect(await refusalOf(scene.run('viewer', 'work.removeFavourite', { id }))).toBe('platform.not_found')
})

import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries, workTopics } from './index.ts'

const scene = await Scene.open({ commands: workCommands, queries: workQueries, topics: workTopics })
afterAll(() => scene.close())

async function keep(who: Who, containerId: string, more: object = {}): Promise<string> {
  const id = newId()
  await scene.run(who, 'work.saveView', { id, containerId, name: 'What burns', settings: {}, ...more })
  return id
}

const rename = (who: Who, id: string) => scene.run(who, 'work.changeView', { id, patch: { name: 'New' } })

test('a shared view is locked until its owner lets others change it', async () => {
  const containerId = await scene.addContainer('project')
  const id = await keep('manager', containerId, { isShared: true })
  expect(await refusalOf(rename('contributor', id))).toBe('platform.not_allowed')
  await scene.run('manager', 'work.changeView', { id, patch: { isLocked: false } })
  expect(await rename('contributor', id)).toMatchObject({ name: 'New', isLocked: false })
  expect(await refusalOf(rename('viewer', id))).toBe('platform.not_allowed')
})

test('what others keep for themselves is not there', async () => {
  const containerId = await scene.addContainer('project')
  const id = await keep('contributor', containerId)
  expect(await refusalOf(rename('manager', id))).toBe('platform.not_found')
})

test('a page has one default for everybody and one for each person', async () => {
  const containerId = await scene.addContainer('project')
  const first = await keep('manager', containerId, { isShared: true, isDefault: true })
  const own = await keep('contributor', containerId, { isDefault: true })
  const second = await keep('manager', containerId, { isShared: true, isDefault: true })
  const change = (who: Who, id: string) => scene.run(who, 'work.changeView', { id, patch: {} })
  expect(await change('manager', first)).toMatchObject({ isDefault: false })
  expect(await change('manager', second)).toMatchObject({ isDefault: true })
  expect(await change('contributor', own)).toMatchObject({ isDefault: true })
  expect(await refusalOf(keep('contributor', containerId, { isShared: true, isDefault: true }))).toBe(
    'platform.not_allowed',
  )
})

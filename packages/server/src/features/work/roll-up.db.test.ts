import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries, workTopics } from './index.ts'

const scene = await Scene.open({
  commands: workCommands,
  queries: workQueries,
  reactions: [],
  topics: workTopics,
})
afterAll(() => scene.close())

test('efforts known as ranges add up to a range', async () => {
  const containerId = await scene.addContainer('project')
  const add = async (title: string, more: object) =>
    (await scene.run('contributor', 'work.createItem', { id: newId(), containerId, title, ...more })).id
  const above = await add('Fit-out', {})
  await add('Partitions', { parentId: above, effortLowMin: 600, effortHighMin: 1800 })
  await add('Doors', { parentId: above, effortMin: 240 })
  await add('Handles', { parentId: above })
  const { rollUp } = await scene.ask('viewer', 'work.getItem', { item: above })
  expect(rollUp).toMatchObject({ items: 3, effortMin: 240, effortLowMin: 840, effortHighMin: 2040 })
})

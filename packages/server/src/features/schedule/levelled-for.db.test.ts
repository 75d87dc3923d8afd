import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { scheduleCommands, scheduleQueries } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...scheduleCommands],
  queries: [...workQueries, ...scheduleQueries],
})
afterAll(() => scene.close())

const THURSDAY = Date.parse('2026-03-12T08:00:00Z')

const addItem = async (containerId: string, title: string) =>
  (await scene.run('manager', 'work.createItem', { id: newId(), containerId, title })).id

/** A tower with a crane and two things to lift, and a vault that only its manager knows of. */
async function site() {
  const tower = await scene.addContainer('project')
  const secret = await scene.addContainer('project', { members: ['manager'] })
  const crane = { id: newId(), containerId: tower, kind: 'machine' as const, name: 'Crane' } // One of the kinds.
  await scene.run('manager', 'schedule.saveResource', crane)
  return {
    ...{ tower, crane: crane.id, beam: await addItem(tower, 'Beam'), roof: await addItem(tower, 'Roof') },
    vault: await addItem(secret, 'Vault'),
  }
}

type Waits = { readonly resourceId: string; readonly itemId: string | null }

const level = (containerId: string, itemId: string, levelledFor: Waits | null) => {
  const item = { itemId, levelledAt: levelledFor && THURSDAY, levelledFor }
  return scene.run('manager', 'schedule.setLevelling', { containerId, items: [item] })
}

const waitOf = async (who: Who, containerId: string, itemId: string) => {
  const { rows } = await scene.ask(who, 'schedule.getPlan', { containerId })
  const { itemPlan } = await scene.ask(who, 'schedule.getItemPlan', { itemId })
  const wait = rows.find((row) => row.itemId === itemId)?.levelledFor
  expect(itemPlan?.levelledFor).toEqual(wait)
  return wait
}

test('what an item waits for is kept with its levelling, by name, until it is let go', async () => {
  const { tower, crane, beam, roof } = await site()
  await level(tower, roof, { resourceId: crane, itemId: beam })
  expect(await waitOf('viewer', tower, roof)).toEqual({
    ...{ resourceId: crane, resourceName: 'Crane', itemId: beam, title: 'Beam' },
  })
  const nobody = scene.personId('commenter')
  await level(tower, roof, { resourceId: nobody, itemId: null })
  expect(await waitOf('viewer', tower, roof)).toMatchObject({ resourceId: nobody, itemId: null, title: null })
  await level(tower, roof, null)
  expect(await waitOf('viewer', tower, roof)).toBeNull()
})

test('work that the reader may not see is not named as the reason', async () => {
  const { tower, crane, roof, vault } = await site()
  await level(tower, roof, { resourceId: crane, itemId: vault })
  expect(await waitOf('manager', tower, roof)).toMatchObject({ itemId: vault, title: 'Vault' })
  expect(await waitOf('viewer', tower, roof)).toEqual({
    ...{ resourceId: crane, resourceName: 'Crane', itemId: null, title: null },
  })
})

test('a resource that does not exist is refused, and the plan stays as it was', async () => {
  const { tower, crane, beam, roof } = await site()
  await level(tower, roof, { resourceId: crane, itemId: beam })
  expect(await refusalOf(level(tower, roof, { resourceId: newId(), itemId: beam }))).toBe(
    'schedule.resource_unknown',
  )
  expect(await waitOf('viewer', tower, roof)).toMatchObject({ resourceId: crane, itemId: beam })
})

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

const at = (day: string, hour: number) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
const MONDAY = { startAt: at('2026-03-02', 8), finishAt: at('2026-03-02', 17) }

type More = Readonly<Record<string, unknown>>

async function addItem(containerId: string, title: string, more: More = {}): Promise<string> {
  const item = { id: newId(), containerId, title, ...more }
  return (await scene.run('manager', 'work.createItem', item)).id
}

/** An item that lasts all of Monday. */
async function addMonday(containerId: string, title: string, more: More = {}): Promise<string> {
  const itemId = await addItem(containerId, title, more)
  const patch = { isManual: true, ...MONDAY }
  await scene.run('manager', 'schedule.changePlanItem', { containerId, itemId, patch })
  return itemId
}

const addPerson = async (containerId: string, who: Who) => {
  const resource = { id: newId(), containerId, kind: 'work' as const, name: who } // One of the kinds.
  const personId = scene.personId(who)
  return (await scene.run('manager', 'schedule.saveResource', { ...resource, personId })).id
}

async function addCrane(): Promise<string> {
  const id = newId()
  await scene.sql(
    `insert into resource (organisation_id, id, kind, name) values ($1, $2, 'machine', 'Crane')`,
    [scene.organisationId, id],
  )
  return id
}

const put = (containerId: string, itemId: string, resourceId: string) =>
  scene.run('manager', 'schedule.assign', { id: newId(), containerId, itemId, resourceId })

const outside = (who: Who, containerId: string) => scene.ask(who, 'schedule.getOutsideWork', { containerId })

test('a machine that all share, and a person under another resource, are taken by other projects', async () => {
  const [tower, bridge] = [await scene.addContainer('project'), await scene.addContainer('project')]
  const crane = await addCrane()
  const [ida, same] = [await addPerson(tower, 'viewer'), await addPerson(bridge, 'viewer')]
  await put(tower, await addMonday(tower, 'Lift'), crane)
  await put(tower, await addMonday(tower, 'Roof'), ida)
  const [girders, deck] = [await addMonday(bridge, 'Girders'), await addMonday(bridge, 'Deck')]
  await put(bridge, girders, crane)
  await put(bridge, deck, same)
  const { work, projects } = await outside('viewer', tower)
  const seen = { containerId: bridge, ...MONDAY, workMin: 480 }
  expect(work).toHaveLength(2)
  expect(work).toContainEqual({ resourceId: crane, itemId: girders, title: 'Girders', ...seen })
  expect(work).toContainEqual({ resourceId: ida, itemId: deck, title: 'Deck', ...seen })
  expect(projects).toMatchObject([{ containerId: bridge, mayLevel: false }])
  expect((await outside('manager', tower)).projects).toMatchObject([{ mayLevel: true }])
})

test('whoever answers for work is taken by it, in both directions', async () => {
  const [tower, bridge] = [await scene.addContainer('project'), await scene.addContainer('project')]
  const mine = { responsibleId: scene.personId('commenter'), effortMin: 240 }
  await addMonday(tower, 'Survey', mine)
  const measure = await addMonday(bridge, 'Measure', mine)
  await addMonday(bridge, 'Nobody said how much', { responsibleId: scene.personId('commenter') })
  expect((await outside('viewer', tower)).work).toEqual([
    {
      ...{ resourceId: scene.personId('commenter'), itemId: measure, title: 'Measure', containerId: bridge },
      // Work that people dated is spread over its dates.
      ...{ ...MONDAY, workMin: 240 },
    },
  ])
})

test('work that the reader may not see counts without its name', async () => {
  const tower = await scene.addContainer('project')
  const secret = await scene.addContainer('project', { members: ['manager'] })
  const crane = await addCrane()
  await put(tower, await addMonday(tower, 'Lift'), crane)
  await put(secret, await addMonday(secret, 'Vault'), crane)
  const { work, projects } = await outside('viewer', tower)
  expect(work).toEqual([
    { resourceId: crane, itemId: null, title: null, containerId: null, ...MONDAY, workMin: 480 },
  ])
  expect(projects).toEqual([])
  expect((await outside('manager', tower)).work).toMatchObject([{ title: 'Vault', containerId: secret }])
})

test('what is done, archived or without dates takes nothing', async () => {
  const [tower, bridge] = [await scene.addContainer('project'), await scene.addContainer('project')]
  const crane = await addCrane()
  await put(tower, await addMonday(tower, 'Lift'), crane)
  const done = await addMonday(bridge, 'Done')
  const gone = await addMonday(bridge, 'Gone')
  for (const itemId of [done, gone, await addItem(bridge, 'Some day')]) await put(bridge, itemId, crane)
  await scene.run('manager', 'work.moveItem', { id: done, stateId: 'done' })
  await scene.run('manager', 'work.archiveItem', { id: gone })
  expect(await outside('viewer', tower)).toEqual({ work: [], projects: [] })
})

test('whoever sees the plan is told, a stranger is not', async () => {
  const tower = await scene.addContainer('project')
  expect(await refusalOf(outside('stranger', tower))).toBe('platform.not_found')
})

test('health calls a machine overloaded that another project needs at the same time', async () => {
  const [tower, bridge] = [await scene.addContainer('project'), await scene.addContainer('project')]
  const crane = await addCrane()
  await put(tower, await addMonday(tower, 'Lift'), crane)
  const overloads = async () => {
    const { checks } = await scene.ask('viewer', 'schedule.getHealth', { containerId: tower })
    return checks.find(({ name }) => name === 'overloaded')?.first.map(({ title }) => title)
  }
  expect(await overloads()).toEqual([])
  await put(bridge, await addMonday(bridge, 'Girders'), crane)
  expect(await overloads()).toEqual(['Crane'])
})

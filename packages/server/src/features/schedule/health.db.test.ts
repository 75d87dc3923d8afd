import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { savePlan } from './index.ts'
import { openProject, PLANNING, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
beforeEach(() => {
  scene.now = at('2026-03-02')
})

let count = 0
async function addItem(containerId: string, title: string): Promise<string> {
  const rank = `V${String(1000 + ++count)}V`
  const itemId = (
    await scene.run('contributor', 'work.createItem', { id: newId(), containerId, title, rank })
  ).id
  await scene.run('contributor', 'schedule.changePlanItem', {
    ...{ containerId, itemId, patch: { durationMin: 960 } },
  })
  return itemId
}

/** Foundation before walls, and a fence that hangs together with nothing. */
async function site() {
  const containerId = await openProject(scene)
  const foundation = await addItem(containerId, 'Foundation')
  const walls = await addItem(containerId, 'Walls')
  const fence = await addItem(containerId, 'Fence')
  await scene.run('contributor', 'work.relateItems', {
    ...{ id: newId(), fromId: foundation, toId: walls, kind: 'precedes' },
    ...{ linkType: 'FS', lag: -240, lagUnit: 'workingMin' },
  })
  await workOff(scene)
  return { containerId, foundation, walls, fence }
}

const healthOf = (containerId: string) => scene.ask('viewer', 'schedule.getHealth', { containerId })

test('each check says how many fail it, by which measure, and names the first', async () => {
  const { containerId, foundation, walls, fence } = await site()
  const health = await healthOf(containerId)
  expect(health).toMatchObject({ isCalculated: true, baselineId: null })
  const check = (name: string) => health.checks.find((one) => one.name === name)
  expect(check('missing-logic')).toMatchObject({ count: 3, total: 3, threshold: 0.05, isHealthy: false })
  expect(check('missing-logic')?.first.map(({ itemId, title }) => [itemId, title])).toContainEqual([
    fence,
    'Fence',
  ])
  expect(check('leads')).toMatchObject({
    ...{ count: 1, total: 1, share: 1, isHealthy: false },
    first: [{ itemId: walls, title: 'Walls', from: { itemId: foundation, title: 'Foundation' } }],
  })
  expect(check('negative-float')).toMatchObject({ count: 0, total: 3, isHealthy: true })
})

test('items take the norm of their type over with a quantity; those without norm are named', async () => {
  const { containerId, foundation, walls, fence } = await site()
  await scene.sql(
    `update item_type t
     set defaults = '{"normMin": 30, "normUnit": "m²", "effortMin": 240}'
     from work_item w
     where w.id = $1 and t.organisation_id = w.organisation_id and t.id = w.type_id`,
    [foundation],
  )
  const planned = await scene.run('contributor', 'schedule.changePlanItem', {
    ...{ containerId, itemId: foundation, patch: { quantity: 20 } },
  })
  expect(planned).toMatchObject({ normMin: 30, quantityUnit: 'm²' })
  const { itemPlan } = await scene.ask('viewer', 'schedule.getItemPlan', { itemId: foundation })
  expect(itemPlan?.effortMin).toBe(600)
  expect(itemPlan?.usualNorm).toMatchObject({ normMin: 30, unit: 'm²' })
  await scene.run('contributor', 'work.changeItem', { id: walls, patch: { effortMin: 240 } })
  await scene.run('contributor', 'work.changeItem', { id: fence, patch: { effortMin: 960 } })
  const check = (await healthOf(containerId)).checks.find(({ name }) => name === 'no-norm')
  expect(check?.first.map(({ itemId }) => itemId)).toEqual([fence])
})

test('people who are asked for twice at a time are named', async () => {
  const { containerId, foundation, fence } = await site()
  const resource = {
    ...{ id: newId<'Resource'>(), kind: 'work' as const, name: 'R. Marin', personId: null, calendarId: null },
    ...{ maxUnits: 1, rateMinorPerHour: null, costPerUseMinor: null, unitLabel: '' },
  }
  const assignment = (itemId: string) => ({
    ...{ id: newId<'Assignment'>(), itemId, resourceId: resource.id, units: 1, workMin: 960 },
    ...{ actualWorkMin: 0, startAt: null, finishAt: null, costMinor: null },
  })
  await scene.within('manager', (unit) =>
    savePlan(unit, {
      ...{ projectId: containerId, resources: [resource] },
      assignments: [assignment(foundation), assignment(fence)],
    }),
  )
  const overloaded = (await healthOf(containerId)).checks.find(({ name }) => name === 'overloaded')
  expect(overloaded).toMatchObject({ count: 1, total: 1, first: [{ itemId: null, title: 'R. Marin' }] })
})

test('a missed deadline is a conflict until the deadline is moved', async () => {
  const { containerId, walls } = await site()
  const plan = (deadlineAt: number) =>
    scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId: walls, patch: { deadlineAt } })
  await plan(at('2026-03-04', 17))
  await workOff(scene)
  const { conflicts } = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  expect(conflicts).toEqual([
    {
      ...{ kind: 'deadline', itemId: walls, linkId: null, constraint: null, by: null },
      ...{ wantedAt: at('2026-03-04', 17), gotAt: at('2026-03-05', 12), offMin: 240 },
    },
  ])
  expect((await healthOf(containerId)).checks).toContainEqual(
    expect.objectContaining({ name: 'negative-float', count: 2 }),
  )
  await plan(at('2026-03-06', 17))
  await workOff(scene)
  expect((await scene.ask('viewer', 'schedule.getPlan', { containerId })).conflicts).toEqual([])
})

test('of a plan whose dates stay as they are, nothing is said of float or conflicts', async () => {
  const { containerId } = await site()
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { isScheduled: false } })
  const health = await healthOf(containerId)
  expect(health.isCalculated).toBe(false)
  expect(health.checks.find(({ name }) => name === 'high-float')).toMatchObject({ total: 0, share: null })
})

test('whoever does not see the project does not learn how it is', async () => {
  const { containerId } = await site()
  expect(await refusalOf(scene.ask('stranger', 'schedule.getHealth', { containerId }))).toBe(
    'platform.not_found',
  )
})

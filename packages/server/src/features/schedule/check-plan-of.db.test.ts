import { afterAll, expect, test } from 'vitest'
import { inSnapshot } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { Scene } from '../../platform/testing/scene.ts'
import { checkPlanOf, findLiveProjects } from './index.ts'
import { openProject, PLANNING, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const containerId = await openProject(scene)

async function addItem(title: string): Promise<string> {
  const itemId = newId()
  await scene.run('contributor', 'work.createItem', { id: itemId, containerId, title })
  await scene.run('contributor', 'schedule.changePlanItem', {
    containerId,
    itemId,
    patch: { durationMin: 960 },
  })
  return itemId
}
const dig = await addItem('Dig')
const pour = await addItem('Pour')
await scene.run('contributor', 'work.relateItems', { id: newId(), fromId: dig, toId: pour, kind: 'precedes' })

const check = () =>
  inSnapshot(scene.database.db, scene.organisationId, (tx) =>
    checkPlanOf(tx, scene.organisationId, containerId),
  )

test('calculated dates break nothing', async () => {
  await workOff(scene)
  expect(await check()).toEqual({
    datedCount: 2,
    isScheduled: true,
    isCurrent: true,
    refusal: null,
    violations: [],
  })
})

test('dates that do not follow from the plan are found, by item and link', async () => {
  await scene.sql(
    `update plan_item set start_at = start_at - interval '1 day', finish_at = finish_at - interval '2 days' where item_id = $1`,
    [pour],
  )
  expect((await check())?.violations).toEqual([
    { kind: 'duration', subject: expect.stringMatching(/ Pour$/), wantedMin: 960, foundMin: 480 },
    { kind: 'link', subject: expect.stringMatching(/ Dig → .* Pour$/), wantedMin: null, foundMin: null },
  ])
})

test('where a plan was levelled, whoever is asked for more than there is is found', async () => {
  const crane = newId()
  await scene.run('manager', 'schedule.saveResource', {
    id: crane,
    containerId,
    kind: 'machine',
    name: 'Crane',
  })
  const lifts = [await addItem('Lift the beam'), await addItem('Lift the roof')]
  const assign = (itemId: string) =>
    scene.run('contributor', 'schedule.assign', { id: newId(), containerId, itemId, resourceId: crane })
  for (const itemId of lifts) await assign(itemId)
  await workOff(scene)
  const overloads = async () => (await check())?.violations.filter(({ kind }) => kind === 'overload')
  expect(await overloads()).toEqual([])
  const roof = lifts[1] ?? ''
  const level = (itemId: string, levelledAt: number) =>
    scene.run('manager', 'schedule.setLevelling', { containerId, items: [{ itemId, levelledAt }] })
  await level(roof, Date.parse('2026-03-03T08:00:00Z'))
  await workOff(scene)
  expect(await overloads()).toMatchObject([{ kind: 'overload', subject: 'Crane 2026-03-03T08:00Z' }])
  await level(roof, Date.parse('2026-03-04T08:00:00Z'))
  await workOff(scene)
  expect(await overloads()).toEqual([])
})

test('projects are found by their key, without those that are archived', async () => {
  const find = (key: string | null) =>
    inSnapshot(scene.database.db, scene.organisationId, (tx) =>
      findLiveProjects(tx, scene.organisationId, key),
    )
  const all = await find(null)
  const own = all.find(({ id }) => id === containerId)
  expect(await find(own?.key ?? '')).toEqual([own])
  await scene.sql('update container set archived_at = now() where id = $1', [containerId])
  expect(await find(own?.key ?? '')).toEqual([])
})

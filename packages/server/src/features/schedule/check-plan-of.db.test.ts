import { afterAll, expect, test } from 'vitest'
import { createRegistry } from '../../platform/commands/index.ts'
import { inSnapshot } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import {
  checkPlanOf,
  createReplanJobs,
  findLiveProjects,
  scheduleCommands,
  scheduleQueries,
  scheduleReactions,
} from './index.ts'
import { REPLAN_JOB } from './outdate-plans.ts'

const offers = {
  commands: [...workCommands, ...scheduleCommands],
  queries: [...workQueries, ...scheduleQueries],
  reactions: scheduleReactions,
}
const scene = await Scene.open(offers)
afterAll(() => scene.close())

const containerId = await scene.addContainer('project')
await scene.sql('update container set starts_on = $2 where id = $1', [containerId, '2026-03-02'])

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

/** Calculates what waits, as a worker does. */
async function workOff(): Promise<void> {
  const registry = createRegistry(offers.commands, offers.queries, offers.reactions)
  const jobs = await scene.sql('delete from job where kind = $1 returning *', [REPLAN_JOB])
  const deps = { db: scene.database.db, registry, onCommitted: () => {} }
  const handler = createReplanJobs(deps).get(REPLAN_JOB)
  // The columns of the table are what a worker reads.
  for (const job of jobs as unknown as Job[]) await handler?.(job, new AbortController().signal)
}

const check = () =>
  inSnapshot(scene.database.db, scene.organisationId, (tx) =>
    checkPlanOf(tx, scene.organisationId, containerId),
  )

test('calculated dates break nothing', async () => {
  await workOff()
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
  await workOff()
  const overloads = async () => (await check())?.violations.filter(({ kind }) => kind === 'overload')
  expect(await overloads()).toEqual([])
  const roof = lifts[1] ?? ''
  const level = (itemId: string, levelledAt: number) =>
    scene.run('manager', 'schedule.setLevelling', { containerId, items: [{ itemId, levelledAt }] })
  await level(roof, Date.parse('2026-03-03T08:00:00Z'))
  await workOff()
  expect(await overloads()).toMatchObject([{ kind: 'overload', subject: 'Crane 2026-03-03T08:00Z' }])
  await level(roof, Date.parse('2026-03-04T08:00:00Z'))
  await workOff()
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

import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { Scene, type Who } from '../../platform/testing/scene.ts'
import { REPLAN_JOB } from './outdate-plans.ts'
import { openProject, PLANNING, startWorker, workOff, workOffKind } from './testing/planning.ts'
import { FINDINGS_JOB } from './write-findings.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const at = (day: string, hour: number) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

type Site = Readonly<Record<'containerId' | 'part' | 'slab' | 'walls' | 'fence', string>>

/** A part with two tasks, one after the other, and a fence beside them that has time. */
async function openSite(members?: readonly Who[]): Promise<Site> {
  const containerId = await openProject(scene, members)
  const [part, slab, walls, fence] = [newId(), newId(), newId(), newId()]
  const add = (id: string, title: string, more: object) =>
    scene.run('contributor', 'work.createItem', { id, containerId, title, ...more })
  await add(part, 'Part', {})
  await add(slab, 'Slab', { parentId: part, effortMin: 960 })
  await add(walls, 'Walls', { parentId: part, effortMin: 960 })
  await add(fence, 'Fence', { effortMin: 480 })
  const link = { id: newId(), fromId: slab, toId: walls, kind: 'precedes' as const } // One of the kinds.
  await scene.run('contributor', 'work.relateItems', link)
  await workOff(scene)
  return { containerId, part, slab, walls, fence }
}

// Opened before anything is asked: the names that queries use are kept.
const [first, followed, kept, confidential, resting] = [
  await openSite(),
  await openSite(),
  await openSite(),
  await openSite(),
  await openSite(),
]
const closed = await openSite(['manager', 'contributor', 'viewer'])
const listId = await scene.addContainer('list')

async function found(containerId: string, query: string) {
  const asked = `container = ${containerId} and (${query}) order by plannedStart, title`
  const { items } = await scene.ask('viewer', 'work.listItems', { query: asked })
  return items.map(({ title }) => title)
}

test('what plans say finds items, sorts them, counts them and adds them up', async () => {
  const { containerId } = first
  const ask = (query: string) => found(containerId, query)
  expect(await ask('plannedStart is not empty')).toEqual(['Fence', 'Part', 'Slab', 'Walls'])
  expect(await ask('plannedFinish = 2026-03-03')).toEqual(['Slab'])
  expect(await ask('plannedStart > 2026-03-03 or plannedFinish <= 2026-03-02')).toEqual(['Fence', 'Walls'])
  expect(await ask('critical = yes')).toEqual(['Part', 'Slab', 'Walls'])
  expect(await ask('critical and not milestone')).toEqual(['Part', 'Slab', 'Walls'])
  expect(await ask('totalFloat >= 3d')).toEqual(['Fence'])
  expect(await ask('missesDeadline or conflicting')).toEqual([])
  const query = `container = ${containerId}`
  const counted = { query, by: 'critical', sums: 'totalFloat' } as const // One of the fields.
  const { groups } = await scene.ask('viewer', 'work.countItems', counted)
  expect(groups).toMatchObject([
    { value: 'yes', count: 3, sums: [0] },
    { value: 'no', count: 1, sums: [1440] },
  ])
  const months = await scene.ask('viewer', 'work.countItems', { query, by: 'plannedFinish' })
  expect(months.groups).toMatchObject([{ value: '2026-03', count: 4 }])
})

test('while a plan is worked on, what was found last is written, once, whoever calculated it', async () => {
  const { containerId, slab } = resting
  const last = async (effortMin: number) => {
    await scene.run('contributor', 'work.changeItem', { id: slab, patch: { effortMin } })
    await workOffKind(scene, startWorker(scene), REPLAN_JOB)
  }
  await last(480)
  await last(1440)
  expect(await found(containerId, 'plannedFinish = 2026-03-03')).toEqual(['Slab'])
  expect(await workOffKind(scene, startWorker(scene), FINDINGS_JOB)).toBe(2)
  expect(await found(containerId, 'plannedFinish = 2026-03-04')).toEqual(['Slab'])
  const told = await scene.sql("select 1 from event where kind = 'schedule.found' and container_id = $1", [
    containerId,
  ])
  expect(told).toHaveLength(2)
})

test('they follow the plan: a deadline that is missed, progress, and work that is not there any more', async () => {
  const { containerId, slab, walls, fence } = followed
  const worker = startWorker(scene)
  const ask = (query: string) => found(containerId, query)
  const plan = (itemId: string, patch: object) =>
    scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId, patch })
  await plan(walls, { deadlineAt: at('2026-03-05', 0) })
  await plan(slab, { percentComplete: 50 })
  await workOff(scene, worker)
  expect(await ask('missesDeadline')).toEqual(['Walls'])
  expect(await ask('conflicting')).toEqual(['Walls'])
  expect(await ask('deadline = 2026-03-04')).toEqual(['Walls'])
  expect(await ask('percentComplete = 50')).toEqual(['Slab'])
  expect(await ask('percentComplete > 0 and percentComplete < 50')).toEqual(['Part'])
  await scene.run('contributor', 'work.archiveItem', { id: fence })
  await plan(walls, { deadlineAt: null })
  await workOff(scene, worker)
  expect(await ask('missesDeadline or conflicting')).toEqual([])
  const { rows } = await scene.ask('viewer', 'work.listPlanned', { containerIds: containerId })
  expect(rows).toHaveLength(3)
  expect(rows.find(({ itemId }) => itemId === slab)).toMatchObject({
    ...{ plannedStartAt: at('2026-03-02', 8), plannedFinishAt: at('2026-03-03', 17) - 1 },
    ...{ isCritical: true, totalFloatMin: 0, percentComplete: 50, missesDeadline: false },
  })
  const left = await scene.sql('select 1 from plan_finding where item_id = $1', [fence])
  expect(left).toHaveLength(0)
})

test('a plan that keeps its dates says these, and nothing that was calculated before', async () => {
  const { containerId } = kept
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { isScheduled: false } })
  const ask = (query: string) => found(containerId, query)
  expect(await ask('critical or totalFloat is not empty')).toEqual([])
  expect(await ask('plannedFinish = 2026-03-03')).toEqual(['Slab'])
})

test('who sees an item but not its plan finds it as one without a plan', async () => {
  const { containerId, slab } = closed
  await scene.run('manager', 'work.placeItem', { id: slab, containerIds: [containerId, listId] })
  await workOff(scene)
  const ask = async (query: string) => {
    const asked = { query: `container = ${listId} and (${query})` }
    const { items } = await scene.ask('commenter', 'work.listItems', asked)
    const { total } = await scene.ask('commenter', 'work.countItems', asked)
    expect(total).toBe(items.length)
    return items.map(({ title }) => title)
  }
  expect(await ask('title = slab')).toEqual(['Slab'])
  for (const said of ['plannedStart is not empty', 'critical', 'critical = yes', 'totalFloat = 0'])
    expect(await ask(said)).toEqual([])
  expect(await ask('percentComplete is empty and plannedFinish is empty')).toEqual(['Slab'])
  for (const containerIds of [listId, containerId])
    expect(await scene.ask('commenter', 'work.listPlanned', { containerIds })).toEqual({ rows: [] })
  // Whoever sees the project sees the same item with its plan.
  expect(await found(listId, 'critical')).toEqual(['Slab'])
})

test('a summary above confidential work does not tell of it', async () => {
  const { containerId, walls } = confidential
  const personId = scene.personIds.get('manager') ?? ''
  await scene.run('manager', 'work.setSeenBy', { id: walls, personIds: [personId] })
  await workOff(scene)
  expect(await found(containerId, 'plannedFinish is not empty')).not.toContain('Part')
  expect(await found(containerId, 'percentComplete is empty')).toContain('Part')
  await scene.run('manager', 'work.setSeenBy', { id: walls, personIds: null })
  await workOff(scene)
  expect(await found(containerId, 'plannedFinish = 2026-03-05')).toEqual(['Part', 'Walls'])
})

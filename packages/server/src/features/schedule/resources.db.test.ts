import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { openProject, PLANNING, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const DAY = 480
const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

type More = Readonly<Record<string, unknown>>

const addItem = async (containerId: string, more: More = {}) =>
  (await scene.run('contributor', 'work.createItem', { id: newId(), containerId, title: 'Wall', ...more })).id

const addResource = async (containerId: string, name: string, more: More = {}) => {
  const input = { id: newId(), containerId, kind: 'work' as const, name, ...more } // One of the kinds.
  return (await scene.run('manager', 'schedule.saveResource', input)).id
}

const put = (containerId: string, itemId: string, resourceId: string, more: More = {}) =>
  scene.run('contributor', 'schedule.assign', { id: newId(), containerId, itemId, resourceId, ...more })

const plan = (containerId: string, itemId: string, patch: More) =>
  scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId, patch })

const getPlan = (containerId: string) => scene.ask('viewer', 'schedule.getPlan', { containerId })

/** Effort and duration of the only item of a project, and who does how much of it. */
async function figures(containerId: string) {
  const { rows, assignments, resources } = await getPlan(containerId)
  const nameOf = new Map(resources.map(({ id, name }) => [id, name]))
  return {
    effortMin: rows[0]?.effortMin,
    durationMin: rows[0]?.durationMin,
    shares: Object.fromEntries(
      assignments.map(({ resourceId, units, workMin }) => [nameOf.get(resourceId ?? ''), [units, workMin]]),
    ),
  }
}

/** A wall of two days' work with Ann on it, and Bob standing by. */
async function wall(more: More = {}) {
  const containerId = await openProject(scene)
  const itemId = await addItem(containerId, { effortMin: 2 * DAY })
  await plan(containerId, itemId, more)
  const ann = await addResource(containerId, 'Ann')
  const bob = await addResource(containerId, 'Bob')
  const { id } = await put(containerId, itemId, ann)
  return { containerId, itemId, ann, bob, annsId: id }
}

test('whoever is assigned first takes over the effort, and who joins effort-driven work shortens it', async () => {
  const { containerId, itemId, bob } = await wall({ isEffortDriven: true })
  expect(await figures(containerId)).toEqual({
    effortMin: 960,
    durationMin: 960,
    shares: { Ann: [1, 960] },
  })
  const { id, workMin } = await put(containerId, itemId, bob)
  expect(workMin).toBe(480)
  expect(await figures(containerId)).toMatchObject({ effortMin: 960, durationMin: 480 })
  await scene.run('contributor', 'schedule.unassign', { id })
  expect(await figures(containerId)).toEqual({
    effortMin: 960,
    durationMin: 960,
    shares: { Ann: [1, 960] },
  })
})

test('otherwise who joins brings work along, and the effort of the item says so', async () => {
  const { containerId, itemId, bob } = await wall()
  await put(containerId, itemId, bob)
  expect(await figures(containerId)).toEqual({
    effortMin: 1_920,
    durationMin: 960,
    shares: { Ann: [1, 960], Bob: [1, 960] },
  })
})

test('a new effort of the item is shared, and a new share is a new effort', async () => {
  const { containerId, itemId, annsId } = await wall()
  await scene.run('contributor', 'work.changeItem', { id: itemId, patch: { effortMin: 480 } })
  expect(await figures(containerId)).toMatchObject({ durationMin: 480, shares: { Ann: [1, 480] } })
  await scene.run('contributor', 'schedule.changeAssignment', {
    id: annsId,
    patch: { units: 0.5, workMin: 240 },
  })
  expect(await figures(containerId)).toEqual({
    effortMin: 240,
    durationMin: 480,
    shares: { Ann: [0.5, 240] },
  })
})

test('a duration that is held changes units or work', async () => {
  const { containerId, itemId, annsId } = await wall({ taskType: 'duration', durationMin: DAY })
  expect(await figures(containerId)).toMatchObject({ effortMin: 480, durationMin: 480 })
  await scene.run('contributor', 'schedule.changeAssignment', { id: annsId, patch: { workMin: 240 } })
  expect(await figures(containerId)).toEqual({
    effortMin: 240,
    durationMin: 480,
    shares: { Ann: [0.5, 240] },
  })
  await plan(containerId, itemId, { durationMin: 2 * DAY })
  expect(await figures(containerId)).toEqual({
    effortMin: 480,
    durationMin: 960,
    shares: { Ann: [0.5, 480] },
  })
})

test('quantity times norm is the effort', async () => {
  const { containerId, itemId } = await wall()
  await plan(containerId, itemId, { quantity: 40, quantityUnit: 'm²', normMin: 18 })
  expect(await figures(containerId)).toMatchObject({ effortMin: 720, durationMin: 720 })
  expect((await getPlan(containerId)).rows[0]).toMatchObject({
    quantity: 40,
    quantityUnit: 'm²',
    normMin: 18,
  })
})

test('material is counted and takes no time', async () => {
  const { containerId, itemId } = await wall()
  const bricks = await addResource(containerId, 'Bricks', { kind: 'material', unitLabel: 'pcs' })
  const { id } = await put(containerId, itemId, bricks, { units: 500 })
  expect(await figures(containerId)).toMatchObject({ durationMin: 960, shares: { Bricks: [500, 0] } })
  await scene.run('contributor', 'schedule.changeAssignment', { id, patch: { units: 600 } })
  expect(await figures(containerId)).toMatchObject({ effortMin: 960, shares: { Bricks: [600, 0] } })
  await scene.run('contributor', 'schedule.unassign', { id })
  expect(await figures(containerId)).toMatchObject({ effortMin: 960, shares: { Ann: [1, 960] } })
})

test('work lies where the calendar of whoever does it works', async () => {
  const { containerId, itemId, ann } = await wall()
  await workOff(scene)
  expect((await getPlan(containerId)).rows[0]).toMatchObject({ finishAt: at('2026-03-03', 17) })
  const calendarId = newId()
  const shift = [{ from: 480, to: 960 }]
  await scene.run('manager', 'schedule.saveCalendar', {
    ...{ id: calendarId, containerId, baseId: null, name: 'Thursdays' },
    definition: { timeZone: 'UTC', week: [[], [], [], shift, [], [], []], periods: [], exceptions: [] },
  })
  await scene.run('manager', 'schedule.saveResource', {
    id: ann,
    containerId,
    kind: 'work',
    name: 'Ann',
    calendarId,
  })
  await workOff(scene)
  const [row] = (await getPlan(containerId)).rows
  // Seven hours of a Thursday are common to her and the standard week: sixteen hours take three.
  expect(row).toMatchObject({ itemId, startAt: at('2026-03-05', 8), finishAt: at('2026-03-19', 10) })
})

test('a shared resource can be assigned in every project, one of another project in none', async () => {
  const { containerId, itemId } = await wall()
  const crane = await addResource(containerId, 'Crane', { kind: 'machine' })
  await scene.sql('update resource set project_id = null where id = $1', [crane])
  const foreign = await addResource(await openProject(scene), 'Foreign')
  const { resources } = await scene.ask('contributor', 'schedule.listResources', { containerId })
  expect(resources.map(({ id }) => id)).toContain(crane)
  expect(resources.map(({ id }) => id)).not.toContain(foreign)
  await put(containerId, itemId, crane)
  expect((await getPlan(containerId)).resources.map(({ id }) => id)).toContain(crane)
  expect(await refusalOf(put(containerId, itemId, foreign))).toBe('schedule.resource_unknown')
  expect(await refusalOf(put(containerId, itemId, newId()))).toBe('schedule.resource_unknown')
  expect(await refusalOf(put(containerId, itemId, crane))).toBe('schedule.resource_assigned')
})

test('resources that something is done with stay, others go', async () => {
  const { ann, bob, annsId } = await wall()
  const remove = (id: string) => scene.run('manager', 'schedule.removeResource', { id })
  expect(await refusalOf(remove(ann))).toBe('schedule.resource_in_use')
  await remove(bob)
  await scene.run('contributor', 'schedule.unassign', { id: annsId })
  await remove(ann)
  expect(await refusalOf(remove(ann))).toBe('platform.not_found')
})

test('what is shared is for whoever runs the organisation, the rest for whoever manages the project', async () => {
  const containerId = await openProject(scene)
  const save = (who: Parameters<typeof scene.run>[0], place: string | null) =>
    refusalOf(
      scene.run(who, 'schedule.saveResource', { id: newId(), containerId: place, kind: 'work', name: 'Eve' }),
    )
  expect(await save('manager', null)).toBe('platform.not_allowed')
  expect(await save('contributor', containerId)).toBe('platform.not_allowed')
  expect(await save('stranger', containerId)).toBe('platform.not_found')
})

test('whoever may not write the item assigns nobody', async () => {
  const { containerId, itemId, bob, annsId } = await wall()
  const input = { id: newId(), containerId, itemId, resourceId: bob }
  expect(await refusalOf(scene.run('viewer', 'schedule.assign', input))).toBe('platform.not_allowed')
  expect(await refusalOf(scene.run('stranger', 'schedule.assign', input))).toBe('platform.not_found')
  expect(await refusalOf(scene.run('stranger', 'schedule.unassign', { id: annsId }))).toBe(
    'platform.not_found',
  )
  expect(await refusalOf(put(await openProject(scene), itemId, bob))).toBe('schedule.not_on_plan')
  expect(await refusalOf(put(containerId, itemId, bob, { id: annsId }))).toBe('platform.exists')
})

test('a summary is done by what is under it', async () => {
  const { containerId, itemId, bob } = await wall()
  await addItem(containerId, { parentId: itemId })
  expect(await refusalOf(put(containerId, itemId, bob))).toBe('schedule.summary_spans')
})

test('work of a later phase names nobody yet', async () => {
  const { containerId, bob } = await wall()
  const phaseId = newId()
  await scene.run('manager', 'schedule.addPhase', { id: phaseId, containerId, name: 'Interior' })
  const tiles = await addItem(containerId)
  await scene.run('contributor', 'schedule.placeInPhase', { itemId: tiles, phaseId })
  expect(await refusalOf(put(containerId, tiles, bob))).toBe('schedule.later_phase_detail')
})

test('an item says what is planned for it, who does it, and what it waits for', async () => {
  const { containerId, itemId } = await wall()
  const ground = await addItem(containerId, { title: 'Ground' })
  const relation = { id: newId(), fromId: ground, toId: itemId, kind: 'precedes' as const } // One of the kinds.
  await scene.run('contributor', 'work.relateItems', relation)
  await workOff(scene)
  const ask = (who: 'contributor' | 'viewer' | 'stranger', id: string) =>
    scene.ask(who, 'schedule.getItemPlan', { itemId: id })
  const { itemPlan } = await ask('contributor', itemId)
  expect(itemPlan).toMatchObject({
    plan: { containerId, durationMin: 960, startAt: at('2026-03-03', 8), taskType: 'units' },
    ...{ effortMin: 960, isCritical: true, totalFloatMin: 0, isScheduled: true },
    waitsFor: [{ id: relation.id, title: 'Ground' }],
    assignments: [{ units: 1, workMin: 960 }],
  })
  expect(itemPlan?.resources.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ann', 'Bob']))
  const seen = (await ask('viewer', itemId)).itemPlan?.resources.map(({ name }) => name)
  expect(seen).toEqual(['Ann'])
  expect(await refusalOf(ask('stranger', itemId))).toBe('platform.not_found')
  const loose = await addItem(await scene.addContainer('case'))
  expect((await ask('viewer', loose)).itemPlan).toBeNull()
})

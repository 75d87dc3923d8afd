import type { AssignmentView } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { checkPlanOf } from './check-plan-of.ts'
import { openProject, PLANNING, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const DAY = 480
const ELECTRICIAN = { kind: 'skill', skill: 'Electrician' } as const // Literals of the type.
const OPEN = { resourceId: null, alternatives: ELECTRICIAN }

type More = Readonly<Record<string, unknown>>
type Patch = Partial<Pick<AssignmentView, 'resourceId' | 'units' | 'workMin' | 'alternatives'>>

const addResource = async (containerId: string, name: string, more: More = {}) => {
  const input = { id: newId(), containerId, kind: 'work' as const, name, ...more } // One of the kinds.
  return (await scene.run('manager', 'schedule.saveResource', input)).id
}

const put = (who: Who, where: { readonly containerId: string; readonly itemId: string }, more: More = {}) =>
  scene.run(who, 'schedule.assign', { id: newId(), ...where, ...OPEN, ...more })

const change = (id: string, patch: Patch, who: Who = 'contributor') =>
  scene.run(who, 'schedule.changeAssignment', { id, patch })

const level = (containerId: string, assignmentId: string, resourceId: string | null) =>
  scene.run('manager', 'schedule.setLevelling', {
    ...{ containerId, items: [], assignments: [{ assignmentId, resourceId }] },
  })

/** Wiring of two days of work, and Ann, who is an electrician. */
async function site(effortMin: number | null = 2 * DAY) {
  const containerId = await openProject(scene)
  const item = { id: newId(), containerId, title: 'Wiring', ...(effortMin && { effortMin }) }
  const itemId = (await scene.run('contributor', 'work.createItem', item)).id
  const ann = await addResource(containerId, 'Ann', { skills: ['Electrician'] })
  return { containerId, itemId, where: { containerId, itemId }, ann }
}

async function figures(containerId: string) {
  await workOff(scene)
  const { rows, assignments } = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  const [row] = rows
  const shares = assignments.map(({ resourceId, units, workMin }) => [resourceId, units, workMin])
  return { effortMin: row?.effortMin, durationMin: row?.durationMin, isPlaced: row?.startAt != null, shares }
}

test('work for anybody with a skill takes over the effort, and counts like that of anybody', async () => {
  const { containerId, where, ann } = await site()
  const { id } = await put('contributor', where)
  expect(await figures(containerId)).toEqual({
    ...{ effortMin: 960, durationMin: 960, isPlaced: true, shares: [[null, 1, 960]] },
  })
  await change(id, { units: 2 })
  expect(await figures(containerId)).toMatchObject({ durationMin: 480, shares: [[null, 2, 960]] })
  await scene.run('contributor', 'schedule.changePlanItem', { ...where, patch: { isEffortDriven: true } })
  const second = await put('contributor', where, { resourceId: ann, alternatives: null })
  expect(await figures(containerId)).toMatchObject({
    ...{ effortMin: 960, durationMin: 320 },
    shares: expect.arrayContaining([
      [null, 2, 640],
      [ann, 1, 320],
    ]),
  })
  await scene.run('contributor', 'schedule.unassign', { id: second.id })
  expect(await figures(containerId)).toMatchObject({ durationMin: 480, shares: [[null, 2, 960]] })
})

test('several with one skill may be needed, and the independent checker has nothing against it', async () => {
  const { containerId, where } = await site()
  await put('contributor', where)
  await put('contributor', where)
  await workOff(scene)
  const found = await scene.read((tx) => checkPlanOf(tx, scene.organisationId, containerId))
  expect(found).toMatchObject({ datedCount: 1, refusal: null, violations: [] })
  const { itemPlan } = await scene.ask('viewer', 'schedule.getItemPlan', { itemId: where.itemId })
  expect(itemPlan?.assignments).toMatchObject([OPEN, OPEN])
})

test('without anybody and without a skill nothing is assigned', async () => {
  const { where, ann } = await site()
  expect(await refusalOf(put('contributor', where, { alternatives: null }))).toBe('schedule.taker_missing')
  const byName = { kind: 'resources', resourceIds: [ann] }
  expect(await refusalOf(put('contributor', where, { alternatives: byName }))).toBe('schedule.taker_missing')
  const { id } = await put('contributor', where)
  expect(await refusalOf(change(id, { alternatives: null }))).toBe('schedule.taker_missing')
  const named = await put('contributor', where, { resourceId: ann, alternatives: null })
  expect(await refusalOf(change(named.id, { resourceId: null }))).toBe('schedule.taker_missing')
  expect(await refusalOf(level(where.containerId, named.id, null))).toBe('schedule.taker_missing')
})

test('levelling gives open work to somebody, and taken back it is open again', async () => {
  const { containerId, where, ann } = await site()
  const { id } = await put('contributor', where)
  await level(containerId, id, ann)
  expect(await figures(containerId)).toMatchObject({ shares: [[ann, 1, 960]] })
  await level(containerId, id, null)
  const { assignments } = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  expect(assignments).toMatchObject([{ id, ...OPEN, units: 1, workMin: 960 }])
})

test('somebody takes open work over by hand, whoever can and is not on the item yet', async () => {
  const { containerId, where, ann } = await site()
  const { id } = await put('contributor', where)
  const cement = await addResource(containerId, 'Cement', { kind: 'material' })
  const foreign = await addResource(await openProject(scene), 'Foreign')
  expect(await refusalOf(change(id, { resourceId: cement }))).toBe('schedule.resource_unknown')
  expect(await refusalOf(change(id, { resourceId: foreign }))).toBe('schedule.resource_unknown')
  expect(await change(id, { resourceId: ann })).toMatchObject({ resourceId: ann, alternatives: ELECTRICIAN })
  const second = await put('contributor', where)
  expect(await refusalOf(change(second.id, { resourceId: ann }))).toBe('schedule.resource_assigned')
  await change(id, { resourceId: null })
  await change(second.id, { resourceId: ann })
  expect((await figures(containerId)).shares.map(([who]) => who)).toEqual(expect.arrayContaining([null, ann]))
})

test('whoever loses a skill keeps the work they have; what is open stays open', async () => {
  const { containerId, where, ann } = await site()
  const given = await put('contributor', where)
  await put('contributor', where)
  await level(containerId, given.id, ann)
  await scene.run('manager', 'schedule.saveResource', {
    ...{ id: ann, containerId, kind: 'work', name: 'Ann', skills: [] },
  })
  const takers = (await figures(containerId)).shares.map(([who]) => who)
  expect(new Set(takers)).toEqual(new Set([ann, null]))
})

test('the health tells a skill that more is asked of than all who have it can do', async () => {
  const { containerId, where } = await site()
  await put('contributor', where)
  const overloaded = async () => {
    await workOff(scene)
    const { checks } = await scene.ask('viewer', 'schedule.getHealth', { containerId })
    return checks.find(({ name }) => name === 'overloaded')?.first.map(({ title }) => title)
  }
  expect(await overloaded()).toEqual([])
  await put('contributor', where)
  expect(await overloaded()).toEqual(['Electrician'])
  await addResource(containerId, 'Bob', { skills: ['Electrician'] })
  expect(await overloaded()).toEqual([])
  const fort = await site()
  await put('contributor', fort.where, { alternatives: { kind: 'skill', skill: 'Flying' } })
  await workOff(scene)
  const { checks } = await scene.ask('viewer', 'schedule.getHealth', { containerId: fort.containerId })
  expect(checks.find(({ name }) => name === 'overloaded')).toMatchObject({ first: [{ title: 'Flying' }] })
  expect(checks.find(({ name }) => name === 'no-resource')).toMatchObject({ count: 0 })
})

test('who may not write in a project opens no work in it, and outside of it nobody knows of any', async () => {
  const { where, ann } = await site()
  const { id } = await put('contributor', where)
  expect(await refusalOf(put('viewer', where))).toBe('platform.not_allowed')
  expect(await refusalOf(put('stranger', where))).toBe('platform.not_found')
  expect(await refusalOf(change(id, { resourceId: ann }, 'viewer'))).toBe('platform.not_allowed')
  expect(await refusalOf(change(id, { resourceId: ann }, 'stranger'))).toBe('platform.not_found')
})

import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { openProject, PLANNING, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const DAY = 480
const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
/** A day of work, a day of rest, and the rest of the work. */
const SPLITS = [{ afterMin: DAY, pauseMin: DAY }]

beforeEach(() => {
  scene.now = at('2026-03-02')
})

const plan = (containerId: string, itemId: string, patch: Record<string, unknown>) =>
  scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId, patch })

/** Two days of work in a project that begins on Monday. */
async function slab() {
  const containerId = await openProject(scene)
  const { id: itemId } = await scene.run('contributor', 'work.createItem', {
    ...{ id: newId(), containerId, title: 'Slab', rank: 'V' },
  })
  await plan(containerId, itemId, { durationMin: 2 * DAY })
  const row = async () => (await scene.ask('viewer', 'schedule.getPlan', { containerId })).rows[0]
  return { containerId, itemId, row }
}

test('work that is split rests in the plan, on its item, and in a baseline', async () => {
  const { containerId, itemId, row } = await slab()
  await plan(containerId, itemId, { splits: SPLITS })
  await workOff(scene)
  const gaps = [{ startAt: at('2026-03-02', 17), finishAt: at('2026-03-04', 8) }]
  expect(await row()).toMatchObject({ finishAt: at('2026-03-04', 17), splits: SPLITS, gaps })
  const { itemPlan } = await scene.ask('viewer', 'schedule.getItemPlan', { itemId })
  expect(itemPlan).toMatchObject({ plan: { splits: SPLITS, resumeAt: null }, gaps })
  await scene.run('manager', 'schedule.takeBaseline', { id: newId(), containerId, name: '' })
  await plan(containerId, itemId, { splits: [] })
  await workOff(scene)
  expect(await row()).toMatchObject({ finishAt: at('2026-03-03', 17), splits: [], gaps: [] })
  const { baseline } = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  expect(baseline?.rows[0]).toMatchObject({ finishAt: at('2026-03-04', 17), splits: SPLITS })
})

test('work that has begun rests until a day', async () => {
  const { containerId, itemId, row } = await slab()
  await plan(containerId, itemId, { actualStartAt: at('2026-03-02', 8), percentComplete: 50 })
  await plan(containerId, itemId, { resumeAt: at('2026-03-09', 8) })
  await workOff(scene)
  expect(await row()).toMatchObject({
    finishAt: at('2026-03-09', 17),
    gaps: [{ startAt: at('2026-03-02', 17), finishAt: at('2026-03-09', 8) }],
  })
})

test('what is told of a change names the gaps before and after, and nothing else', async () => {
  const { containerId, itemId } = await slab()
  await scene.newEvents()
  await plan(containerId, itemId, { splits: SPLITS })
  const [event] = (await scene.newEvents()).filter(({ kind }) => kind === 'schedule.item_planned')
  expect(event?.data).toEqual({ changes: { splits: { from: [], to: SPLITS } } })
})

test('a plan that keeps its dates rests at those', async () => {
  const { containerId, itemId, row } = await slab()
  await plan(containerId, itemId, { splits: SPLITS })
  await workOff(scene)
  const patch = { isScheduled: false }
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch })
  expect((await row())?.gaps).toHaveLength(1)
})

test.each([
  ['schedule.split_empty', [{ afterMin: DAY, pauseMin: 0 }]],
  ['schedule.split_outside', [{ afterMin: 2 * DAY, pauseMin: DAY }]],
  ['schedule.splits_overlap', [...SPLITS, ...SPLITS]],
])('%s leaves the work as it was', async (code, splits) => {
  const { containerId, itemId, row } = await slab()
  await plan(containerId, itemId, { splits: SPLITS })
  expect(await refusalOf(plan(containerId, itemId, { splits }))).toBe(code)
  expect((await row())?.splits).toEqual(SPLITS)
})

test('whoever may only look splits nothing', async () => {
  const { containerId, itemId, row } = await slab()
  const patch = { splits: SPLITS }
  const refused = scene.run('viewer', 'schedule.changePlanItem', { containerId, itemId, patch })
  expect(await refusalOf(refused)).toBe('platform.not_allowed')
  expect((await row())?.splits).toEqual([])
})

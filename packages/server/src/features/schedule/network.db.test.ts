import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { openProject, PLANNING, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
const DAY = 480

beforeEach(() => {
  scene.now = at('2026-03-02')
})

let count = 0
async function addItem(containerId: string, title: string, days: number | null = 1): Promise<string> {
  const rank = `V${String(1000 + ++count)}V`
  const { id } = await scene.run('contributor', 'work.createItem', { id: newId(), containerId, title, rank })
  if (days !== null) await plan(containerId, id, { durationMin: days * DAY })
  return id
}

const link = (fromId: string, toId: string, more: Record<string, unknown> = {}) =>
  scene.run('contributor', 'work.relateItems', { id: newId(), fromId, toId, kind: 'precedes', ...more })

const plan = (containerId: string, itemId: string, patch: Record<string, unknown>) =>
  scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId, patch })

const settings = (containerId: string, patch: Record<string, unknown>) =>
  scene.run('manager', 'schedule.changePlanSettings', { containerId, patch })

async function rowsOf(containerId: string) {
  await workOff(scene)
  const { rows } = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  return new Map(rows.map((row) => [row.title, row]))
}

test('a plan says how much start and finish may slip, what is nearly critical, and where a calendar held it', async () => {
  const containerId = await openProject(scene)
  const [long, near] = [await addItem(containerId, 'Long', 5), await addItem(containerId, 'Near', 4)]
  const last = await addItem(containerId, 'Last')
  await addItem(containerId, 'Free')
  await link(long, last)
  await link(near, last)
  const rows = await rowsOf(containerId)
  expect(rows.get('Near')).toMatchObject({
    ...{ totalFloatMin: DAY, freeFloatMin: DAY, startFloatMin: DAY, finishFloatMin: DAY },
    ...{ isCritical: false, isNearCritical: true },
    // The project begins at midnight, its week at eight.
    calendarWait: { fromAt: at('2026-03-02'), calendarId: null },
  })
  expect(rows.get('Free')).toMatchObject({ isCritical: false, isNearCritical: false })
  // From Friday evening to Monday morning nobody works.
  expect(rows.get('Last')).toMatchObject({
    ...{ startAt: at('2026-03-09', 8), isCritical: true, isNearCritical: false },
    calendarWait: { fromAt: at('2026-03-06', 17), calendarId: null },
  })
  await settings(containerId, { nearCriticalMin: 0 })
  expect((await rowsOf(containerId)).get('Near')?.isNearCritical).toBe(false)
  const { itemPlan } = await scene.ask('viewer', 'schedule.getItemPlan', { itemId: near })
  expect(itemPlan).toMatchObject({ startFloatMin: DAY, finishFloatMin: DAY, isNearCritical: false })
})

test('what was calculated before is still read', async () => {
  const containerId = await openProject(scene)
  const itemId = await addItem(containerId, 'Old')
  await workOff(scene)
  const stored = JSON.stringify([[itemId, at('2026-03-02', 17), 0, 0, true, true, 'project', null]])
  await scene.sql('update plan_figures set figures = $2::json where project_id = $1', [containerId, stored])
  expect((await rowsOf(containerId)).get('Old')).toMatchObject({
    ...{ totalFloatMin: 0, isCritical: true, reason: { kind: 'project', id: null } },
    ...{ startFloatMin: null, finishFloatMin: null, isNearCritical: false, calendarWait: null },
  })
})

test('a hammock lasts as long as what it is linked to, and has no duration of its own', async () => {
  const containerId = await openProject(scene)
  const [dig, pour] = [await addItem(containerId, 'Dig', 2), await addItem(containerId, 'Pour', 3)]
  const pump = await addItem(containerId, 'Pump', 1)
  await plan(containerId, pump, { constraintKind: 'SNLT', constraintAt: at('2026-03-09') })
  await link(dig, pour)
  await link(dig, pump, { linkType: 'SS' })
  await link(pump, pour, { linkType: 'FF' })
  expect(await plan(containerId, pump, { isHammock: true })).toMatchObject({
    ...{ isHammock: true, constraintKind: null, constraintAt: null },
  })
  const rows = await rowsOf(containerId)
  expect(rows.get('Pump')).toMatchObject({
    startAt: rows.get('Dig')?.startAt,
    finishAt: rows.get('Pour')?.finishAt,
    isCritical: false,
  })
  for (const patch of [{ durationMin: 960 }, { constraintKind: 'SNET', constraintAt: at('2026-03-09') }]) {
    expect(await refusalOf(plan(containerId, pump, patch))).toBe('schedule.hammock_spans')
  }
  await plan(containerId, pump, { isHammock: false })
  expect((await rowsOf(containerId)).get('Pump')?.finishAt).not.toBe(rows.get('Pour')?.finishAt)
})

test('lags may count every hour, and actual dates may make late what should have come before', async () => {
  const containerId = await openProject(scene)
  const [cast, strip] = [await addItem(containerId, 'Cast', 5), await addItem(containerId, 'Strip')]
  await link(cast, strip, { lag: 2880 })
  expect((await rowsOf(containerId)).get('Strip')?.startAt).toBe(at('2026-03-17', 8))
  await settings(containerId, { lagCalendar: 'twentyFourHour' })
  expect((await rowsOf(containerId)).get('Strip')?.startAt).toBe(at('2026-03-09', 8))
  await plan(containerId, strip, { percentComplete: 50, actualStartAt: at('2026-03-04', 8) })
  await settings(containerId, { progressRule: 'actualDates', statusAt: at('2026-03-05', 8) })
  const rows = await rowsOf(containerId)
  expect(rows.get('Strip')?.finishAt).toBe(at('2026-03-05', 12))
  expect(rows.get('Cast')?.totalFloatMin).toBeLessThan(0)
})

test('a duration below zero is refused by name, and whoever only looks changes nothing', async () => {
  const containerId = await openProject(scene)
  const itemId = await addItem(containerId, 'Dig')
  expect(await refusalOf(plan(containerId, itemId, { durationMin: -480 }))).toBe('schedule.duration_negative')
  const input = { containerId, itemId, patch: { isHammock: true } }
  expect(await refusalOf(scene.run('viewer', 'schedule.changePlanItem', input))).toBe('platform.not_allowed')
  const row = (await rowsOf(containerId)).get('Dig')
  expect(row).toMatchObject({ durationMin: DAY, isHammock: false })
})

import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { openProject, PLANNING, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const MONDAY = Date.parse('2026-03-02T00:00:00Z')
const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

beforeEach(() => {
  scene.now = MONDAY
})

let count = 0
const addItem = async (containerId: string, title: string, more: Record<string, unknown> = {}) =>
  (
    await scene.run('contributor', 'work.createItem', {
      id: newId(),
      containerId,
      title,
      rank: `V${String(1000 + ++count)}V`,
      ...more,
    })
  ).id

const link = (fromId: string, toId: string) =>
  scene.run('contributor', 'work.relateItems', { id: newId(), fromId, toId, kind: 'precedes' })

const plan = (containerId: string, itemId: string, patch: Record<string, unknown>) =>
  scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId, patch })

async function rowsOf(containerId: string) {
  const { rows } = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  return new Map(rows.map((row) => [row.title, row]))
}

/** Foundation, walls, roof: one after the other. */
async function house() {
  const containerId = await openProject(scene)
  const ids = []
  for (const title of ['Foundation', 'Walls', 'Roof']) {
    const itemId = await addItem(containerId, title)
    await plan(containerId, itemId, { durationMin: 960 })
    ids.push(itemId)
  }
  const [foundation = '', walls = '', roof = ''] = ids
  await link(foundation, walls)
  await link(walls, roof)
  await workOff(scene)
  return { containerId, foundation, walls, roof }
}

test('durations and links become dates, with float and reason', async () => {
  const { containerId } = await house()
  const rows = await rowsOf(containerId)
  expect(rows.get('Foundation')).toMatchObject({
    startAt: at('2026-03-02', 8),
    finishAt: at('2026-03-03', 17),
    reason: { kind: 'project', id: null },
  })
  expect(rows.get('Roof')).toMatchObject({
    startAt: at('2026-03-06', 8),
    finishAt: at('2026-03-09', 17),
    totalFloatMin: 0,
    isCritical: true,
    reason: { kind: 'link' },
  })
})

test('ten changes in a row are one calculation, and until then the dates are those before', async () => {
  const { containerId, foundation } = await house()
  for (let days = 1; days <= 10; days += 1) await plan(containerId, foundation, { durationMin: days * 480 })
  const before = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  expect(before.settings.isCurrent).toBe(false)
  expect(before.rows[1]?.startAt).toBe(at('2026-03-04', 8))
  await scene.newEvents()
  expect(await workOff(scene)).toBe(10)
  const told = (await scene.newEvents()).filter(({ kind }) => kind === 'schedule.replanned')
  expect(told).toHaveLength(1)
  const after = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  expect(after.settings.isCurrent).toBe(true)
  expect(after.rows[1]?.startAt).toBe(at('2026-03-16', 8))
})

test('an item that has dates of its own keeps them until it is to follow its links', async () => {
  const { containerId, roof } = await house()
  const paint = await addItem(containerId, 'Paint', { startsOn: '2026-03-04', dueOn: '2026-03-05' })
  await link(roof, paint)
  await workOff(scene)
  expect((await rowsOf(containerId)).get('Paint')).toMatchObject({
    startAt: at('2026-03-04'),
    datesFrom: 'item',
  })
  await plan(containerId, paint, { isManual: false, durationMin: 480 })
  await workOff(scene)
  expect((await rowsOf(containerId)).get('Paint')).toMatchObject({
    startAt: at('2026-03-10', 8),
    datesFrom: 'plan',
  })
})

test('work that is done early lets what follows begin early, and undoing that takes it back', async () => {
  const { containerId, foundation } = await house()
  scene.now = at('2026-03-02', 12)
  await scene.run('contributor', 'work.moveItem', { id: foundation, stateId: 'done' })
  await workOff(scene)
  expect((await rowsOf(containerId)).get('Walls')).toMatchObject({ startAt: at('2026-03-02', 13) })
  await scene.run('contributor', 'work.moveItem', { id: foundation, stateId: 'ready' })
  await workOff(scene)
  const rows = await rowsOf(containerId)
  expect(rows.get('Walls')).toMatchObject({ startAt: at('2026-03-04', 8) })
  expect(rows.get('Foundation')).toMatchObject({ actualStartAt: null, actualFinishAt: null })
})

test('a list of dated work is calculated from its first link on', async () => {
  const containerId = await openProject(scene)
  const first = await addItem(containerId, 'First', { effortMin: 480 })
  const second = await addItem(containerId, 'Second', { effortMin: 480, dueOn: '2026-03-20' })
  expect(await workOff(scene)).toBe(0)
  await link(second, first)
  expect(await workOff(scene)).toBe(1)
  expect((await rowsOf(containerId)).get('First')).toMatchObject({ startAt: at('2026-03-23', 8) })
})

test('a circle through a summary that came from elsewhere is named, and the dates stay as they were', async () => {
  const { containerId, foundation, roof } = await house()
  const part = await addItem(containerId, 'Inside')
  const floor = await addItem(containerId, 'Floor', { parentId: part })
  await link(roof, part)
  await workOff(scene)
  const before = (await rowsOf(containerId)).get('Roof')
  await scene.sql(
    `insert into relation (organisation_id, id, from_id, to_id, kind, link_type, lag, lag_unit)
     select organisation_id, $1, $2, $3, 'precedes', 'FS', 0, 'workingMin' from work_item where id = $2`,
    [newId(), floor, foundation],
  )
  await plan(containerId, floor, { durationMin: 480 })
  // What is no part of the fault can be changed all the same.
  await link(await addItem(containerId, 'Fence'), await addItem(containerId, 'Gate'))
  await workOff(scene)
  const after = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  expect(after.settings.refusal?.code).toBe('schedule.link_circle')
  expect(JSON.stringify(after.settings.refusal?.params)).toContain('Foundation')
  expect(after.rows.find(({ title }) => title === 'Roof')).toMatchObject({
    startAt: before?.startAt,
    finishAt: before?.finishAt,
  })
})

test('a calendar of the project is worked by, and one that is used cannot be removed', async () => {
  const { containerId } = await house()
  const id = newId()
  const shift = [{ from: 480, to: 720 }]
  const definition = {
    timeZone: 'UTC',
    week: [shift, shift, shift, shift, shift, [], []],
    periods: [],
    exceptions: [],
  }
  await scene.run('manager', 'schedule.saveCalendar', {
    id,
    containerId,
    baseId: null,
    name: 'Mornings',
    definition,
  })
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { calendarId: id } })
  await workOff(scene)
  expect((await rowsOf(containerId)).get('Foundation')).toMatchObject({ finishAt: at('2026-03-05', 12) })
  expect(await refusalOf(scene.run('manager', 'schedule.removeCalendar', { id }))).toBe(
    'schedule.calendar_in_use',
  )
  const idle = { ...definition, week: [[], [], [], [], [], [], []] }
  const saved = scene.run('manager', 'schedule.saveCalendar', {
    ...{ id, containerId, baseId: null, name: 'Never' },
    definition: idle,
  })
  expect(await refusalOf(saved)).toBe('calendar.no_working_time')
})

test('what levelling found holds an item back until it is let go', async () => {
  const { containerId, roof } = await house()
  const level = (levelledAt: number | null) =>
    scene.run('manager', 'schedule.setLevelling', { containerId, items: [{ itemId: roof, levelledAt }] })
  await level(at('2026-03-12', 8))
  await workOff(scene)
  expect((await rowsOf(containerId)).get('Roof')).toMatchObject({
    startAt: at('2026-03-12', 8),
    reason: { kind: 'levelled', id: null },
  })
  await level(null)
  await workOff(scene)
  expect((await rowsOf(containerId)).get('Roof')).toMatchObject({ startAt: at('2026-03-06', 8) })
  const input = { containerId, items: [{ itemId: roof, levelledAt: null }] }
  expect(await refusalOf(scene.run('contributor', 'schedule.setLevelling', input))).toBe(
    'platform.not_allowed',
  )
  expect(await refusalOf(scene.run('stranger', 'schedule.setLevelling', input))).toBe('platform.not_found')
})

test('a plan that keeps its dates is not calculated', async () => {
  const { containerId, foundation } = await house()
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { isScheduled: false } })
  await plan(containerId, foundation, { durationMin: 4_800 })
  expect(await workOff(scene)).toBe(0)
  expect((await rowsOf(containerId)).get('Roof')).toMatchObject({
    startAt: at('2026-03-06', 8),
    totalFloatMin: null,
  })
})

test('scheduling a plan that kept its dates is taken back: every date is again what it was', async () => {
  const { containerId, foundation, roof } = await house()
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { isScheduled: false } })
  const dates = { startAt: at('2026-05-04', 8), finishAt: at('2026-05-05', 17) }
  const keep = (items: readonly { itemId: string; startAt: number | null; finishAt: number | null }[]) =>
    scene.run('manager', 'schedule.keepDates', { containerId, items: [...items] })
  await keep([{ itemId: roof, ...dates }])
  expect(await workOff(scene)).toBe(0)
  expect((await rowsOf(containerId)).get('Roof')).toMatchObject(dates)
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { isScheduled: true } })
  await workOff(scene)
  expect((await rowsOf(containerId)).get('Roof')).toMatchObject({ startAt: at('2026-03-06', 8) })
  await keep([
    { itemId: roof, startAt: null, finishAt: null },
    { itemId: roof, ...dates },
  ])
  expect((await scene.ask('viewer', 'schedule.getPlan', { containerId })).settings.isScheduled).toBe(false)
  expect((await rowsOf(containerId)).get('Roof')).toMatchObject(dates)
  await plan(containerId, foundation, { isManual: true, startAt: dates.startAt, finishAt: dates.finishAt })
  await keep([{ itemId: foundation, startAt: at('2026-06-01', 8), finishAt: at('2026-06-02', 8) }])
  expect((await rowsOf(containerId)).get('Foundation')).toMatchObject(dates)
})

test('dates that a plan cannot keep leave everything as it was', async () => {
  const { containerId, roof } = await house()
  const other = await openProject(scene)
  const elsewhere = await addItem(other, 'Elsewhere')
  const keep = (as: 'manager' | 'contributor' | 'stranger', itemId: string, finishAt: number) => {
    const items = [{ itemId, startAt: at('2026-05-04', 8), finishAt }]
    return refusalOf(scene.run(as, 'schedule.keepDates', { containerId, items }))
  }
  const finishAt = at('2026-05-05', 17)
  expect(await keep('manager', roof, at('2026-05-01', 17))).toBe('schedule.dates_reversed')
  expect(await keep('manager', elsewhere, finishAt)).toBe('schedule.not_on_plan')
  expect(await keep('manager', newId(), finishAt)).toBe('platform.not_found')
  expect(await keep('contributor', roof, finishAt)).toBe('platform.not_allowed')
  expect(await keep('stranger', roof, finishAt)).toBe('platform.not_found')
  expect((await scene.ask('viewer', 'schedule.getPlan', { containerId })).settings.isScheduled).toBe(true)
})

test('work of a later phase is not dated, and begins to be when the phase is promoted', async () => {
  const { containerId, roof } = await house()
  const phaseId = newId()
  await scene.run('manager', 'schedule.addPhase', { id: phaseId, containerId, name: 'Interior' })
  const tiles = await addItem(containerId, 'Tiles')
  await link(roof, tiles)
  await workOff(scene)
  expect((await rowsOf(containerId)).get('Tiles')?.startAt).toBe(at('2026-03-10', 8))
  await scene.run('contributor', 'schedule.placeInPhase', { itemId: tiles, phaseId })
  await workOff(scene)
  expect((await rowsOf(containerId)).get('Tiles')?.startAt).toBeNull()
  expect(await refusalOf(plan(containerId, tiles, { durationMin: 480 }))).toBe('schedule.later_phase_detail')
  await scene.run('manager', 'schedule.promotePhase', { id: phaseId, baselineId: newId() })
  await workOff(scene)
  expect((await rowsOf(containerId)).get('Tiles')?.startAt).toBe(at('2026-03-10', 8))
})

test('whoever may not write the item or see the project changes nothing', async () => {
  const { containerId, roof } = await house()
  const input = { containerId, itemId: roof, patch: { durationMin: 1 } }
  expect(await refusalOf(scene.run('viewer', 'schedule.changePlanItem', input))).toBe('platform.not_allowed')
  expect(await refusalOf(scene.run('stranger', 'schedule.changePlanItem', input))).toBe('platform.not_found')
  const settings = { containerId, patch: { isScheduled: false } }
  expect(await refusalOf(scene.run('contributor', 'schedule.changePlanSettings', settings))).toBe(
    'platform.not_allowed',
  )
  const elsewhere = await openProject(scene)
  expect(await refusalOf(plan(elsewhere, roof, { durationMin: 1 }))).toBe('schedule.not_on_plan')
  expect((await rowsOf(containerId)).get('Roof')?.durationMin).toBe(960)
})

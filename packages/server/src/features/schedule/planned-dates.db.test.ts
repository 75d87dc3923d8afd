import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { openProject, PLANNING, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

/** A summary with a task of two days in it, and a milestone after it. */
async function openSite() {
  const containerId = await openProject(scene)
  const [part, task, end, own] = [newId(), newId(), newId(), newId()]
  const add = (id: string, more: object = {}) =>
    scene.run('contributor', 'work.createItem', { id, containerId, title: 'Step', ...more })
  await add(part)
  await add(task, { parentId: part, effortMin: 960 })
  await add(end, { isMilestone: true })
  await add(own, { dueOn: '2026-03-02' })
  const link = { id: newId(), fromId: task, toId: end, kind: 'precedes' as const } // One of the kinds.
  await scene.run('contributor', 'work.relateItems', link)
  await workOff(scene)
  return { containerId, part, task, end, own, link: link.id }
}

test('planned dates of several projects come together, with what they wait for; own days stay with the items', async () => {
  const [one, other] = [await openSite(), await openSite()]
  const containerIds = `${one.containerId},${other.containerId}`
  const { rows, links } = await scene.ask('viewer', 'schedule.listPlannedDates', { containerIds })
  const byId = new Map(rows.map((row) => [row.itemId, row]))
  for (const project of [one, other]) {
    const span = { startAt: at('2026-03-02', 8), finishAt: at('2026-03-03', 17) }
    expect(byId.get(project.task)).toMatchObject({ ...span, isCritical: true, totalFloatMin: 0 })
    expect(byId.get(project.part)).toMatchObject(span)
    expect(byId.get(project.end)).toMatchObject({ startAt: span.finishAt, finishAt: span.finishAt })
    expect(byId.has(project.own)).toBe(false)
  }
  expect(new Set(links.map(({ id }) => id))).toEqual(new Set([one.link, other.link]))
})

test('what is no id is refused', async () => {
  const asked = { containerIds: '-'.repeat(36) }
  expect(await refusalOf(scene.ask('viewer', 'schedule.listPlannedDates', asked))).toBe(
    'platform.input_wrong',
  )
})

test('projects that somebody does not see are left out', async () => {
  const { containerId } = await openSite()
  const asked = { containerIds: containerId }
  expect(await scene.ask('stranger', 'schedule.listPlannedDates', asked)).toEqual({ rows: [], links: [] })
})

test('each says whose plan it is of, and why its bar cannot be moved', async () => {
  const { containerId, part, task, end } = await openSite()
  const { rows } = await scene.ask('viewer', 'schedule.listPlannedDates', { containerIds: containerId })
  const fixed = new Map(rows.map((row) => [row.itemId, row.fixed]))
  expect([part, task, end].map((id) => fixed.get(id))).toEqual(['summary', null, null])
  expect(rows.every((row) => row.containerId === containerId)).toBe(true)
})

test('moving a bar elsewhere says what its plan is to say, and that moves it with what follows', async () => {
  const { containerId, task, end, part, own } = await openSite()
  const ask = (itemId: string, days: number, more: object = {}) =>
    scene.ask('contributor', 'schedule.getShift', { containerId, itemId, days, ...more })
  const later = await ask(task, 2)
  expect(later.patch).toEqual({ constraintKind: 'SNET', constraintAt: at('2026-03-04', 8) })
  expect(later.plan).toMatchObject({ id: task, containerId, constraintKind: null })
  // From Monday and Tuesday until Wednesday, in working time.
  expect((await ask(task, 1, { end: 'finish' })).patch).toEqual({ durationMin: 1440 })
  // Back over a weekend: from Monday to the Friday before.
  const back = await ask(task, -1, { step: 'workingDays' })
  expect(back.patch).toMatchObject({ constraintAt: at('2026-02-27', 8) })
  expect((await ask(part, 2)).patch).toBeNull()
  expect((await ask(own, 0)).patch).toBeNull()
  const patch = later.patch ?? {}
  await scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId: task, patch })
  await workOff(scene)
  const { rows } = await scene.ask('viewer', 'schedule.listPlannedDates', { containerIds: containerId })
  const startOf = new Map(rows.map((row) => [row.itemId, row.startAt]))
  expect([startOf.get(task), startOf.get(end)]).toEqual([at('2026-03-04', 8), at('2026-03-05', 17)])
})

test('who may not change a plan is not told how to move its bars', async () => {
  const { containerId, task } = await openSite()
  const asked = { containerId, itemId: task, days: 1 }
  expect(await refusalOf(scene.ask('viewer', 'schedule.getShift', asked))).toBe('platform.not_allowed')
  expect(await refusalOf(scene.ask('stranger', 'schedule.getShift', asked))).toBe('platform.not_found')
  const other = await openProject(scene)
  const elsewhere = { ...asked, containerId: other }
  expect(await refusalOf(scene.ask('contributor', 'schedule.getShift', elsewhere))).toBe('platform.not_found')
})

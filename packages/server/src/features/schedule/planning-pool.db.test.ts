import type { AssignmentView, InputOf, operations, ResourceView } from '@millrace/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { openProject, PLANNING, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
beforeAll(() => scene.appoint('commenter', 'admin'))
afterAll(() => scene.close())

/** Whoever runs the organisation. */
const ADMIN: Who = 'commenter'
const DAY = 480
const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

type More = Readonly<Record<string, unknown>>

const addItem = async (containerId: string, title: string) =>
  (
    await scene.run('contributor', 'work.createItem', {
      ...{ id: newId(), containerId, title, effortMin: DAY },
    })
  ).id

const resource = (
  containerId: string | null,
  name: string,
  more: Partial<ResourceView> = {},
): InputOf<(typeof operations)['schedule.saveResource']> => ({
  ...{ id: newId(), containerId, kind: 'work', name },
  ...more,
})

const keep = async (who: Who, input: ReturnType<typeof resource>) =>
  (await scene.run(who, 'schedule.saveResource', input)).id

const put = async (containerId: string, itemId: string, resourceId: string, more: More = {}) =>
  (
    await scene.run('contributor', 'schedule.assign', {
      ...{ id: newId(), containerId, itemId, resourceId },
      ...more,
    })
  ).id

const getPlan = (containerId: string, who: Who = 'manager') =>
  scene.ask(who, 'schedule.getPlan', { containerId })

async function overloaded(containerId: string): Promise<readonly string[]> {
  await workOff(scene)
  const { checks } = await scene.ask('viewer', 'schedule.getHealth', { containerId })
  return checks.find(({ name }) => name === 'overloaded')?.first.map(({ title }) => title) ?? []
}

const days = (fromOn: string, toOn: string | null, maxUnits: number) => ({ fromOn, toOn, maxUnits })

test('what is said about a resource is kept, and prices are for whoever manages the project', async () => {
  const containerId = await openProject(scene)
  const said = {
    availability: [days('2026-03-09', null, 0.5)],
    ...{ dayLimitMin: 360, weekLimitMin: 1_800, skills: ['Welding'] },
    ...{ rateMinorPerHour: 6_000, costPerUseMinor: 500 },
    rates: [{ fromOn: '2027-01-01', rateMinorPerHour: 6_500, costPerUseMinor: null }],
  }
  await keep('manager', resource(containerId, 'Ann', said))
  expect((await getPlan(containerId)).resources).toMatchObject([{ name: 'Ann', ...said, crewMemberIds: [] }])
  const hidden = { rateMinorPerHour: null, costPerUseMinor: null, rates: [] }
  expect((await getPlan(containerId, 'viewer')).resources).toMatchObject([{ name: 'Ann', ...hidden }])
  const listed = await scene.ask('contributor', 'schedule.listResources', { containerId })
  expect(listed.resources.find(({ name }) => name === 'Ann')).toMatchObject(hidden)
})

test('somebody who is away is overloaded by work that lies there', async () => {
  const containerId = await openProject(scene)
  const wall = await addItem(containerId, 'Wall')
  const ann = resource(containerId, 'Ann')
  await keep('manager', ann)
  await put(containerId, wall, ann.id)
  expect(await overloaded(containerId)).toEqual([])
  await keep('manager', { ...ann, availability: [days('2026-03-02', '2026-03-03', 0)] })
  expect(await overloaded(containerId)).toEqual(['Ann'])
  await keep('manager', { ...ann, availability: [days('2026-03-03', '2026-03-04', 0)] })
  expect(await overloaded(containerId)).toEqual([])
})

test('there is as much of a crew as of its members', async () => {
  const containerId = await openProject(scene)
  const wall = await addItem(containerId, 'Wall')
  const [ann, bob] = [resource(containerId, 'Ann'), resource(containerId, 'Bob')]
  await keep('manager', ann)
  await keep('manager', bob)
  const crew = resource(containerId, 'Crew', { crewMemberIds: [ann.id, bob.id] })
  await keep('manager', crew)
  await put(containerId, wall, crew.id, { units: 2 })
  expect(await overloaded(containerId)).toEqual([])
  await keep('manager', { ...bob, maxUnits: 0.5 })
  expect(await overloaded(containerId)).toEqual(['Crew'])
  expect(await refusalOf(scene.run('manager', 'schedule.removeResource', { id: ann.id }))).toBe(
    'schedule.resource_in_use',
  )
  expect(await refusalOf(keep('manager', { ...ann, crewMemberIds: [bob.id] }))).toBe('schedule.crew_nested')
  const foreign = await keep('manager', resource(await openProject(scene), 'Foreign'))
  expect(await refusalOf(keep('manager', { ...crew, crewMemberIds: [foreign] }))).toBe(
    'schedule.member_unknown',
  )
  expect((await getPlan(containerId)).resources.find(({ id }) => id === crew.id)?.crewMemberIds).toEqual(
    [ann.id, bob.id].toSorted(),
  )
})

test('who may do it instead is kept with the assignment, by name or by skill', async () => {
  const containerId = await openProject(scene)
  const wall = await addItem(containerId, 'Wall')
  const ann = await keep('manager', resource(containerId, 'Ann'))
  const bob = await keep('manager', resource(containerId, 'Bob'))
  const id = await put(containerId, wall, ann, {
    alternatives: { kind: 'resources', resourceIds: [bob] },
  })
  const kept = async () => (await getPlan(containerId)).assignments[0]
  expect(await kept()).toMatchObject({
    workMin: DAY,
    alternatives: { kind: 'resources', resourceIds: [bob] },
  })
  const change = (alternatives: AssignmentView['alternatives']) =>
    scene.run('contributor', 'schedule.changeAssignment', { id, patch: { alternatives } })
  await change({ kind: 'skill', skill: 'Welding' })
  expect(await kept()).toMatchObject({ workMin: DAY, alternatives: { kind: 'skill', skill: 'Welding' } })
  await scene.run('contributor', 'schedule.changeAssignment', { id, patch: { units: 0.5 } })
  expect(await kept()).toMatchObject({ units: 0.5, alternatives: { kind: 'skill', skill: 'Welding' } })
  await change(null)
  expect((await kept())?.alternatives).toBeNull()
  const foreign = await keep('manager', resource(await openProject(scene), 'Foreign'))
  expect(await refusalOf(change({ kind: 'resources', resourceIds: [foreign] }))).toBe(
    'schedule.resource_unknown',
  )
})

test('whoever all share and has a skill that is asked for is part of the plan', async () => {
  const containerId = await openProject(scene)
  const wall = await addItem(containerId, 'Wall')
  const ann = await keep('manager', resource(containerId, 'Ann'))
  const eve = await keep(ADMIN, resource(null, 'Eve', { skills: ['Masonry'] }))
  const names = async () => (await getPlan(containerId)).resources.map(({ name }) => name)
  expect(await names()).toEqual(['Ann'])
  const id = await put(containerId, wall, ann, { alternatives: { kind: 'skill', skill: 'Masonry' } })
  expect(await names()).toEqual(['Ann', 'Eve'])
  await scene.run('manager', 'schedule.setLevelling', {
    ...{ containerId, items: [] },
    assignments: [{ assignmentId: id, resourceId: eve }],
  })
  expect((await getPlan(containerId)).assignments).toMatchObject([{ id, resourceId: eve, workMin: DAY }])
})

test('a choice of levelling names an assignment and a resource of the project, or nothing is kept', async () => {
  const containerId = await openProject(scene)
  const wall = await addItem(containerId, 'Wall')
  const [ann, bob] = [
    await keep('manager', resource(containerId, 'Ann')),
    await keep('manager', resource(containerId, 'Bob')),
  ]
  const id = await put(containerId, wall, ann)
  const foreign = await keep('manager', resource(await openProject(scene), 'Foreign'))
  const level = (who: Who, assignments: readonly { assignmentId: string; resourceId: string }[]) =>
    refusalOf(
      scene.run(who, 'schedule.setLevelling', { containerId, items: [], assignments: [...assignments] }),
    )
  expect(await level('manager', [{ assignmentId: id, resourceId: foreign }])).toBe(
    'schedule.resource_unknown',
  )
  expect(
    await level('manager', [
      { assignmentId: id, resourceId: bob },
      { assignmentId: newId(), resourceId: bob },
    ]),
  ).toBe('platform.not_found')
  expect(await level('contributor', [{ assignmentId: id, resourceId: bob }])).toBe('platform.not_allowed')
  expect((await getPlan(containerId)).assignments).toMatchObject([{ id, resourceId: ann }])
})

const MORNINGS = [{ from: 480, to: 720 }]
const calendar = (containerId: string | null, name: string, more: More = {}) => ({
  ...{ id: newId(), containerId, baseId: null as string | null, name },
  definition: {
    timeZone: 'UTC',
    week: [MORNINGS, MORNINGS, MORNINGS, MORNINGS, MORNINGS, [], []] as (typeof MORNINGS | null)[],
    ...{ periods: [], exceptions: [] },
  },
  ...more,
})
const INHERITED = { ...calendar(null, '').definition, week: [null, null, null, null, null, null, null] }

test('projects go by a calendar that all share, and by their own based on it', async () => {
  const shared = calendar(null, 'Mornings')
  await scene.run(ADMIN, 'schedule.saveCalendar', shared)
  const containerId = await openProject(scene)
  const own = calendar(containerId, 'Site', { baseId: shared.id, definition: INHERITED })
  await scene.run('manager', 'schedule.saveCalendar', own)
  await addItem(containerId, 'Wall')
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { calendarId: own.id } })
  await workOff(scene)
  expect((await getPlan(containerId)).rows[0]).toMatchObject({ finishAt: at('2026-03-03', 12) })
  // The holiday of the organisation is one of the project, too.
  const exceptions = [{ name: 'Founding day', from: '2026-03-02', to: '2026-03-02', shifts: [] }]
  await scene.run(ADMIN, 'schedule.saveCalendar', {
    ...shared,
    definition: { ...shared.definition, exceptions },
  })
  await workOff(scene)
  expect((await getPlan(containerId)).rows[0]).toMatchObject({ finishAt: at('2026-03-04', 12) })
  expect(await refusalOf(scene.run(ADMIN, 'schedule.removeCalendar', { id: shared.id }))).toBe(
    'schedule.calendar_in_use',
  )
  const idle = { ...shared.definition, week: [[], [], [], [], [], [], []] }
  expect(await refusalOf(scene.run(ADMIN, 'schedule.saveCalendar', { ...shared, definition: idle }))).toBe(
    'calendar.no_working_time',
  )
})

test('what is shared goes by a shared calendar, and is kept by whoever runs the organisation', async () => {
  const containerId = await openProject(scene)
  const own = calendar(containerId, 'Site')
  await scene.run('manager', 'schedule.saveCalendar', own)
  const shared = calendar(null, 'Early')
  expect(await refusalOf(scene.run('manager', 'schedule.saveCalendar', shared))).toBe('platform.not_allowed')
  await scene.run(ADMIN, 'schedule.saveCalendar', shared)
  expect(await refusalOf(scene.run('manager', 'schedule.removeCalendar', { id: shared.id }))).toBe(
    'platform.not_allowed',
  )
  expect(await refusalOf(keep(ADMIN, resource(null, 'Max', { calendarId: own.id })))).toBe(
    'schedule.calendar_unknown',
  )
  const max = resource(null, 'Max', { calendarId: shared.id, rateMinorPerHour: 5_000 })
  await keep(ADMIN, max)
  const pool = (who: Who) => scene.ask(who, 'schedule.getPool', {})
  const found = await pool(ADMIN)
  expect(found.resources).toContainEqual(expect.objectContaining({ name: 'Max', rateMinorPerHour: 5_000 }))
  expect(found.calendars.map(({ id }) => id)).toContain(shared.id)
  expect(found.calendars.map(({ id }) => id)).not.toContain(own.id)
  expect((await pool('manager')).resources).toContainEqual(
    expect.objectContaining({ name: 'Max', rateMinorPerHour: null }),
  )
  expect(await refusalOf(pool('stranger'))).toBe('platform.not_allowed')
})

test('a calendar of a project is out of reach of others, and no base of what all share', async () => {
  const own = calendar(await openProject(scene), 'Site')
  await scene.run('manager', 'schedule.saveCalendar', own)
  const elsewhere = await openProject(scene)
  const save = (who: Who, input: ReturnType<typeof calendar>) =>
    refusalOf(scene.run(who, 'schedule.saveCalendar', input))
  expect(await save('manager', { ...own, containerId: elsewhere })).toBe('platform.not_found')
  expect(await save(ADMIN, { ...own, containerId: null })).toBe('platform.not_found')
  expect(await save(ADMIN, calendar(null, 'Odd', { baseId: own.id }))).toBe('calendar.base_unknown')
  expect(await save('contributor', own)).toBe('platform.not_allowed')
  expect(await save('stranger', own)).toBe('platform.not_found')
})

test('work costs the rate of its days, and the fixed cost of an item comes on top', async () => {
  const containerId = await openProject(scene)
  const wall = await addItem(containerId, 'Wall')
  const rates = [{ fromOn: '2026-03-01', rateMinorPerHour: 9_000, costPerUseMinor: 700 }]
  const ann = await keep('manager', resource(containerId, 'Ann', { rateMinorPerHour: 6_000, rates }))
  await put(containerId, wall, ann)
  await scene.run('contributor', 'schedule.changePlanItem', {
    ...{ containerId, itemId: wall, patch: { fixedCostMinor: 5_000 } },
  })
  await workOff(scene)
  await scene.run('manager', 'schedule.takeBaseline', { id: newId(), containerId })
  const { baseline, rows } = await getPlan(containerId, 'viewer')
  expect(rows[0]?.fixedCostMinor).toBe(5_000)
  expect(baseline?.rows[0]?.costMinor).toBe(8 * 9_000 + 700 + 5_000)
})

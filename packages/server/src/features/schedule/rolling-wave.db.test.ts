import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { savePlan, scheduleCommands, scheduleQueries, scheduleReactions } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...scheduleCommands],
  queries: [...workQueries, ...scheduleQueries],
  reactions: scheduleReactions,
})
afterAll(() => scene.close())

type More = Readonly<Record<string, unknown>>

async function addItem(containerId: string, more: More = {}): Promise<string> {
  const input = { id: newId(), containerId, title: 'Fit-out', ...more }
  return (await scene.run('contributor', 'work.createItem', input)).id
}
const change = (id: string, patch: More) => scene.run('contributor', 'work.changeItem', { id, patch })
const place = (itemId: string, phaseId: string | null) =>
  scene.run('contributor', 'schedule.placeInPhase', { itemId, phaseId })
const bringForward = (itemId: string, phaseId: string) =>
  scene.run('manager', 'schedule.placeInPhase', { itemId, phaseId, baselineId: newId() })
const setWave = (containerId: string, isOn: boolean) =>
  scene.run('manager', 'schedule.setRollingWave', { containerId, isOn })
const getPlan = (containerId: string) => scene.ask('viewer', 'schedule.getPlan', { containerId })

/** A project with a current phase and two later ones. */
async function openProject() {
  const containerId = await scene.addContainer('project')
  const add = async (state: 'current' | 'later', rank: string) => {
    const phase = { id: newId(), containerId, name: `Phase ${rank}`, rank, state }
    return (await scene.run('manager', 'schedule.addPhase', phase)).id
  }
  return {
    containerId,
    current: await add('current', 'a0'),
    later: await add('later', 'a1'),
    last: await add('later', 'a2'),
  }
}

test.each([
  ['a performer', { responsibleId: scene.personId('contributor') }],
  ['a start', { startsOn: '2026-05-04' }],
  ['a due day', { dueOn: '2026-05-08' }],
  ['a single number', { effortMin: 480 }],
  ['a range that is none', { effortLowMin: 480, effortHighMin: 480 }],
])('work in a later phase of a new project is refused %s, however it comes to it', async (_name, detail) => {
  const { containerId, current, later } = await openProject()
  const parent = await addItem(containerId)
  await place(parent, later)
  const child = await addItem(containerId, { parentId: parent, effortLowMin: 100, effortHighMin: 300 })
  const detailed = await addItem(containerId, detail)
  const code = 'schedule.later_phase_detail'
  expect(await refusalOf(change(parent, detail))).toBe(code)
  expect(await refusalOf(change(child, detail))).toBe(code)
  expect(await refusalOf(addItem(containerId, { parentId: child, ...detail }))).toBe(code)
  expect(await refusalOf(change(detailed, { parentId: child }))).toBe(code)
  expect(await refusalOf(place(detailed, later))).toBe(code)
  await place(detailed, current)
  await bringForward(parent, current)
  await change(child, detail)
  expect(await refusalOf(place(parent, later))).toBe(code)
})

test('a package leaves the later phases by promotion, or by a manager together with a baseline', async () => {
  const { containerId, current, later, last } = await openProject()
  const parent = await addItem(containerId)
  const child = await addItem(containerId, { parentId: parent, effortLowMin: 100, effortHighMin: 300 })
  await place(parent, later)
  const code = 'schedule.package_leaves'
  for (const elsewhere of [current, null]) expect(await refusalOf(place(parent, elsewhere))).toBe(code)
  expect(await refusalOf(place(child, current))).toBe(code)
  expect(await refusalOf(change(child, { parentId: null }))).toBe(code)
  await place(parent, last)
  await place(parent, later)
  const asContributor = { itemId: child, phaseId: current, baselineId: newId() }
  expect(await refusalOf(scene.run('contributor', 'schedule.placeInPhase', asContributor))).toBe(
    'platform.not_allowed',
  )
  expect((await getPlan(containerId)).baselines).toEqual([])
  await bringForward(child, current)
  expect((await getPlan(containerId)).baselines).toHaveLength(1)
  await change(child, { parentId: null, dueOn: '2026-05-08' })
})

test('a near phase is added while a plan is begun; later it comes from promotion', async () => {
  const { containerId } = await openProject()
  const next = { id: newId(), containerId, name: 'In between', rank: 'a05', state: 'next' } as const
  const add = () => scene.run('manager', 'schedule.addPhase', next)
  expect(await refusalOf(add())).toBe('schedule.promotion_needed')
  await setWave(containerId, false)
  await add()
})

test.each([
  ['a deadline', { deadlineAt: Date.parse('2026-05-04T08:00:00Z') }, 'schedule.later_phase_detail'],
  ['what happened', { actualStartAt: Date.parse('2026-05-04T08:00:00Z') }, 'schedule.later_phase_detail'],
  ['progress', { percentComplete: 10 }, 'schedule.later_phase_detail'],
  ['gaps', { splits: [{ afterMin: 60, pauseMin: 60 }] }, 'schedule.later_phase_detail'],
])('a package is refused %s', async (_name, patch, code) => {
  const { containerId, later } = await openProject()
  const itemId = await addItem(containerId)
  await place(itemId, later)
  const planned = scene.run('manager', 'schedule.changePlanItem', { containerId, itemId, patch })
  expect(await refusalOf(planned)).toBe(code)
})

test('a package is not levelled and not begun', async () => {
  const { containerId, later } = await openProject()
  const itemId = await addItem(containerId)
  await place(itemId, later)
  const items = [{ itemId, levelledAt: Date.parse('2026-05-04T08:00:00Z') }]
  const levelled = scene.run('manager', 'schedule.setLevelling', { containerId, items })
  expect(await refusalOf(levelled)).toBe('schedule.later_phase_detail')
  const begin = () => scene.run('contributor', 'work.moveItem', { id: itemId, stateId: 'done' })
  expect(await refusalOf(begin())).toBe('schedule.later_phase_detail')
  await scene.run('manager', 'schedule.promotePhase', { id: later, baselineId: newId() })
  await begin()
})

const RANGES = {
  ...{ durationLowMin: 2400, durationHighMin: 4800, peopleLow: 2, peopleHigh: 4 },
  ...{ costLowMinor: 100_000, costHighMinor: 250_000 },
}

test('a package has ranges for its duration, people and cost, and no single numbers', async () => {
  const { containerId, current, later } = await openProject()
  const itemId = await addItem(containerId)
  await place(itemId, later)
  const set = (ranges: More, who: 'contributor' | 'viewer' | 'stranger' = 'contributor') =>
    scene.run(who, 'schedule.setPackage', { itemId, ...RANGES, ...ranges })
  expect(await refusalOf(set({ peopleHigh: null }))).toBe('schedule.range_incomplete')
  expect(await refusalOf(set({ costHighMinor: 1 }))).toBe('schedule.range_reversed')
  expect(await refusalOf(set({ peopleHigh: 2 }))).toBe('schedule.range_needed')
  expect(await refusalOf(set({}, 'viewer'))).toBe('platform.not_allowed')
  expect(await refusalOf(set({}, 'stranger'))).toBe('platform.not_found')
  await set({})
  const exact = await addItem(containerId)
  await scene.run('contributor', 'schedule.setPackage', { itemId: exact, ...RANGES, peopleHigh: 2 })
  await place(exact, current)
  expect(await refusalOf(place(exact, later))).toBe('schedule.range_needed')
})

test('a project is summed up by its phases, and whatever later ones are part of is a range', async () => {
  const { containerId, current, later } = await openProject()
  const near = await addItem(containerId, { effortMin: 480, responsibleId: scene.personId('contributor') })
  await place(near, current)
  await addItem(containerId, { effortMin: 60 })
  const itemId = await addItem(containerId, { effortLowMin: 600, effortHighMin: 1200 })
  await place(itemId, later)
  await scene.run('contributor', 'schedule.setPackage', { itemId, ...RANGES })
  const ask = (who: 'viewer' | 'stranger') => scene.ask(who, 'schedule.getPhaseSums', { containerId })
  expect(await refusalOf(ask('stranger'))).toBe('platform.not_found')
  const { phases, unphased, whole } = await ask('viewer')
  expect(phases.map(({ itemCount, effortMin, people }) => ({ itemCount, effortMin, people }))).toEqual([
    {
      itemCount: 1,
      effortMin: { low: 480, high: 480, isOpen: false },
      people: { low: 1, high: 1, isOpen: false },
    },
    {
      itemCount: 1,
      effortMin: { low: 600, high: 1200, isOpen: false },
      people: { low: 2, high: 4, isOpen: false },
    },
    { itemCount: 0, effortMin: null, people: null },
  ])
  expect(unphased?.effortMin).toEqual({ low: 60, high: 60, isOpen: false })
  expect(whole).toMatchObject({
    itemCount: 3,
    effortMin: { low: 1140, high: 1740, isOpen: true },
    costMinor: { low: 100_000, high: 250_000, isOpen: true },
  })
  const { itemPlan } = await scene.ask('viewer', 'schedule.getItemPlan', { itemId })
  expect(itemPlan?.package).toEqual({ ...RANGES, phaseName: 'Phase a1', isLater: true })
})

test('a phase is removed when it holds no work', async () => {
  const { containerId, later, last } = await openProject()
  const itemId = await addItem(containerId)
  await place(itemId, later)
  const remove = (id: string, who: 'manager' | 'contributor' | 'stranger' = 'manager') =>
    scene.run(who, 'schedule.removePhase', { id })
  expect(await refusalOf(remove(later))).toBe('schedule.phase_holds_work')
  expect(await refusalOf(remove(last, 'contributor'))).toBe('platform.not_allowed')
  expect(await refusalOf(remove(last, 'stranger'))).toBe('platform.not_found')
  await scene.run('contributor', 'work.archiveItem', { id: itemId })
  await remove(later)
  await scene.run('contributor', 'work.restoreItem', { id: itemId })
  const { phases, rows } = await getPlan(containerId)
  expect([phases.length, rows.map(({ phaseId }) => phaseId)]).toEqual([2, [null]])
  expect(await refusalOf(remove(later))).toBe('platform.not_found')
})

test('a phase with detailed work does not go back to being a later one', async () => {
  const { containerId, current } = await openProject()
  const item = await addItem(containerId, { dueOn: '2026-05-08' })
  await place(item, current)
  const back = () => scene.run('manager', 'schedule.changePhase', { id: current, patch: { state: 'later' } })
  expect(await refusalOf(back())).toBe('schedule.later_phase_detail')
  await scene.run('contributor', 'work.archiveItem', { id: item })
  await back()
  expect(await refusalOf(scene.run('contributor', 'work.restoreItem', { id: item }))).toBe(
    'schedule.later_phase_detail',
  )
})

test('promoting the first later phase opens it for detail and takes a baseline', async () => {
  const { containerId, current, later, last } = await openProject()
  const item = await addItem(containerId, { effortLowMin: 100, effortHighMin: 300 })
  await place(item, later)
  const plainly = scene.run('manager', 'schedule.changePhase', { id: later, patch: { state: 'next' } })
  expect(await refusalOf(plainly)).toBe('schedule.promotion_needed')
  const promote = (id: string) =>
    scene.run('manager', 'schedule.promotePhase', { id, baselineId: newId(), baselineName: 'Wave' })
  expect(await refusalOf(promote(last))).toBe('schedule.not_first_later')
  await scene.newEvents()
  const { baseline } = await promote(later)
  expect((await scene.newEvents()).map(({ kind }) => kind)).toEqual([
    'schedule.baseline_taken',
    'schedule.phase_promoted',
  ])
  await change(item, { dueOn: '2026-05-08', responsibleId: scene.personId('contributor') })
  const plan = await getPlan(containerId)
  expect(plan.baselines).toEqual([baseline])
  expect(plan.baseline?.rows).toMatchObject([{ itemId: item, finishAt: null }])
  await promote(last)
  const states = (await getPlan(containerId)).phases.map(({ id, state }) => [id, state])
  expect(states).toEqual([
    [current, 'closed'],
    [later, 'current'],
    [last, 'next'],
  ])
})

test('the wave can be ended and begins again only when later phases hold packages', async () => {
  const { containerId, later } = await openProject()
  expect((await getPlan(containerId)).hasRollingWave).toBe(true)
  await setWave(containerId, false)
  const item = await addItem(containerId, { dueOn: '2026-05-08' })
  await place(item, later)
  expect((await getPlan(containerId)).hasRollingWave).toBe(false)
  expect(await refusalOf(setWave(containerId, true))).toBe('schedule.later_phase_detail')
  await change(item, { dueOn: null })
  await setWave(containerId, true)
  expect(await refusalOf(change(item, { dueOn: '2026-05-08' }))).toBe('schedule.later_phase_detail')
})

test('a plan that was made elsewhere is kept as it is until somebody turns the wave on', async () => {
  const { containerId, later } = await openProject()
  const item = await addItem(containerId)
  const planItem = {
    itemId: item,
    wbsCode: '',
    startAt: Date.parse('2026-05-04T08:00:00Z'),
    finishAt: null,
    durationMin: null,
    percentComplete: 0,
    isManual: true,
    constraintKind: null,
    constraintAt: null,
    deadlineAt: null,
    calendarId: null,
    isElapsed: false,
    isHammock: false,
    levelledAt: null,
    actualStartAt: null,
    actualFinishAt: null,
    remainingMin: null,
    splits: [],
    resumeAt: null,
    taskType: 'units' as const, // One of the types.
    isEffortDriven: false,
    quantity: null,
    quantityUnit: '',
    normMin: null,
    fixedCostMinor: null,
    costMinor: null,
  }
  await scene.within('manager', (unit) => savePlan(unit, { projectId: containerId, planItems: [planItem] }))
  await place(item, later)
  expect((await getPlan(containerId)).hasRollingWave).toBe(false)
  expect(await refusalOf(setWave(containerId, true))).toBe('schedule.later_phase_detail')
})

test('a row of the plan shows its own phase, or that of what it lies under', async () => {
  const { containerId, current, later } = await openProject()
  const parent = await addItem(containerId)
  const child = await addItem(containerId, { parentId: parent })
  const own = await addItem(containerId, { parentId: parent })
  await place(own, current)
  await place(parent, later)
  const phaseOf = new Map((await getPlan(containerId)).rows.map((row) => [row.itemId, row.phaseId]))
  expect([parent, child, own].map((id) => phaseOf.get(id))).toEqual([later, later, current])
  await place(own, null)
  expect((await getPlan(containerId)).rows.find((row) => row.itemId === own)?.phaseId).toBe(later)
})

test('only who may change an item puts it into a phase, and only of a project it is in', async () => {
  const { containerId, later } = await openProject()
  const elsewhere = await openProject()
  const item = await addItem(containerId)
  const as = (who: 'viewer' | 'stranger', phaseId: string) =>
    refusalOf(scene.run(who, 'schedule.placeInPhase', { itemId: item, phaseId }))
  expect(await as('viewer', later)).toBe('platform.not_allowed')
  expect(await as('stranger', later)).toBe('platform.not_found')
  expect(await refusalOf(place(item, elsewhere.later))).toBe('schedule.phase_elsewhere')
  const containerIds = [elsewhere.containerId, containerId]
  const guest = await addItem(elsewhere.containerId)
  await scene.run('manager', 'work.placeItem', { id: guest, containerIds })
  await place(guest, later)
  expect(await refusalOf(change(guest, { dueOn: '2026-05-08' }))).toBe('schedule.later_phase_detail')
  await scene.run('manager', 'work.placeItem', { id: guest, containerIds: [elsewhere.containerId] })
  await change(guest, { dueOn: '2026-05-08' })
})

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
const setWave = (containerId: string, isOn: boolean) =>
  scene.run('manager', 'schedule.setRollingWave', { containerId, isOn })
const getPlan = (containerId: string) => scene.ask('viewer', 'schedule.getPlan', { containerId })

/** A project with a current phase and two later ones. */
async function openProject() {
  const containerId = await scene.addContainer('project')
  const [current, later, last] = await Promise.all(
    (['current', 'later', 'later'] as const).map((state, index) =>
      scene.run('manager', 'schedule.addPhase', {
        id: newId(),
        containerId,
        name: `Phase ${index}`,
        rank: `a${index}`,
        state,
      }),
    ),
  )
  return { containerId, current: current?.id ?? '', later: later?.id ?? '', last: last?.id ?? '' }
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
  await place(parent, current)
  await change(child, detail)
  expect(await refusalOf(place(parent, later))).toBe(code)
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
  await place(parent, later)
  await place(own, current)
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

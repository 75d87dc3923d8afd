import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { type PlanItem, savePlan, scheduleCommands, scheduleQueries, scheduleTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...scheduleCommands],
  queries: [...workQueries, ...scheduleQueries],
  topics: scheduleTopics,
})
afterAll(() => scene.close())

const T0 = Date.parse('2026-03-02T09:00:00Z')
const DAY_MS = 86_400_000
beforeEach(() => {
  scene.now = T0
})

const openProject = () => scene.addContainer('project')
const getPlan = (containerId: string, more: { baselineId?: string } = {}) =>
  scene.ask('viewer', 'schedule.getPlan', { containerId, ...more })

let itemCount = 0

async function addItem(
  containerId: string,
  title: string,
  more: {
    parentId?: string
    startsOn?: string
    dueOn?: string
    effortMin?: number
    isMilestone?: boolean
  } = {},
): Promise<string> {
  const input = { id: newId(), containerId, title, rank: `V${1000 + ++itemCount}V`, ...more }
  return (await scene.run('contributor', 'work.createItem', input)).id
}

function planned(itemId: string, change: Partial<PlanItem> = {}): PlanItem {
  return {
    itemId,
    wbsCode: '',
    startAt: null,
    finishAt: null,
    durationMin: null,
    percentComplete: 0,
    isManual: false,
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
    taskType: 'units',
    isEffortDriven: false,
    quantity: null,
    quantityUnit: '',
    normMin: null,
    fixedCostMinor: null,
    costMinor: null,
    ...change,
  }
}

test('an item says its place on the plan by the number the plan gives it', async () => {
  const containerId = await openProject()
  const first = await addItem(containerId, 'Ground')
  const second = await addItem(containerId, 'Structure')
  const below = await addItem(containerId, 'Level 1', { parentId: second })
  const deep = await addItem(containerId, 'Pour', { parentId: below })
  await scene.run('contributor', 'work.archiveItem', { id: first })
  const third = await addItem(containerId, 'Envelope')
  const { rows } = await getPlan(containerId)
  for (const id of [second, below, deep, third]) {
    const { places } = await scene.ask('viewer', 'work.getItem', { item: id })
    const wbs = rows.find(({ itemId }) => itemId === id)?.wbs
    expect(places).toEqual([{ kind: 'plan', containerId, wbs }])
  }
})

test('a plan shows every item in its place, with dates from the plan, the item, or what is below', async () => {
  const containerId = await openProject()
  await scene.sql(`update organisation set time_zone = 'Europe/Berlin' where id = $1`, [scene.organisationId])
  const structure = await addItem(containerId, 'Structure')
  const slab = await addItem(containerId, 'Slab', {
    parentId: structure,
    startsOn: '2026-03-09',
    dueOn: '2026-03-10',
  })
  const columns = await addItem(containerId, 'Columns', { parentId: structure, effortMin: 480 })
  const topping = await addItem(containerId, 'Topping out', { dueOn: '2026-03-28', isMilestone: true })
  const gone = await addItem(containerId, 'Gone')
  await scene.run('contributor', 'work.archiveItem', { id: gone })
  const item = planned(columns, {
    startAt: T0,
    finishAt: T0 + DAY_MS,
    durationMin: 480,
    percentComplete: 50,
    wbsCode: 'B.1',
  })
  await scene.within('manager', (unit) => savePlan(unit, { projectId: containerId, planItems: [item] }))
  const { rows } = await getPlan(containerId)
  expect(
    rows.map((row) => [row.wbs, row.title, row.datesFrom, row.startAt, row.finishAt, row.percentComplete]),
  ).toEqual([
    ['1', 'Structure', 'children', T0, Date.parse('2026-03-10T23:00:00Z'), 25],
    ['1.1', 'Slab', 'item', Date.parse('2026-03-08T23:00:00Z'), Date.parse('2026-03-10T23:00:00Z'), 0],
    ['1.2', 'Columns', 'plan', T0, T0 + DAY_MS, 50],
    ['2', 'Topping out', 'item', Date.parse('2026-03-28T23:00:00Z'), Date.parse('2026-03-28T23:00:00Z'), 0],
  ])
  expect(rows.map((row) => row.itemId)).toEqual([structure, slab, columns, topping])
  expect(rows[2]).toMatchObject({
    wbsCode: 'B.1',
    durationMin: 480,
    isManual: false,
    level: 2,
    parentId: structure,
  })
})

test('dependencies come with type and lag, only within the project', async () => {
  const containerId = await openProject()
  const elsewhere = await openProject()
  const [a, b] = [await addItem(containerId, 'A'), await addItem(containerId, 'B')]
  const c = await addItem(elsewhere, 'C')
  const link = {
    id: newId(),
    fromId: a,
    toId: b,
    kind: 'precedes',
    linkType: 'SS',
    lag: 60,
    lagUnit: 'workingMin',
  } as const
  await scene.run('contributor', 'work.relateItems', link)
  await scene.run('contributor', 'work.relateItems', { id: newId(), fromId: a, toId: c, kind: 'precedes' })
  await scene.run('contributor', 'work.relateItems', { id: newId(), fromId: a, toId: b, kind: 'relates' })
  expect((await getPlan(containerId)).links).toEqual([link])
})

test('a baseline gets another name, is removed, and brought back with all that it remembers', async () => {
  const containerId = await scene.addContainer('project')
  const item = { id: newId(), containerId, title: 'Foundation', startsOn: '2026-03-02', dueOn: '2026-03-03' }
  await scene.run('contributor', 'work.createItem', item)
  const take = (name: string) =>
    scene.run('manager', 'schedule.takeBaseline', { id: newId(), containerId, name })
  const [first, second] = [await take('Contract'), await take('Autumn')]
  const change = (patch: { name?: string; isRemoved?: boolean }) =>
    scene.run('manager', 'schedule.changeBaseline', { id: second.id, patch })
  expect(await change({ name: 'Wet autumn' })).toEqual({ ...second, name: 'Wet autumn' })
  const before = await getPlan(containerId)
  expect(before.baseline).toMatchObject({ id: second.id, rows: [{ itemId: item.id }] })
  await change({ isRemoved: true })
  const without = await getPlan(containerId)
  expect(without.baselines.map(({ id }) => id)).toEqual([first.id])
  expect(without.baseline?.id).toBe(first.id)
  expect(await refusalOf(getPlan(containerId, { baselineId: second.id }))).toBe('platform.not_found')
  expect(await scene.show('viewer', 'baseline', [second.id])).toEqual([null])
  // Its number stays its own.
  expect((await take('Spring')).number).toBe(3)
  await change({ isRemoved: false })
  expect((await getPlan(containerId, { baselineId: second.id })).baseline).toEqual(before.baseline)
})

test('whoever does not manage the project changes no baseline', async () => {
  const containerId = await scene.addContainer('project')
  const { id } = await scene.run('manager', 'schedule.takeBaseline', { id: newId(), containerId })
  const remove = { id, patch: { isRemoved: true } }
  expect(await refusalOf(scene.run('contributor', 'schedule.changeBaseline', remove))).toBe(
    'platform.not_allowed',
  )
  expect(await refusalOf(scene.run('stranger', 'schedule.changeBaseline', remove))).toBe('platform.not_found')
  expect(await refusalOf(scene.run('manager', 'schedule.changeBaseline', { ...remove, id: newId() }))).toBe(
    'platform.not_found',
  )
  expect((await getPlan(containerId)).baselines).toHaveLength(1)
})

test('a baseline keeps the plan as it was, and the next one gets the next number', async () => {
  const containerId = await openProject()
  const itemId = await addItem(containerId, 'Slab', {
    startsOn: '2026-03-09',
    dueOn: '2026-03-10',
    effortMin: 60,
  })
  const first = await scene.run('manager', 'schedule.takeBaseline', {
    id: newId(),
    containerId,
    name: 'Contract',
  })
  expect(first).toMatchObject({ number: 1, name: 'Contract', takenAt: T0 })
  const before = (await getPlan(containerId)).baseline
  await scene.run('contributor', 'work.changeItem', { id: itemId, patch: { dueOn: '2026-04-10' } })
  await addItem(containerId, 'Extra')
  const second = await scene.run('manager', 'schedule.takeBaseline', { id: newId(), containerId })
  expect(second.number).toBe(2)
  const plan = await getPlan(containerId)
  expect(plan.baselines.map((baseline) => baseline.number)).toEqual([1, 2])
  expect(plan.baseline).toMatchObject({ id: second.id })
  expect(plan.baseline?.rows).toHaveLength(2)
  const old = await getPlan(containerId, { baselineId: first.id })
  expect(old.baseline).toEqual(before)
  expect(old.baseline?.rows).toMatchObject([{ itemId, effortMin: 60 }])
  expect(await refusalOf(getPlan(containerId, { baselineId: newId() }))).toBe('platform.not_found')
})

test('phases follow each other, and a batch is judged as a whole', async () => {
  const containerId = await openProject()
  await scene.run('manager', 'schedule.setRollingWave', { containerId, isOn: false })
  const add = (input: {
    name: string
    state?: 'current' | 'next' | 'later'
    startsOn?: string
    finishLowOn?: string
    finishHighOn?: string
  }) => scene.run('manager', 'schedule.addPhase', { id: newId(), containerId, ...input })
  const dates = (startsOn: string, finishOn: string) => ({
    startsOn,
    finishLowOn: finishOn,
    finishHighOn: finishOn,
  })
  const current = await add({ name: 'Foundation', state: 'current', ...dates('2026-01-01', '2026-02-28') })
  scene.now = T0 + 1
  const next = await add({ name: 'Structure', state: 'next', ...dates('2026-03-01', '2026-06-30') })
  scene.now = T0 + 2
  expect(await refusalOf(add({ name: 'Envelope', ...dates('2026-07-01', '2026-09-30') }))).toBe(
    'schedule.range_needed',
  )
  expect(await refusalOf(add({ name: 'Envelope', startsOn: '2026-06-01' }))).toBe('schedule.phases_overlap')
  const later = await add({ name: 'Envelope' })
  expect(later).toMatchObject({ state: 'later', startsOn: null, version: 1 })
  const change = (id: string, state: string) => ({
    name: 'schedule.changePhase' as const,
    input: { id, patch: { state } },
  })
  expect(await refusalOf(scene.runAll('manager', [change(next.id, 'current')]))).toBe('schedule.phase_order')
  await scene.runAll('manager', [
    change(next.id, 'current'),
    change(current.id, 'closed'),
    change(later.id, 'next'),
  ])
  const { phases } = await getPlan(containerId)
  expect(phases.map(({ name, state, version }) => [name, state, version])).toEqual([
    ['Foundation', 'closed', 2],
    ['Structure', 'current', 2],
    ['Envelope', 'next', 2],
  ])
  const stale = { id: later.id, version: 1, patch: { name: 'x' } }
  expect(await refusalOf(scene.run('manager', 'schedule.changePhase', stale))).toBe('platform.version_old')
})

test('an imported plan is kept whole, and everybody who watches is told', async () => {
  const containerId = await openProject()
  const [a, b] = [await addItem(containerId, 'A'), await addItem(containerId, 'B')]
  const [standard, crane] = [newId<'Calendar'>(), newId<'Calendar'>()]
  const [resourceId, baselineId] = [newId<'Resource'>(), newId<'Baseline'>()]
  await scene.newEvents()
  await scene.within('manager', (unit) =>
    savePlan(unit, {
      projectId: containerId,
      calendars: [
        { id: crane, baseId: standard, name: 'Crane', definition: { exceptions: [] } },
        { id: standard, baseId: null, name: 'Standard', definition: { weekDays: [1, 2, 3] } },
      ],
      planItems: [planned(a, { calendarId: crane, costMinor: 120_000 }), planned(b)],
      resources: [
        {
          id: resourceId,
          kind: 'machine',
          name: 'Crane 1',
          personId: null,
          calendarId: crane,
          maxUnits: 1.5,
          rateMinorPerHour: 9_000,
          costPerUseMinor: null,
          unitLabel: '',
        },
      ],
      assignments: [
        {
          id: newId(),
          itemId: a,
          resourceId,
          units: 0.5,
          workMin: 240,
          actualWorkMin: 0,
          startAt: T0,
          finishAt: null,
          costMinor: null,
        },
      ],
      baselines: [
        {
          id: baselineId,
          number: 4,
          name: '',
          takenAt: T0,
          items: [
            {
              itemId: a,
              startAt: T0,
              finishAt: null,
              durationMin: 480,
              effortMin: null,
              splits: [],
              costMinor: 5,
            },
          ],
        },
      ],
    }),
  )
  const plan = await getPlan(containerId)
  expect(plan.calendars.map((calendar) => [calendar.name, calendar.baseId])).toEqual([
    ['Crane', standard],
    ['Standard', null],
  ])
  const { resources } = await scene.ask('manager', 'schedule.getPlan', { containerId })
  expect(resources).toMatchObject([{ name: 'Crane 1', maxUnits: 1.5, rateMinorPerHour: 9_000 }])
  expect(plan.assignments).toMatchObject([{ itemId: a, resourceId, units: 0.5, startAt: T0 }])
  expect(plan.baseline).toMatchObject({ id: baselineId, rows: [{ itemId: a, costMinor: 5 }] })
  const next = await scene.run('manager', 'schedule.takeBaseline', { id: newId(), containerId })
  expect(next.number).toBe(5)
  const [event] = await scene.newEvents()
  expect(event?.touches).toEqual([
    { kind: 'planItem', id: a },
    { kind: 'planItem', id: b },
    { kind: 'baseline', id: baselineId },
  ])
  await scene.within('manager', (unit) =>
    savePlan(unit, { projectId: containerId, planItems: [planned(a, { percentComplete: 80 })] }),
  )
  expect((await getPlan(containerId)).rows[0]).toMatchObject({
    itemId: a,
    percentComplete: 80,
    costMinor: null,
  })
})

test('who may not, is told so or sees nothing', async () => {
  const containerId = await openProject()
  const phase = await scene.run('manager', 'schedule.addPhase', {
    id: newId(),
    containerId,
    name: 'Structure',
  })
  const changes = [
    ['schedule.takeBaseline', { id: newId(), containerId }],
    ['schedule.addPhase', { id: newId(), containerId, name: 'x' }],
    ['schedule.changePhase', { id: phase.id, patch: { name: 'x' } }],
  ] as const
  for (const [name, input] of changes) {
    const refusal = (who: Who) => refusalOf(scene.runAll(who, [{ name, input }]))
    expect(await refusal('contributor')).toBe('platform.not_allowed')
    expect(await refusal('stranger')).toBe('platform.not_found')
  }
  expect(await refusalOf(scene.ask('stranger', 'schedule.getPlan', { containerId }))).toBe(
    'platform.not_found',
  )
})

test('only projects have plans, and archived ones rest', async () => {
  const containerId = await scene.addContainer('case')
  const refusals = [
    () => scene.run('manager', 'schedule.addPhase', { id: newId(), containerId, name: 'x' }),
    () => scene.run('manager', 'schedule.takeBaseline', { id: newId(), containerId }),
    () => getPlan(containerId),
  ]
  for (const work of refusals) expect(await refusalOf(work())).toBe('platform.not_found')
  const project = await openProject()
  await scene.sql('update container set archived_at = now() where id = $1', [project])
  const late = { id: newId(), containerId: project, name: 'x' }
  expect(await refusalOf(scene.run('manager', 'schedule.addPhase', late))).toBe('work.container_archived')
})

test('phases, baselines and planned items are shown to who sees the project', async () => {
  const containerId = await openProject()
  const itemId = await addItem(containerId, 'Slab')
  await scene.within('manager', (unit) =>
    savePlan(unit, { projectId: containerId, planItems: [planned(itemId)] }),
  )
  const phase = await scene.run('manager', 'schedule.addPhase', {
    id: newId(),
    containerId,
    name: 'Structure',
  })
  const baseline = await scene.run('manager', 'schedule.takeBaseline', { id: newId(), containerId })
  expect(await scene.show('viewer', 'phase', [phase.id])).toEqual([phase])
  expect(await scene.show('viewer', 'baseline', [baseline.id])).toEqual([baseline])
  expect(await scene.show('viewer', 'planItem', [itemId])).toMatchObject([{ id: itemId, containerId }])
  for (const [kind, id] of [
    ['phase', phase.id],
    ['baseline', baseline.id],
    ['planItem', itemId],
  ] as const) {
    expect(await scene.show('stranger', kind, [id])).toEqual([null])
  }
})

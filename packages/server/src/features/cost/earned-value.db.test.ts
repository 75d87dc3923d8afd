import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { savePlan, scheduleCommands, scheduleQueries, scheduleReactions } from '../schedule/index.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { costCommands, costQueries } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...scheduleCommands, ...costCommands],
  queries: [...workQueries, ...scheduleQueries, ...costQueries],
  reactions: scheduleReactions,
})
afterAll(() => scene.close())

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
beforeEach(() => {
  scene.now = at('2026-03-02')
})

let count = 0
const addItem = async (containerId: string, title: string, more: Record<string, unknown> = {}) => {
  const rank = `V${String(1000 + ++count)}V`
  return (
    await scene.run('contributor', 'work.createItem', { id: newId(), containerId, title, rank, ...more })
  ).id
}

const days = (startsOn: string, dueOn: string, effortMin: number) => ({ startsOn, dueOn, effortMin })

/** Two pieces of work below one, in the first week of March, with a baseline. */
async function site() {
  const containerId = await scene.addContainer('project')
  const part = await addItem(containerId, 'Ground')
  const dig = await addItem(containerId, 'Dig', { parentId: part, ...days('2026-03-02', '2026-03-03', 960) })
  const pour = await addItem(containerId, 'Pour', {
    parentId: part,
    ...days('2026-03-04', '2026-03-06', 1440),
  })
  return { containerId, part, dig, pour }
}

const takeBaseline = (containerId: string) =>
  scene.run('manager', 'schedule.takeBaseline', { id: newId(), containerId })

async function valueOf(containerId: string, statusOn = '2026-03-04') {
  return (await scene.ask('viewer', 'cost.getEarnedValue', { containerId, statusOn })).value
}

const report = (containerId: string, itemId: string, percentComplete: number, actualStartAt: number) =>
  scene.run('contributor', 'schedule.changePlanItem', {
    ...{ containerId, itemId, patch: { percentComplete, actualStartAt } },
  })

const spend = (itemId: string, day: string, minutes: number) =>
  scene.run('contributor', 'cost.addTime', { id: newId(), itemId, day, minutes, note: '' })

/** The contributor at 60 an hour. */
async function addRate(
  containerId: string,
  assigned: readonly (readonly [itemId: string, workMin: number])[] = [],
) {
  const resourceId = newId<'Resource'>()
  await scene.within('manager', (unit) =>
    savePlan(unit, {
      projectId: containerId,
      resources: [
        {
          ...{ id: resourceId, kind: 'work', name: 'Digger', personId: scene.personId('contributor') },
          ...{ calendarId: null, maxUnits: 1, rateMinorPerHour: 6000, costPerUseMinor: null, unitLabel: '' },
        },
      ],
      assignments: assigned.map(([itemId, workMin]) => ({
        ...{ id: newId<'Assignment'>(), itemId, resourceId, units: 1, workMin, actualWorkMin: 0 },
        ...{ startAt: null, finishAt: null, costMinor: null },
      })),
    }),
  )
}

test('without a baseline there is nothing to measure by', async () => {
  const { containerId } = await site()
  expect(await valueOf(containerId)).toBeNull()
})

test('without costs a plan is measured in minutes of work', async () => {
  const { containerId, part, dig, pour } = await site()
  await takeBaseline(containerId)
  await scene.run('contributor', 'work.moveItem', { id: dig, stateId: 'done' })
  await report(containerId, pour, 25, at('2026-03-04', 8))
  await spend(dig, '2026-03-02', 600)
  await spend(dig, '2026-03-03', 600)
  await spend(pour, '2026-03-09', 60)
  const value = await valueOf(containerId)
  expect(value).toMatchObject({ unit: 'minutes', period: 'day', whole: null, unknown: [] })
  expect(value?.planned).toEqual([480, 960, 1440, 1920, 2400])
  expect(value?.project).toMatchObject({
    ...{ budgetAtCompletion: 2400, plannedValue: 1440, earnedValue: 1320, actualCost: 1200 },
    costPerformanceIndex: 1.1,
  })
  expect(value?.actual).toEqual([600, 1200, 1200])
  expect(value?.rows.map(({ itemId, wbs }) => [itemId, wbs])).toEqual([
    [part, '1'],
    [dig, '1.1'],
    [pour, '1.2'],
  ])
  expect(value?.schedule.earnedAt).toBe(at('2026-03-04', 18))
  expect(value?.schedule.variance).toBeCloseTo(-0.25, 6)
})

test('with rates it is measured in money, and time without a rate is named', async () => {
  const { containerId, dig, pour } = await site()
  await addRate(containerId, [
    [dig, 960],
    [pour, 1440],
  ])
  await takeBaseline(containerId)
  await report(containerId, dig, 50, at('2026-03-02', 8))
  await spend(dig, '2026-03-02', 600)
  await scene.run('manager', 'cost.addTime', {
    id: newId(),
    itemId: dig,
    day: '2026-03-03',
    minutes: 45,
    note: '',
  })
  const value = await valueOf(containerId)
  expect(value).toMatchObject({ unit: 'money', unpricedMin: 45 })
  expect(value?.project).toMatchObject({
    ...{ budgetAtCompletion: 240_000, plannedValue: 144_000, earnedValue: 48_000, actualCost: 60_000 },
    estimateAtCompletion: { typical: 300_000, atypical: 252_000 },
  })
})

test('an item earns by the rule that was agreed', async () => {
  const { containerId, dig, pour } = await site()
  await takeBaseline(containerId)
  await report(containerId, dig, 50, at('2026-03-02', 8))
  const earned = async () => (await valueOf(containerId))?.rows.find(({ itemId }) => itemId === dig)
  const rule = (itemId: string, name: 'percent' | '0-100' | '50-50' | 'effort' | 'milestones') =>
    scene.run('contributor', 'schedule.changeEarning', { containerId, itemId, patch: { rule: name } })
  await rule(dig, '0-100')
  expect(await earned()).toMatchObject({ rule: '0-100', earnedValue: 0, plannedValue: 960 })
  await rule(dig, 'effort')
  expect(await earned()).toMatchObject({ earnedValue: 960 })
  await rule(dig, 'milestones')
  expect((await valueOf(containerId))?.unknown).toMatchObject([{ itemId: dig }])
  await rule(pour, '50-50')
  expect((await valueOf(containerId))?.rows.find(({ itemId }) => itemId === pour)).toMatchObject({
    rule: '50-50',
  })
})

test('it earns by units of its product, by weighted milestones, and what is left can be estimated anew', async () => {
  const { containerId, part, dig, pour } = await site()
  const [first, second] = [
    await addItem(containerId, 'Dug', { parentId: part, isMilestone: true }),
    await addItem(containerId, 'Poured', { parentId: part, isMilestone: true }),
  ]
  await takeBaseline(containerId)
  const change = (itemId: string, patch: Record<string, unknown>) =>
    scene.run('contributor', 'schedule.changeEarning', { containerId, itemId, patch })
  const row = async (id: string) => (await valueOf(containerId))?.rows.find(({ itemId }) => itemId === id)
  await report(containerId, dig, 10, at('2026-03-02', 8))
  await spend(dig, '2026-03-02', 300)
  await change(dig, { rule: 'units', unitsTotal: 8 })
  await change(dig, { unitsDone: 2, restMin: 900 })
  expect(await row(dig)).toMatchObject({
    ...{ rule: 'units', unitsDone: 2, unitsTotal: 8, earnedValue: 240, restMin: 900 },
    estimateAtCompletion: { reestimated: 1200 },
  })
  expect((await valueOf(containerId))?.project).toMatchObject({
    estimateAtCompletion: { reestimated: 1200 + 1440 },
  })
  await change(part, { rule: 'milestones' })
  await change(first, { weight: 1 })
  await change(second, { weight: 3 })
  await scene.run('contributor', 'work.moveItem', { id: first, stateId: 'done' })
  expect(await row(part)).toMatchObject({ budgetAtCompletion: 2400, earnedValue: 600 })
  expect(await row(second)).toMatchObject({ isWeighed: true, weight: 3 })
  expect(await row(pour)).toBeUndefined()
})

test('how an item earns is changed by whoever writes in its project', async () => {
  const { containerId, dig } = await site()
  const elsewhere = await site()
  const change = (who: 'viewer' | 'stranger' | 'contributor', place: string) =>
    refusalOf(
      scene.run(who, 'schedule.changeEarning', {
        ...{ containerId: place, itemId: dig, patch: { rule: 'units' } },
      }),
    )
  expect(await change('viewer', containerId)).toBe('platform.not_allowed')
  expect(await change('stranger', containerId)).toBe('platform.not_found')
  expect(await change('contributor', elsewhere.containerId)).toBe('schedule.not_on_plan')
})

test('with later phases, sums are ranges: of what is said of a phase and of its packages', async () => {
  const { containerId, dig } = await site()
  await takeBaseline(containerId)
  await spend(dig, '2026-03-02', 600)
  await report(containerId, dig, 50, at('2026-03-02', 8))
  expect((await valueOf(containerId))?.whole).toBeNull()
  const phaseId = newId()
  await scene.run('manager', 'schedule.addPhase', { id: phaseId, containerId, name: 'Interior' })
  const open = { low: 2400, high: 2400, isOpen: true }
  expect((await valueOf(containerId))?.whole).toMatchObject({ later: null, budgetAtCompletion: open })
  const doors = await addItem(containerId, 'Doors')
  await scene.run('contributor', 'schedule.placeInPhase', { itemId: doors, phaseId })
  const patch = { effortLowMin: 4_800, effortHighMin: 9_600 }
  await scene.run('contributor', 'work.changeItem', { id: doors, patch })
  const value = await valueOf(containerId)
  expect(value?.whole).toMatchObject({
    later: { low: 4_800, high: 9_600, isOpen: false },
    budgetAtCompletion: { low: 7_200, high: 12_000, isOpen: false },
    estimateAtCompletion: {
      typical: { low: 7_800, high: 12_600, isOpen: false },
      reestimated: null,
    },
  })
  expect(value?.project.budgetAtCompletion).toBe(2400)
  expect(value?.rows.map(({ itemId }) => itemId)).not.toContain(doors)
  const { projects } = await scene.ask('viewer', 'cost.listEarnedValue', {})
  const beside = projects.find((project) => project.containerId === containerId)
  expect(beside?.value?.whole?.budgetAtCompletion).toEqual(value?.whole?.budgetAtCompletion)
})

test('projects stand beside each other with their indices, those that somebody sees', async () => {
  const bare = await scene.addContainer('project')
  const { containerId, dig } = await site()
  await takeBaseline(containerId)
  await report(containerId, dig, 50, at('2026-03-02', 8))
  await spend(dig, '2026-03-02', 600)
  const statusAt = at('2026-03-04', 23)
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { statusAt } })
  const all = async (who: 'viewer' | 'stranger') => {
    const { projects, next } = await scene.ask(who, 'cost.listEarnedValue', {})
    return { projects: new Map(projects.map((project) => [project.containerId, project])), next }
  }
  const { projects, next } = await all('viewer')
  expect(next).toBeNull()
  expect(projects.get(bare)).toMatchObject({ value: null, why: 'no-baseline' })
  expect(projects.get(containerId)).toMatchObject({
    why: null,
    value: {
      ...{ unit: 'minutes', statusAt },
      project: { budgetAtCompletion: 2400, earnedValue: 480, actualCost: 600, costPerformanceIndex: 0.8 },
    },
  })
  const value = await valueOf(containerId)
  expect(projects.get(containerId)?.value?.project.earnedValue).toBe(value?.project.earnedValue)
  expect((await all('stranger')).projects.has(containerId)).toBe(false)
  const [first] = [...projects.values()]
  const rest = await scene.ask('viewer', 'cost.listEarnedValue', { after: first?.key ?? '' })
  expect(rest.projects.map(({ key }) => key)).toEqual([...projects.values()].slice(1).map(({ key }) => key))
})

test('a project whose only baseline was removed has none to be measured by', async () => {
  const { containerId } = await site()
  const { id } = await takeBaseline(containerId)
  await scene.run('manager', 'schedule.changeBaseline', { id, patch: { isRemoved: true } })
  const { projects } = await scene.ask('viewer', 'cost.listEarnedValue', {})
  expect(projects.find((project) => project.containerId === containerId)).toMatchObject({
    ...{ value: null, why: 'no-baseline' },
  })
})

test('a baseline of elsewhere, a day that is none and a stranger are refused', async () => {
  const { containerId } = await site()
  const ask = (who: 'viewer' | 'stranger', more: Record<string, string>) =>
    refusalOf(scene.ask(who, 'cost.getEarnedValue', { containerId, ...more }))
  expect(await ask('viewer', { baselineId: newId() })).toBe('platform.not_found')
  expect(await ask('viewer', { statusOn: '2026-02-31' })).toBe('cost.day_wrong')
  expect(await ask('stranger', {})).toBe('platform.not_found')
})

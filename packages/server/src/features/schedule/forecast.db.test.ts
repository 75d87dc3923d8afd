import { afterAll, beforeEach, expect, test } from 'vitest'
import { createRegistry } from '../../platform/commands/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { FORECAST_JOB } from './forecast/forecast-jobs.ts'
import {
  createForecastJobs,
  savePlan,
  scheduleCommands,
  scheduleQueries,
  scheduleReactions,
} from './index.ts'

const offers = {
  commands: [...workCommands, ...scheduleCommands],
  queries: [...workQueries, ...scheduleQueries],
  reactions: scheduleReactions,
}
const scene = await Scene.open(offers)
afterAll(() => scene.close())

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
beforeEach(() => {
  scene.now = at('2026-03-02')
})

const handler = () => {
  const registry = createRegistry(offers.commands, offers.queries, offers.reactions)
  const handle = createForecastJobs({ db: scene.database.db, registry, onCommitted: () => {} }).get(
    FORECAST_JOB,
  )
  if (!handle) throw new Error('there is a handler')
  return handle
}

async function takeJobs(): Promise<readonly Job[]> {
  // The columns of the table are what a worker reads.
  return (await scene.sql('delete from job where kind = $1 returning *', [FORECAST_JOB])) as unknown as Job[]
}

async function workOff(): Promise<void> {
  for (const job of await takeJobs()) await handler()(job, new AbortController().signal)
}

let count = 0
async function addItem(containerId: string, title: string, more: Record<string, unknown>): Promise<string> {
  const named = { id: newId(), containerId, title, rank: `V${String(1000 + ++count)}V` }
  return (await scene.run('contributor', 'work.createItem', { ...named, ...more })).id
}

/** Two pieces of work behind each other, the first of which is estimated by a range. */
async function site() {
  const containerId = await scene.addContainer('project')
  await scene.sql('update container set starts_on = $2 where id = $1', [containerId, '2026-03-02'])
  const range = { effortMin: 2400, effortLowMin: 1440, effortHighMin: 4800 }
  const dig = await addItem(containerId, 'Dig', range)
  const pour = await addItem(containerId, 'Pour', { effortMin: 480 })
  await scene.run('contributor', 'work.relateItems', {
    id: newId(),
    fromId: dig,
    toId: pour,
    kind: 'precedes',
  })
  return { containerId, dig, pour }
}

const start = (containerId: string, more: Record<string, unknown> = {}) =>
  scene.run('contributor', 'schedule.startForecast', { containerId, runs: 2_000, ...more })
const forecastOf = (containerId: string) => scene.ask('viewer', 'schedule.getForecast', { containerId })
const rain = (containerId: string, itemIds: readonly string[]) => ({
  ...{ id: newId(), containerId, title: 'Rain', probability: 0.4, delayLowMin: 480, delayHighMin: 960 },
  ...{ costLowMinor: 1000, costHighMinor: 5000, itemIds: [...itemIds] },
})

test('before anybody asked, it says where ranges would help', async () => {
  const { containerId, pour } = await site()
  expect(await forecastOf(containerId)).toMatchObject({
    ...{ state: 'none', result: null, rangedItems: 1, unrangedCount: 1 },
    unranged: [{ itemId: pour, title: 'Pour' }],
  })
})

test('a forecast is a range around the plan, and the same question has the same answer', async () => {
  const { containerId, dig } = await site()
  await start(containerId)
  expect((await forecastOf(containerId)).state).toBe('waiting')
  await workOff()
  const { state, result } = await forecastOf(containerId)
  expect(state).toBe('done')
  expect(result).toMatchObject({ isCurrent: true, runs: 2_000, plannedFinishAt: at('2026-03-09', 17) })
  const [p5 = 0, p50 = 0, p95 = 0] = [4, 49, 94].map((at) => result?.finishAt[at])
  expect(p5).toBeLessThan(p50)
  expect(p50).toBeLessThan(p95)
  expect(p5).toBeGreaterThan(at('2026-03-05', 8))
  expect(p95).toBeLessThan(at('2026-03-16', 17))
  expect(result?.plannedChance).toBeGreaterThan(0.2)
  expect(result?.plannedChance).toBeLessThan(0.8)
  expect(result?.tasks[0]).toMatchObject({ itemId: dig, criticalityIndex: 1 })
  await start(containerId)
  await workOff()
  const again = await forecastOf(containerId)
  expect(again.result?.finishAt).toEqual(result?.finishAt)
  expect(again.result?.madeAt).toBe(result?.madeAt)
  await start(containerId, { seed: 2 })
  await workOff()
  expect((await forecastOf(containerId)).result?.finishAt).not.toEqual(result?.finishAt)
})

test('it is made as it was asked for: shapes, a later start, and people who do one thing at a time', async () => {
  const { containerId, dig, pour } = await site()
  expect((await forecastOf(containerId)).options).toEqual({
    ...{ runs: 10_000, seed: 1, shape: 'pert', correlation: 0.3, startOn: null, isLevelled: false },
  })
  await start(containerId, { startOn: '2026-03-16', shape: 'uniform' })
  await workOff()
  const later = await forecastOf(containerId)
  expect(later.options).toMatchObject({ runs: 2_000, shape: 'uniform', startOn: '2026-03-16' })
  expect(later.result).toMatchObject({ plannedFinishAt: at('2026-03-09', 17), unlevelledFinishAt: null })
  expect(later.result?.finishAt[0]).toBeGreaterThan(at('2026-03-19', 8))
  const resourceId = newId()
  await scene.run('manager', 'schedule.saveResource', {
    ...{ id: resourceId, containerId, kind: 'work', name: 'Rosa', personId: null, calendarId: null },
    ...{ maxUnits: 1, unitLabel: '', rateMinorPerHour: null, costPerUseMinor: null },
  })
  const other = await addItem(containerId, 'Fence', { effortMin: 2400 })
  for (const itemId of [dig, pour, other]) {
    await scene.run('contributor', 'schedule.assign', {
      id: newId(),
      containerId,
      itemId,
      resourceId,
      units: 1,
    })
  }
  await start(containerId, { isLevelled: true })
  await workOff()
  const { result } = await forecastOf(containerId)
  expect(result?.finishAt[49]).toBeGreaterThan((result?.unlevelledFinishAt?.[49] ?? 0) + 3 * 86_400_000)
  expect(result?.tasks.find(({ itemId }) => itemId === other)?.criticalityIndex).toBeGreaterThan(0.9)
})

test('items may be spread by what finished work of their kind took, once there is enough of it', async () => {
  const { containerId, dig, pour } = await site()
  const finish = async (practice: string | null, minutes: number) => {
    const id = await addItem(containerId, 'Old', { effortMin: 480, ...(practice ? { practice } : {}) })
    await scene.sql(
      `insert into time_entry (organisation_id, id, item_id, person_id, day, minutes, note, is_running, created_at)
       select w.organisation_id, gen_random_uuid(), w.id, $2, '2026-02-27', $3, '', false, now()
       from work_item w where w.id = $1`,
      [id, scene.personId('contributor'), minutes],
    )
    await scene.run('contributor', 'work.moveItem', { id, stateId: 'done' })
  }
  await scene.run('contributor', 'work.changeItem', { id: pour, patch: { practice: 'Concrete' } })
  for (const minutes of [240, 480, 600, 960]) await finish('Concrete', minutes)
  const shape = (shape: 'history' | null) =>
    scene.run('contributor', 'schedule.setEstimateShape', { containerId, itemId: pour, shape })
  await shape('history')
  const concrete = async () =>
    (await forecastOf(containerId)).histories.find(({ kind }) => kind === 'Concrete')
  expect(await concrete()).toEqual({
    ...{ kind: 'Concrete', samples: 4, openItems: 1, usedBy: 1, isEnough: false },
  })
  expect((await forecastOf(containerId)).unranged).toMatchObject([{ itemId: pour }])
  await finish('Concrete', 960)
  expect(await concrete()).toMatchObject({ samples: 5, isEnough: true })
  expect((await forecastOf(containerId)).unranged).toEqual([])
  await start(containerId)
  await workOff()
  const { result } = await forecastOf(containerId)
  expect(result?.isCurrent).toBe(true)
  const poured = result?.tasks.find(({ itemId }) => itemId === pour)
  expect(poured?.meanMin).toBeCloseTo(648, -2)
  await shape(null)
  expect((await forecastOf(containerId)).result?.isCurrent).toBe(false)
  expect((await forecastOf(containerId)).result?.tasks[0]?.itemId).toBe(dig)
})

test('who may not write in a project has no forecasts made there, and a day that is none is refused', async () => {
  const { containerId, dig } = await site()
  const ask = (who: 'viewer' | 'stranger' | 'contributor', startOn: string | null) =>
    refusalOf(scene.run(who, 'schedule.startForecast', { containerId, startOn }))
  expect(await ask('viewer', null)).toBe('platform.not_allowed')
  expect(await ask('stranger', null)).toBe('platform.not_found')
  expect(await ask('contributor', '2026-02-31')).toBe('schedule.date_outside')
  expect(await ask('contributor', '1815-06-18')).toBe('schedule.date_outside')
  const spread = (who: 'viewer' | 'stranger') =>
    refusalOf(scene.run(who, 'schedule.setEstimateShape', { containerId, itemId: dig, shape: 'uniform' }))
  expect(await spread('viewer')).toBe('platform.not_allowed')
  expect(await spread('stranger')).toBe('platform.not_found')
})

test('a risk moves the forecast, and the answer before it is out of date until it is asked for anew', async () => {
  const { containerId, pour } = await site()
  await start(containerId)
  await workOff()
  const before = await forecastOf(containerId)
  expect(before.result?.costMinor).toBeNull()
  const risk = rain(containerId, [pour])
  await scene.run('contributor', 'schedule.saveRisk', risk)
  const outdated = await forecastOf(containerId)
  expect(outdated.result?.isCurrent).toBe(false)
  expect(outdated.risks).toEqual([{ ...risk, version: 1 }])
  await start(containerId)
  await workOff()
  const after = await forecastOf(containerId)
  expect(after.result?.finishAt[84]).toBeGreaterThan(before.result?.finishAt[84] ?? 0)
  expect(before.result?.others).toEqual([])
  expect(after.result?.others).toMatchObject([
    { kind: 'risk', id: risk.id, title: risk.title, criticalityIndex: null },
  ])
  expect(after.result?.costMinor?.[0]).toBe(0)
  expect(after.result?.costMinor?.[99]).toBeGreaterThan(4_000)
  await scene.run('contributor', 'schedule.removeRisk', { containerId, id: risk.id })
  const without = await forecastOf(containerId)
  expect(without.risks).toEqual([])
  expect(without.result?.others, 'what is gone is not named').toEqual([])
})

test('what is assigned costs its rate, and more when it takes longer', async () => {
  const { containerId, dig } = await site()
  const resourceId = newId<'Resource'>()
  await scene.within('manager', (unit) =>
    savePlan(unit, {
      projectId: containerId,
      resources: [
        {
          ...{
            id: resourceId,
            kind: 'machine',
            name: 'Digger',
            personId: null,
            calendarId: null,
            maxUnits: 1,
          },
          ...{ rateMinorPerHour: 6000, costPerUseMinor: 500, unitLabel: '' },
        },
      ],
      assignments: [
        {
          ...{
            id: newId<'Assignment'>(),
            itemId: dig,
            resourceId,
            units: 1,
            workMin: 2400,
            actualWorkMin: 0,
          },
          ...{ startAt: null, finishAt: null, costMinor: null },
        },
      ],
    }),
  )
  await start(containerId)
  await workOff()
  const cost = (await forecastOf(containerId)).result?.costMinor ?? []
  expect(cost[0]).toBeLessThan(240_500)
  expect(cost[99]).toBeGreaterThan(240_500)
})

test('a forecast that is stopped leaves the one before as it was', async () => {
  const { containerId } = await site()
  await start(containerId)
  await workOff()
  const before = await forecastOf(containerId)
  await start(containerId, { seed: 9 })
  const [job] = await takeJobs()
  await scene.run('contributor', 'schedule.stopForecast', { containerId })
  if (job) await handler()(job, new AbortController().signal)
  const options = { ...before.options, seed: 9 }
  expect(await forecastOf(containerId)).toEqual({ ...before, state: 'stopped', doneRuns: 0, options })
})

test('a server that stops leaves off, and whoever takes over comes to the end', async () => {
  const { containerId } = await site()
  await start(containerId, { runs: 100_000 })
  const [job] = await takeJobs()
  if (!job) throw new Error('there is a job')
  const stopping = new AbortController()
  const begun = handler()(job, stopping.signal)
  stopping.abort(new Error('the server stops'))
  await expect(begun).rejects.toThrow('the server stops')
  await handler()(job, new AbortController().signal)
  expect(await forecastOf(containerId)).toMatchObject({ state: 'done', doneRuns: 100_000 })
})

test('a plan that goes in a circle has no forecast, and says why', async () => {
  const { containerId, dig, pour } = await site()
  const part = await addItem(containerId, 'Part', { parentId: dig })
  await scene.sql(
    `insert into relation (organisation_id, id, from_id, to_id, kind, link_type, lag, lag_unit)
     select organisation_id, $1, $2, $3, 'precedes', 'FS', 0, 'workingMin' from work_item where id = $2`,
    [newId(), pour, part],
  )
  await start(containerId)
  await workOff()
  const { state, refusal } = await forecastOf(containerId)
  expect(state).toBe('failed')
  expect(refusal?.code).toBe('schedule.link_circle')
})

test('the critical chain has a buffer by the ranges of its items, and lists what runs into it', async () => {
  const { containerId, dig, pour } = await site()
  const order = await addItem(containerId, 'Order steel', {
    effortMin: 480,
    effortLowMin: 240,
    effortHighMin: 960,
  })
  await scene.run('contributor', 'work.relateItems', {
    id: newId(),
    fromId: order,
    toId: pour,
    kind: 'precedes',
  })
  const ask = (rule: 'root-square' | 'cut-and-paste') =>
    scene.ask('viewer', 'schedule.getChain', { containerId, rule })
  const { chain } = await ask('root-square')
  expect(chain?.chain.map(({ itemId }) => itemId)).toEqual([dig, pour])
  expect(chain).toMatchObject({ chainMin: 2_880, projectBufferMin: 2_400, unranged: 1 })
  expect(chain?.feeding).toMatchObject([
    { chain: [{ itemId: order }], joins: [{ itemId: pour }], bufferMin: 480, floatMin: 1_920 },
  ])
  expect((await ask('cut-and-paste')).chain?.projectBufferMin).toBe(1_440)
  const empty = await scene.addContainer('project')
  expect(await scene.ask('viewer', 'schedule.getChain', { containerId: empty })).toEqual({ chain: null })
})

test('a register takes no ranges that run backwards, no items of elsewhere, and nothing from viewers', async () => {
  const { containerId, pour } = await site()
  const elsewhere = await site()
  const save = (who: 'contributor' | 'viewer' | 'stranger', change: Record<string, unknown>) =>
    refusalOf(scene.run(who, 'schedule.saveRisk', { ...rain(containerId, [pour]), ...change }))
  expect(await save('contributor', { delayLowMin: 9_999 })).toBe('schedule.range_reversed')
  expect(await save('contributor', { costLowMinor: 9_999 })).toBe('schedule.range_reversed')
  expect(await save('contributor', { itemIds: [elsewhere.dig] })).toBe('schedule.not_on_plan')
  expect(await save('viewer', {})).toBe('platform.not_allowed')
  expect(await save('stranger', {})).toBe('platform.not_found')
  expect((await forecastOf(containerId)).risks).toEqual([])
})

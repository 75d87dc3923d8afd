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
  expect(after.result?.costMinor?.[0]).toBe(0)
  expect(after.result?.costMinor?.[99]).toBeGreaterThan(4_000)
  await scene.run('contributor', 'schedule.removeRisk', { containerId, id: risk.id })
  expect((await forecastOf(containerId)).risks).toEqual([])
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
  expect(await forecastOf(containerId)).toEqual({ ...before, state: 'stopped', doneRuns: 0 })
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
  await scene.run('contributor', 'work.relateItems', {
    id: newId(),
    fromId: pour,
    toId: part,
    kind: 'precedes',
  })
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

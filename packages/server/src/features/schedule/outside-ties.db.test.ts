import { afterAll, beforeEach, expect, test } from 'vitest'
import { inSnapshot } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { checkPlanOf } from './index.ts'
import { REPLAN_JOB } from './outdate-plans.ts'
import { openProject, PLANNING, startWorker, workOff } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

const DAY = 480
const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

beforeEach(() => {
  scene.now = at('2026-03-02')
})

let count = 0
async function addItem(containerId: string, title: string, more: Record<string, unknown> = {}) {
  const input = { id: newId(), containerId, title, rank: `V${String(1000 + ++count)}V`, ...more }
  return (await scene.run('contributor', 'work.createItem', input)).id
}

const plan = (containerId: string, itemId: string, patch: Record<string, unknown>) =>
  scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId, patch })

async function link(fromId: string, toId: string, more: Record<string, unknown> = {}) {
  const input = { id: newId(), fromId, toId, kind: 'precedes' as const, ...more } // One of the kinds.
  return (await scene.run('contributor', 'work.relateItems', input)).id
}

async function startOf(containerId: string, itemId: string) {
  const { rows } = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  return new Date(rows.find((row) => row.itemId === itemId)?.startAt ?? 0).toISOString().slice(0, 16)
}

/** Two projects, each with an item of a day; what is in the second waits for what is in the first. */
async function pair() {
  const [first, second] = [await openProject(scene), await openProject(scene)]
  const [before, after] = [await addItem(first, 'Before'), await addItem(second, 'After')]
  await plan(first, before, { durationMin: DAY })
  await plan(second, after, { durationMin: DAY })
  return { first, second, before, after, linkId: await link(before, after) }
}

/** Works off what waits until nothing does. */
async function settle(worker = startWorker(scene)): Promise<number> {
  for (let rounds = 0; rounds < 20; rounds += 1) if ((await workOff(scene, worker)) === 0) return rounds
  throw new Error('it goes on without end')
}

test('work waits for work of another project, by kind and lag, and says what it waits for', async () => {
  const { first, second, before, after, linkId } = await pair()
  await settle()
  expect(await startOf(second, after)).toBe('2026-03-03T08:00')
  await plan(first, before, { durationMin: 3 * DAY })
  await settle()
  expect(await startOf(second, after)).toBe('2026-03-05T08:00')
  const { rows } = await scene.ask('viewer', 'schedule.getPlan', { containerId: second })
  expect(rows[0]?.reason).toEqual({ kind: 'link', id: linkId })
  await link(before, after, { linkType: 'SS', lag: 4 * DAY })
  await settle()
  expect(await startOf(second, after)).toBe('2026-03-06T08:00')
  const checked = await inSnapshot(scene.database.db, scene.organisationId, (tx) =>
    checkPlanOf(tx, scene.organisationId, second),
  )
  expect(checked?.violations).toEqual([])
})

test('what moves in one project moves a whole row of them, each once, and no further than dates change', async () => {
  const { first, second, before, after } = await pair()
  const third = await openProject(scene)
  const last = await addItem(third, 'Last')
  const free = await addItem(third, 'Free')
  await plan(third, free, { durationMin: 20 * DAY })
  await link(after, last)
  const worker = startWorker(scene)
  await settle(worker)
  expect(await startOf(third, last)).toBe('2026-03-04T08:00')
  await scene.newEvents()
  for (const days of [2, 3, 4]) await plan(first, before, { durationMin: days * DAY })
  await settle(worker)
  expect([await startOf(second, after), await startOf(third, last)]).toEqual([
    '2026-03-06T08:00',
    '2026-03-09T08:00',
  ])
  const replanned = (await scene.newEvents()).filter(({ kind }) => kind === 'schedule.replanned')
  expect(replanned.map(({ subject }) => subject.id)).toEqual([first, second, third])
  // Its finish is what others wait for, and that stays.
  await plan(first, before, { deadlineAt: at('2026-03-30') })
  await settle(worker)
  const again = (await scene.newEvents()).filter(({ kind }) => kind === 'schedule.replanned')
  expect(again.map(({ subject }) => subject.id)).not.toContain(third)
})

test('two projects that wait for each other’s items come to rest', async () => {
  const { first, second, before, after } = await pair()
  const back = await addItem(first, 'Back')
  await link(after, back)
  const late = await addItem(first, 'Late')
  await plan(first, late, { durationMin: DAY, constraintKind: 'ALAP' })
  await link(late, after)
  await settle()
  expect(await startOf(first, back)).toBe('2026-03-04T08:00')
  await plan(first, before, { durationMin: 5 * DAY })
  await settle()
  expect([await startOf(second, after), await startOf(first, back)]).toEqual([
    '2026-03-09T08:00',
    '2026-03-10T08:00',
  ])
  const { settings } = await scene.ask('viewer', 'schedule.getPlan', { containerId: second })
  expect(settings).toMatchObject({ isCurrent: true, refusal: null })
})

test('a summary of another project holds until all below it is done', async () => {
  const [first, second] = [await openProject(scene), await openProject(scene)]
  const part = await addItem(first, 'Part')
  const inside = await addItem(first, 'Inside', { parentId: part })
  await plan(first, inside, { durationMin: 2 * DAY })
  const after = await addItem(second, 'After')
  await link(part, after)
  await settle()
  expect(await startOf(second, after)).toBe('2026-03-04T08:00')
  await plan(first, inside, { durationMin: 3 * DAY })
  await settle()
  expect(await startOf(second, after)).toBe('2026-03-05T08:00')
  expect(await refusalOf(link(after, part, { linkType: 'FF' }))).toMatch(/^(schedule|work)\./)
})

test('dates that people keep elsewhere hold, also where nothing is calculated', async () => {
  const { first, second, before, after } = await pair()
  await scene.run('manager', 'schedule.changePlanSettings', {
    ...{ containerId: first, patch: { isScheduled: false } },
  })
  await settle()
  const dates = { startAt: at('2026-03-10', 8), finishAt: at('2026-03-11', 17) }
  await scene.run('manager', 'schedule.keepDates', {
    ...{ containerId: first, items: [{ itemId: before, ...dates }] },
  })
  await settle()
  expect(await startOf(second, after)).toBe('2026-03-12T08:00')
  await plan(first, before, { isManual: true, ...dates, finishAt: at('2026-03-12', 17) })
  await settle()
  expect(await startOf(second, after)).toBe('2026-03-13T08:00')
})

test('what is archived, moved away or no longer linked holds nothing', async () => {
  const { first, second, before, after, linkId } = await pair()
  await plan(first, before, { durationMin: 3 * DAY })
  await settle()
  const free = '2026-03-02T08:00'
  await scene.run('contributor', 'work.archiveItem', { id: before })
  await settle()
  expect(await startOf(second, after)).toBe(free)
  await scene.run('contributor', 'work.restoreItem', { id: before })
  await settle()
  expect(await startOf(second, after)).toBe('2026-03-05T08:00')
  const list = await scene.addContainer('list')
  await scene.run('contributor', 'work.placeItem', { id: before, containerIds: [list] })
  await settle()
  expect(await startOf(second, after)).toBe(free)
  await scene.run('contributor', 'work.placeItem', { id: before, containerIds: [second] })
  await settle()
  // Here it is on no plan yet, and takes a day.
  expect(await startOf(second, after)).toBe('2026-03-03T08:00')
  await scene.run('contributor', 'work.unrelateItems', { id: linkId })
  await settle()
  expect(await startOf(second, after)).toBe(free)
})

test('a circle through several projects is refused at once and by name, also through what lies above', async () => {
  const { first, second, before, after } = await pair()
  const third = await openProject(scene)
  const part = await addItem(third, 'Part')
  const inside = await addItem(third, 'Inside', { parentId: part })
  await link(after, inside)
  const between = await addItem(first, 'Between')
  await link(part, between)
  expect(await refusalOf(link(between, before))).toBe('schedule.link_circle')
  const moving = scene.run('contributor', 'work.changeItem', { id: before, patch: { parentId: between } })
  expect(await refusalOf(moving)).toBe('schedule.link_circle')
  await settle()
  const { settings } = await scene.ask('viewer', 'schedule.getPlan', { containerId: second })
  expect(settings.refusal).toBeNull()
})

test('the finish of a summary of another project cannot be held', async () => {
  const { before, second } = await pair()
  const part = await addItem(second, 'Part')
  await addItem(second, 'Inside', { parentId: part })
  expect(await refusalOf(link(before, part, { linkType: 'FF' }))).toBe('schedule.link_to_finish')
})

test('a worker that remembers plans comes to the dates of one that reads them anew', async () => {
  const { first, second, before, after } = await pair()
  const worker = startWorker(scene)
  await settle(worker)
  for (const days of [2, 5, 1, 4]) {
    await plan(first, before, { durationMin: days * DAY })
    await plan(second, after, { durationMin: (6 - days) * DAY })
    await settle(worker)
    const stands = await startOf(second, after)
    await scene.sql('update project_plan set version = version + 1, changed_items = null')
    const again = { containerId: second, patch: { criticalMin: days } }
    await scene.run('manager', 'schedule.changePlanSettings', again)
    await settle()
    expect(await startOf(second, after)).toBe(stands)
  }
})

test('a plan shows what it is tied to elsewhere; of what somebody may not see, only when it is', async () => {
  const [first, second] = [
    await openProject(scene),
    await scene.addContainer('project', { members: ['manager'] }),
  ]
  await scene.sql('update container set starts_on = $2 where id = $1', [second, '2026-03-02'])
  const before = await addItem(first, 'Before')
  const input = { id: newId(), containerId: second, title: 'Secret' }
  const secret = (await scene.run('manager', 'work.createItem', input)).id
  const after = await addItem(first, 'After')
  for (const [fromId, toId] of [
    [before, secret],
    [secret, after],
  ]) {
    const relation = { id: newId(), fromId: fromId ?? '', toId: toId ?? '', kind: 'precedes' as const } // One of the kinds.
    await scene.run('manager', 'work.relateItems', relation)
  }
  await settle()
  const seenBy = async (who: 'manager' | 'viewer') => {
    const { outside } = await scene.ask(who, 'schedule.getPlan', { containerId: first })
    return outside.links
      .toSorted((a, b) => Number(a.isIn) - Number(b.isIn))
      .map(({ itemId, title, containerId, place }) => {
        return { itemId, title, containerId, start: new Date(place?.startAt ?? 0).toISOString().slice(0, 16) }
      })
  }
  const start = '2026-03-03T08:00'
  expect(await seenBy('manager')).toEqual(
    [before, after].map((itemId) => ({ itemId, title: 'Secret', containerId: second, start })),
  )
  expect(await seenBy('viewer')).toEqual(
    [before, after].map((itemId) => ({ itemId, title: null, containerId: null, start })),
  )
  expect(await refusalOf(scene.ask('viewer', 'schedule.getPlan', { containerId: second }))).toBe(
    'platform.not_found',
  )
})

test('plans that wait for each other are written at the same time, and none is left behind', async () => {
  const { first, second, before, after } = await pair()
  const back = await addItem(first, 'Back')
  await link(after, back)
  await settle()
  const handler = startWorker(scene).get(REPLAN_JOB)
  for (const days of [4, 2, 6]) {
    await plan(first, before, { durationMin: days * DAY })
    await plan(second, after, { durationMin: days * DAY })
    for (let rounds = 0; rounds < 20; rounds += 1) {
      const jobs = await scene.sql('delete from job where kind = $1 returning *', [REPLAN_JOB])
      if (jobs.length === 0) break
      // The columns of the table are what a worker reads.
      const doing = (jobs as unknown as Job[]).map(async (job) => {
        await handler?.(job, new AbortController().signal)
      })
      await Promise.all(doing)
    }
    const at = new Map([
      [4, ['2026-03-06T08:00', '2026-03-12T08:00']],
      [2, ['2026-03-04T08:00', '2026-03-06T08:00']],
      [6, ['2026-03-10T08:00', '2026-03-18T08:00']],
    ])
    expect([await startOf(second, after), await startOf(first, back)]).toEqual(at.get(days))
  }
})

test('where a worker ends between two projects, the second one stays outdated until somebody goes on', async () => {
  const { first, second, before, after } = await pair()
  await settle()
  await plan(first, before, { durationMin: 3 * DAY })
  await workOff(scene)
  const state = async () => (await scene.ask('viewer', 'schedule.getPlan', { containerId: second })).settings
  expect(await state()).toMatchObject({ isCurrent: false })
  expect(await startOf(second, after)).toBe('2026-03-03T08:00')
  // Whoever comes next finds the job that was written together with the dates.
  await settle()
  expect(await state()).toMatchObject({ isCurrent: true })
  expect(await startOf(second, after)).toBe('2026-03-05T08:00')
})

import { afterAll, beforeEach, expect, test } from 'vitest'
import { createRegistry } from '../../platform/commands/index.ts'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { REPEAT_JOB } from './ask-for-next.ts'
import {
  createRecurrenceJobs,
  createRepeatLateWork,
  workCommands,
  workQueries,
  workReactions,
  workTopics,
} from './index.ts'

const offers = { commands: workCommands, queries: workQueries, reactions: workReactions, topics: workTopics }
const scene = await Scene.open(offers)
afterAll(() => scene.close())

/** A Wednesday, at noon where the organisation lives. */
const NOON = Date.parse('2026-11-25T11:00:00Z')
const DAY_MS = 86_400_000
beforeEach(async () => {
  scene.now = NOON
  await scene.sql(`update organisation set time_zone = 'Europe/Berlin', week_start = 1`)
  await scene.sql('delete from job')
})

const deps = () => ({
  db: scene.database.db,
  registry: createRegistry(workCommands, workQueries, workReactions),
  onCommitted: () => {},
})
const MONDAYS = { kind: 'weekly', every: 1, weekdays: [1] } as const
const EACH_3_DAYS = { kind: 'afterDone', every: 3, unit: 'day' } as const

async function open(more: object = {}) {
  const containerId = await scene.addContainer('list')
  return await scene.run('contributor', 'work.createItem', {
    id: newId(),
    containerId,
    title: 'Check',
    ...more,
  })
}

const repeat = (id: string, rule: object = MONDAYS, more: object = {}, who: Who = 'contributor') =>
  scene.run(who, 'work.repeatItem', { id, rule: rule as typeof MONDAYS, ...more })
const details = (item: string, who: Who = 'viewer') => scene.ask(who, 'work.getItem', { item })
const finish = (id: string) => scene.run('contributor', 'work.moveItem', { id, stateId: 'done' })
const seriesOf = async (id: string) => (await details(id)).recurrence

type JobRow = { readonly id: string; readonly payload: never }

/** Carries out the jobs of series, whether their time has come or not: they have to look themselves. */
async function work(): Promise<readonly JobRow[]> {
  const rows = await scene.sql('select id, payload from job where kind = $1 order by run_at, id', [
    REPEAT_JOB,
  ])
  await scene.sql('delete from job')
  const jobs = rows as readonly JobRow[] // The columns asked for.
  for (const { id, payload } of jobs) {
    const job = {
      id,
      kind: REPEAT_JOB,
      organisation_id: scene.organisationId,
      payload,
      attempts: 1,
      max_attempts: 5,
    }
    await createRecurrenceJobs(deps()).get(REPEAT_JOB)?.(job, new AbortController().signal)
  }
  return jobs
}

/** Lets a series be of days that have gone by, as if it had been set then: jobs go by the clock of the machine. */
async function shiftSeries(days: number): Promise<void> {
  await scene.sql(
    'update recurrence set anchor_on = anchor_on + $1::integer, day_on = day_on + $1::integer, next_on = next_on + $1::integer',
    [days],
  )
}

async function countOf(title: string): Promise<number> {
  const [row] = await scene.sql('select count(*)::integer as count from work_item where title = $1', [title])
  return Number(row?.['count'])
}

test('done: the next one comes with sub-items, steps, people and fields, its days moved along', async () => {
  const responsibleId = scene.personId('contributor')
  const item = await open({
    title: 'Crane',
    startsOn: '2026-11-27',
    dueOn: '2026-11-30',
    responsibleId,
    priority: 3,
  })
  await scene.run('contributor', 'work.createItem', {
    id: newId(),
    containerId: item.containerIds[0] ?? '',
    title: 'Grease',
    parentId: item.id,
    dueOn: '2026-11-28',
    stateId: 'done',
  })
  const list = await scene.run('contributor', 'work.addChecklist', {
    id: newId(),
    itemId: item.id,
    name: 'Steps',
  })
  await scene.run('contributor', 'work.addChecklistLine', { id: newId(), checklistId: list.id, text: 'Look' })
  await repeat(item.id)
  await finish(item.id)
  await work()
  const series = await seriesOf(item.id)
  expect(series).toMatchObject({ number: 2, dayOn: '2026-12-07', nextOn: '2026-12-14', problem: null })
  const next = await details(series?.itemId ?? '')
  expect(next.item).toMatchObject({
    title: 'Crane',
    startsOn: '2026-12-04',
    dueOn: '2026-12-07',
    responsibleId,
    requesterId: item.requesterId,
    createdBy: null,
    priority: 3,
    stateGroup: 'backlog',
    childCount: 1,
    lineCount: 1,
    lineDoneCount: 0,
  })
  expect(next.related.map(({ title, dueOn, stateGroup }) => ({ title, dueOn, stateGroup }))).toEqual([
    { title: 'Grease', dueOn: '2026-12-05', stateGroup: 'backlog' },
  ])
  const { events } = await scene.ask('viewer', 'work.listItemActivity', { item: item.id })
  expect(events[0]).toMatchObject({ kind: 'work.repeated', data: { nextKey: next.item.key } })
})

test('the day comes: one next item, however often and by how many it is asked for', async () => {
  const item = await open({ title: 'Once', dueOn: '2026-11-23' })
  await repeat(item.id)
  const [job] = await scene.sql('select payload, run_at from job')
  // Midnight in Berlin, before which the 30th has not begun.
  expect(job?.['run_at']).toBe(Date.parse('2026-11-29T23:00:00Z'))
  await shiftSeries(-3_000)
  const payload = { recurrenceId: '', itemId: item.id, cause: 'came', ...(job?.['payload'] as object) }
  const again = {
    id: newId(),
    kind: REPEAT_JOB,
    organisation_id: scene.organisationId,
    payload,
    attempts: 1,
    max_attempts: 5,
  }
  const once = () => createRecurrenceJobs(deps()).get(REPEAT_JOB)?.(again, new AbortController().signal)
  await Promise.all([once(), once(), once()])
  await once()
  expect(await countOf('Once')).toBe(2)
  expect((await seriesOf(item.id))?.number).toBe(2)
})

test('before its day nothing is made, and a finished item that is reopened at once does not go on', async () => {
  const item = await open({ title: 'Soon', dueOn: '2126-11-23' })
  await repeat(item.id)
  await work()
  await finish(item.id)
  await scene.run('contributor', 'work.moveItem', { id: item.id, stateId: 'ready' })
  await work()
  expect(await countOf('Soon')).toBe(1)
})

test('after done counts from the day of completion where the organisation lives', async () => {
  const item = await open({ title: 'Water', dueOn: '2026-11-01' })
  const series = await repeat(item.id, EACH_3_DAYS)
  expect(series.nextOn).toBeNull()
  await finish(item.id)
  const today = new Date(Date.now()).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' })
  await work()
  const next = await seriesOf(item.id)
  expect(Date.parse(next?.dayOn ?? '')).toBe(Date.parse(today) + 3 * DAY_MS)
  expect((await details(next?.itemId ?? '')).item.dueOn).toBe(next?.dayOn)
})

test('an item without a day gets the first of the schedule', async () => {
  const item = await open({ title: 'Undated' })
  await repeat(item.id)
  expect((await details(item.id)).item.dueOn).toBe('2026-11-30')
})

test('what is archived rests, and goes on when it is brought back', async () => {
  const item = await open({ title: 'Resting', dueOn: '2026-11-23' })
  await repeat(item.id)
  await shiftSeries(-3_000)
  await scene.run('contributor', 'work.archiveItem', { id: item.id })
  await work()
  const late = () => createRepeatLateWork(deps()).run(new AbortController().signal)
  await late()
  await work()
  expect(await countOf('Resting')).toBe(1)
  await scene.run('contributor', 'work.restoreItem', { id: item.id })
  await late()
  await work()
  expect(await countOf('Resting')).toBe(2)
})

test('when the next one would be refused, the series rests and says why, until it is set anew', async () => {
  const item = await open({ title: 'Refused', dueOn: '2026-11-23' })
  await repeat(item.id)
  await finish(item.id)
  await scene.sql(`update work_item set title = '' where id = $1`, [item.id])
  await work()
  expect(await seriesOf(item.id)).toMatchObject({ number: 1, problem: { code: 'work.title_missing' } })
  await scene.sql(`update work_item set title = 'Refused' where id = $1`, [item.id])
  await scene.run('contributor', 'work.moveItem', { id: item.id, stateId: 'ready' })
  expect((await repeat(item.id)).problem).toBeNull()
})

test('a series ends with its number of times', async () => {
  const item = await open({ title: 'Twice', dueOn: '2026-11-23' })
  await repeat(item.id, EACH_3_DAYS, { ends: { kind: 'after', times: 2 } })
  await finish(item.id)
  await work()
  const second = (await seriesOf(item.id))?.itemId ?? ''
  await finish(second)
  await work()
  expect(await countOf('Twice')).toBe(2)
})

test('stopped by any of its items, it ends; items stay', async () => {
  const item = await open({ title: 'Stopped', dueOn: '2026-11-23' })
  await repeat(item.id)
  await finish(item.id)
  await work()
  const newest = (await seriesOf(item.id))?.itemKey
  expect(await refusalOf(repeat(item.id))).toBe('work.recurrence_passed_on')
  expect(newest).toBeDefined()
  await scene.run('contributor', 'work.stopRepeating', { id: item.id })
  expect(await seriesOf(item.id)).toBeNull()
  expect(await countOf('Stopped')).toBe(2)
  expect(await refusalOf(scene.run('contributor', 'work.stopRepeating', { id: item.id }))).toBe(
    'work.recurrence_none',
  )
})

test('only who may write there says how it repeats; a stranger is told nothing', async () => {
  const item = await open({ dueOn: '2026-11-23' })
  expect(await refusalOf(repeat(item.id, MONDAYS, {}, 'commenter'))).toBe('platform.not_allowed')
  expect(await refusalOf(repeat(item.id, MONDAYS, {}, 'stranger'))).toBe('platform.not_found')
  await repeat(item.id)
  expect(await refusalOf(scene.run('viewer', 'work.stopRepeating', { id: item.id }))).toBe(
    'platform.not_allowed',
  )
  // Its newest item moved to a place that others do not see: they see nothing of the series.
  await finish(item.id)
  await work()
  const hidden = await scene.addContainer('list', { members: ['manager'] })
  await scene.sql(
    'update work_item set container_ids = array[$2::uuid] where id = (select r.item_id from recurrence r join recurrence_item i on i.recurrence_id = r.id where i.item_id = $1)',
    [item.id, hidden],
  )
  expect(await seriesOf(item.id)).toBeNull()
  expect((await details(item.id, 'manager')).recurrence).not.toBeNull()
  expect(await refusalOf(scene.run('contributor', 'work.stopRepeating', { id: item.id }))).toBe(
    'platform.not_found',
  )
})

test('what is done, archived or over before it repeats is refused', async () => {
  const item = await open({ dueOn: '2026-11-23' })
  expect(await refusalOf(repeat(item.id, MONDAYS, { ends: { kind: 'on', day: '2026-11-24' } }))).toBe(
    'work.recurrence_over',
  )
  await finish(item.id)
  expect(await refusalOf(repeat(item.id))).toBe('work.already_done')
  const other = await open()
  await scene.run('contributor', 'work.archiveItem', { id: other.id })
  expect(await refusalOf(repeat(other.id))).toBe('work.archived')
})

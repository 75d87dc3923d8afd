import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { refusalOf } from '../../../platform/testing/scene.ts'
import { bpmn, line, TimedScene, timer } from '../testing/timed-scene.ts'
import { START_JOB } from './start-by-schedule.ts'

const timed = await TimedScene.open()
const { scene } = timed
afterAll(() => scene.close())
const MONDAY = Date.parse('2026-03-02T08:00:00Z')
beforeEach(async () => {
  scene.now = MONDAY
  await scene.sql(`update organisation set time_zone = 'Europe/Berlin'`)
  await scene.sql('delete from job')
})

const ONE_STEP = `<bpmn:startEvent id="s"/><bpmn:userTask id="do" name="Do"/><bpmn:endEvent id="e"/>${line('s', 'do', 'e')}`
const MONTHLY = {
  kind: 'days',
  minute: 360,
  anchorOn: '2026-03-31',
  shift: 'next',
  rule: { kind: 'monthlyDay', every: 1, day: 31 },
} as const

async function plan(containerId: string, change: object = {}): Promise<string> {
  const id = newId()
  const input = { id, containerId, title: 'Maintenance {month}', rule: MONTHLY, ...change }
  await scene.run('manager', 'process.saveSchedule', input)
  return id
}

const schedulesOf = async (containerId: string) =>
  (await scene.ask('viewer', 'process.listSchedules', { containerId })).schedules

const startedOf = async (containerId: string) =>
  (await scene.ask('viewer', 'process.listInstances', { containerId })).instances

test('of starts that went by unseen as many are made up as was said, each once', async () => {
  for (const [missed, count] of [
    ['one', 1],
    ['none', 0],
  ] as const) {
    const containerId = await timed.publish(ONE_STEP)
    await plan(containerId, { missed })
    expect(await schedulesOf(containerId)).toMatchObject([{ nextAt: Date.parse('2026-03-31T04:00Z') }])
    await timed.work(START_JOB)
    await timed.work(START_JOB)
    expect(await startedOf(containerId)).toHaveLength(count)
  }
  const containerId = await timed.publish(ONE_STEP)
  const id = await plan(containerId, { missed: 'all', rule: { ...MONTHLY, endsOn: '2026-05-31' } })
  await timed.work(START_JOB)
  const titles = (await startedOf(containerId)).map(({ title }) => title).toSorted()
  // The end of May is a Sunday: its start is on the first of June.
  expect(titles).toEqual(['Maintenance 2026-03', 'Maintenance 2026-04', 'Maintenance 2026-05'])
  expect(await schedulesOf(containerId)).toMatchObject([{ nextAt: null, started: 3, problem: null }])
  const starts = await scene.sql('select at from process_schedule_start where schedule_id = $1 order by at', [
    id,
  ])
  expect(starts.map(({ at }) => at)).toContain(Date.parse('2026-06-01T04:00Z'))
})

test('two workers at once start the same once', async () => {
  const containerId = await timed.publish(ONE_STEP)
  await plan(containerId)
  const [job] = await scene.sql('select organisation_id, payload from job where kind = $1', [START_JOB])
  const again = [newId(), job?.['organisation_id'], START_JOB, JSON.stringify(job?.['payload'])]
  await scene.sql(
    `insert into job (id, organisation_id, kind, payload, run_at, created_at) values ($1, $2, $3, $4, now(), now())`,
    again,
  )
  await Promise.all([timed.work(START_JOB), timed.work(START_JOB)])
  expect(await startedOf(containerId)).toHaveLength(1)
})

test('a schedule that rests starts nothing, and makes nothing up', async () => {
  const containerId = await timed.publish(ONE_STEP)
  const id = await plan(containerId, { missed: 'all' })
  await scene.run('manager', 'process.pauseSchedule', { id })
  await timed.work(START_JOB)
  expect(await startedOf(containerId)).toEqual([])
  scene.now = Date.parse('2190-01-01T00:00Z')
  await scene.run('manager', 'process.resumeSchedule', { id })
  expect(await timed.jobsOf(START_JOB)).toEqual([Date.parse('2190-02-01T05:00Z')])
})

test('what cannot be started is said, and the schedule goes on', async () => {
  const containerId = await scene.addContainer('process')
  await plan(containerId)
  await timed.work(START_JOB)
  const [schedule] = await schedulesOf(containerId)
  expect(schedule).toMatchObject({ started: 0, problem: { code: 'process.not_published' } })
  expect(schedule?.nextAt).toBeGreaterThan(Date.now())
})

test('a timer at the start of a model starts instances there from its publishing on', async () => {
  const start = (value: string) =>
    `<bpmn:startEvent id="nightly">${timer('Cycle', value)}</bpmn:startEvent><bpmn:userTask id="do" name="Do"/>
<bpmn:endEvent id="e"/>${line('nightly', 'do', 'e')}`
  const containerId = await timed.publish(start('R2/2026-03-03T02:00/P1D'))
  const [schedule] = await schedulesOf(containerId)
  expect(schedule).toMatchObject({ elementId: 'nightly', nextAt: Date.parse('2026-03-03T01:00Z') })
  const { id = '' } = schedule ?? {}
  expect(await refusalOf(scene.run('manager', 'process.removeSchedule', { id }))).toBe(
    'process.schedule_of_model',
  )
  await timed.work(START_JOB)
  expect(await startedOf(containerId)).toMatchObject([{ state: 'running', activities: [{ closedAt: null }] }])
  await scene.run('manager', 'process.publishModel', { containerId, xml: bpmn(ONE_STEP) })
  expect(await schedulesOf(containerId)).toEqual([])
})

test('only who manages a process plans its starts, and only what can come', async () => {
  const containerId = await timed.publish(ONE_STEP)
  const id = newId()
  const save = (change: object, who: 'contributor' | 'manager' | 'stranger' = 'manager') =>
    scene.run(who, 'process.saveSchedule', {
      id,
      containerId,
      title: 'Maintenance',
      rule: MONTHLY,
      ...change,
    })
  expect(await refusalOf(save({}, 'contributor'))).toBe('platform.not_allowed')
  expect(await refusalOf(save({}, 'stranger'))).toBe('platform.not_found')
  expect(await refusalOf(save({ rule: { ...MONTHLY, endsOn: '2026-03-03' } }))).toBe('process.schedule_over')
  const afterDone = { kind: 'afterDone', every: 1, unit: 'day' }
  expect(await refusalOf(save({ rule: { ...MONTHLY, rule: afterDone } }))).toBe('process.schedule_rule')
  expect(await refusalOf(save({ calendarId: newId() }))).toBe('platform.reference_unknown')
  await save({})
  expect(await refusalOf(save({ version: 5 }))).toBe('platform.version_old')
  expect(await refusalOf(scene.run('contributor', 'process.pauseSchedule', { id }))).toBe(
    'platform.not_allowed',
  )
  await scene.run('manager', 'process.removeSchedule', { id })
  expect(await schedulesOf(containerId)).toEqual([])
  expect(await refusalOf(scene.run('manager', 'process.pauseSchedule', { id }))).toBe('platform.not_found')
  await save({})
  expect(await schedulesOf(containerId)).toHaveLength(1)
})

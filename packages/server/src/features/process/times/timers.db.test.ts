import { STANDARD_WEEK } from '@millrace/core/calendar'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { line, TimedScene, timer } from '../testing/timed-scene.ts'
import { RECOUNT_JOB } from './recount.ts'
import { WAKE_JOBS } from './wake.ts'

const timed = await TimedScene.open()
const { scene } = timed
afterAll(() => scene.close())
const MONDAY = Date.parse('2026-03-02T08:00:00Z')
beforeEach(async () => {
  scene.now = MONDAY
  await scene.sql(`update organisation set time_zone = 'Europe/Berlin'`)
  await scene.sql('delete from job')
})

const waiting = (definition: string) =>
  `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="wait">${definition}</bpmn:intermediateCatchEvent>
<bpmn:userTask id="after" name="After"/><bpmn:endEvent id="e"/>${line('s', 'wait', 'after', 'e')}`

const waitsOf = (id: string) =>
  scene.sql('select node, due_at, rule from process_wait where instance_id = $1 order by id', [id])

test('a timer that has come due lets its instance go on, once, and leaves nothing behind', async () => {
  const containerId = await timed.publish(waiting(timer('Duration', 'PT2H')))
  const id = await timed.start(containerId)
  expect(await waitsOf(id)).toMatchObject([
    { node: 'wait', due_at: MONDAY + 7_200_000, rule: { value: 'PT2H' } },
  ])
  expect(await timed.jobsOf(WAKE_JOBS.timers)).toEqual([MONDAY + 7_200_000])
  await timed.work(WAKE_JOBS.timers)
  expect((await timed.instance(containerId, id))?.activities).toHaveLength(1)
  expect(await waitsOf(id)).toEqual([])
  await timed.work(WAKE_JOBS.timers)
  expect((await timed.instance(containerId, id))?.activities).toHaveLength(1)
})

test('before its time nothing goes off, and a worker is woken for it', async () => {
  scene.now = null
  const containerId = await timed.publish(waiting(timer('Date', '2190-01-01T00:00Z')))
  const id = await timed.start(containerId)
  await timed.work(WAKE_JOBS.timers)
  expect(await waitsOf(id)).toHaveLength(1)
  expect(await timed.jobsOf(WAKE_JOBS.timers)).toContain(Date.parse('2190-01-01T00:00Z'))
  await scene.run('contributor', 'process.cancelInstance', { id })
  expect(await waitsOf(id)).toEqual([])
})

test('many instances on one timer are one job, and go on in sets', async () => {
  const containerId = await timed.publish(waiting(timer('Duration', 'PT1H')))
  const calls = Array.from({ length: 600 }, (_, number) => ({
    name: 'process.startInstance' as const,
    input: { id: newId(), containerId, title: `Repair ${number}` },
  }))
  await scene.runAll('contributor', calls)
  expect(await timed.work(WAKE_JOBS.timers)).toBe(1)
  const [left] = await scene.sql(
    `select count(*)::integer as waits, (select count(*)::integer from process_activity a join process_instance i on i.id = a.instance_id where i.process_id = $1) as opened
     from process_wait w join process_instance i on i.id = w.instance_id where i.process_id = $1`,
    [containerId],
  )
  expect(left).toEqual({ waits: 0, opened: 600 })
})

test('two workers at once let every instance go on once', async () => {
  const containerId = await timed.publish(waiting(timer('Duration', 'PT1H')))
  const calls = Array.from({ length: 300 }, (_, number) => ({
    name: 'process.startInstance' as const,
    input: { id: newId(), containerId, title: `Repair ${number}` },
  }))
  await scene.runAll('contributor', calls)
  const [job] = await scene.sql('select * from job where kind = $1', [WAKE_JOBS.timers])
  await scene.sql(
    `insert into job (id, organisation_id, kind, payload, run_at, created_at) values ($1, $2, $3, '{}', now(), now())`,
    [newId(), job?.['organisation_id'], WAKE_JOBS.timers],
  )
  await Promise.all([timed.work(WAKE_JOBS.timers), timed.work(WAKE_JOBS.timers)])
  await timed.work(WAKE_JOBS.timers)
  const [count] = await scene.sql(
    `select count(*)::integer as activities, count(distinct a.instance_id)::integer as instances
     from process_activity a join process_instance i on i.id = a.instance_id where i.process_id = $1`,
    [containerId],
  )
  expect(count).toEqual({ activities: 300, instances: 300 })
})

test('a cycle beside an activity goes off as often as it says', async () => {
  const containerId = await timed.publish(
    `<bpmn:startEvent id="s"/><bpmn:userTask id="do" name="Do"/><bpmn:endEvent id="e"/>
<bpmn:boundaryEvent id="again" attachedToRef="do" cancelActivity="false">${timer('Cycle', 'R3/PT1H')}</bpmn:boundaryEvent>
<bpmn:userTask id="remind" name="Remind"/>${line('s', 'do', 'e')}${line('again', 'remind')}`,
  )
  const id = await timed.start(containerId)
  await timed.work(WAKE_JOBS.timers)
  expect((await timed.instance(containerId, id))?.activities).toHaveLength(4)
  expect(await waitsOf(id)).toEqual([])
})

test('working time is counted on a calendar, and anew when that is changed, which the history tells', async () => {
  // Far ahead, so that it is not due yet: a Friday.
  scene.now = Date.parse('2190-03-05T08:00:00Z')
  const calendar = {
    ...{ id: newId(), containerId: null, baseId: null, name: 'Yard' },
    definition: { timeZone: 'Europe/Berlin', week: STANDARD_WEEK, periods: [], exceptions: [] },
  }
  scene.appoint('manager', 'admin')
  await scene.run('manager', 'schedule.saveCalendar', calendar)
  const containerId = await timed.publish(
    waiting(timer('Duration', 'P1D', 'millrace:counts="working" millrace:calendar="Yard"')),
  )
  const id = await timed.start(containerId)
  expect(await waitsOf(id)).toMatchObject([{ due_at: Date.parse('2190-03-08T08:00:00Z') }])
  await scene.sql('delete from job')
  const holiday = { name: 'Holiday', from: '2190-03-08', to: '2190-03-08', shifts: [] }
  const definition = { ...calendar.definition, exceptions: [holiday] }
  await scene.run('manager', 'schedule.saveCalendar', { ...calendar, definition })
  expect(await timed.work(RECOUNT_JOB)).toBe(1)
  const moved = Date.parse('2190-03-09T08:00:00Z')
  expect(await waitsOf(id)).toMatchObject([{ due_at: moved }])
  expect(await timed.jobsOf(WAKE_JOBS.timers)).toEqual([moved])
  const history = await scene.sql(
    'select happened from process_history where instance_id = $1 order by seq',
    [id],
  )
  expect(history.at(-1)).toMatchObject({ happened: [{ kind: 'recounted', at: 'wait' }] })
})

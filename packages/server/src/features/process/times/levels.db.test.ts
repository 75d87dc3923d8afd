import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { refusalOf } from '../../../platform/testing/scene.ts'
import { line, TimedScene } from '../testing/timed-scene.ts'
import { passDueClocks } from './escalate.ts'
import { RECOUNT_JOB } from './recount.ts'
import { WAKE_JOBS } from './wake.ts'

const timed = await TimedScene.open()
const { scene } = timed
afterAll(() => scene.close())
const HOUR = 3_600_000
/** A Monday, at nine where the organisation is. */
const MONDAY = Date.parse('2026-03-02T08:00:00Z')
beforeEach(async () => {
  scene.now = MONDAY
  await scene.sql(`update organisation set time_zone = 'Europe/Berlin'`)
  await scene.sql('delete from job')
})

const TWO_STEPS = `<bpmn:startEvent id="s"/><bpmn:userTask id="look" name="Look"/><bpmn:userTask id="fix" name="Fix"/>
<bpmn:endEvent id="e"/>${line('s', 'look', 'fix', 'e')}`

type Level = Parameters<typeof scene.run<'process.setServiceLevel'>>[2]

async function setLevel(containerId: string, change: Partial<Level> = {}): Promise<string> {
  const id = newId()
  await scene.run('manager', 'process.setServiceLevel', { id, containerId, deadline: 'PT8H', ...change })
  return id
}

async function stepOf(containerId: string, name: string): Promise<string> {
  const { steps } = await scene.ask('viewer', 'process.getProcess', { containerId })
  return steps.find((step) => step.name === name)?.id ?? ''
}

const clocksOf = (levelId: string) =>
  scene.sql('select * from process_level_clock where level_id = $1 order by begun_at', [levelId])

const pass = (instanceId: string) => scene.within('manager', (unit) => passDueClocks(unit, [instanceId]))

async function openItem(containerId: string, instanceId: string): Promise<string> {
  const instance = await timed.instance(containerId, instanceId)
  return instance?.activities.find(({ closedAt }) => closedAt === null)?.itemId ?? ''
}

test('an instance and each of its steps are counted, in working time, until they are done', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const whole = await setLevel(containerId, { deadline: 'P2D', goal: 'PT8H' })
  const step = await setLevel(containerId, { stepId: await stepOf(containerId, 'Fix'), deadline: 'PT4H' })
  const id = await timed.start(containerId)
  expect(await clocksOf(whole)).toMatchObject([
    { goal_at: MONDAY + 24 * HOUR, due_at: MONDAY + 48 * HOUR, ended_at: null },
  ])
  expect(await clocksOf(step)).toEqual([])
  scene.now = MONDAY + HOUR
  await scene.run('contributor', 'work.moveItem', { id: await openItem(containerId, id), stateId: 'done' })
  // Ten o'clock, and four working hours with the lunch between them.
  expect(await clocksOf(step)).toMatchObject([{ begun_at: MONDAY + HOUR, due_at: MONDAY + 6 * HOUR }])
  scene.now = MONDAY + 7 * HOUR
  await scene.run('contributor', 'work.moveItem', { id: await openItem(containerId, id), stateId: 'done' })
  const { levels } = await scene.ask('viewer', 'process.getServiceLevels', { containerId })
  const counts = new Map(levels.map((level) => [level.id, level]))
  expect(counts.get(whole)).toMatchObject({
    counts: { kept: 1, running: 0 },
    months: [{ month: '2026-03', kept: 1 }],
  })
  expect(counts.get(step)).toMatchObject({ counts: { missed: 1 }, months: [{ missed: 1 }] })
})

test('what is done at a point is done once: people are told, work is more pressing, and more is to be done', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  await setLevel(containerId, {
    escalations: [
      { at: 'warning', kind: 'tell', to: { kind: 'starter' } },
      { at: 'warning', kind: 'tell', to: { kind: 'person', personId: scene.personId('viewer') } },
      { at: 'deadline', kind: 'raise-priority' },
      { at: 'deadline', kind: 'add-item', title: 'Call the customer' },
    ],
  })
  const id = await timed.start(containerId)
  const itemId = await openItem(containerId, id)
  scene.now = MONDAY + 3 * HOUR
  await pass(id)
  const told = (who: 'viewer' | 'contributor') =>
    scene.sql(
      `select e.facts from notification n, jsonb_to_recordset(n.events) as e(kind text, facts jsonb)
      where n.person_id = $1 and n.item_id = $2 and e.kind = 'alert'`,
      [scene.personId(who), itemId],
    )
  expect(await told('viewer')).toEqual([])
  scene.now = MONDAY + 7 * HOUR
  await pass(id)
  await pass(id)
  expect(await told('viewer')).toMatchObject([{ facts: { is: 'levelAtRisk' } }])
  expect(await told('contributor')).toHaveLength(1)
  scene.now = MONDAY + 25 * HOUR
  await pass(id)
  await pass(id)
  const { item } = await scene.ask('viewer', 'work.getItem', { item: itemId })
  expect(item.priority).toBe(3)
  const items = await scene.sql(
    `select title from work_item where container_ids @> array[$1::uuid] order by title`,
    [containerId],
  )
  expect(items).toEqual([{ title: 'Call the customer: Lift repair' }, { title: 'Look: Lift repair' }])
})

test('a worker is woken for the first point, and passes all that were reached', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const level = await setLevel(containerId, { goal: 'PT4H' })
  await timed.start(containerId)
  expect(await timed.jobsOf(WAKE_JOBS.levels)).toEqual([MONDAY + 5 * HOUR])
  await timed.work(WAKE_JOBS.levels)
  expect(await clocksOf(level)).toMatchObject([{ passed: ['warning', 'goal', 'deadline'], next_at: null }])
  const { clocks } = await scene.ask('viewer', 'process.listLevelClocks', { containerId, state: 'breached' })
  expect(clocks).toMatchObject([{ title: 'Lift repair', state: 'breached', stepName: null }])
  const { clocks: atRisk } = await scene.ask('viewer', 'process.listLevelClocks', {
    containerId,
    state: 'at-risk',
  })
  expect(atRisk).toEqual([])
})

test('a clock stands still while the work waits for somebody, where its level says so', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const level = await setLevel(containerId, { pausesWaiting: true, deadline: 'PT2H', warnPercent: null })
  const id = await timed.start(containerId)
  const itemId = await openItem(containerId, id)
  scene.now = MONDAY + HOUR
  await scene.run('contributor', 'work.waitForItem', { id: itemId, personId: null, note: 'the part' })
  expect(await clocksOf(level)).toMatchObject([{ paused_at: MONDAY + HOUR, next_at: null }])
  scene.now = MONDAY + 3 * HOUR
  await scene.run('contributor', 'work.stopWaiting', { id: itemId })
  // Lunch lies between.
  expect(await clocksOf(level)).toMatchObject([{ paused_at: null, due_at: MONDAY + 5 * HOUR }])
})

test('what runs when a level is set is counted from its beginning, and anew when the level is changed', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  await timed.start(containerId)
  scene.now = MONDAY + HOUR
  const level = await setLevel(containerId, { counts: 'clock', deadline: 'P400D', warnPercent: null })
  await timed.work(RECOUNT_JOB)
  expect(await clocksOf(level)).toMatchObject([{ begun_at: MONDAY }])
  const input = { id: level, containerId, counts: 'clock', deadline: 'PT5H', warnPercent: null } as const
  await scene.run('manager', 'process.setServiceLevel', input)
  await timed.work(RECOUNT_JOB)
  expect(await clocksOf(level)).toMatchObject([{ begun_at: MONDAY, due_at: MONDAY + 5 * HOUR }])
})

test('a cancelled instance was neither kept nor missed', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const level = await setLevel(containerId)
  const id = await timed.start(containerId)
  await scene.run('contributor', 'process.cancelInstance', { id })
  expect(await clocksOf(level)).toEqual([])
})

test('only who manages a process says how soon, only once for each step, and only by what there is', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const id = newId()
  const input = { id, containerId, deadline: 'PT8H' }
  const set = (change: object, who: 'contributor' | 'manager' | 'stranger' = 'manager') =>
    scene.run(who, 'process.setServiceLevel', { ...input, ...change })
  expect(await refusalOf(set({}, 'contributor'))).toBe('platform.not_allowed')
  expect(await refusalOf(set({}, 'stranger'))).toBe('platform.not_found')
  expect(await refusalOf(set({ deadline: 'soon' }))).toBe('process.level_length')
  expect(await refusalOf(set({ calendarId: newId() }))).toBe('platform.reference_unknown')
  expect(await refusalOf(set({ stepId: newId() }))).toBe('platform.reference_unknown')
  await set({})
  expect(await refusalOf(set({ id: newId() }))).toBe('process.level_twice')
  expect(await refusalOf(set({ version: 7 }))).toBe('platform.version_old')
  expect(await refusalOf(scene.ask('stranger', 'process.getServiceLevels', { containerId }))).toBe(
    'platform.not_found',
  )
  expect(await refusalOf(scene.run('contributor', 'process.removeServiceLevel', { id }))).toBe(
    'platform.not_allowed',
  )
  await scene.run('manager', 'process.removeServiceLevel', { id })
  expect((await scene.ask('viewer', 'process.getServiceLevels', { containerId })).levels).toEqual([])
  await set({})
  expect((await scene.ask('viewer', 'process.getServiceLevels', { containerId })).levels).toHaveLength(1)
})

import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { Refused } from '../../platform/commands/index.ts'
import { newId } from '../../platform/ids.ts'
import { startWorker } from '../../platform/jobs/index.ts'
import { refusalOf } from '../../platform/testing/scene.ts'
import { createBulkJobs, createMessageJobs } from './index.ts'
import { served, whereIs } from './testing/served-process.ts'
import { bpmn, line, TimedScene, timer } from './testing/timed-scene.ts'
import { WAKE_JOBS } from './times/wake.ts'

const timed = await TimedScene.open()
const { scene } = timed
afterAll(() => scene.close())
const HOUR = 3_600_000
const MONDAY = Date.parse('2026-03-02T08:00:00Z')
beforeEach(async () => {
  scene.now = MONDAY
  await scene.sql('delete from job')
})

const reason = 'The customer is being asked.'
const TWO_STEPS = `<bpmn:startEvent id="s"/><bpmn:userTask id="look" name="Look"/><bpmn:userTask id="fix" name="Fix"/>
<bpmn:endEvent id="e"/>${line('s', 'look', 'fix', 'e')}`

const act = (id: string, kind: 'suspend' | 'resume', why = reason) =>
  scene.run('manager', 'process.repairInstance', { id, act: { kind }, reason: why })

const publish = async (xml: string) => {
  const containerId = await scene.addContainer('process')
  await scene.run('manager', 'process.publishModel', { containerId, xml })
  return containerId
}

async function openItem(containerId: string, id: string): Promise<string> {
  const { activities = [] } = (await timed.instance(containerId, id)) ?? {}
  return activities.find(({ closedAt }) => closedAt === null)?.itemId ?? ''
}

/** Does what is to be done in the background, until nothing more is due. */
async function workOff(): Promise<void> {
  const handlers = new Map([...createMessageJobs(scene.deps), ...createBulkJobs(scene.deps)])
  const worker = startWorker({ db: scene.database.db, handlers, onFault: () => {} })
  const due = `select 1 from job where kind = any($1) and run_at <= now() and attempts < max_attempts`
  while ((await scene.sql(due, [[...handlers.keys()]])).length > 0) await sleep(10)
  await worker.stop()
}

test('the item of a suspended instance cannot be done, and it is said who suspended it and why', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const id = await timed.start(containerId)
  await act(id, 'suspend')
  const itemId = await openItem(containerId, id)
  const [who] = await scene.sql('select name from person where id = $1', [scene.personId('manager')])
  const moved = await scene
    .run('contributor', 'work.moveItem', { id: itemId, stateId: 'done' })
    .catch((error: unknown) => (error instanceof Refused ? error.refusal : error))
  expect(moved).toMatchObject({
    code: 'process.instance_suspended',
    params: { title: 'Lift repair', by: who?.['name'], reason },
  })
  const completed = scene.run('contributor', 'process.completeStep', { itemId })
  expect(await refusalOf(completed)).toBe('process.instance_suspended')
  expect((await whereIs(scene, id)).at).toEqual(['look'])
  await act(id, 'resume')
  await scene.run('contributor', 'work.moveItem', { id: itemId, stateId: 'done' })
  expect((await whereIs(scene, id)).at).toEqual(['fix'])
})

test('a step can be taken back as if the instance had not been suspended since', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const id = await timed.start(containerId)
  const itemId = await openItem(containerId, id)
  await scene.run('contributor', 'work.moveItem', { id: itemId, stateId: 'done' })
  await act(id, 'suspend')
  await act(id, 'resume')
  await scene.run('contributor', 'work.moveItem', { id: itemId, stateId: 'ready' })
  expect((await whereIs(scene, id)).at).toEqual(['look'])
})

test('who suspended it and why stands on its page, in the list and in its history', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const id = await timed.start(containerId)
  await timed.start(containerId, 'Another')
  await act(id, 'suspend')
  const by = scene.personId('manager')
  const filter = { containerId, state: 'suspended' as const }
  const found = await scene.ask('viewer', 'process.listInstances', filter)
  expect(found.instances).toMatchObject([{ id, state: 'running', suspension: { at: MONDAY, by, reason } }])
  await act(id, 'resume', 'They answered.')
  expect((await scene.ask('viewer', 'process.listInstances', filter)).instances).toEqual([])
  const { entries } = await scene.ask('viewer', 'process.listHistory', { id })
  expect(entries.slice(0, 2)).toMatchObject([
    { command: 'resume', reason: 'They answered.', actor: { kind: 'person', personId: by } },
    { command: 'suspend', reason },
  ])
})

test('only managers suspend, and neither twice nor what is over', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const id = await timed.start(containerId)
  const input = { id, act: { kind: 'suspend' as const }, reason }
  expect(await refusalOf(scene.run('contributor', 'process.repairInstance', input))).toBe(
    'platform.not_allowed',
  )
  expect(await refusalOf(scene.run('stranger', 'process.repairInstance', input))).toBe('platform.not_found')
  expect(await refusalOf(act(id, 'resume'))).toBe('process.not_suspended')
  await act(id, 'suspend')
  expect(await refusalOf(act(id, 'suspend'))).toBe('process.instance_suspended')
  await scene.run('manager', 'process.repairInstance', { id, act: { kind: 'cancel' }, reason })
  expect(await refusalOf(act(id, 'resume'))).toBe('process.instance_over')
  expect(await timed.instance(containerId, id)).toMatchObject({ state: 'cancelled', suspension: null })
})

test('a timer that comes due waits until the instance is resumed', async () => {
  const containerId = await timed.publish(
    `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="wait">${timer('Duration', 'PT2H')}</bpmn:intermediateCatchEvent>
<bpmn:userTask id="after" name="After"/>${line('s', 'wait', 'after')}`,
  )
  const id = await timed.start(containerId)
  await act(id, 'suspend')
  expect(await timed.work(WAKE_JOBS.timers)).toBe(1)
  expect((await whereIs(scene, id)).at).toEqual(['wait'])
  expect(await timed.jobsOf(WAKE_JOBS.timers)).toEqual([])
  await act(id, 'resume')
  expect(await timed.work(WAKE_JOBS.timers)).toBe(1)
  expect((await whereIs(scene, id)).at).toEqual(['after'])
})

test('jobs are not handed out; what a worker is at already may be finished, and counts when it is resumed', async () => {
  const topic = 'suspended-print'
  const service = `<millrace:service kind="worker" topic="${topic}"/>`
  const containerId = await publish(
    bpmn(
      `<bpmn:startEvent id="s"/>${served('print', service)}<bpmn:userTask id="after"/>${line('s', 'print', 'after')}`,
    ),
  )
  const held = await timed.start(containerId)
  const fetch = async (maxJobs: number) =>
    (await scene.run('contributor', 'process.fetchJobs', { workerId: 'w', topics: [topic], maxJobs })).jobs
  const [job] = await fetch(1)
  const waiting = await timed.start(containerId)
  await act(held, 'suspend')
  await act(waiting, 'suspend')
  expect(await fetch(10)).toEqual([])
  await scene.run('contributor', 'process.completeJob', {
    ...{ id: job?.id ?? '', workerId: 'w', values: { pages: 2 } },
  })
  expect((await whereIs(scene, held)).at).toEqual(['print'])
  await act(held, 'resume')
  expect(await whereIs(scene, held)).toMatchObject({ at: ['after'], variables: { pages: 2 } })
  await act(waiting, 'resume')
  expect((await fetch(10)).map(({ instanceId }) => instanceId)).toEqual([waiting])
})

test('a message finds the suspended instance that waits for it, which goes on by it when it is resumed', async () => {
  const containerId = await publish(
    bpmn(`<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="paid"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
<bpmn:userTask id="after"/>${line('s', 'paid', 'after')}`).replace(
      '<bpmn:process',
      '<bpmn:message id="m" name="paid-late"/><bpmn:process',
    ),
  )
  const id = await timed.start(containerId)
  await act(id, 'suspend')
  scene.now = null
  await scene.run('contributor', 'process.sendMessage', { name: 'paid-late', values: { amount: 7 } })
  await workOff()
  expect((await whereIs(scene, id)).at).toEqual(['paid'])
  await act(id, 'resume')
  expect(await whereIs(scene, id)).toMatchObject({ at: ['after'], variables: { amount: 7 } })
})

test('a clock stands still with the instance where its level says so, and goes on where it does not', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const level = { containerId, deadline: 'PT8H', counts: 'clock' as const }
  await scene.run('manager', 'process.setServiceLevel', { ...level, id: newId(), pausesWaiting: true })
  const { steps } = await scene.ask('viewer', 'process.getProcess', { containerId })
  const stepId = steps.find(({ name }) => name === 'Look')?.id ?? null
  await scene.run('manager', 'process.setServiceLevel', {
    ...level,
    id: newId(),
    stepId,
    pausesWaiting: false,
  })
  const id = await timed.start(containerId)
  await act(id, 'suspend')
  scene.now = MONDAY + 3 * HOUR
  await act(id, 'resume')
  const clocks = await scene.sql(
    'select activity_id is null as is_whole, due_at from process_level_clock where instance_id = $1 order by 1',
    [id],
  )
  expect(clocks).toEqual([
    { is_whole: false, due_at: MONDAY + 8 * HOUR },
    { is_whole: true, due_at: MONDAY + 11 * HOUR },
  ])
})

test('many are suspended and resumed at once', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  await timed.start(containerId, 'One')
  await timed.start(containerId, 'Two')
  const all = async (kind: 'suspend' | 'resume') => {
    const input = { id: newId(), containerId, which: { filter: {} }, act: { kind }, reason }
    await scene.run('manager', 'process.repairInstances', input)
    await workOff()
    const { instances } = await scene.ask('viewer', 'process.listInstances', { containerId })
    return instances.map(({ suspension }) => suspension?.reason ?? null)
  }
  scene.now = null
  expect(await all('suspend')).toEqual([reason, reason])
  expect(await all('resume')).toEqual([null, null])
})

test('by a suspended version nothing begins, and what runs goes on', async () => {
  const containerId = await timed.publish(TWO_STEPS)
  const id = await timed.start(containerId)
  const version = { containerId, number: 1, reason: 'The norm changes.' }
  expect(await refusalOf(scene.run('contributor', 'process.suspendVersion', version))).toBe(
    'platform.not_allowed',
  )
  expect(await refusalOf(scene.run('manager', 'process.resumeVersion', version))).toBe(
    'process.not_suspended',
  )
  await scene.run('manager', 'process.suspendVersion', version)
  expect(await refusalOf(timed.start(containerId))).toBe('process.version_suspended')
  expect(await refusalOf(scene.run('manager', 'process.suspendVersion', version))).toBe(
    'process.version_suspended',
  )
  await scene.run('contributor', 'work.moveItem', { id: await openItem(containerId, id), stateId: 'done' })
  expect((await whereIs(scene, id)).at).toEqual(['fix'])
  await scene.run('manager', 'process.resumeVersion', version)
  await timed.start(containerId)
})

test('a message by which a suspended version begins is kept until that is resumed', async () => {
  const containerId = await publish(
    bpmn(
      `<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent><bpmn:userTask id="work"/>${line('s', 'work')}`,
    ).replace('<bpmn:process', '<bpmn:message id="m" name="ordered-late"/><bpmn:process'),
  )
  const version = { containerId, number: 1, reason }
  await scene.run('manager', 'process.suspendVersion', version)
  scene.now = null
  await scene.run('contributor', 'process.sendMessage', { name: 'ordered-late' })
  await workOff()
  const count = async () =>
    (await scene.ask('viewer', 'process.listInstances', { containerId })).instances.length
  expect(await count()).toBe(0)
  await scene.run('manager', 'process.resumeVersion', version)
  await workOff()
  expect(await count()).toBe(1)
})

import { afterAll, expect, test } from 'vitest'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { processCommands, processQueries, processReactions } from './index.ts'
import { bpmn, line, openProcess, served, startIn, whereIs } from './testing/served-process.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...processCommands],
  queries: [...workQueries, ...processQueries],
  reactions: processReactions,
})
afterAll(() => scene.close())

let topics = 0

/** A process whose service is fetched by a topic of its own, with what catches an error of it. */
async function openPrinting(more = 'retries="2" backOff="PT1H"') {
  const topic = `print-${++topics}`
  const service = `<millrace:service kind="worker" topic="${topic}" ${more}><millrace:header name="tray" value="= 1 + 1"/></millrace:service>`
  const containerId = await openProcess(
    scene,
    bpmn(
      topic,
      `<bpmn:startEvent id="s"/>${served('print', service)}<bpmn:boundaryEvent id="jam" attachedToRef="print"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent>
<bpmn:userTask id="after"/><bpmn:userTask id="repair"/>${line('s', 'print', 'after')}${line('jam', 'repair')}`,
      '<bpmn:error id="e" errorCode="JAM"/>',
    ),
  )
  const fetch = async (workerId: string, who: Who = 'contributor', leaseMs = 60_000) =>
    (await scene.run(who, 'process.fetchJobs', { workerId, topics: [topic], leaseMs })).jobs
  return { topic, containerId, fetch }
}

/** The time of whoever held jobs of a topic is over. */
const runOut = (topic: string) =>
  scene.sql(`update process_job set due_at = now() - interval '1 second' where topic = $1`, [topic])

test('a worker fetches what an instance asks for, and the instance goes on with what it says', async () => {
  const { containerId, fetch } = await openPrinting()
  const { id } = await startIn(scene, containerId, { page: 'A4' })
  const [job] = await fetch('w1')
  expect(job).toMatchObject({
    ...{ containerId, instanceId: id, elementId: 'print', instanceTitle: 'Lift repair', retries: 2 },
    ...{ headers: { tray: '2' }, values: { page: 'A4' } },
  })
  await scene.run('contributor', 'process.completeJob', {
    ...{ id: job?.id ?? '', workerId: 'w1', values: { printed: true } },
  })
  expect(await whereIs(scene, id)).toMatchObject({
    ...{ at: ['after'], variables: { page: 'A4', printed: true } },
  })
  expect(await fetch('w1')).toEqual([])
})

test('nobody is given what somebody else holds; when their time is over the next one has it, and they have not', async () => {
  const { topic, containerId, fetch } = await openPrinting()
  await startIn(scene, containerId)
  const [job] = await fetch('w1')
  const first = { id: job?.id ?? '', workerId: 'w1' }
  expect(await fetch('w2')).toEqual([])
  await scene.run('contributor', 'process.extendLease', { ...first, leaseMs: 120_000 })
  expect(await fetch('w2')).toEqual([])
  await runOut(topic)
  const late = [
    scene.run('contributor', 'process.completeJob', first),
    scene.run('contributor', 'process.extendLease', { ...first, leaseMs: 1_000 }),
    scene.run('contributor', 'process.failJob', { ...first, text: 'late' }),
    scene.run('contributor', 'process.throwJobError', { ...first, code: 'JAM' }),
  ].map(refusalOf)
  expect(new Set(await Promise.all(late))).toEqual(new Set(['process.job_not_held']))
  const [again] = await fetch('w2')
  expect(again).toMatchObject({ id: job?.id, idempotencyKey: job?.idempotencyKey })
  expect(await refusalOf(scene.run('contributor', 'process.completeJob', first))).toBe('process.job_not_held')
  await scene.run('contributor', 'process.completeJob', { ...first, workerId: 'w2' })
  expect(await refusalOf(scene.run('contributor', 'process.completeJob', { ...first, workerId: 'w2' }))).toBe(
    'platform.not_found',
  )
})

test('what two workers fetch at the same time they do not get twice', async () => {
  const { containerId, fetch } = await openPrinting()
  await Promise.all(Array.from({ length: 12 }, () => startIn(scene, containerId)))
  const fetched = await Promise.all(['w1', 'w2', 'w3'].map((worker) => fetch(worker)))
  const ids = fetched.flat().map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const rest = await fetch('w4')
  expect(ids.length + rest.length).toBe(12)
})

test('what could not be done comes again later, and then somebody has to look', async () => {
  const { topic, containerId, fetch } = await openPrinting()
  const { id } = await startIn(scene, containerId)
  const [job] = await fetch('w1')
  const held = { id: job?.id ?? '', workerId: 'w1' }
  const failed = await scene.run('contributor', 'process.failJob', { ...held, text: 'No paper.' })
  expect(failed).toMatchObject({ state: 'waiting' })
  expect(await fetch('w1')).toEqual([])
  await runOut(topic)
  expect(await fetch('w1')).toMatchObject([{ failures: 1, retries: 1 }])
  expect(await scene.run('contributor', 'process.failJob', { ...held, text: 'No ink.' })).toMatchObject({
    state: 'failed',
  })
  expect(await whereIs(scene, id)).toMatchObject({ state: 'running', at: ['print (stuck)'] })
  const { jobs } = await scene.ask('viewer', 'process.listJobs', { containerId, state: 'failed' })
  expect(jobs).toMatchObject([{ instanceId: id, fault: 'No ink.', failures: 2, retries: 0 }])
})

test('a worker may say itself how often and when it wants to try again', async () => {
  const { containerId, fetch } = await openPrinting()
  await startIn(scene, containerId)
  const [job] = await fetch('w1')
  const retryAt = Date.now() + 86_400_000
  const input = { id: job?.id ?? '', workerId: 'w1', text: 'Closed.', retries: 7, retryAt }
  expect(await scene.run('contributor', 'process.failJob', input)).toEqual({
    state: 'waiting',
    dueAt: retryAt,
  })
  const { jobs } = await scene.ask('viewer', 'process.listJobs', { containerId })
  expect(jobs).toMatchObject([{ retries: 7, dueAt: retryAt, state: 'waiting', leaseOwner: null }])
})

test('an error of the field goes where the model catches it; one that nothing catches has to be looked at', async () => {
  const { containerId, fetch } = await openPrinting()
  const [caught, stuck] = [await startIn(scene, containerId), await startIn(scene, containerId)]
  const codes = new Map([
    [caught.id, 'JAM'],
    [stuck.id, 'FIRE'],
  ])
  for (const { id, instanceId } of await fetch('w1'))
    await scene.run('contributor', 'process.throwJobError', {
      ...{ id, workerId: 'w1', code: codes.get(instanceId) ?? '' },
    })
  expect((await whereIs(scene, caught.id)).at).toEqual(['repair'])
  expect((await whereIs(scene, stuck.id)).at).toEqual(['print (stuck)'])
  const { jobs } = await scene.ask('viewer', 'process.listJobs', { containerId })
  expect(jobs).toMatchObject([{ instanceId: stuck.id, state: 'failed', fault: 'FIRE' }])
})

test('with an instance that ends its jobs are gone, also for who holds them', async () => {
  const { containerId, fetch } = await openPrinting()
  const { id, version } = await startIn(scene, containerId)
  const [job] = await fetch('w1')
  await scene.run('contributor', 'process.cancelInstance', { id, version })
  expect(
    await refusalOf(scene.run('contributor', 'process.completeJob', { id: job?.id ?? '', workerId: 'w1' })),
  ).toBe('platform.not_found')
})

test('jobs are given to those who may write in their process, and shown to those who see it', async () => {
  const { containerId, fetch } = await openPrinting()
  await startIn(scene, containerId)
  for (const who of ['viewer', 'commenter', 'stranger'] as const) expect(await fetch('w1', who)).toEqual([])
  const [job] = await fetch('w1')
  const input = { id: job?.id ?? '', workerId: 'w1' }
  expect(await refusalOf(scene.run('viewer', 'process.completeJob', input))).toBe('platform.not_allowed')
  expect(await refusalOf(scene.run('stranger', 'process.completeJob', input))).toBe('platform.not_found')
  expect((await scene.ask('viewer', 'process.listJobs', { containerId })).jobs).toMatchObject([
    { state: 'held', leaseOwner: 'w1' },
  ])
  expect(await refusalOf(scene.ask('stranger', 'process.listJobs', { containerId }))).toBe(
    'platform.not_found',
  )
})

test('a service that nobody has said anything of has to be looked at', async () => {
  const xml = bpmn('nothing', `<bpmn:startEvent id="s"/><bpmn:serviceTask id="x"/>${line('s', 'x')}`)
  const { id } = await startIn(scene, await openProcess(scene, xml))
  expect((await whereIs(scene, id)).at).toEqual(['x (stuck)'])
})

test('a loop asks for a new job each time, and each has a key of its own', async () => {
  const service = '<millrace:service kind="worker" topic="loop"/>'
  const loop =
    '<bpmn:standardLoopCharacteristics loopMaximum="2"><bpmn:loopCondition>true</bpmn:loopCondition></bpmn:standardLoopCharacteristics>'
  const task = served('x', service).replace('</bpmn:serviceTask>', `${loop}</bpmn:serviceTask>`)
  const xml = bpmn('looping', `<bpmn:startEvent id="s"/>${task}${line('s', 'x')}`)
  const { id } = await startIn(scene, await openProcess(scene, xml))
  const keys: string[] = []
  for (let round = 0; round < 2; round++) {
    const { jobs } = await scene.run('contributor', 'process.fetchJobs', { workerId: 'w', topics: ['loop'] })
    for (const job of jobs) {
      keys.push(job.idempotencyKey)
      await scene.run('contributor', 'process.completeJob', { id: job.id, workerId: 'w' })
    }
  }
  expect(new Set(keys).size).toBe(2)
  expect((await whereIs(scene, id)).state).toBe('finished')
})

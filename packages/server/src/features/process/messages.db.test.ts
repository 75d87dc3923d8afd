import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { startWorker } from '../../platform/jobs/index.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { createMessageJobs, processCommands, processQueries, processReactions } from './index.ts'
import { bpmn, line, openProcess, startIn, whereIs } from './testing/served-process.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...processCommands],
  queries: [...workQueries, ...processQueries],
  reactions: processReactions,
})
afterAll(() => scene.close())

/** Delivers until nothing more is due. */
async function deliverAll(): Promise<readonly unknown[]> {
  const faults: unknown[] = []
  const handlers = createMessageJobs(scene.deps)
  const worker = startWorker({ db: scene.database.db, handlers, onFault: (error) => faults.push(error) })
  while ((await scene.sql('select 1 from job where run_at <= now() and attempts < max_attempts')).length > 0)
    await sleep(10)
  await worker.stop()
  return faults
}

const said = (element: string) => `<bpmn:messageEventDefinition messageRef="${element}"/>`
let names = 0

/** A process that waits for a message with the order it is about. */
async function openWaiting() {
  const name = `paid-${++names}`
  const message = `<bpmn:message id="m" name="${name}"><bpmn:extensionElements><millrace:subscription correlationKey="= order"/></bpmn:extensionElements></bpmn:message>`
  const xml = bpmn(
    'waiting',
    `<bpmn:startEvent id="s"/><bpmn:intermediateCatchEvent id="c">${said('m')}</bpmn:intermediateCatchEvent><bpmn:userTask id="after"/>${line('s', 'c', 'after')}`,
    message,
  )
  return { name, containerId: await openProcess(scene, xml) }
}

/** A process that begins by a message. */
async function openBegun() {
  const name = `ordered-${++names}`
  const xml = bpmn(
    'begun',
    `<bpmn:startEvent id="s">${said('m')}</bpmn:startEvent><bpmn:userTask id="work"/>${line('s', 'work')}`,
    `<bpmn:message id="m" name="${name}"/>`,
  )
  return { name, containerId: await openProcess(scene, xml) }
}

const instancesOf = async (containerId: string) =>
  (await scene.ask('viewer', 'process.listInstances', { containerId })).instances

test('a message goes to the instance that waits for its key, which knows then what it says', async () => {
  const { name, containerId } = await openWaiting()
  const [seven, eight] = [
    await startIn(scene, containerId, { order: 7 }),
    await startIn(scene, containerId, { order: 8 }),
  ]
  await scene.run('contributor', 'process.sendMessage', { name, key: '8', values: { amount: 20 } })
  expect(await deliverAll()).toEqual([])
  expect((await whereIs(scene, seven.id)).at).toEqual(['c'])
  expect(await whereIs(scene, eight.id)).toMatchObject({ at: ['after'], variables: { order: 8, amount: 20 } })
})

test('a message that comes before anybody waits is kept for as long as it says', async () => {
  const { name, containerId } = await openWaiting()
  await scene.run('contributor', 'process.sendMessage', { name, key: '1' })
  await scene.run('contributor', 'process.sendMessage', { name, key: '2', ttlMs: 0 })
  await deliverAll()
  const [kept, over] = [
    await startIn(scene, containerId, { order: 1 }),
    await startIn(scene, containerId, { order: 2 }),
  ]
  await deliverAll()
  expect((await whereIs(scene, kept.id)).at).toEqual(['after'])
  expect((await whereIs(scene, over.id)).at).toEqual(['c'])
  const second = await startIn(scene, containerId, { order: 1 })
  await deliverAll()
  expect((await whereIs(scene, second.id)).at).toEqual(['c'])
})

test('what is sent again under the same id is the same message', async () => {
  const { name, containerId } = await openBegun()
  const once = { name, messageId: 'mail-7' }
  const first = await scene.run('contributor', 'process.sendMessage', once)
  const [again, other] = (await scene.runAll('contributor', [
    { name: 'process.sendMessage', input: once },
    { name: 'process.sendMessage', input: { ...once, messageId: 'mail-8' } },
  ])) as readonly { readonly id: string }[]
  expect([again?.id === first.id, other?.id === first.id]).toEqual([true, false])
  await deliverAll()
  expect(await instancesOf(containerId)).toHaveLength(2)
})

test('a message begins an instance, and with a key one at a time', async () => {
  const { name, containerId } = await openBegun()
  for (const values of [{ part: 'a' }, { part: 'b' }])
    await scene.run('contributor', 'process.sendMessage', { name, key: 'K', values })
  await deliverAll()
  const [first] = await instancesOf(containerId)
  expect(await instancesOf(containerId)).toMatchObject([
    { title: `${name} K`, businessKey: 'K', startedBy: scene.personId('contributor') },
  ])
  await scene.run('contributor', 'process.cancelInstance', { id: first?.id ?? '' })
  await deliverAll()
  expect((await instancesOf(containerId)).map(({ state }) => state)).toEqual(['running', 'cancelled'])
})

test('a new version begins by its own messages and no more by those before', async () => {
  const { name, containerId } = await openBegun()
  const xml = bpmn('begun', `<bpmn:startEvent id="s"/><bpmn:userTask id="work"/>${line('s', 'work')}`)
  await scene.run('manager', 'process.publishModel', { containerId, xml })
  await scene.run('contributor', 'process.sendMessage', { name })
  await deliverAll()
  expect(await instancesOf(containerId)).toEqual([])
})

test('a message reaches only processes that its sender may write in, and only the one it names', async () => {
  const { name, containerId } = await openBegun()
  await scene.run('viewer', 'process.sendMessage', { name })
  await scene.run('stranger', 'process.sendMessage', { name })
  const { containerId: elsewhere } = await openBegun()
  await scene.run('contributor', 'process.sendMessage', { name, containerId: elsewhere })
  await deliverAll()
  expect(await instancesOf(containerId)).toEqual([])
  const named = { name, containerId }
  expect(await refusalOf(scene.run('viewer', 'process.sendMessage', named))).toBe('platform.not_allowed')
  expect(await refusalOf(scene.run('stranger', 'process.sendMessage', named))).toBe('platform.not_found')
  const project = await scene.addContainer('project')
  expect(
    await refusalOf(scene.run('contributor', 'process.sendMessage', { name, containerId: project })),
  ).toBe('platform.not_found')
})

test('an instance sends to another one, which goes on after the transaction', async () => {
  const { name, containerId } = await openWaiting()
  const waiting = await startIn(scene, containerId, { order: 5 })
  const sending = bpmn(
    'sending',
    `<bpmn:startEvent id="s"/><bpmn:sendTask id="t" messageRef="m"/>${line('s', 't')}`,
    `<bpmn:message id="m" name="${name}"><bpmn:extensionElements><millrace:subscription correlationKey="= about"/></bpmn:extensionElements></bpmn:message>`,
  )
  const sender = await startIn(scene, await openProcess(scene, sending), { about: 5, said: 'hello' })
  expect((await whereIs(scene, sender.id)).state).toBe('finished')
  expect((await whereIs(scene, waiting.id)).at).toEqual(['c'])
  await deliverAll()
  expect(await whereIs(scene, waiting.id)).toMatchObject({ at: ['after'], variables: { said: 'hello' } })
})

test('a signal reaches everything that waits for it, once, and begins what begins by it', async () => {
  const signal = '<bpmn:signal id="sig" name="storm"/>'
  const about = '<bpmn:signalEventDefinition signalRef="sig"/>'
  const waiting = bpmn(
    'listening',
    `<bpmn:startEvent id="s"/><bpmn:userTask id="x"/><bpmn:boundaryEvent id="b" attachedToRef="x" cancelActivity="false">${about}</bpmn:boundaryEvent><bpmn:userTask id="shut"/>${line('s', 'x')}${line('b', 'shut')}`,
    signal,
  )
  const begun = bpmn(
    'begins',
    `<bpmn:startEvent id="s">${about}</bpmn:startEvent><bpmn:userTask id="look"/>${line('s', 'look')}`,
    signal,
  )
  const containerId = await openProcess(scene, waiting)
  const starting = await openProcess(scene, begun)
  const ids = [(await startIn(scene, containerId)).id, (await startIn(scene, containerId)).id]
  await scene.run('contributor', 'process.sendSignal', { name: 'storm', values: { wind: 11 } })
  expect(await deliverAll()).toEqual([])
  for (const id of ids)
    expect(await whereIs(scene, id)).toMatchObject({ at: ['x', 'shut'], variables: { wind: 11 } })
  expect(await instancesOf(starting)).toMatchObject([{ title: 'storm' }])
  await deliverAll()
  expect(await instancesOf(starting)).toHaveLength(1)
})

test('two who deliver at the same time give nothing twice', async () => {
  const { name, containerId } = await openBegun()
  for (let number = 0; number < 8; number++) await scene.run('contributor', 'process.sendMessage', { name })
  await Promise.all([deliverAll(), deliverAll()])
  expect(await instancesOf(containerId)).toHaveLength(8)
})

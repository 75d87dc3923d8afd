import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, expect, test } from 'vitest'
import { startWorker } from '../../platform/jobs/index.ts'
import {
  createOutgoing,
  type OutgoingSettings,
  readAddressRange,
  readAllowedOrigin,
} from '../../platform/outgoing/index.ts'
import { type HttpPeer, openHttpPeer } from '../../platform/outgoing/testing/http-peer.ts'
import { Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import {
  createCallJobs,
  createMessageJobs,
  processCommands,
  processQueries,
  processReactions,
} from './index.ts'
import { bpmn, line, openProcess, served, startIn, whereIs } from './testing/served-process.ts'
import { wakeCalls } from './wake-calls.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...processCommands],
  queries: [...workQueries, ...processQueries],
  reactions: processReactions,
})
let peer: HttpPeer | null = null
afterEach(() => peer?.close())
afterAll(() => scene.close())

const settingsFor = (origin: string): OutgoingSettings => ({
  origins: [origin].flatMap((one) => readAllowedOrigin(one) ?? []),
  ranges: ['127.0.0.1'].flatMap((one) => readAddressRange(one) ?? []),
})

/** Calls until nothing more is due. */
async function callAll(settings: OutgoingSettings): Promise<readonly unknown[]> {
  const faults: unknown[] = []
  const { db } = scene.database
  const calls = createCallJobs({ ...scene.deps, outgoing: createOutgoing(settings) })
  const handlers = new Map([...calls, ...createMessageJobs(scene.deps)])
  const worker = startWorker({ db, handlers, onFault: (error) => faults.push(error), atOnce: 4 })
  while ((await scene.sql('select 1 from job where run_at <= now() and attempts < max_attempts')).length > 0)
    await sleep(10)
  await worker.stop()
  return faults
}

/** A process that pays at a peer, with what it takes from the answer, and what catches an error. */
async function openPaying(origin: string, attributes = '', inside = '') {
  const service = `<millrace:service kind="http" method="POST" url="${origin}/orders/{order}/charges" ${attributes}>
<millrace:body>= { amount: cost * 2 }</millrace:body>${inside}</millrace:service>`
  const results =
    '<millrace:ioMapping><millrace:output source="= response.body.receipt" target="receipt"/></millrace:ioMapping>'
  return await openProcess(
    scene,
    bpmn(
      'paying',
      `<bpmn:startEvent id="s"/>${served('pay', service, results)}<bpmn:boundaryEvent id="no" attachedToRef="pay"><bpmn:errorEventDefinition errorRef="e"/></bpmn:boundaryEvent>
<bpmn:userTask id="after"/><bpmn:userTask id="talk"/>${line('s', 'pay', 'after')}${line('no', 'talk')}`,
      '<bpmn:error id="e" errorCode="DECLINED"/>',
    ),
  )
}

const dueNow = () => scene.sql(`update job set run_at = now() - interval '1 second', lease_until = null`)

test('an endpoint is called with the values of an instance, which goes on with what it takes from the answer', async () => {
  const bodies: string[] = []
  peer = await openHttpPeer((request, response) => {
    request.on('data', (part) => bodies.push(String(part)))
    request.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"receipt": "R-7", "more": 1}')
    })
  })
  const { id } = await startIn(scene, await openPaying(peer.origin), { order: 'A/7', cost: 21 })
  expect(await callAll(settingsFor(peer.origin))).toEqual([])
  expect(peer.heard).toMatchObject([
    { method: 'POST', url: '/orders/A%2F7/charges', headers: { 'content-type': 'application/json' } },
  ])
  expect(bodies).toEqual(['{"amount":42}'])
  expect(await whereIs(scene, id)).toMatchObject({
    ...{ at: ['after'], variables: { order: 'A/7', cost: 21, receipt: 'R-7' } },
  })
  expect(await scene.sql('select 1 from process_job where instance_id = $1', [id])).toEqual([])
})

test('who is not on the list of the administrator is not called, and somebody has to look', async () => {
  peer = await openHttpPeer((_request, response) => response.end('{}'))
  const { id } = await startIn(scene, await openPaying(peer.origin), { order: 1, cost: 1 })
  await callAll(settingsFor('https://api.example.org'))
  expect(peer.heard).toEqual([])
  expect((await whereIs(scene, id)).at).toEqual(['pay (stuck)'])
  const [incident] = await scene.sql('select kind, text from process_incident where instance_id = $1', [id])
  expect(incident).toEqual({ kind: 'work', text: 'service.not-allowed' })
})

test('a service that is busy is asked again with the same key, and is not asked too often', async () => {
  let answers = 0
  peer = await openHttpPeer((_request, response) => {
    if (++answers < 3) response.writeHead(503).end('busy')
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"receipt": 1}')
  })
  const containerId = await openPaying(peer.origin, 'retries="3" backOff="PT1H"')
  const { id } = await startIn(scene, containerId, { order: 1, cost: 1 })
  const settings = settingsFor(peer.origin)
  await callAll(settings)
  expect(await scene.ask('viewer', 'process.listJobs', { containerId })).toMatchObject({
    jobs: [{ kind: 'http', state: 'waiting', failures: 1, retries: 2, fault: 'HTTP 503 busy' }],
  })
  await callAll(settings)
  expect(answers).toBe(1)
  await dueNow()
  await callAll(settings)
  await dueNow()
  await callAll(settings)
  expect((await whereIs(scene, id)).at).toEqual(['after'])
  expect(new Set(peer.heard.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  expect(peer.heard).toHaveLength(3)
})

test('answers that are errors of the field go where the model catches them, others have to be looked at', async () => {
  let status = 402
  peer = await openHttpPeer((_request, response) => response.writeHead(status).end())
  const containerId = await openPaying(peer.origin, '', '<millrace:error status="402" code="DECLINED"/>')
  const declined = await startIn(scene, containerId, { order: 1, cost: 1 })
  await callAll(settingsFor(peer.origin))
  status = 400
  const wrong = await startIn(scene, containerId, { order: 1, cost: 1 })
  await callAll(settingsFor(peer.origin))
  expect((await whereIs(scene, declined.id)).at).toEqual(['talk'])
  expect((await whereIs(scene, wrong.id)).at).toEqual(['pay (stuck)'])
  expect(peer.heard).toHaveLength(2)
})

test('whoever dies after the call is followed by another with the same key, and the instance goes on once', async () => {
  const dying = new AbortController()
  const charged = new Set<string>()
  peer = await openHttpPeer((request, response) => {
    charged.add(String(request.headers['idempotency-key']))
    // The first time the answer is on its way when whoever asked is no more.
    if (dying.signal.aborted)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"receipt": 1}')
    else dying.abort()
  })
  const { id } = await startIn(scene, await openPaying(peer.origin), { order: 1, cost: 1 })
  const handlers = createCallJobs({ ...scene.deps, outgoing: createOutgoing(settingsFor(peer.origin)) })
  const [handler] = handlers.values()
  const [row] = await scene.sql(`select * from job where kind = 'process.call_services' and attempts = 0`)
  const job = row as unknown as Parameters<NonNullable<typeof handler>>[0] // A row of the table is a job.
  await expect(handler?.(job, dying.signal)).rejects.toThrow('aborted')
  expect((await whereIs(scene, id)).at).toEqual(['pay'])
  await callAll(settingsFor(peer.origin))
  expect((await whereIs(scene, id)).at).toEqual(['after'])
  // What was done already is not done again, whoever thinks that it is their turn.
  await handler?.(job, new AbortController().signal)
  expect(charged.size).toBe(1)
  expect(peer.heard).toHaveLength(2)
})

test('a call that was lost with whoever was to make it is asked for again', async () => {
  peer = await openHttpPeer((_request, response) => response.end('{}'))
  const { id } = await startIn(scene, await openPaying(peer.origin), { order: 1, cost: 1 })
  await scene.sql(`delete from job`)
  await scene.sql(`update process_job set due_at = now() - interval '1 hour' where instance_id = $1`, [id])
  await scene.within('manager', wakeCalls)
  await callAll(settingsFor(peer.origin))
  expect(peer.heard).toHaveLength(1)
})

test('a call of which the token is no more changes nothing when it is answered', async () => {
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  peer = await openHttpPeer((_request, response) => {
    asked.resolve()
    void answer.promise.then(() => response.end('{}'))
  })
  const { id, version } = await startIn(scene, await openPaying(peer.origin), { order: 1, cost: 1 })
  const calling = callAll(settingsFor(peer.origin))
  await asked.promise
  await scene.run('contributor', 'process.cancelInstance', { id, version })
  answer.resolve()
  expect(await calling).toEqual([])
  expect(await whereIs(scene, id)).toMatchObject({ state: 'cancelled', at: [] })
})

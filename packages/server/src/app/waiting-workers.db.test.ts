import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { openWholeServer } from './testing/whole-server.ts'

const server = await openWholeServer()
afterAll(() => server.close())

const owner = await server.found('workers')
const base = `/api/v1/o/${owner.organisationId}`
const containerId = newId()

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:millrace="urn:millrace:bpmn" targetNamespace="urn:test">
<bpmn:process id="printing" isExecutable="true"><bpmn:startEvent id="s"/>
<bpmn:serviceTask id="print"><bpmn:extensionElements><millrace:service kind="worker" topic="print"/></bpmn:extensionElements></bpmn:serviceTask>
<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="print"/></bpmn:process></bpmn:definitions>`

async function run(name: string, input: object): Promise<void> {
  const body = { commands: [{ id: newId(), name, input }] }
  const answer = await server.ask(owner, { path: `${base}/commands`, body })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}

await run('work.createContainer', { id: containerId, kind: 'process', key: 'PRINT', name: 'Printing' })
await run('process.publishModel', { containerId, xml: XML })

const start = (id: string) => run('process.startInstance', { id, containerId, title: 'A plan' })

async function fetchJobs(waitMs: number) {
  const body = { workerId: 'w1', topics: ['print'], waitMs }
  const answer = await server.ask(owner, { path: `${base}/process-jobs/fetch`, body })
  const jobs = answer.body['jobs'] as readonly { readonly instanceId: string }[] // As the contract says.
  return jobs.map(({ instanceId }) => instanceId)
}

test('a worker that waits is given what comes meanwhile', async () => {
  const waiting = fetchJobs(60_000)
  await sleep(300)
  const id = newId()
  await start(id)
  expect(await waiting).toEqual([id])
})

test('of many that wait each job goes to one, and none of them holds a connection meanwhile', async () => {
  const workers = Array.from({ length: 30 }, () => fetchJobs(2_500))
  await sleep(300)
  const ids = [newId(), newId(), newId()]
  for (const id of ids) await start(id)
  expect((await Promise.all(workers)).flat().toSorted()).toEqual(ids.toSorted())
})

test('who does not want to wait is answered at once, and who has waited long enough with nothing', async () => {
  expect(await fetchJobs(0)).toEqual([])
  expect(await fetchJobs(200)).toEqual([])
})

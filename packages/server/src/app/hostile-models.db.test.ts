import { afterAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { openWholeServer } from './testing/whole-server.ts'

const server = await openWholeServer()
afterAll(() => server.close())

const owner = await server.found('home')
const path = `/api/v1/o/${owner.organisationId}`
const containerId = newId()
const MEGABYTE = 1024 * 1024

const send = (name: string, input: object) =>
  server.ask(owner, { path: `${path}/commands`, body: { commands: [{ id: newId(), name, input }] } })

await send('work.createContainer', { id: containerId, kind: 'process', key: 'LIFT', name: 'Lift repair' })

const definitions = (inside: string, head = '') =>
  `${head}<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">${inside}</definitions>`
const process = (inside: string) => definitions(`<process id="p" isExecutable="true">${inside}</process>`)

const DOUBLED = Array.from({ length: 40 }, (_, nth) => `<!ENTITY e${nth + 1} "&e${nth};&e${nth};">`).join('')
const BOMB = definitions('<process id="p" name="&e40;"/>', `<!DOCTYPE d [<!ENTITY e0 "ha">${DOUBLED}]>`)
const DEEP = 100_000

test.each([
  ['a bomb of entities', BOMB, { code: 'process.model_unread', params: { problem: 'xml.doctype_refused' } }],
  [
    'a model 100,000 parts deep',
    process(`${'<subProcess>'.repeat(DEEP)}${'</subProcess>'.repeat(DEEP)}`),
    { code: 'process.model_unread', params: { problem: 'xml.too_deep' } },
  ],
  [
    'a flow to nowhere',
    process('<startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="nowhere"/>'),
    { code: 'process.model_unknown_reference', params: { at: 'f', detail: 'nowhere' } },
  ],
  [
    'a model of 500,000 elements',
    process('<task/>'.repeat(500_000)),
    { code: 'process.model_unread', params: { problem: 'xml.too_many_elements' } },
  ],
])('%s is refused by name, and nothing is published', async (_what, xml, refusal) => {
  expect(await send('process.publishModel', { containerId, xml })).toMatchObject({ body: refusal })
  // As a draft anything may be kept, and it is no better then.
  expect((await send('process.saveDraft', { containerId, xml })).status).toBe(200)
  expect(await send('process.publishModel', { containerId })).toMatchObject({ body: refusal })
  const { body } = await server.ask(owner, { path: `${path}/processes/${containerId}/versions` })
  expect(body).toMatchObject({ versions: [{ state: 'draft' }] })
})

test('a body of fifty megabytes is refused before it is read, with how much there may be', async () => {
  const xml = ' '.repeat(50 * MEGABYTE)
  for (const name of ['process.saveDraft', 'process.publishModel'])
    expect(await send(name, { containerId, xml })).toMatchObject({
      status: 413,
      body: { code: 'platform.body_too_large', params: { max: 16 * MEGABYTE } },
    })
})

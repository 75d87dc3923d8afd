import type { BpmnModel, BpmnNode } from '@millrace/core/process'
import { readBpmn } from '@millrace/formats/bpmn'
import { expect, test } from 'vitest'
import { changeFile, propertiesIn } from '../testing/change-file.ts'
import type { ElementPatch, ServiceProperties } from './element-properties.ts'

/** Elements of a process, in a file that knows no vocabulary but BPMN's. */
function fileOf(inside: string, roots = '', vocabularies = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ${vocabularies} id="d" targetNamespace="x">
  ${roots}<process id="p" isExecutable="true">${inside}</process>
</definitions>`
}

function modelIn(xml: string): BpmnModel {
  const read = readBpmn(new TextEncoder().encode(xml))
  if (!read.ok) throw new TypeError(read.refusal.code)
  return read.value
}

function nodeIn(xml: string, id: string): BpmnNode {
  const nodes = modelIn(xml).processes.flatMap((process) => process.nodes)
  const found = [...nodes, ...nodes.flatMap(({ content }) => content?.nodes ?? [])].find(
    (one) => one.id === id,
  )
  if (!found) throw new TypeError(`there is no ${id}`)
  return found
}

/** What is said is what the engine reads, and what the panel shows afterwards. */
async function said(xml: string, patch: ElementPatch) {
  const changed = await changeFile(xml, 'a', patch)
  expect(changed.properties).toMatchObject(patch)
  expect(await propertiesIn(changed.xml, 'a')).toEqual(changed.properties)
  return { xml: changed.xml, node: nodeIn(changed.xml, 'a') }
}

const HTTP: ServiceProperties = {
  ...{ kind: 'http', topic: '', method: 'PUT', url: 'https://api.example.org/{id}?q="1"' },
  ...{ timeout: 'PT20S', retries: '5', backOff: 'PT1S..PT1M', body: '{total: 1 < 2, "a b": x}' },
  headers: [
    { name: 'X-Kind', value: 'order & more' },
    { name: 'Authorization', value: '="Bearer " + token' },
  ],
  errors: [{ status: '4xx', code: 'refused' }],
}

test('a call of an endpoint is read as it was said', async () => {
  const { node } = await said(fileOf('<serviceTask id="a"/>'), { service: HTTP })
  const { topic: _none, body, ...rest } = HTTP
  expect(node.work.service).toEqual({ ...rest, topic: null, body: { text: body, language: null } })
})

test('a worker knows nothing of addresses, and a sending task that asks no service sends its message', async () => {
  const worker = {
    ...HTTP,
    kind: 'worker',
    topic: 'print',
    timeout: '',
    url: '',
    method: '',
    body: '',
    errors: [],
  }
  const { xml, node } = await said(fileOf('<sendTask id="a"/>'), { service: worker })
  expect(node.work.service).toMatchObject({
    kind: 'worker',
    topic: 'print',
    url: null,
    headers: HTTP.headers,
  })
  const none = await changeFile(xml, 'a', { service: { ...worker, kind: '' } })
  expect(nodeIn(none.xml, 'a').work.service).toBeNull()
  expect(none.properties.service?.kind).toBe('')
})

test('a worker of Camunda 8 is shown, and what we say of it counts', async () => {
  const xml = fileOf(
    `<serviceTask id="a"><extensionElements><zeebe:taskDefinition type="print" retries="7"/><zeebe:taskHeaders><zeebe:header key="size" value="A4"/></zeebe:taskHeaders></extensionElements></serviceTask>`,
    '',
    'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  )
  const { service } = await propertiesIn(xml, 'a')
  expect(service).toMatchObject({
    kind: 'worker',
    topic: 'print',
    retries: '7',
    headers: [{ name: 'size', value: 'A4' }],
  })
  const changed = await changeFile(xml, 'a', { service: { ...HTTP, ...service, topic: 'draw' } })
  expect(nodeIn(changed.xml, 'a').work.service).toMatchObject({ topic: 'draw', retries: '7' })
  expect(changed.xml).toContain('zeebe:taskDefinition type="print"')
})

test.each([
  ['ours', '', ''],
  [
    'Camunda 7',
    '<extensionElements><camunda:inputOutput><camunda:inputParameter name="old">1</camunda:inputParameter><camunda:inputParameter name="kept"><camunda:list/></camunda:inputParameter></camunda:inputOutput></extensionElements>',
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
  ],
  [
    'Camunda 8',
    '<extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="old"/></zeebe:ioMapping></extensionElements>',
    'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  ],
])('mappings are read as they were said, in the words of %s', async (_whose, extensions, vocabulary) => {
  const xml = fileOf(`<userTask id="a">${extensions}</userTask>`, '', vocabulary)
  const mapping = {
    inputs: [{ source: 'order.total < 5', target: 'total' }],
    outputs: [
      { source: 'answer.body', target: 'number' },
      { source: '{a: 1}', target: 'both' },
    ],
  }
  const { xml: written, node } = await said(xml, { mapping })
  const plain = (side: 'inputs' | 'outputs') =>
    node.work[side].map(({ source, target }) => ({ source: source.text, target }))
  expect({ inputs: plain('inputs'), outputs: plain('outputs') }).toEqual(mapping)
  expect(written.includes('name="kept"')).toBe(xml.includes('name="kept"'))
  const none = await changeFile(written, 'a', { mapping: { inputs: [], outputs: [] } })
  expect(nodeIn(none.xml, 'a').work.outputs).toEqual([])
})

test('a message is made by its name, with its key, and found by it again', async () => {
  const xml = fileOf('<receiveTask id="a"/><receiveTask id="b"/>')
  const made = await said(xml, {
    reference: { kind: 'message', name: 'Paid', code: '', key: 'order.number' },
  })
  const { messages } = modelIn(made.xml)
  expect(messages).toEqual([
    { id: 'Message_1', name: 'Paid', correlationKey: { text: 'order.number', language: null } },
  ])
  expect(made.node.messageId).toBe('Message_1')
  const other = await changeFile(made.xml, 'b', {
    reference: { kind: 'message', name: 'Paid', code: '', key: '' },
  })
  expect(modelIn(other.xml).messages).toEqual(messages)
  expect(other.properties.reference?.key).toBe('order.number')
})

test('the key of a message of Camunda 8 stays where it is written', async () => {
  const xml = fileOf(
    '<receiveTask id="a" messageRef="m"/>',
    '<message id="m" name="Paid"><extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements></message>',
    'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  )
  const { xml: written } = await said(xml, {
    reference: { kind: 'message', name: 'Paid', code: '', key: '=other' },
  })
  expect(written).toContain('<zeebe:subscription correlationKey="=other" />')
  expect(modelIn(written).messages[0]?.correlationKey?.text).toBe('=other')
})

test.each([
  { kind: 'cycle', text: 'RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=9', counts: 'working', calendar: 'Workshop' },
  { kind: 'duration', text: 'P3D', counts: 'working', calendar: '' },
  { kind: 'date', text: 'deadline', counts: 'clock', calendar: 'Workshop' },
  { kind: 'duration', text: 'PT4H', counts: 'clock', calendar: '' },
] as const)('a timer is read as it was said: $kind $text', async (timer) => {
  const xml = fileOf('<intermediateCatchEvent id="a"><timerEventDefinition/></intermediateCatchEvent>')
  const { node } = await said(xml, { timer })
  expect(node.events).toEqual([
    {
      kind: 'timer',
      timer: {
        ...{ kind: timer.kind, expression: { text: timer.text, language: null } },
        counting: { counts: timer.counts, calendar: timer.calendar || null },
      },
    },
  ])
})

const BOUNDARY = (definition: string) =>
  fileOf(`<userTask id="t"/><boundaryEvent id="a" attachedToRef="t">${definition}</boundaryEvent>`)

test('an event on the edge interrupts or does not; an error always does', async () => {
  const { node } = await said(BOUNDARY('<signalEventDefinition/>'), { interrupts: false })
  expect(node.isInterrupting).toBe(false)
  expect((await propertiesIn(BOUNDARY('<errorEventDefinition/>'), 'a')).interrupts).toBeNull()
})

test('an event within interrupts or does not', async () => {
  const xml = fileOf(
    '<subProcess id="s" triggeredByEvent="true"><startEvent id="a"><messageEventDefinition/></startEvent></subProcess>',
  )
  expect((await said(xml, { interrupts: false })).node.isInterrupting).toBe(false)
})

test('errors and escalations are told apart by their codes', async () => {
  const { xml } = await said(BOUNDARY('<errorEventDefinition/>'), {
    reference: { kind: 'error', name: 'Refused', code: '402', key: '' },
  })
  expect(modelIn(xml).errors).toEqual([{ id: 'Error_1', name: 'Refused', code: '402' }])
})

test('a decision is asked with its binding and the name of its answer', async () => {
  const { node } = await said(fileOf('<businessRuleTask id="a"/>'), {
    decision: { key: 'discount', binding: 'version', version: '3', result: 'percent' },
  })
  expect(node.work).toMatchObject({ decisionRef: 'discount', decisionBinding: 3, resultVariable: 'percent' })
})

test('several times, for each of a list', async () => {
  const { node } = await said(fileOf('<userTask id="a"/>'), {
    loop: {
      ...{ kind: 'each', isSequential: true, count: '', list: 'order.lines', element: 'line' },
      enough: 'numberOfCompletedInstances >= 2',
    },
  })
  expect(node.loop).toMatchObject({
    ...{ kind: 'multiple', isSequential: true, elementVariable: 'line' },
    ...{ collection: { text: 'order.lines' }, completion: { text: 'numberOfCompletedInstances >= 2' } },
  })
})

const written = (text: string) => ({ text, language: null })

test.each([
  [
    ...([
      '<adHocSubProcess id="a"/>',
      { adHoc: { isSequential: true, cancelsRemaining: false, enough: 'done' } },
    ] as const),
    { adHoc: { isSequential: true, cancelsRemaining: false, completion: written('done') } },
  ],
  [
    '<complexGateway id="a"/>',
    { enough: 'activationCount > 1' },
    { activation: written('activationCount > 1') },
  ],
  ['<receiveTask id="a"/>', { begins: true }, { isInstantiating: true }],
  ['<startEvent id="a"/>', { startForm: 'request' }, { work: { assignment: { formKey: 'request' } } }],
  [
    ...(['<scriptTask id="a"/>', { script: { text: 'a + "<"', result: 'sum' } }] as const),
    { work: { script: { text: 'a + "<"', language: 'feel' }, resultVariable: 'sum' } },
  ],
  ['<callActivity id="a"/>', { called: 'REP' }, { work: { calledElement: 'REP' } }],
  [
    '<intermediateThrowEvent id="a"><linkEventDefinition/></intermediateThrowEvent>',
    { link: 'on' },
    { events: [{ kind: 'link', name: 'on' }] },
  ],
  [
    '<task id="t"/><endEvent id="a"><compensateEventDefinition/></endEvent>',
    { undoes: 't' },
    { events: [{ kind: 'compensate', activityId: 't' }] },
  ],
] satisfies readonly (readonly [string, ElementPatch, object])[])(
  '%s is read as it was said',
  async (inside, patch, expected) => {
    const { node } = await said(fileOf(inside), patch)
    expect(node).toMatchObject(expected)
  },
)

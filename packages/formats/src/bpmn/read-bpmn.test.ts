import { NO_ASSIGNMENT } from '@millrace/core/process'
import { expect, test } from 'vitest'
import { readBpmn } from './index.ts'

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const utf8 = (text: string) => new TextEncoder().encode(text)
const definitions = (inside: string) =>
  `<b:definitions xmlns:b="${MODEL}" xmlns:camunda="c" xmlns:zeebe="z">${inside}</b:definitions>`

function read(inside: string) {
  const model = readBpmn(utf8(definitions(inside)))
  if (!model.ok) throw new Error(model.refusal.code)
  return model.value
}

const nodesOf = (inside: string) => read(`<b:process id="p">${inside}</b:process>`).processes[0]?.nodes ?? []

test('a process is read with its lanes, flows and conditions, whatever prefixes the file has', () => {
  const model = read(`<b:process id="p" name="Repair" isExecutable="true">
    <b:laneSet><b:lane id="l" name="Mechanics"><b:flowNodeRef> fix </b:flowNodeRef></b:lane></b:laneSet>
    <b:startEvent id="s"/><b:userTask id="fix" name="Fix it"/>
    <b:sequenceFlow id="f" sourceRef="s" targetRef="fix"><b:conditionExpression language="feel"> x &lt; 3 </b:conditionExpression></b:sequenceFlow>
  </b:process>`)
  expect(model.processes).toMatchObject([
    {
      ...{ id: 'p', name: 'Repair', isExecutable: true },
      lanes: [{ name: 'Mechanics', nodeIds: ['fix'] }],
      nodes: [{ type: 'startEvent' }, { type: 'userTask', name: 'Fix it' }],
      flows: [{ sourceId: 's', targetId: 'fix', condition: { text: 'x < 3', language: 'feel' } }],
    },
  ])
})

test('pools stand for their processes in messages between them', () => {
  const model = read(
    `<b:collaboration id="c"><b:participant id="shop" processRef="p"/><b:messageFlow id="m" sourceRef="task" targetRef="shop"/></b:collaboration>`,
  )
  expect(model.messageFlows).toEqual([{ id: 'm', sourceId: 'task', targetId: 'p', messageId: null }])
})

test('events are read where they stand, and where they are only referred to', () => {
  const model =
    read(`<b:signal id="sig" name="Alarm"/><b:signalEventDefinition id="shared" signalRef="b:sig"/>
    <b:process id="p"><b:endEvent id="e"><b:eventDefinitionRef>b:shared</b:eventDefinitionRef></b:endEvent>
    <b:boundaryEvent id="late" attachedToRef="x" cancelActivity="false"><b:timerEventDefinition><b:timeDuration>PT5S</b:timeDuration></b:timerEventDefinition></b:boundaryEvent></b:process>`)
  expect(model.processes[0]?.nodes).toMatchObject([
    { events: [{ kind: 'signal', refId: 'sig' }] },
    {
      ...{ attachedToId: 'x', isInterrupting: false },
      events: [{ kind: 'timer', timer: { kind: 'duration', expression: { text: 'PT5S' } } }],
    },
  ])
})

test('names by which activities are given something are read as other programs write them', () => {
  const [old, recent] =
    nodesOf(`<b:serviceTask id="a" camunda:topic="pay"><b:extensionElements><camunda:inputOutput>
      <camunda:inputParameter name="cost">\${price}</camunda:inputParameter>
      <camunda:outputParameter name="paid">\${result}</camunda:outputParameter></camunda:inputOutput></b:extensionElements></b:serviceTask>
    <b:serviceTask id="b"><b:extensionElements><zeebe:ioMapping><zeebe:input source="=price" target="cost"/></zeebe:ioMapping></b:extensionElements></b:serviceTask>`)
  expect(old?.work).toMatchObject({
    service: { kind: 'worker', topic: 'pay' },
    inputs: [{ source: { text: '${price}' }, target: 'cost' }],
    outputs: [{ source: { text: '${result}' }, target: 'paid' }],
  })
  expect(recent?.work.inputs).toEqual([{ source: { text: '=price', language: null }, target: 'cost' }])
})

test('who does an activity is read as it is written here, and else as other programs write it', () => {
  const [own, camunda, zeebe, unknown] = nodesOf(`
    <b:userTask id="a" camunda:assignee="other" camunda:formKey="old"><b:extensionElements>
      <m:work xmlns:m="urn:millrace:bpmn" teamId="t1" team="Joiners" responsible="Ada" formKey="visit" effortMin="90" expectedMin="x"/>
    </b:extensionElements></b:userTask>
    <b:userTask id="b" camunda:assignee="ada" camunda:candidateGroups="joiners" camunda:dueDate="P1DT2H"/>
    <b:userTask id="c"><b:extensionElements><zeebe:assignmentDefinition candidateGroups="joiners"/>
      <zeebe:formDefinition formId="visit"/></b:extensionElements></b:userTask>
    <b:userTask id="d" camunda:dueDate="\${later}"/>`)
  expect(own?.work.assignment).toEqual({
    ...NO_ASSIGNMENT,
    ...{ teamId: 't1', team: 'Joiners', responsible: 'Ada', formKey: 'visit', effortMin: 90 },
  })
  const others = { responsible: 'ada', role: 'joiners', expectedMin: 26 * 60 }
  expect(camunda?.work.assignment).toEqual({ ...NO_ASSIGNMENT, ...others })
  expect(zeebe?.work.assignment).toEqual({ ...NO_ASSIGNMENT, role: 'joiners', formKey: 'visit' })
  expect(unknown?.work.assignment).toEqual(NO_ASSIGNMENT)
})

test('the decision of a rule task is read as Camunda writes it, and its version', () => {
  const tasks = nodesOf(`
    <b:businessRuleTask id="a" camunda:decisionRef="risk" camunda:resultVariable="r" camunda:decisionRefBinding="version" camunda:decisionRefVersion="3"/>
    <b:businessRuleTask id="b" camunda:decisionRef="risk" camunda:decisionRefBinding="deployment"/>
    <b:businessRuleTask id="c"><b:extensionElements><zeebe:calledDecision decisionId="risk" resultVariable="r"/></b:extensionElements></b:businessRuleTask>`)
  expect(tasks.map(({ work }) => [work.decisionRef, work.decisionBinding, work.resultVariable])).toEqual([
    ['risk', 3, 'r'],
    ['risk', 'deployment', null],
    ['risk', 'latest', 'r'],
  ])
})

test.each([
  ['', { counts: 'clock', calendar: null }],
  [' m:counts="working"', { counts: 'working', calendar: null }],
  [' m:calendar="Yard"', { counts: 'working', calendar: 'Yard' }],
  [' m:calendar="Yard" m:counts="clock"', { counts: 'clock', calendar: 'Yard' }],
])('a timer with%s is counted so', (written, counting) => {
  const [node] = nodesOf(
    `<b:intermediateCatchEvent id="w"><b:timerEventDefinition xmlns:m="urn:millrace:bpmn"${written}><b:timeDuration>PT8H</b:timeDuration></b:timerEventDefinition></b:intermediateCatchEvent>`,
  )
  expect(node?.events).toMatchObject([{ timer: { counting } }])
})

test('what a service is asked for is read, in our own words and in those of other programs', () => {
  const [own, zeebe] =
    nodesOf(`<b:serviceTask id="a"><b:extensionElements><millrace:service xmlns:millrace="urn:millrace:bpmn" kind="http" method="PUT" url="https://pay.example.org/{id}" timeout="PT5S" retries="4" backOff="PT1S,PT1M">
      <millrace:header name="X-Order" value="= id"/><millrace:error status="404" code="GONE"/><millrace:body>= { a: 1 }</millrace:body></millrace:service></b:extensionElements></b:serviceTask>
    <b:sendTask id="b"><b:extensionElements><zeebe:taskDefinition type="mail" retries="5"/><zeebe:taskHeaders><zeebe:header key="Tray" value="2"/></zeebe:taskHeaders></b:extensionElements></b:sendTask>`)
  expect(own?.work.service).toEqual({
    ...{ kind: 'http', topic: null, method: 'PUT', url: 'https://pay.example.org/{id}' },
    ...{ timeout: 'PT5S', retries: '4', backOff: 'PT1S,PT1M' },
    headers: [{ name: 'X-Order', value: '= id' }],
    errors: [{ status: '404', code: 'GONE' }],
    body: { text: '= { a: 1 }', language: null },
  })
  expect(zeebe?.work.service).toMatchObject({
    ...{ kind: 'worker', topic: 'mail', retries: '5' },
    headers: [{ name: 'Tray', value: '2' }],
  })
})

test('a message says by what it is told for whom it is', () => {
  const { messages } = read(
    `<b:message id="m" name="Paid"><b:extensionElements><zeebe:subscription correlationKey="= order"/></b:extensionElements></b:message><b:message id="n"/>`,
  )
  expect(messages).toEqual([
    { id: 'm', name: 'Paid', correlationKey: { text: '= order', language: null } },
    { id: 'n', name: '', correlationKey: null },
  ])
})

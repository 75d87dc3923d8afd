import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { processCommands, processQueries, processReactions } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...processCommands],
  queries: [...workQueries, ...processQueries],
  reactions: processReactions,
})
afterAll(() => scene.close())
const MORNING = Date.parse('2026-03-02T09:00:00Z')
beforeEach(() => {
  scene.now = MORNING
})

/** A decision without declared inputs, as editors write them. */
const risk = (limit: number) =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="R" namespace="r">
  <decision id="risk" name="Risk"><decisionTable><input><inputExpression typeRef="number"><text>cost</text></inputExpression></input>
    <output typeRef="string"/>
    <rule><inputEntry><text>&lt;= ${limit}</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>
    <rule><inputEntry><text>&gt; ${limit}</text></inputEntry><outputEntry><text>"high"</text></outputEntry></rule>
  </decisionTable></decision></definitions>`

const task = (more = '') => `<?xml version="1.0"?>
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
<b:process id="p" isExecutable="true"><b:startEvent id="s"/>
<b:businessRuleTask id="rate" name="Rate the risk" camunda:decisionRef="risk" camunda:resultVariable="risk"${more}/>
<b:exclusiveGateway id="g" default="g-do"/><b:userTask id="check" name="Check"/><b:userTask id="do" name="Do"/><b:endEvent id="e"/>
<b:sequenceFlow id="1" sourceRef="s" targetRef="rate"/><b:sequenceFlow id="2" sourceRef="rate" targetRef="g"/>
<b:sequenceFlow id="3" sourceRef="g" targetRef="check"><b:conditionExpression>risk = "high"</b:conditionExpression></b:sequenceFlow>
<b:sequenceFlow id="g-do" sourceRef="g" targetRef="do"/><b:sequenceFlow id="4" sourceRef="check" targetRef="e"/>
<b:sequenceFlow id="5" sourceRef="do" targetRef="e"/></b:process></b:definitions>`

async function save(containerId: string, dmn: string, id: string = newId()) {
  await scene.run('manager', 'process.saveDecision', { id, containerId, name: 'Risk', dmn })
  await scene.run('manager', 'process.publishDecision', { id })
  return id
}

const publish = (containerId: string, xml: string) =>
  scene.run('manager', 'process.publishModel', { containerId, xml })
const start = (containerId: string, cost: number | string) =>
  scene.run('contributor', 'process.startInstance', {
    ...{ id: newId(), containerId, title: 'Lift', values: { cost } },
  })
const log = async (containerId: string) =>
  (await scene.ask('viewer', 'process.listDecisionLog', { containerId })).entries

async function at(containerId: string, instanceId: string) {
  const { instances } = await scene.ask('viewer', 'process.listInstances', { containerId })
  const open = instances.find(({ id }) => id === instanceId)?.activities ?? []
  const items = open.map(({ itemId }) => scene.ask('viewer', 'work.getItem', { item: itemId }))
  return (await Promise.all(items)).map(({ item }) => item.title)
}

test('a rule task goes on with what the decision says, in the same transaction, and the log says by which rule', async () => {
  const containerId = await scene.addContainer('process')
  await save(containerId, risk(100))
  await publish(containerId, task())
  const low = await start(containerId, 20)
  scene.now = MORNING + 1
  const high = await start(containerId, 500)
  expect(await at(containerId, low.id)).toEqual(['Do: Lift'])
  expect(await at(containerId, high.id)).toEqual(['Check: Lift'])
  expect(await log(containerId)).toMatchObject([
    {
      ...{ key: 'risk', node: 'rate', number: 1, inputs: { cost: 500 }, fault: null },
      instance: { id: high.id, number: 2, title: 'Lift' },
      actor: { personId: scene.personId('contributor') },
      explanation: { output: 'high', tables: [{ matched: [1] }] },
    },
    { instance: { id: low.id }, explanation: { output: 'low', tables: [{ matched: [0] }] } },
  ])
  const { id: instanceId } = high
  const { entries } = await scene.ask('viewer', 'process.listDecisionLog', { containerId, instanceId })
  expect(entries.length).toBe(1)
})

test.each([
  ['the newest version', '', 'Do: Lift'],
  [
    'the version of when the process was published',
    ' camunda:decisionRefBinding="deployment"',
    'Check: Lift',
  ],
  [
    'the version of a number',
    ' camunda:decisionRefBinding="version" camunda:decisionRefVersion="1"',
    'Check: Lift',
  ],
])('a task asks %s', async (_name, binding, title) => {
  const containerId = await scene.addContainer('process')
  const id = await save(containerId, risk(100))
  await publish(containerId, task(binding))
  scene.now = MORNING + 60_000
  await save(containerId, risk(1000), id)
  const { id: instanceId } = await start(containerId, 500)
  expect(await at(containerId, instanceId)).toEqual([title])
})

test('a decision that has no answer leaves the instance waiting with the reason, and is in the log', async () => {
  const containerId = await scene.addContainer('process')
  const id = await save(containerId, risk(100))
  await publish(containerId, task())
  const { id: instanceId, state } = await start(containerId, 'much')
  const incidents = async () =>
    await scene.sql('select node, text from process_incident where instance_id = $1', [instanceId])
  expect([state, await incidents()]).toEqual(['running', [{ node: 'rate', text: 'dmn.type' }]])
  expect(await log(containerId)).toMatchObject([{ fault: 'dmn.type', inputs: { cost: 'much' } }])
  await scene.run('manager', 'process.removeDecision', { id })
  const gone = await start(containerId, 5)
  expect(await scene.sql('select text from process_incident where instance_id = $1', [gone.id])).toEqual([
    { text: 'process.decision_unknown' },
  ])
})

test('a version whose task asks for what is not published is refused, with the task and the decision', async () => {
  const containerId = await scene.addContainer('process')
  await expect(publish(containerId, task())).rejects.toMatchObject({
    refusal: { code: 'process.decision_missing', params: { element: 'Rate the risk', key: 'risk' } },
  })
  const unnamed = task().replace(' camunda:decisionRef="risk"', '')
  expect(await refusalOf(publish(containerId, unnamed))).toBe('process.decision_unnamed')
  const { model } = await scene.ask('viewer', 'process.getModel', { containerId, which: 'published' })
  expect(model).toBeNull()
})

import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { processCommands, processQueries, processReactions, processTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...processCommands],
  queries: [...workQueries, ...processQueries],
  reactions: processReactions,
  topics: processTopics,
})
afterAll(() => scene.close())
beforeEach(() => {
  scene.now = Date.parse('2026-03-02T09:00:00Z')
})

/** A model of which only what matters is written; ids of flows follow from their ends. */
function bpmn(id: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
<bpmn:process id="${id}" isExecutable="true">${inside}</bpmn:process>
</bpmn:definitions>`
}

const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition && `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`

async function open(xml: string) {
  const containerId = await scene.addContainer('process')
  await scene.run('manager', 'process.publishModel', { containerId, xml })
  return containerId
}

async function start(containerId: string, values: Record<string, string | number> = {}) {
  const input = { id: newId(), containerId, title: 'Lift repair', values }
  return await scene.run('contributor', 'process.startInstance', input)
}

async function itemsOf(containerId: string) {
  const { instances } = await scene.ask('viewer', 'process.listInstances', { containerId })
  const open = instances.flatMap(({ activities }) => activities.filter(({ closedAt }) => closedAt === null))
  const items = open.map(({ itemId }) => scene.ask('viewer', 'work.getItem', { item: itemId }))
  return (await Promise.all(items)).map(({ item }) => ({ id: item.id, title: item.title }))
}

const approval = bpmn(
  'approval',
  `<bpmn:startEvent id="s"/><bpmn:userTask id="check" name="Check"/>
<bpmn:exclusiveGateway id="g" default="g-do"/><bpmn:userTask id="approve" name="Approve"/>
<bpmn:userTask id="do" name="Do"/><bpmn:endEvent id="e"/>${flow('s', 'check')}${flow('check', 'g')}
${flow('g', 'approve', 'cost &gt; 500')}${flow('g', 'do')}${flow('approve', 'do')}${flow('do', 'e')}`,
)

test('what is said on completing a step decides the way', async () => {
  const containerId = await open(approval)
  await start(containerId)
  const [check] = await itemsOf(containerId)
  await scene.run('contributor', 'process.completeStep', { itemId: check?.id ?? '', values: { cost: 900 } })
  expect((await itemsOf(containerId)).map(({ title }) => title)).toEqual(['Approve: Lift repair'])
  const { item } = await scene.ask('viewer', 'work.getItem', { item: check?.id ?? '' })
  expect(item.stateGroup).toBe('done')

  await start(containerId, { cost: 20 })
  const cheap = (await itemsOf(containerId)).find(({ title }) => title.startsWith('Check'))
  await scene.run('contributor', 'work.moveItem', { id: cheap?.id ?? '', stateId: 'done' })
  expect((await itemsOf(containerId)).map(({ title }) => title).toSorted()).toEqual([
    'Approve: Lift repair',
    'Do: Lift repair',
  ])
})

test('an item that is no open step is not completed as one, and stays as it is', async () => {
  const containerId = await open(approval)
  const id = newId()
  await scene.run('contributor', 'work.createItem', { id, containerId, title: 'Beside' })
  expect(await refusalOf(scene.run('contributor', 'process.completeStep', { itemId: id }))).toBe(
    'process.step_not_open',
  )
  const { item } = await scene.ask('viewer', 'work.getItem', { item: id })
  expect(item.stateGroup).not.toBe('done')
})

test('an expression that says nothing leaves the instance stuck there, with the reason', async () => {
  const containerId = await open(
    bpmn(
      'broken',
      `<bpmn:startEvent id="s"/><bpmn:scriptTask id="x"><bpmn:script>1 + "a"</bpmn:script></bpmn:scriptTask>
<bpmn:endEvent id="e"/>${flow('s', 'x')}${flow('x', 'e')}`,
    ),
  )
  const { id, state } = await start(containerId)
  expect(state).toBe('running')
  const incidents = await scene.sql('select node, kind, text from process_incident where instance_id = $1', [
    id,
  ])
  expect(incidents).toMatchObject([{ node: 'x', kind: 'expression' }])
  const tokens = await scene.sql('select node, state from process_token where instance_id = $1', [id])
  expect(tokens).toEqual([{ node: 'x', state: 'stuck' }])
})

test('an error that nothing catches fails the instance', async () => {
  const containerId = await open(
    bpmn(
      'failing',
      `<bpmn:startEvent id="s"/><bpmn:endEvent id="e"><bpmn:errorEventDefinition/></bpmn:endEvent>${flow('s', 'e')}`,
    ),
  )
  expect(await start(containerId)).toMatchObject({ state: 'failed', endedAt: scene.now })
})

const calling = (name: string, id = 'calling') =>
  bpmn(
    id,
    `<bpmn:startEvent id="s"/><bpmn:callActivity id="call" calledElement="${name}"/>
<bpmn:userTask id="after" name="After"/><bpmn:endEvent id="e"/>${flow('s', 'call')}${flow('call', 'after')}${flow('after', 'e')}`,
  )

test('a called process runs as an instance of its own, and its end lets the caller go on with what it knew', async () => {
  const called = await open(
    bpmn(
      'called',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="inside" name="Inside"/><bpmn:endEvent id="e"/>${flow('s', 'inside')}${flow('inside', 'e')}`,
    ),
  )
  const caller = await open(calling('called'))
  const { id } = await start(caller, { cost: 3 })
  const { instances } = await scene.ask('viewer', 'process.listInstances', { containerId: called })
  expect(instances).toMatchObject([{ parentId: id, number: 1, title: 'Lift repair' }])
  const [inside] = await itemsOf(called)
  await scene.run('contributor', 'process.completeStep', {
    itemId: inside?.id ?? '',
    values: { found: 'rust' },
  })
  expect((await itemsOf(caller)).map(({ title }) => title)).toEqual(['After: Lift repair'])
  const [kept] = await scene.sql('select scopes from process_instance where id = $1', [id])
  expect(kept).toMatchObject({ scopes: [{ variables: { cost: 3, found: 'rust' } }] })
})

test('who calls is ended with what it called', async () => {
  const called = await open(
    bpmn(
      'long',
      `<bpmn:startEvent id="s"/><bpmn:userTask id="inside" name="Inside"/><bpmn:endEvent id="e"/>${flow('s', 'inside')}${flow('inside', 'e')}`,
    ),
  )
  const caller = await open(calling('long'))
  const { id } = await start(caller)
  await scene.run('contributor', 'process.cancelInstance', { id })
  const { counts } = await scene.ask('viewer', 'process.getProcess', { containerId: called })
  expect(counts).toMatchObject({ running: 0, cancelled: 1 })
  expect(await itemsOf(called)).toEqual([])
})

test('a process that calls itself without an end is stopped, not run for ever', async () => {
  const containerId = await open(calling('endless', 'endless'))
  const { id } = await start(containerId)
  expect(id).toBeTruthy()
  const rows = await scene.sql(
    `select count(*)::integer as count from process_incident n join process_instance i on i.id = n.instance_id where i.process_id = $1`,
    [containerId],
  )
  expect(rows).toEqual([{ count: 1 }])
})

test('what happened is kept, and tells where each instance is', async () => {
  const containerId = await open(approval)
  const { id } = await start(containerId)
  const [check] = await itemsOf(containerId)
  await scene.run('contributor', 'work.moveItem', { id: check?.id ?? '', stateId: 'done' })
  await scene.run('contributor', 'work.moveItem', { id: check?.id ?? '', stateId: 'ready' })
  const history = await scene.sql(
    `select seq, command ->> 'kind' as kind, actor ->> 'kind' as who from process_history where instance_id = $1 order by seq`,
    [id],
  )
  expect(history.map(({ seq, kind, who }) => [seq, kind, who])).toEqual([
    [1, 'start', 'person'],
    [2, 'complete', 'engine'],
    [3, 'take-back', 'engine'],
  ])
})

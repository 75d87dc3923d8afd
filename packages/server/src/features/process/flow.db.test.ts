import { writeLinearModel } from '@millrace/formats/bpmn'
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

const HOUR_MS = 3_600_000
const T0 = Date.parse('2026-03-02T09:00:00Z')
beforeEach(() => {
  scene.now = T0
})
/** An hour later, that many times. */
const later = (hours: number) => {
  scene.now = T0 + hours * HOUR_MS
}

const CHOICE = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" isExecutable="true">
  <startEvent id="start"/><userTask id="ask" name="Ask"/><exclusiveGateway id="which" default="no"/>
  <userTask id="approve" name="Approve"/><endEvent id="end"/>
  <sequenceFlow id="a" sourceRef="start" targetRef="ask"/><sequenceFlow id="b" sourceRef="ask" targetRef="which"/>
  <sequenceFlow id="yes" sourceRef="which" targetRef="approve"><conditionExpression>large</conditionExpression></sequenceFlow>
  <sequenceFlow id="no" sourceRef="which" targetRef="end"/><sequenceFlow id="c" sourceRef="approve" targetRef="end"/>
</process></definitions>`

async function publish(xml: string): Promise<string> {
  const containerId = await scene.addContainer('process')
  await scene.run('manager', 'process.publishModel', { containerId, xml })
  return containerId
}

const start = async (containerId: string) =>
  await scene.run('contributor', 'process.startInstance', { id: newId(), containerId, title: 'Lift' })

async function finish(containerId: string, values: Readonly<Record<string, boolean>> = {}) {
  const { instances } = await scene.ask('viewer', 'process.listInstances', { containerId, state: 'running' })
  const open = instances[0]?.activities.find(({ closedAt }) => closedAt === null)
  await scene.run('contributor', 'process.completeStep', { itemId: open?.itemId ?? '', values })
}

test('elements say how many instances are there, and since when', async () => {
  const steps = ['Receive', 'Check'].map((name) => ({ id: name.toLowerCase(), name }))
  const containerId = await publish(writeLinearModel({ id: 'p', name: 'Requests', steps }))
  await start(containerId)
  later(1)
  await start(containerId)
  const { elements } = await scene.ask('viewer', 'process.countElements', { containerId })
  expect(elements).toEqual([{ elementId: 'receive', tokens: 2, waiting: 0, incidents: 0, oldestAt: T0 }])
})

test('what cannot go on is an incident at its element', async () => {
  const containerId = await publish(
    CHOICE.replace(' default="no"', '').replace(
      '<sequenceFlow id="no" sourceRef="which" targetRef="end"/>',
      '<sequenceFlow id="no" sourceRef="which" targetRef="end"><conditionExpression>false</conditionExpression></sequenceFlow>',
    ),
  )
  await start(containerId)
  await finish(containerId, { large: false })
  const { elements } = await scene.ask('viewer', 'process.countElements', { containerId })
  expect(elements).toMatchObject([{ elementId: 'which', tokens: 1, incidents: 1 }])
})

test('a process says how many of its instances run and are stuck, to those who see it', async () => {
  const containerId = await publish(
    CHOICE.replace('<conditionExpression>large', '<conditionExpression>1 + large'),
  )
  const publishedAt = scene.now
  later(1)
  await start(containerId)
  await start(containerId)
  const counts = async (who: 'viewer' | 'stranger') =>
    (await scene.ask(who, 'process.countInstances', {})).processes.filter(
      (one) => one.containerId === containerId,
    )
  expect(await counts('viewer')).toEqual([{ containerId, running: 2, stuck: 0, publishedAt }])
  await finish(containerId, { large: true })
  expect(await counts('viewer')).toEqual([{ containerId, running: 2, stuck: 1, publishedAt }])
  expect(await counts('stranger')).toEqual([])
  const draft = await scene.addContainer('process')
  await scene.run('manager', 'process.saveDraft', { containerId: draft, xml: CHOICE })
  expect((await scene.ask('manager', 'process.countInstances', {})).processes).not.toContainEqual(
    expect.objectContaining({ containerId: draft }),
  )
})

test('variants are the ways of finished instances, the most usual first, page by page', async () => {
  const containerId = await publish(CHOICE)
  for (const [place, large] of [true, false, false].entries()) {
    later(place)
    await start(containerId)
    later(place + 1)
    await finish(containerId, { large })
    if (large) await finish(containerId)
  }
  await start(containerId)
  const first = await scene.ask('viewer', 'process.listVariants', { containerId, limit: 1 })
  expect(first).toEqual({
    variants: [{ elementIds: ['ask'], count: 2, medianMs: HOUR_MS }],
    ...{ instances: 3, next: '1' },
  })
  const rest = await scene.ask('viewer', 'process.listVariants', { containerId, cursor: '1' })
  expect(rest.variants).toEqual([{ elementIds: ['ask', 'approve'], count: 1, medianMs: HOUR_MS }])
})

test('whoever does not see a process asks in vain, and so does whoever makes up a page', async () => {
  const containerId = await publish(CHOICE)
  for (const name of ['process.countElements', 'process.listVariants'] as const) {
    expect(await refusalOf(scene.ask('stranger', name, { containerId }))).toBe('platform.not_found')
  }
  const page = scene.ask('viewer', 'process.listVariants', { containerId, cursor: 'x' })
  expect(await refusalOf(page)).toBe('platform.cursor_wrong')
})

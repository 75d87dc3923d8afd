import { writeLinearModel } from '@millrace/formats/bpmn'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { readAllowedOrigin } from '../../platform/outgoing/index.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { createModelQueries, processCommands, processQueries, processReactions } from './index.ts'

const origins = [readAllowedOrigin('https://*.example.org') ?? []].flat()
const scene = await Scene.open({
  commands: [...workCommands, ...processCommands],
  queries: [...workQueries, ...processQueries, ...createModelQueries({ origins })],
  reactions: processReactions,
})
afterAll(() => scene.close())

/** A process that asks for a form, a decision, another process and two hosts. */
const ASKING = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:m="urn:millrace:bpmn"><process id="asking" name="Asking" isExecutable="true">
  <startEvent id="start" name="Asked"/><userTask id="fill" name="Fill in"><extensionElements><m:work formKey="request"/></extensionElements></userTask>
  <businessRuleTask id="decide" name="Decide" m:decisionRef="discount"/><callActivity id="call" name="Deliver" calledElement="nothing"/>
  <serviceTask id="near" name="Near"><extensionElements><m:service kind="http" url="https://api.example.org/x"/></extensionElements></serviceTask>
  <serviceTask id="far" name="Far"><extensionElements><m:service kind="http" url="https://api.example.com/x"/></extensionElements></serviceTask><endEvent id="end" name="Done"/>
  <sequenceFlow id="a" sourceRef="start" targetRef="fill"/><sequenceFlow id="b" sourceRef="fill" targetRef="decide"/>
  <sequenceFlow id="c" sourceRef="decide" targetRef="call"/><sequenceFlow id="d" sourceRef="call" targetRef="near"/>
  <sequenceFlow id="e" sourceRef="near" targetRef="far"/><sequenceFlow id="f" sourceRef="far" targetRef="end"/>
</process></definitions>`

const check = async (containerId: string) =>
  (await scene.ask('manager', 'process.checkModel', { containerId })).findings.map(
    ({ elementId, rule, weight }) => `${weight} ${rule} ${elementId}`,
  )

async function addDecision(containerId: string): Promise<string> {
  const id = newId()
  const dmn = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x"><decision id="discount" name="Discount"><variable name="Discount"/><literalExpression><text>5</text></literalExpression></decision></definitions>`
  await scene.run('manager', 'process.saveDecision', { id, containerId, name: 'Discounts', dmn })
  return id
}

test('a draft is read by what there is around it', async () => {
  const containerId = await scene.addContainer('process')
  await scene.run('manager', 'process.saveDraft', { containerId, xml: ASKING })
  const hosts = 'warning unknown-host far'
  const called = 'warning unknown-called-process call'
  const asked = ['error unknown-form fill', 'error unknown-decision decide']
  expect(await check(containerId)).toEqual([...asked, called, hosts])

  const decisionId = await addDecision(containerId)
  const parts = [{ kind: 'text', key: 'name', label: 'Name' }] as const
  const form = { id: newId(), containerId, key: 'request', name: 'Request', schema: { parts } }
  await scene.run('manager', 'process.saveForm', form)
  expect(await check(containerId)).toEqual(['error unknown-decision decide', called, hosts])
  await scene.run('manager', 'process.publishDecision', { id: decisionId })
  expect(await check(containerId)).toEqual([called, hosts])
})

test('what a model may name is listed for whoever draws it, and nobody else', async () => {
  const containerId = await scene.addContainer('process')
  const decisionId = await addDecision(containerId)
  const other = await scene.addContainer('process')
  const hidden = await scene.addContainer('process')
  const xml = writeLinearModel({ id: 'delivery', name: 'Delivery', steps: [{ id: 's', name: 'Send' }] })
  await scene.run('manager', 'process.publishModel', { containerId: other, xml })
  await scene.run('manager', 'process.saveDraft', { containerId: hidden, xml })

  const before = await scene.ask('manager', 'process.getReferences', { containerId })
  expect(before.decisions).toEqual([{ key: 'discount', name: 'Discount', isPublished: false }])
  expect(before.processes.map(({ elementId }) => elementId)).toContain('delivery')
  expect(before.origins).toEqual(origins)
  expect(before.processes.filter(({ elementId }) => elementId === 'delivery')).toHaveLength(1)

  await scene.run('manager', 'process.publishDecision', { id: decisionId })
  await scene.run('manager', 'process.removeDecision', { id: decisionId })
  expect((await scene.ask('manager', 'process.getReferences', { containerId })).decisions).toEqual([])
  for (const operation of ['process.getReferences', 'process.checkModel'] as const) {
    const refusal = await refusalOf(scene.ask('contributor', operation, { containerId }))
    expect(refusal).toBe('platform.not_allowed')
  }
})

test('a timer says when it would go off, by the clock and in working time, or why it cannot', async () => {
  const containerId = await scene.addContainer('process')
  type Timer = { kind: 'date' | 'cycle'; text: string; counts?: 'working'; calendar?: string }
  const next = async (input: Timer) => {
    const preview = await scene.ask('viewer', 'process.previewTimer', { containerId, ...input })
    return preview.problem ?? preview.next.map((at) => new Date(at).toISOString().slice(0, 16))
  }
  // The second day of 2100 is a Saturday.
  const saturday = { kind: 'date', text: '2100-01-02T09:00' } as const
  expect(await next(saturday)).toEqual(['2100-01-02T09:00'])
  expect(await next({ ...saturday, counts: 'working' })).toEqual(['2100-01-04T08:00'])
  const days = ['2100-01-04T09:00', '2100-01-05T09:00', '2100-01-06T09:00']
  expect(await next({ kind: 'cycle', text: 'R/2100-01-04T09:00:00Z/P1D' })).toEqual(days)
  expect(await next({ kind: 'cycle', text: 'every now and then' })).toBe('timer.unreadable')
  const lost = { ...saturday, counts: 'working', calendar: 'Nowhere' } as const
  expect(await next(lost)).toBe('timer.calendar_unknown')
  const refusal = await refusalOf(scene.ask('stranger', 'process.previewTimer', { containerId, ...saturday }))
  expect(refusal).toBe('platform.not_found')
})

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

const asks = (key: string) =>
  `<bpmn:extensionElements><millrace:work xmlns:millrace="urn:millrace:bpmn" formKey="${key}"/></bpmn:extensionElements>`
const flow = (from: string, to: string, when = '') =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${when}</bpmn:sequenceFlow>`

/** What is asked for at the start, then a decision, after which dear work is approved. */
const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:test">
<bpmn:process id="repair" isExecutable="true">
<bpmn:startEvent id="s">${asks('request')}</bpmn:startEvent>
<bpmn:userTask id="check" name="Check">${asks('check')}</bpmn:userTask>
<bpmn:exclusiveGateway id="g" default="g-do"/>
<bpmn:userTask id="approve" name="Approve"/><bpmn:userTask id="do" name="Do"/><bpmn:endEvent id="e"/>
${flow('s', 'check')}${flow('check', 'g')}${flow('g', 'do')}${flow('approve', 'do')}${flow('do', 'e')}
${flow('g', 'approve', '<bpmn:conditionExpression>total &gt; 500</bpmn:conditionExpression>')}
</bpmn:process></bpmn:definitions>`

const REQUEST = [
  { kind: 'text', key: 'what', label: 'What', required: true },
  { kind: 'person', key: 'by', label: 'Asked for by' },
] as const
const CHECK = [
  { kind: 'note', text: 'About {{ what }}' },
  { kind: 'money', key: 'price', label: 'Price', required: true, min: 0 },
  { kind: 'number', key: 'count', label: 'Count', default: 1 },
  { kind: 'money', key: 'total', label: 'Total', computed: 'price * count' },
  { kind: 'text', key: 'reason', label: 'Reason', visibleWhen: 'total > 500', required: true },
] as const

type Parts = Parameters<typeof saveForm>[1]['parts']

async function saveForm(
  containerId: string,
  form: {
    readonly id?: string
    readonly key: string
    readonly parts: readonly { kind: 'text'; key: string; label: string }[]
  },
) {
  const { id = newId(), key, parts } = form
  return await scene.run('manager', 'process.saveForm', {
    ...{ id, containerId, key, name: key },
    schema: { parts: structuredClone(parts) },
  })
}

const parts = (given: readonly object[]) => given as unknown as Parts // The command checks them.

async function openProcess(check: readonly object[] = CHECK) {
  const containerId = await scene.addContainer('process')
  await saveForm(containerId, { key: 'request', parts: parts(REQUEST) })
  const form = await saveForm(containerId, { key: 'check', parts: parts(check) })
  await scene.run('manager', 'process.publishModel', { containerId, xml: MODEL })
  return { containerId, form }
}

type Values = Record<string, string | number | null>

async function start(containerId: string, values: Values = { what: 'Lift' }) {
  const input = { id: newId(), containerId, title: 'Lift repair', values }
  return await scene.run('contributor', 'process.startInstance', input)
}

async function openItem(containerId: string) {
  const { instances } = await scene.ask('viewer', 'process.listInstances', { containerId })
  const [open] = instances.flatMap(({ activities }) => activities.filter(({ closedAt }) => closedAt === null))
  const { item } = await scene.ask('viewer', 'work.getItem', { item: open?.itemId ?? '' })
  return item
}

const complete = (itemId: string, values: Values) =>
  scene.run('contributor', 'process.completeStep', { itemId, values })

test('what is filled in at a step is worked out on the server and decides the way', async () => {
  const { containerId } = await openProcess()
  await start(containerId)
  const { id } = await openItem(containerId)
  const { form, variables } = await scene.ask('viewer', 'process.getStepForm', { itemId: id })
  expect(form).toMatchObject({ key: 'check', schema: { parts: CHECK } })
  expect(variables).toEqual({ what: 'Lift' })
  // What is worked out is not believed, and what the form does not ask for is not taken.
  await complete(id, { price: 300, count: 2, total: 1, reason: 'Broken', price2: 5 })
  const next = await openItem(containerId)
  expect(next.title).toBe('Approve: Lift repair')
  expect(await scene.ask('viewer', 'process.getStepForm', { itemId: next.id })).toEqual({
    form: null,
    variables: {},
  })
})

test('hidden fields are neither needed nor taken', async () => {
  const { containerId } = await openProcess()
  await start(containerId)
  await complete((await openItem(containerId)).id, { price: 10 })
  expect((await openItem(containerId)).title).toBe('Do: Lift repair')
})

test('a form that is not right is refused with its field, and the step stays open', async () => {
  const { containerId } = await openProcess()
  await start(containerId)
  const before = await openItem(containerId)
  await expect(complete(before.id, { price: 600 })).rejects.toMatchObject({
    refusal: {
      code: 'process.form_not_filled',
      params: { name: 'check', at: 'Reason', problem: 'form.required', keys: ['reason'], count: 1 },
    },
  })
  expect(await openItem(containerId)).toEqual(before)
})

test('moving the item of a step to done is refused while its form needs something, and goes on where it does not', async () => {
  const { containerId } = await openProcess()
  await start(containerId)
  const before = await openItem(containerId)
  const move = scene.run('contributor', 'work.moveItem', { id: before.id, stateId: 'done' })
  expect(await refusalOf(move)).toBe('process.form_required')
  expect(await openItem(containerId)).toEqual(before)

  const easy = await openProcess([{ kind: 'number', key: 'total', label: 'Total', default: 900 }])
  await start(easy.containerId)
  const { id } = await openItem(easy.containerId)
  await scene.run('contributor', 'work.moveItem', { id, stateId: 'done' })
  expect((await openItem(easy.containerId)).title).toBe('Approve: Lift repair')
})

test('an instance is started with its form, and not without what that needs', async () => {
  const { containerId } = await openProcess()
  expect(await scene.ask('viewer', 'process.getStartForm', { containerId })).toMatchObject({
    form: { key: 'request' },
  })
  expect(await refusalOf(start(containerId, {}))).toBe('process.form_not_filled')
  expect(await refusalOf(start(containerId, { what: 'Lift', by: newId() }))).toBe(
    'platform.reference_unknown',
  )
  expect((await scene.ask('viewer', 'process.listInstances', { containerId })).instances).toEqual([])
  await start(containerId, { what: 'Lift', by: scene.personId('viewer') })
})

test('a published version keeps the form it was published with; the next one takes the new one', async () => {
  const { containerId, form } = await openProcess()
  await start(containerId)
  await saveForm(containerId, {
    id: form.id,
    key: 'check',
    parts: parts([{ kind: 'text', key: 'other', label: 'Other' }]),
  })
  const { id } = await openItem(containerId)
  const asked = async (itemId: string) =>
    (await scene.ask('viewer', 'process.getStepForm', { itemId })).form?.schema.parts
  expect(await asked(id)).toEqual(CHECK)
  await scene.run('manager', 'process.publishModel', { containerId, xml: MODEL })
  expect(await asked(id)).toEqual(CHECK)
  await scene.run('manager', 'process.removeForm', { id: form.id })
  await complete(id, { price: 10 })
  expect((await openItem(containerId)).title).toBe('Do: Lift repair')
})

test('a model that asks for a form that is not there is not published', async () => {
  const containerId = await scene.addContainer('process')
  await saveForm(containerId, { key: 'request', parts: parts(REQUEST) })
  const publish = scene.run('manager', 'process.publishModel', { containerId, xml: MODEL })
  await expect(publish).rejects.toMatchObject({
    refusal: { code: 'process.form_missing', params: { step: 'Check', key: 'check' } },
  })
  expect((await scene.ask('viewer', 'process.getProcess', { containerId })).model).toBeNull()
})

test('who does not see the process sees no form of it, and who may not write completes no step', async () => {
  const { containerId } = await openProcess()
  await start(containerId)
  const { id } = await openItem(containerId)
  expect(await refusalOf(scene.ask('stranger', 'process.getStepForm', { itemId: id }))).toBe(
    'platform.not_found',
  )
  expect(await refusalOf(scene.ask('stranger', 'process.getStartForm', { containerId }))).toBe(
    'platform.not_found',
  )
  const complete = scene.run('viewer', 'process.completeStep', { itemId: id, values: { price: 10 } })
  expect(await refusalOf(complete)).toMatch(/^platform\./)
  expect((await openItem(containerId)).id).toBe(id)
})

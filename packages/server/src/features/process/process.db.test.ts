import { type LinearStep, writeLinearModel } from '@millrace/formats/bpmn'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { processCommands, processQueries, processReactions, processTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...processCommands],
  queries: [...workQueries, ...processQueries],
  reactions: processReactions,
  topics: processTopics,
})
afterAll(() => scene.close())

const T0 = Date.parse('2026-03-02T09:00:00Z')
const HOUR_MS = 3_600_000
beforeEach(() => {
  scene.now = T0
})

type Said = Omit<LinearStep, 'id' | 'name'>

async function publish(
  containerId: string,
  names: readonly string[],
  said: Readonly<Record<string, Said>> = {},
) {
  const steps = names.map((name) => ({ id: name.toLowerCase().replaceAll(' ', '_'), name, ...said[name] }))
  const xml = writeLinearModel({ id: 'requests', name: 'Requests', steps })
  await scene.run('manager', 'process.publishModel', { containerId, xml })
  const { steps: present } = await scene.ask('viewer', 'process.getProcess', { containerId })
  return present.map((step) => step.id)
}

async function openProcess(...names: string[]) {
  const containerId = await scene.addContainer('process')
  const stepIds = await publish(containerId, names)
  return { containerId, stepIds, stepId: (place: number) => stepIds[place] ?? '' }
}

async function start(containerId: string, title = 'Lift repair') {
  return await scene.run('contributor', 'process.startInstance', { id: newId(), containerId, title })
}

async function look(containerId: string, id: string) {
  const { instances } = await scene.ask('viewer', 'process.listInstances', { containerId })
  const instance = instances.find((one) => one.id === id)
  if (!instance) throw new Error('the instance is not on the list')
  const open = instance.activities.filter((activity) => activity.closedAt === null)
  return { instance, openSteps: open.map((one) => one.stepId), itemId: open[0]?.itemId ?? '' }
}

const move = (id: string, stateId: string) => scene.run('contributor', 'work.moveItem', { id, stateId })
const item = async (id: string) => (await scene.ask('viewer', 'work.getItem', { item: id })).item

test('an item says which step of which instance it carries out', async () => {
  const { containerId } = await openProcess('Receive', 'Check')
  const { id } = await start(containerId)
  const { instance, itemId } = await look(containerId, id)
  const { places } = await scene.ask('viewer', 'work.getItem', { item: itemId })
  expect(places).toEqual([
    {
      kind: 'process',
      containerId,
      instanceId: id,
      instanceNumber: instance.number,
      instanceTitle: 'Lift repair',
      instanceDueAt: null,
      step: 'Receive',
      place: 1,
      steps: 2,
    },
  ])
})

test('steps are those of the model, in the order of its flow, with what it says of them', async () => {
  const { containerId, stepIds } = await openProcess('Receive', 'Check')
  const said = {
    responsibleId: scene.personId('contributor'),
    ...{ expectedMin: 60, effortMin: 15, practice: 'Intake', role: 'Clerk', artifact: 'Form' },
  }
  await publish(containerId, ['First of all', 'Receive', 'Check'], { 'First of all': said })
  const { steps, model } = await scene.ask('viewer', 'process.getProcess', { containerId })
  expect(steps.map((step) => step.name)).toEqual(['First of all', 'Receive', 'Check'])
  expect(steps[0]).toMatchObject({ containerId, ...said, openCount: 0, oldestOpenedAt: null, version: 1 })
  expect(steps.slice(1).map((step) => step.id)).toEqual(stepIds)
  expect(model).toMatchObject({ number: 2, state: 'published', elementId: 'requests' })
})

test('a draft is kept beside what runs, and becomes the next version', async () => {
  const { containerId } = await openProcess('Receive')
  const xml = writeLinearModel({ id: 'requests', name: 'Requests', steps: [{ id: 'other', name: 'Other' }] })
  const draft = await scene.run('manager', 'process.saveDraft', { containerId, xml, version: null })
  expect(draft).toMatchObject({ number: null, state: 'draft', version: 1 })
  const again = { containerId, xml: `${xml}<!-- more -->`, version: null }
  expect(await refusalOf(scene.run('manager', 'process.saveDraft', again))).toBe('platform.version_old')
  await scene.run('manager', 'process.saveDraft', { ...again, version: 1 })
  const kept = await scene.ask('viewer', 'process.getModel', { containerId, which: 'draft' })
  expect(kept.model?.xml).toBe(again.xml)
  const before = await scene.ask('viewer', 'process.getProcess', { containerId })
  expect(before.steps.map(({ name }) => name)).toEqual(['Receive'])
  const published = await scene.run('manager', 'process.publishModel', { containerId, note: 'Another way' })
  expect(published).toMatchObject({ number: 2, state: 'published', note: 'Another way', id: draft.id })
  const { steps, draft: left } = await scene.ask('viewer', 'process.getProcess', { containerId })
  expect([steps.map(({ name }) => name), left]).toEqual([['Other'], null])
  const { versions } = await scene.ask('viewer', 'process.listVersions', { containerId })
  expect(versions.map(({ number, running }) => [number, running])).toEqual([
    [2, 0],
    [1, 0],
  ])
  const first = await scene.ask('viewer', 'process.getModel', { containerId, which: 1 })
  expect(first.model).toMatchObject({ number: 1 })
  expect(await refusalOf(scene.run('manager', 'process.publishModel', { containerId }))).toBe(
    'process.no_draft',
  )
})

test('a model that cannot be executed is refused with its element and the reason, and nothing changes', async () => {
  const { containerId } = await openProcess('Receive')
  const good = writeLinearModel({ id: 'requests', name: 'Requests', steps: [{ id: 'other', name: 'Other' }] })
  const publishing = (xml: string) =>
    refusalOf(scene.run('manager', 'process.publishModel', { containerId, xml }))
  expect(await publishing('no model')).toBe('process.model_unread')
  expect(await publishing(good.replace('targetRef="other"', 'targetRef="nowhere"'))).toBe(
    'process.model_unknown_reference',
  )
  const { steps } = await scene.ask('viewer', 'process.getProcess', { containerId })
  expect(steps.map(({ name }) => name)).toEqual(['Receive'])
})

test('finishing the item of each step opens the next in the same transaction, until the end', async () => {
  const containerId = await scene.addContainer('process')
  const said = { expectedMin: 48 * 60, practice: 'Inspection', effortMin: 30 }
  const stepIds = await publish(containerId, ['Receive', 'Check'], {
    Check: { ...said, responsibleId: scene.personId('viewer') },
  })
  const [receive = '', check = ''] = stepIds
  const started = await start(containerId)
  expect(started).toMatchObject({
    number: 1,
    state: 'running',
    stepIds,
    startedBy: scene.personId('contributor'),
  })
  const first = await look(containerId, started.id)
  expect(first.openSteps).toEqual([receive])
  expect(await item(first.itemId)).toMatchObject({
    title: 'Receive: Lift repair',
    stateGroup: 'ready',
    containerIds: [containerId],
    requesterId: scene.personId('contributor'),
    createdBy: null,
    dueOn: null,
  })

  await scene.newEvents()
  scene.now = T0 + HOUR_MS
  await move(first.itemId, 'done')
  const second = await look(containerId, started.id)
  expect(second.openSteps).toEqual([check])
  expect(await item(second.itemId)).toMatchObject({
    title: 'Check: Lift repair',
    responsibleId: scene.personId('viewer'),
    dueOn: '2026-03-04',
    practice: 'Inspection',
    effortMin: 30,
    stateGroup: 'ready',
  })
  const events = await scene.newEvents()
  expect(events.map((event) => [event.kind, event.actor.kind])).toEqual([
    ['work.moved', 'person'],
    ['process.activity_closed', 'engine'],
    ['process.activity_opened', 'engine'],
    ['work.created', 'engine'],
  ])

  scene.now = T0 + 2 * HOUR_MS
  await move(second.itemId, 'done')
  const over = await look(containerId, started.id)
  expect(over.instance).toMatchObject({ state: 'finished', endedAt: T0 + 2 * HOUR_MS })
  expect(over.openSteps).toEqual([])
})

test('an instance keeps the version it started with', async () => {
  const { containerId, stepIds, stepId } = await openProcess('Receive', 'Check', 'Close')
  const started = await start(containerId)
  await publish(containerId, ['Receive', 'Close'])
  await move((await look(containerId, started.id)).itemId, 'done')
  const at = await look(containerId, started.id)
  expect(at.openSteps).toEqual([stepId(1)])
  expect(at.instance.stepIds).toEqual(stepIds)
  const later = await start(containerId)
  expect(later.stepIds).toEqual([stepId(0), stepId(2)])
  const { steps } = await scene.ask('viewer', 'process.getProcess', { containerId })
  // The step that is gone is shown as long as something is open in it.
  expect(steps.map(({ name, archivedAt }) => [name, archivedAt !== null])).toEqual([
    ['Receive', false],
    ['Check', true],
    ['Close', false],
  ])
})

test('reopening an item takes the process back, unless the next step was started', async () => {
  const { containerId, stepId } = await openProcess('Receive', 'Check')
  const { id } = await start(containerId)
  const first = await look(containerId, id)
  await move(first.itemId, 'done')
  const second = await look(containerId, id)
  await move(first.itemId, 'ready')
  expect((await look(containerId, id)).openSteps).toEqual([stepId(0)])
  expect((await item(second.itemId)).archivedAt).not.toBeNull()

  await move(first.itemId, 'done')
  const third = await look(containerId, id)
  expect(third.openSteps).toEqual([stepId(1)])
  expect(third.itemId).not.toBe(second.itemId)
  await move(third.itemId, 'inprogress')
  await move(first.itemId, 'ready')
  expect((await look(containerId, id)).openSteps).toEqual([stepId(1)])

  await move(third.itemId, 'done')
  expect((await look(containerId, id)).instance.state).toBe('finished')
  await move(third.itemId, 'inprogress')
  expect((await look(containerId, id)).instance).toMatchObject({ state: 'running', endedAt: null })
})

test('cancelling archives what is open, once', async () => {
  const { containerId } = await openProcess('Receive', 'Check')
  const { id } = await start(containerId)
  const { itemId } = await look(containerId, id)
  const cancelled = await scene.run('contributor', 'process.cancelInstance', { id })
  expect(cancelled).toMatchObject({ state: 'cancelled', version: 2 })
  expect((await item(itemId)).archivedAt).not.toBeNull()
  expect(await refusalOf(scene.run('contributor', 'process.cancelInstance', { id }))).toBe(
    'process.instance_over',
  )
})

test('the open step of a running instance is not archived, nor anything it lies under', async () => {
  const { containerId } = await openProcess('Receive', 'Check')
  const { id } = await start(containerId)
  const { itemId } = await look(containerId, id)
  const above = newId()
  await scene.run('contributor', 'work.createItem', { id: above, containerId, title: 'Above' })
  const below = newId()
  await scene.run('contributor', 'work.createItem', {
    id: below,
    containerId,
    title: 'Below',
    parentId: itemId,
  })
  await scene.run('contributor', 'work.changeItem', { id: itemId, patch: { parentId: above } })
  const archive = (what: string) => scene.run('contributor', 'work.archiveItem', { id: what })
  expect(await refusalOf(archive(itemId))).toBe('process.step_open')
  expect(await refusalOf(archive(above))).toBe('process.step_open')
  await scene.run('contributor', 'process.cancelInstance', { id })
  const cancelledAt = (await item(below)).archivedAt ?? 0
  scene.now = cancelledAt + 1
  await archive(above)
  const restore = (what: string) => scene.run('contributor', 'work.restoreItem', { id: what })
  expect(await refusalOf(restore(itemId))).toBe('work.parent_archived')
  await restore(above)
  // It had been archived before, by cancelling.
  expect((await item(itemId)).archivedAt).not.toBeNull()
  await restore(itemId)
  expect((await item(below)).archivedAt).toBeNull()
  expect((await look(containerId, id)).instance.state).toBe('cancelled')
})

test('many instances start and go on at once, numbered in order', async () => {
  const { containerId, stepId } = await openProcess('Receive', 'Check')
  const input = () => ({ id: newId(), containerId, title: 'One of many' })
  const calls = Array.from({ length: 40 }, () => ({ name: 'process.startInstance' as const, input: input() }))
  await scene.runAll('contributor', calls)
  const { instances } = await scene.ask('viewer', 'process.listInstances', { containerId })
  expect(instances.map((one) => one.number)).toEqual(Array.from({ length: 40 }, (_, index) => 40 - index))
  const items = instances.flatMap((one) => one.activities.map((activity) => activity.itemId))
  const moves = items.map((id) => ({ name: 'work.moveItem' as const, input: { id, stateId: 'done' } }))
  await scene.runAll('contributor', moves)
  const { steps, counts } = await scene.ask('viewer', 'process.getProcess', { containerId })
  expect(steps.map((step) => step.openCount)).toEqual([0, 40])
  expect(counts).toEqual({ running: 40, finished: 0, cancelled: 0, failed: 0 })
  const page = { containerId, stepId: stepId(1), limit: 30 }
  const first = await scene.ask('viewer', 'process.listInstances', page)
  const rest = await scene.ask('viewer', 'process.listInstances', { ...page, cursor: first.next ?? '' })
  expect([first.instances.length, rest.instances.length, rest.next]).toEqual([30, 10, null])
})

test('an item done and reopened within one batch leaves the instance where it was', async () => {
  const { containerId, stepId } = await openProcess('Receive', 'Check')
  const { id } = await start(containerId)
  const { itemId } = await look(containerId, id)
  const moves = ['done', 'ready'].map((stateId) => ({
    name: 'work.moveItem' as const,
    input: { id: itemId, stateId },
  }))
  await scene.runAll('contributor', moves)
  const after = await look(containerId, id)
  expect(after.openSteps).toEqual([stepId(0)])
  expect(after.instance.activities).toHaveLength(1)
})

test('an instance that is cancelled while its item is finished ends well either way', async () => {
  const { containerId } = await openProcess('Receive', 'Check')
  const instances = await Promise.all(Array.from({ length: 8 }, () => start(containerId)))
  const outcomes = await Promise.allSettled(
    instances.flatMap(({ id, activities }) => [
      move(activities[0]?.itemId ?? '', 'done'),
      scene.run('contributor', 'process.cancelInstance', { id }),
    ]),
  )
  for (const outcome of outcomes) {
    // The one that comes second may be told that the item is archived; nothing else goes wrong.
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ refusal: { code: 'work.archived' } })
  }
  const { counts, steps } = await scene.ask('viewer', 'process.getProcess', { containerId })
  expect(counts).toEqual({ running: 0, finished: 0, cancelled: 8, failed: 0 })
  expect(steps.map((step) => step.openCount)).toEqual([0, 0])
})

test('what waits too long is counted, and the list filters by state, step and item', async () => {
  const containerId = await scene.addContainer('process')
  const [only = ''] = await publish(containerId, ['Receive'], { Receive: { expectedMin: 60 } })
  const stepId = () => only
  const { id } = await start(containerId)
  const { steps } = await scene.ask('viewer', 'process.getProcess', { containerId })
  expect(steps[0]).toMatchObject({ openCount: 1, overdueCount: 1, oldestOpenedAt: T0 })
  const { itemId } = await look(containerId, id)
  const list = async (filter: { state?: 'running' | 'finished'; stepId?: string; itemId?: string }) =>
    (await scene.ask('viewer', 'process.listInstances', { containerId, ...filter })).instances.length
  expect(await list({ state: 'running', stepId: stepId(), itemId })).toBe(1)
  expect(await list({ state: 'finished' })).toBe(0)
  expect(await list({ itemId: newId() })).toBe(0)
})

test('a process without a model, a closed or an archived one starts nothing', async () => {
  const containerId = await scene.addContainer('process')
  const input = { id: newId(), containerId, title: 'x' }
  const run = () => scene.run('contributor', 'process.startInstance', input)
  expect(await refusalOf(run())).toBe('process.not_published')
  await publish(containerId, ['Receive'])
  await scene.sql(`update container set state = 'closed' where id = $1`, [containerId])
  expect(await refusalOf(run())).toBe('process.closed')
  await scene.sql(`update container set state = 'active', archived_at = now() where id = $1`, [containerId])
  expect(await refusalOf(run())).toBe('work.container_archived')
})

test('only processes have models', async () => {
  const containerId = await scene.addContainer('project')
  const xml = writeLinearModel({ id: 'requests', name: 'Requests', steps: [] })
  expect(await refusalOf(scene.run('manager', 'process.publishModel', { containerId, xml }))).toBe(
    'platform.not_found',
  )
  expect(await refusalOf(scene.ask('manager', 'process.getProcess', { containerId }))).toBe(
    'platform.not_found',
  )
})

test('who may not, is told so or sees nothing', async () => {
  const { containerId } = await openProcess('Receive')
  const xml = writeLinearModel({ id: 'requests', name: 'Requests', steps: [] })
  const { id, activities } = await start(containerId)
  const changes = [
    ['process.publishModel', { containerId, xml }],
    ['process.saveDraft', { containerId, xml }],
    ['process.discardDraft', { containerId }],
    ['process.startInstance', { id: newId(), containerId, title: 'x' }],
    ['process.cancelInstance', { id }],
    ['process.completeStep', { itemId: activities[0]?.itemId ?? '' }],
  ] as const
  for (const [name, input] of changes) {
    const refusal = (who: Who) => refusalOf(scene.runAll(who, [{ name, input }]))
    if (/Model|Draft/.test(name)) expect(await refusal('contributor')).toBe('platform.not_allowed')
    expect(await refusal('viewer')).toBe('platform.not_allowed')
    expect(await refusal('stranger')).toBe('platform.not_found')
  }
  expect(await refusalOf(scene.ask('stranger', 'process.getProcess', { containerId }))).toBe(
    'platform.not_found',
  )
  for (const name of ['process.listInstances', 'process.getModel', 'process.listVersions'] as const)
    expect(await refusalOf(scene.ask('stranger', name, { containerId }))).toBe('platform.not_found')
})

test('steps, instances and activities are shown to who sees the process', async () => {
  const { containerId, stepId } = await openProcess('Receive')
  const { id, activities } = await start(containerId)
  const activityId = activities[0]?.id ?? ''
  expect(await scene.show('viewer', 'step', [stepId(0)])).toMatchObject([{ name: 'Receive', openCount: 1 }])
  expect(await scene.show('viewer', 'instance', [id])).toMatchObject([
    { title: 'Lift repair', state: 'running' },
  ])
  expect(await scene.show('viewer', 'activity', [activityId])).toMatchObject([
    { instanceId: id, closedAt: null },
  ])
  for (const [kind, hidden] of [
    ['step', stepId(0)],
    ['instance', id],
    ['activity', activityId],
  ] as const) {
    expect(await scene.show('stranger', kind, [hidden])).toEqual([null])
  }
})

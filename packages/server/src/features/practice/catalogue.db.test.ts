import type { InputOf, operations } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { costCommands, costQueries } from '../cost/index.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { practiceCommands, practiceQueries, practiceTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...costCommands, ...practiceCommands],
  queries: [...workQueries, ...costQueries, ...practiceQueries],
  topics: practiceTopics,
})
afterAll(() => scene.close())
scene.appoint('manager', 'owner')

type Fields = Partial<InputOf<(typeof operations)['practice.savePractice']>>

const described = { body: 'Raise the panels.' }
const roles = [{ name: 'Carpenter' }]
let serial = 0

async function addType(name = `Slab ${String(serial++)}`, ...states: readonly string[]) {
  const named = (states.length > 0 ? states : ['Poured', 'Accepted']).map((state) => ({
    ...{ id: newId(), name: state },
    checkpoints: ['It was measured'],
  }))
  return await scene.run('manager', 'practice.saveArtifactType', { id: newId(), name, states: named })
}

function save(name: string, fields: Fields = {}) {
  return scene.run('manager', 'practice.savePractice', { id: newId(), name, areas: ['2.2'], ...fields })
}

async function establish(name: string, fields: Fields = {}) {
  const type = await addType()
  const outputs = [type.states[0]?.id ?? '']
  const { id } = await save(name, { roles, outputs, description: described, ...fields })
  return await scene.run('manager', 'practice.publishPractice', { id })
}

async function addItem(containerId: string, practice: string, more: { title?: string } = {}) {
  const input = { id: newId(), containerId, title: 'Slab', practice, ...more }
  return (await scene.run('contributor', 'work.createItem', input)).id
}

const practiceOf = async (id: string) =>
  (await scene.ask('manager', 'work.getItem', { item: id })).item.practice
const listed = async (id: string, who: 'manager' | 'viewer' | 'stranger' = 'manager') =>
  (await scene.ask(who, 'practice.listPractices', {})).practices.find((practice) => practice.id === id)

test('whoever runs the organisation keeps the catalogue, everybody else reads it', async () => {
  const practice = await establish('Reading')
  expect(await listed(practice.id, 'viewer')).toMatchObject({ name: 'Reading', publishedNumber: 1 })
  for (const name of ['practice.publishPractice', 'practice.archivePractice'] as const)
    expect(await refusalOf(scene.run('contributor', name, { id: practice.id }))).toBe('platform.not_allowed')
  const mine = { id: newId(), name: 'Mine', areas: ['2.2' as const] }
  expect(await refusalOf(scene.run('contributor', 'practice.savePractice', mine))).toBe(
    'platform.not_allowed',
  )
})

test('a draft may be incomplete, a published practice names a role and what it makes (INV-M1)', async () => {
  const { id, version } = await save('Draft')
  const publish = () => refusalOf(scene.run('manager', 'practice.publishPractice', { id }))
  expect(await publish()).toBe('practice.no_role')
  await save('Draft', { id, roles, version })
  expect(await publish()).toBe('practice.no_output')
  const outputs = [(await addType()).states[1]?.id ?? '']
  await save('Draft', { id, roles, outputs })
  expect(await publish()).toBe('practice.not_described')
  await save('Draft', { id, roles, outputs, description: described })
  expect(await scene.run('manager', 'practice.publishPractice', { id })).toMatchObject({ isChanged: false })
  expect(await publish()).toBe('practice.unchanged')
  expect(await refusalOf(save('Draft', { id, outputs, description: described }))).toBe('practice.no_role')
  expect(await refusalOf(save('Draft', { id, roles, description: described }))).toBe('practice.no_output')
})

test('versions of a description stay as they were published', async () => {
  const { id, outputs } = await establish('Versions')
  await save('Versions', { id, roles, outputs, description: { body: 'Otherwise.', checklist: ['Plumb'] } })
  const before = await scene.ask('viewer', 'practice.getPractice', { id })
  expect(before).toMatchObject({ practice: { isChanged: true, publishedNumber: 1 } })
  await scene.run('manager', 'practice.publishPractice', { id, note: 'Better' })
  const { versions } = await scene.ask('viewer', 'practice.getPractice', { id })
  expect(versions.map(({ number, note, description }) => [number, note, description.body])).toEqual([
    [2, 'Better', 'Otherwise.'],
    [1, '', 'Raise the panels.'],
  ])
})

test('one name means one practice, however it is written', async () => {
  const { id } = await save('Façade')
  expect(await refusalOf(save('facade '))).toBe('practice.name_taken')
  await scene.run('manager', 'practice.archivePractice', { id })
  expect(await refusalOf(save('FAÇADE'))).toBe('practice.name_taken')
  expect(await refusalOf(save('Other', { id }))).toBe('practice.archived')
})

test('items find their practice by its name, and go along when it is renamed', async () => {
  const containerId = await scene.addContainer('list')
  const items = [await addItem(containerId, 'Shuttering'), await addItem(containerId, 'SHUTTERING ')]
  const other = await addItem(containerId, 'Rebar')
  const undescribed = async () => (await scene.ask('viewer', 'practice.listUndescribed', {})).names
  expect(await undescribed()).toContainEqual({ name: expect.stringMatching(/shuttering/i), count: 2 })
  const { id } = await save('Shuttering')
  expect(await undescribed()).toContainEqual({ name: 'Rebar', count: 1 })
  expect((await undescribed()).some(({ name }) => /shuttering/i.test(name))).toBe(false)
  expect(await listed(id)).toMatchObject({ openCount: 2 })

  await scene.newEvents()
  await save('Formwork Ü', { id })
  const events = await scene.newEvents()
  expect(await Promise.all(items.map(practiceOf))).toEqual(['Formwork Ü', 'Formwork Ü'])
  expect(await practiceOf(other)).toBe('Rebar')
  const touched = events.flatMap(({ kind, touches }) =>
    kind === 'work.practice_renamed' ? touches.map((each) => each.id) : [],
  )
  expect(touched.toSorted()).toEqual(items.toSorted())
  const found = await scene.ask('viewer', 'work.listItems', { query: 'practice = "formwork u"' })
  expect(found.items.map((item) => item.id).toSorted()).toEqual(items.toSorted())

  // What still says the former name, such as a model of a process, means the same.
  await addItem(containerId, 'shuttering')
  expect(await listed(id)).toMatchObject({ openCount: 3, formerNames: ['Shuttering'] })
  const { names } = await scene.ask('viewer', 'practice.listNames', {})
  expect(names.filter((name) => name.id === id).map(({ folded }) => folded)).toEqual([
    'formwork u',
    'shuttering',
  ])
})

test('a former name is free for another practice', async () => {
  const { id } = await save('Old name')
  await save('New name', { id })
  const next = await save('Old name')
  const { names } = await scene.ask('viewer', 'practice.listNames', {})
  expect(names.find(({ folded }) => folded === 'old name')).toMatchObject({ id: next.id })
})

test('open work is counted of what the person sees', async () => {
  const hidden = await scene.addContainer('list', { members: ['contributor', 'manager'] })
  await addItem(hidden, 'Seen work')
  const { id } = await save('Seen work')
  expect(await listed(id, 'manager')).toMatchObject({ openCount: 1 })
  expect(await listed(id, 'viewer')).toMatchObject({ openCount: 0 })
  await addItem(hidden, 'Secret practice')
  const { names } = await scene.ask('stranger', 'practice.listUndescribed', {})
  expect(names.some(({ name }) => name === 'Secret practice')).toBe(false)
})

test('practices have an order, and a circle is named', async () => {
  const formwork = await save('Order: formwork')
  const rebar = await save('Order: rebar', { after: [formwork.id] })
  const pour = await save('Order: pour', { after: [rebar.id] })
  const circle = save('Order: formwork', { id: formwork.id, after: [pour.id] })
  expect(await refusalOf(circle)).toBe('practice.order_circle')
  expect(await listed(formwork.id)).toMatchObject({ after: [] })
  expect(await refusalOf(save('Order: x', { after: [newId()] }))).toBe('platform.reference_unknown')
  await scene.run('manager', 'practice.archivePractice', { id: rebar.id })
  await save('Order: formwork', { id: formwork.id, after: [pour.id] })
  const back = scene.run('manager', 'practice.restorePractice', { id: rebar.id })
  expect(await refusalOf(back)).toBe('practice.order_circle')
})

test('a version that is left behind is refused, and so is what is not there', async () => {
  const { id, version } = await save('Together')
  await save('Together', { id, discipline: 'Carpentry', version })
  expect(await refusalOf(save('Together', { id, version }))).toBe('platform.version_old')
  expect(await refusalOf(save('Together', { id, outputs: [newId()] }))).toBe('platform.reference_unknown')
  const attachment = { kind: 'process' as const, id: newId() }
  expect(await refusalOf(save('Together', { id, description: { attachment } }))).toBe(
    'platform.reference_unknown',
  )
  const process = await scene.addContainer('process')
  const attached = await save('Together', { id, description: { attachment: { ...attachment, id: process } } })
  expect(attached.description.attachment).toEqual({ kind: 'process', id: process })
})

test('states that practices name stay, and types that practices name are not archived', async () => {
  const type = await addType()
  const [poured, accepted] = type.states
  const practice = await save('Concreting', { outputs: [poured?.id ?? ''] })
  const change = (states: typeof type.states) =>
    scene.run('manager', 'practice.saveArtifactType', { ...type, id: type.id, states: [...states] })
  expect(await refusalOf(change(accepted ? [accepted] : []))).toBe('practice.state_in_use')
  const archive = () => scene.run('manager', 'practice.archiveArtifactType', { id: type.id })
  expect(await refusalOf(archive())).toBe('practice.type_in_use')
  const { types } = await scene.ask('viewer', 'practice.listArtifactTypes', {})
  expect(types.find(({ id }) => id === type.id)).toMatchObject({ makerIds: [practice.id] })
  await save('Concreting', { id: practice.id })
  expect(await archive()).toMatchObject({ makerIds: [] })
  const again = save('Concreting', { id: practice.id, outputs: [poured?.id ?? ''] })
  expect(await refusalOf(again)).toBe('platform.reference_unknown')
})

test('a state of one type is not taken into another', async () => {
  const [first, second] = [await addType(), await addType()]
  const stolen = { ...second, states: [...first.states] }
  expect(await refusalOf(scene.run('manager', 'practice.saveArtifactType', stolen))).toBe('platform.exists')
})

test('work follows the version that was published when it was finished, or none (INV-W4)', async () => {
  const containerId = await scene.addContainer('list')
  const of = (itemId: string, who: 'viewer' | 'stranger' = 'viewer') =>
    scene.ask(who, 'practice.getForItem', { itemId })
  const early = await addItem(containerId, 'followed')
  expect(await of(early)).toEqual({ practice: null, version: null, lacked: [] })
  expect(await refusalOf(of(early, 'stranger'))).toBe('platform.not_found')
  scene.now = Date.parse('2026-03-02T09:00:00Z')
  const { id, outputs } = await establish('Followed', { roles: [{ name: 'Fixer', qualification: 'Rebar' }] })
  await scene.run('contributor', 'work.moveItem', { id: early, stateId: 'done' })
  scene.now += 60_000
  await save('Followed', { id, roles, outputs, description: { body: 'Otherwise.' } })
  await scene.run('manager', 'practice.publishPractice', { id })
  scene.now = null
  const late = await addItem(containerId, 'FOLLOWED')
  expect((await of(early)).version).toBe(1)
  expect(await of(late)).toMatchObject({ practice: { id, name: 'Followed' }, version: 2, lacked: [] })
})

test('who is not known to be able to do it is said so (INV-M5)', async () => {
  const containerId = await scene.addContainer('list')
  await save('Rigging', { roles: [{ name: 'Rigger', qualification: 'Crane' }] })
  const responsibleId = scene.personId('contributor')
  const input = { id: newId(), containerId, title: 'Lift', practice: 'rigging', responsibleId }
  const { id: itemId } = await scene.run('contributor', 'work.createItem', input)
  const lacked = async () => (await scene.ask('viewer', 'practice.getForItem', { itemId })).lacked
  expect(await lacked()).toEqual([])
  const know = (skill: string) =>
    scene.sql(
      `insert into resource (organisation_id, id, kind, name, person_id, max_units, skills)
       values ($1, $2, 'work', $3, $4, 1, array[$3])`,
      [scene.organisationId, newId(), skill, responsibleId],
    )
  await know('Carpentry')
  expect(await lacked()).toEqual(['Crane'])
  await know('Crane')
  expect(await lacked()).toEqual([])
})

test('what finished work took is measured, without what is confidential', async () => {
  const containerId = await scene.addContainer('list')
  const { id } = await save('Measured')
  for (const minutes of [30, 60, 90, 600]) {
    scene.now = Date.parse('2026-03-02T09:00:00Z')
    const itemId = await addItem(containerId, 'measured')
    await scene.run('contributor', 'work.moveItem', { id: itemId, stateId: 'inprogress' })
    await scene.run('contributor', 'cost.addTime', { id: newId(), itemId, day: '2026-03-02', minutes })
    scene.now += minutes * 2 * 60_000
    await scene.run('contributor', 'work.moveItem', { id: itemId, stateId: 'done' })
    const personIds = minutes > 90 ? [scene.personId('contributor')] : null
    await scene.run('contributor', 'work.setSeenBy', { id: itemId, personIds })
  }
  scene.now = null
  const { measured } = await scene.ask('viewer', 'practice.getPractice', { id })
  expect(measured).toMatchObject({
    effortMin: { median: 60, sample: 3 },
    durationMin: { median: 120, sample: 3 },
  })
})

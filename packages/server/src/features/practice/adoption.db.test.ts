import { ADOPTION_CHECKS, type AdoptionState } from '@millrace/core/practice'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { practiceCommands, practiceQueries, practiceReactions, practiceTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...practiceCommands],
  queries: [...workQueries, ...practiceQueries],
  reactions: practiceReactions,
  topics: practiceTopics,
})
afterAll(() => scene.close())
scene.appoint('manager', 'owner')

const MONDAY = Date.parse('2026-03-02T09:00:00Z')
let serial = 0
beforeEach(() => {
  scene.now = MONDAY
})

async function addPractice(name = `Practice ${String(serial++)}`): Promise<string> {
  const input = { id: newId(), name, areas: ['2.2' as const] }
  return (await scene.run('manager', 'practice.savePractice', input)).id
}

async function addTeam(): Promise<string> {
  const id = newId()
  await scene.sql(`insert into team (organisation_id, id, name, created_at) values ($1, $2, $3, now())`, [
    ...[scene.organisationId, id, `Team ${String(serial++)}`],
  ])
  return id
}

async function choose(reviewDays: number | null = 90) {
  const input = { id: newId(), practiceId: await addPractice(), teamId: await addTeam(), reviewDays }
  return await scene.run('manager', 'practice.chooseForTeam', input)
}

const answers = (to: AdoptionState) => ADOPTION_CHECKS[to].map((check) => ({ check, note: 'Seen on site' }))
const move = (
  id: string,
  to: AdoptionState,
  evidence = answers(to),
  who: 'manager' | 'contributor' = 'manager',
) => scene.run(who, 'practice.moveAdoption', { id, to, evidence })
const lineOf = async (id: string) =>
  (await scene.ask('viewer', 'practice.listAdoptions', {})).adoptions.find((one) => one.id === id)

test('a unit goes on with a practice by evidence, and how it got there is kept', async () => {
  const { id } = await choose()
  expect(await lineOf(id)).toMatchObject({ state: null, nextReviewOn: '2026-05-31' })
  expect(await refusalOf(move(id, 'principlesEstablished', []))).toBe('practice.adoption_evidence')
  expect(await refusalOf(move(id, 'inUse'))).toBe('practice.adoption_jump')
  expect(
    await refusalOf(move(id, 'principlesEstablished', answers('principlesEstablished'), 'contributor')),
  ).toBe('platform.not_allowed')
  await move(id, 'principlesEstablished')
  await move(id, 'foundationEstablished')
  expect(await lineOf(id)).toMatchObject({ state: 'foundationEstablished', stateSince: MONDAY })
  const { steps } = await scene.ask('viewer', 'practice.listAdoptionSteps', { id })
  expect(steps.map(({ from, to }) => [from, to])).toEqual([
    ['principlesEstablished', 'foundationEstablished'],
    [null, 'principlesEstablished'],
  ])
  expect(steps[0]).toMatchObject({
    evidence: answers('foundationEstablished'),
    personId: scene.personId('manager'),
  })
})

test('relevance is looked at on a cadence', async () => {
  const { id } = await choose(30)
  scene.now = MONDAY + 40 * 86_400_000
  const note = 'Still the right one'
  expect(await scene.run('manager', 'practice.reviewAdoption', { id, note })).toMatchObject({
    nextReviewOn: '2026-05-11',
  })
  const { steps } = await scene.ask('viewer', 'practice.listAdoptionSteps', { id })
  expect(steps).toMatchObject([{ kind: 'review', note }])
  const { practiceId, teamId } = (await lineOf(id)) ?? { practiceId: '', teamId: '' }
  const never = { id, practiceId, teamId, reviewDays: null }
  expect(await scene.run('manager', 'practice.chooseForTeam', never)).toMatchObject({ nextReviewOn: null })
})

test('a practice is in a method set once, and leaves it only while nothing was done with it', async () => {
  const { id, practiceId, teamId } = await choose()
  const again = scene.run('manager', 'practice.chooseForTeam', { id: newId(), practiceId, teamId })
  expect(await refusalOf(again)).toBe('platform.exists')
  await move(id, 'principlesEstablished')
  const leave = () => scene.run('manager', 'practice.leaveOutForTeam', { id })
  expect(await refusalOf(leave())).toBe('practice.adoption_jump')
  await move(id, 'retired')
  expect(await lineOf(id)).toMatchObject({ state: 'retired' })
  const other = await choose()
  await scene.run('manager', 'practice.leaveOutForTeam', { id: other.id })
  expect(await lineOf(other.id)).toBeUndefined()
})

test('whoever runs the organisation says who keeps the catalogue', async () => {
  const set = (personIds: string[], who: 'manager' | 'contributor' = 'manager') =>
    scene.run(who, 'practice.setMethodManagers', { personIds })
  expect(await refusalOf(set([scene.personId('contributor')], 'contributor'))).toBe('platform.not_allowed')
  expect(await refusalOf(set([newId()]))).toBe('platform.reference_unknown')
  await set([scene.personId('contributor')])
  expect(await scene.ask('viewer', 'practice.listMethodManagers', {})).toEqual({
    personIds: [scene.personId('contributor')],
  })
})

test('only what there is can be chosen', async () => {
  const [practiceId, teamId] = [await addPractice(), await addTeam()]
  const wrong = [
    { practiceId: newId(), teamId },
    { practiceId, teamId: newId() },
  ]
  for (const pair of wrong) {
    const run = scene.run('manager', 'practice.chooseForTeam', { id: newId(), ...pair })
    expect(await refusalOf(run)).toBe('platform.reference_unknown')
  }
  await scene.run('manager', 'practice.archivePractice', { id: practiceId })
  const archived = scene.run('manager', 'practice.chooseForTeam', { id: newId(), practiceId, teamId })
  expect(await refusalOf(archived)).toBe('practice.archived')
})

test('which practice a type follows is changed by an initiative about methods only (INV-P3)', async () => {
  const [old, better] = [await addPractice(), await addPractice()]
  const change = (practiceId: string | null, initiativeId: string | null = null) =>
    scene.run('manager', 'practice.changeForType', {
      ...{ id: newId(), typeId: scene.typeId, practiceId, initiativeId, kind: 'development' },
    })
  expect(await change(old)).toMatchObject({ kind: 'first', fromId: null, toId: old })
  expect(await refusalOf(change(old))).toBe('practice.change_same')
  expect(await refusalOf(change(better))).toBe('practice.initiative_missing')
  const containerId = await scene.addContainer('project')
  const addItem = async (area: '2.3' | '3.2') =>
    (await scene.run('contributor', 'work.createItem', { id: newId(), containerId, title: 'Learn', area })).id
  expect(await refusalOf(change(better, await addItem('2.3')))).toBe('practice.initiative_elsewhere')
  const initiative = await addItem('3.2')
  await scene.run('contributor', 'work.moveItem', { id: initiative, stateId: 'done' })
  expect(await refusalOf(change(better, initiative))).toBe('practice.initiative_closed')
  await scene.run('contributor', 'work.moveItem', { id: initiative, stateId: 'ready' })
  expect(await change(better, initiative)).toMatchObject({ kind: 'development', fromId: old, toId: better })
  expect(await refusalOf(change(null))).toBe('practice.initiative_missing')
  const { practices } = await scene.ask('viewer', 'practice.listPractices', {})
  const nameOf = (id: string) => practices.find((practice) => practice.id === id)?.name
  const practiceOf = async (item: string) =>
    (await scene.ask('viewer', 'work.getItem', { item })).item.practice
  expect(await practiceOf(await addItem('2.3'))).toBe(nameOf(better))
  const own = { id: newId(), containerId, title: 'Own way', practice: 'Another' }
  await scene.run('contributor', 'work.createItem', own)
  expect(await practiceOf(own.id)).toBe('Another')
  const seen = async (who: 'viewer' | 'stranger') =>
    (await scene.ask(who, 'practice.listChanges', {})).changes.map(({ kind, initiativeId }) => [
      kind,
      initiativeId,
    ])
  expect(await seen('viewer')).toEqual([
    ['development', initiative],
    ['first', null],
  ])
  expect(await seen('stranger')).toEqual([
    ['development', null],
    ['first', null],
  ])
})

test('an item that the person does not see is no initiative', async () => {
  const hidden = await scene.addContainer('project', { members: ['contributor'] })
  const item = { id: newId(), containerId: hidden, title: 'Secret', area: '3.2' as const }
  await scene.run('contributor', 'work.createItem', item)
  const change = scene.run('manager', 'practice.changeForType', {
    ...{ id: newId(), typeId: scene.typeId, practiceId: await addPractice(), initiativeId: item.id },
  })
  expect(await refusalOf(change)).toBe('platform.reference_unknown')
})

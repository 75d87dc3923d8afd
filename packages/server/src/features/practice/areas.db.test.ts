import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { costCommands, costQueries } from '../cost/index.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { practiceCommands, practiceQueries } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...costCommands, ...practiceCommands],
  queries: [...workQueries, ...costQueries, ...practiceQueries],
})
afterAll(() => scene.close())
scene.appoint('manager', 'owner')

type Who = 'manager' | 'viewer' | 'stranger'

async function cellOf(area: string, who: Who = 'manager', containerId?: string) {
  const { cells } = await scene.ask(who, 'practice.getAreas', containerId ? { containerId } : {})
  return cells.find((cell) => cell.area === area)
}

async function addItem(containerId: string, area: '1.3' | '2.2', practice = '') {
  const item = { id: newId(), containerId, title: 'Work', area, ...(practice ? { practice } : {}) }
  return (await scene.run('contributor', 'work.createItem', item)).id
}

const state = { id: newId(), name: 'Poured', checkpoints: [] }
const slab = { id: newId(), name: 'Slab', areas: ['2.2' as const], states: [state] }

test('an empty cell has gaps, and they close when somebody makes something there', async () => {
  expect((await cellOf('2.2'))?.gaps).toEqual([{ kind: 'noPractice' }, { kind: 'noArtifact' }])
  await scene.run('manager', 'practice.saveArtifactType', slab)
  expect((await cellOf('2.2'))?.gaps).toEqual([
    { kind: 'noPractice' },
    { kind: 'nobodyMakes', artifactId: slab.id },
  ])
  const practice = { id: newId(), name: 'Concreting', areas: ['2.2' as const], outputs: [state.id] }
  await scene.run('manager', 'practice.savePractice', { ...practice, roles: [{ name: 'Foreman' }] })
  expect(await cellOf('2.2')).toMatchObject({
    ...{ gaps: [], practiceIds: [practice.id], artifactIds: [slab.id], roles: ['Foreman'] },
  })
})

test('open work and the time of the last quarter are counted of what the person sees', async () => {
  const [open, hidden] = [
    await scene.addContainer('list'),
    await scene.addContainer('list', { members: ['manager', 'contributor'] }),
  ]
  const [item, secret] = [await addItem(open, '2.2'), await addItem(hidden, '1.3')]
  const today = new Date().toISOString().slice(0, 10)
  const spend = (itemId: string, minutes: number, day = today) =>
    scene.run('contributor', 'cost.addTime', { id: newId(), itemId, day, minutes })
  await spend(item, 90)
  await spend(secret, 30)
  await spend(item, 600, '2020-01-01')
  expect(await cellOf('2.2')).toMatchObject({ openCount: 1, spentMin: 90, share: 0.75 })
  expect(await cellOf('1.3')).toMatchObject({ openCount: 1, share: 0.25 })
  expect(await cellOf('2.2', 'viewer')).toMatchObject({ share: 1 })
  expect(await cellOf('1.3', 'viewer')).toMatchObject({ openCount: 0, spentMin: 0 })
})

test('of a project the table holds what its work names', async () => {
  const [one, other] = [await scene.addContainer('project'), await scene.addContainer('project')]
  await addItem(one, '2.2', 'concreting')
  expect(await cellOf('2.2', 'viewer', one)).toMatchObject({ openCount: 1, artifactIds: [slab.id], gaps: [] })
  expect(await cellOf('2.2', 'viewer', other)).toMatchObject({ practiceIds: [], openCount: 0 })
  const asked = scene.ask('stranger', 'practice.getAreas', { containerId: one })
  expect(await refusalOf(asked)).toBe('platform.not_found')
})

test('cells are judged in the organisation and in a project apart, each by who may', async () => {
  const project = await scene.addContainer('project')
  const mark = (who: 'manager' | 'contributor', containerId: string | null, said: 'failing' | null) =>
    scene.run(who, 'practice.markArea', { area: '3.1', containerId, mark: said, note: 'No funding' })
  await mark('manager', null, 'failing')
  expect(await cellOf('3.1', 'viewer')).toMatchObject({ mark: 'failing', note: 'No funding' })
  expect(await cellOf('3.1', 'viewer', project)).toMatchObject({ mark: null })
  await mark('manager', project, 'failing')
  await mark('manager', null, null)
  expect([(await cellOf('3.1'))?.mark, (await cellOf('3.1', 'viewer', project))?.mark]).toEqual([
    null,
    'failing',
  ])
  for (const place of [null, project])
    expect(await refusalOf(mark('contributor', place, null))).toBe('platform.not_allowed')
})

test('what does not apply has no gaps', async () => {
  await scene.run('manager', 'practice.markArea', { area: '1.1', mark: 'notApplicable' })
  expect(await cellOf('1.1')).toMatchObject({ mark: 'notApplicable', gaps: [] })
})

test('rows and columns are called by own words, or as usual again', async () => {
  const name = (words: string | null) =>
    scene.run('manager', 'practice.nameArea', { axis: 'row', place: 2, name: words })
  expect(await name('The tower')).toEqual({ rows: [null, 'The tower', null], columns: [null, null, null] })
  const { labels } = await scene.ask('stranger', 'practice.getAreas', {})
  expect(labels.rows[1]).toBe('The tower')
  expect(await scene.ask('stranger', 'practice.getAreaLabels', {})).toEqual(labels)
  expect((await name(null)).rows).toEqual([null, null, null])
  const other = scene.run('contributor', 'practice.nameArea', { axis: 'row', place: 1, name: 'Mine' })
  expect(await refusalOf(other)).toBe('platform.not_allowed')
})

import type { PhaseState } from '@millrace/core/schedule'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { scheduleCommands, scheduleQueries, scheduleReactions } from '../schedule/index.ts'
import { workCommands, workQueries, workReactions } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...scheduleCommands],
  queries: [...workQueries, ...scheduleQueries],
  reactions: [...workReactions, ...scheduleReactions],
})
afterAll(() => scene.close())

async function openTree(containerId: string) {
  const open = (title: string, more: object = {}) =>
    scene.run('contributor', 'work.createItem', { id: newId(), containerId, title, ...more })
  const slab = await open('Slab', { startsOn: '2026-11-26', dueOn: '2026-12-04', priority: 3 })
  const forms = await open('Forms', { parentId: slab.id, dueOn: '2026-12-01' })
  const pour = await open('Pour', { parentId: slab.id })
  await scene.run('contributor', 'work.relateItems', {
    id: newId(),
    fromId: forms.id,
    toId: pour.id,
    kind: 'precedes',
  })
  const list = await scene.run('contributor', 'work.addChecklist', {
    id: newId(),
    itemId: slab.id,
    name: 'Steps',
  })
  await scene.run('contributor', 'work.addChecklistLine', {
    id: newId(),
    checklistId: list.id,
    text: 'Order',
  })
  return { slab, forms, pour }
}

const details = (item: string) => scene.ask('viewer', 'work.getItem', { item })

test('an item is kept and begun anew on another day, its working days kept', async () => {
  const containerId = await scene.addContainer('list')
  const { slab } = await openTree(containerId)
  const from = { kind: 'item' as const, itemId: slab.id }
  const kept = await scene.run('contributor', 'work.saveTemplate', {
    id: newId(),
    name: 'Slab',
    placeId: containerId,
    from,
  })
  expect(kept.lines.map(({ title, startsAfter, dueAfter }) => [title, startsAfter, dueAfter])).toEqual([
    ['Slab', 0, 6],
    ['Forms', null, 3],
    ['Pour', null, null],
  ])
  const madeId = newId()
  const made = await scene.run('contributor', 'work.makeFromTemplate', {
    ...{ id: kept.id, madeId, name: 'Slab 2', containerId, startsOn: '2026-12-10' },
  })
  expect(made).toMatchObject({ kind: 'item', itemCount: 3 })
  const { item, related, checklistLines } = await details(madeId)
  expect(item).toMatchObject({ title: 'Slab 2', startsOn: '2026-12-10', dueOn: '2026-12-18', priority: 3 })
  expect(checklistLines).toHaveLength(1)
  const forms = related.find(({ title }) => title === 'Forms')
  expect(forms).toMatchObject({ dueOn: '2026-12-15', parentId: madeId })
  expect((await details(forms?.id ?? '')).relations).toHaveLength(1)
})

test('a project is kept with links, phases and shared views, and begun as another', async () => {
  const projectId = await scene.addContainer('project')
  const { slab } = await openTree(projectId)
  await scene.run('manager', 'schedule.setRollingWave', { containerId: projectId, isOn: false })
  const phaseId = newId()
  const phase = {
    id: phaseId,
    containerId: projectId,
    name: 'Shell',
    state: 'current' as const,
    startsOn: '2026-11-26',
  }
  await scene.run('manager', 'schedule.addPhase', phase)
  await scene.run('manager', 'schedule.placeInPhase', { itemId: slab.id, phaseId })
  const criteria = [{ id: 'roof', text: 'The roof is tight' }]
  const gate = {
    phaseId,
    name: 'Shell accepted',
    dueOn: '2026-12-24',
    deciderId: scene.personId('viewer'),
    criteria,
  }
  await scene.run('manager', 'schedule.saveGate', gate)
  await scene.run('manager', 'schedule.tickCriterion', { phaseId, criterionId: 'roof', isMet: true })
  const decision = { phaseId, decisionId: newId(), outcome: 'hold' as const, reason: 'Rain' }
  await scene.run('viewer', 'schedule.decideGate', decision)
  const view = { id: newId(), containerId: projectId, name: 'Mine', settings: { layout: 'board' } }
  await scene.run('contributor', 'work.saveView', { ...view, isShared: true })
  const kept = await scene.run('contributor', 'work.saveTemplate', {
    ...{ id: newId(), name: 'Tower', unit: 'calendar' as const },
    from: { kind: 'container', containerId: projectId },
  })
  expect(kept).toMatchObject({ kind: 'project', itemCount: 3, placeId: null })
  const madeId = newId()
  const wish = { id: kept.id, madeId, name: 'Tower B', startsOn: '2027-01-04' }
  expect(await refusalOf(scene.run('contributor', 'work.makeFromTemplate', wish))).toBe(
    'work.template_needs_key',
  )
  await scene.run('contributor', 'work.makeFromTemplate', { ...wish, key: 'TWB' })
  const rows = await scene.sql(
    `select w.title, w.starts_on::text, h.name, h.starts_on::text as phase_on from work_item w
     left join phase_item i on i.item_id = w.id left join phase h on h.id = i.phase_id
     where w.home_container_id = $1 order by w.title`,
    [madeId],
  )
  expect(rows).toEqual([
    { title: 'Forms', starts_on: null, name: null, phase_on: null },
    { title: 'Pour', starts_on: null, name: null, phase_on: null },
    { title: 'Slab', starts_on: '2027-01-04', name: 'Shell', phase_on: '2027-01-04' },
  ])
  const gates = await scene.sql(
    `select g.name, g.due_on::text, g.decider_id, g.criteria,
       (select count(*)::integer from gate_decision d where d.phase_id = g.phase_id) as decisions
     from phase_gate g join phase h on h.id = g.phase_id where h.project_id = $1`,
    [madeId],
  )
  expect(gates, 'nothing is met, and nothing decided, anew').toEqual([
    {
      ...{ name: 'Shell accepted', due_on: '2027-02-01', decider_id: scene.personId('viewer'), decisions: 0 },
      criteria: [{ id: 'roof', text: 'The roof is tight', isMet: false }],
    },
  ])
  const views = await scene.sql('select name, is_shared from saved_view where container_id = $1', [madeId])
  expect(views).toEqual([{ name: 'Mine', is_shared: true }])
  expect(
    await refusalOf(
      scene.run('contributor', 'work.makeFromTemplate', { ...wish, madeId: newId(), key: 'TWB' }),
    ),
  ).toBe('work.key_taken')
  expect(
    await refusalOf(scene.run('stranger', 'work.makeFromTemplate', { ...wish, madeId: newId(), key: 'TWC' })),
  ).toBe('platform.not_found')
})

test('a template written by hand is changed line by line; what is gone from the catalogue is left out', async () => {
  const containerId = await scene.addContainer('list')
  const responsibleId = scene.personId('viewer')
  const [a, b] = [newId(), newId()]
  const lines = [
    { id: a, title: 'Welcome', dueAfter: 0, responsibleId },
    { id: b, parentId: a, title: 'Keys', dueAfter: 2 },
  ]
  const id = newId()
  const from = { kind: 'lines' as const, for: 'item' as const, lines }
  await scene.run('contributor', 'work.saveTemplate', { id, name: 'Onboarding', placeId: containerId, from })
  const changed = await scene.run('manager', 'work.changeTemplate', {
    ...{ id, version: 1 },
    patch: { name: 'Joining', lines: [{ ...lines[0], id: a, title: 'Welcome!', dueAfter: 1 }] },
  })
  expect(changed).toMatchObject({ name: 'Joining', version: 2, lines: [{ title: 'Welcome!', dueAfter: 1 }] })
  expect(await refusalOf(scene.run('manager', 'work.changeTemplate', { id, version: 1, patch: {} }))).toBe(
    'platform.version_old',
  )
  await scene.sql(`update person set status = 'inactive' where id = $1`, [responsibleId])
  const madeId = newId()
  await scene.run('contributor', 'work.makeFromTemplate', { id, madeId, containerId, startsOn: '2026-11-27' })
  await scene.sql(`update person set status = 'active' where id = $1`, [responsibleId])
  expect((await scene.ask('manager', 'work.getItem', { item: madeId })).item).toMatchObject({
    title: 'Welcome!',
    dueOn: '2026-11-30',
    responsibleId: null,
  })
})

test('templates are seen in their place, and by all but guests where they have none', async () => {
  const containerId = await scene.addContainer('list', { members: ['manager'] })
  const from = { kind: 'lines' as const, for: 'list' as const, lines: [] }
  const [here, everywhere] = [newId(), newId()]
  await scene.run('manager', 'work.saveTemplate', { id: here, name: 'Here', placeId: containerId, from })
  await scene.run('manager', 'work.saveTemplate', { id: everywhere, name: 'Everywhere', from })
  const names = async (who: 'manager' | 'viewer' | 'stranger') =>
    (await scene.ask(who, 'work.listTemplates', { kind: 'list' })).templates.map(({ name, mayChange }) => [
      name,
      mayChange,
    ])
  expect(await names('manager')).toEqual([
    ['Everywhere', true],
    ['Here', true],
  ])
  expect(await names('viewer')).toEqual([['Everywhere', false]])
  expect(await names('stranger')).toEqual([])
  expect(await refusalOf(scene.ask('viewer', 'work.getTemplate', { id: here }))).toBe('platform.not_found')
  expect(await refusalOf(scene.run('viewer', 'work.removeTemplate', { id: everywhere }))).toBe(
    'platform.not_found',
  )
  expect(await refusalOf(scene.run('stranger', 'work.saveTemplate', { id: newId(), name: 'X', from }))).toBe(
    'platform.not_allowed',
  )
  const page = await scene.ask('manager', 'work.listTemplates', { kind: 'list', limit: 1 })
  expect(
    (await scene.ask('manager', 'work.listTemplates', { kind: 'list', cursor: page.next ?? '' })).templates,
  ).toMatchObject([{ name: 'Here' }])
  await scene.run('manager', 'work.removeTemplate', { id: here })
  expect(await names('manager')).toEqual([['Everywhere', true]])
})

/** A project with three phases, and a door with ranges that is to be put into the last of them. */
async function openPhased(door: object, states: readonly PhaseState[] = []) {
  const projectId = await scene.addContainer('project')
  const phaseIds = [newId(), newId(), newId()]
  const phases = phaseIds.map((id, index) => ({
    ...{ id, containerId: projectId, name: `Phase ${index + 1}` },
    ...(states[index] ? { state: states[index] } : {}),
  }))
  for (const phase of phases) await scene.run('manager', 'schedule.addPhase', phase)
  const { id } = await scene.run('contributor', 'work.createItem', {
    ...{ id: newId(), containerId: projectId, title: 'Doors' },
    ...door,
  })
  const ranges = { durationLowMin: 480, durationHighMin: 960, peopleLow: 2, peopleHigh: 4 }
  await scene.run('contributor', 'schedule.setPackage', {
    ...{ ...ranges, itemId: id, costLowMinor: 100_000, costHighMinor: 250_000 },
  })
  return { projectId, id, phaseId: phaseIds[2] ?? '' }
}

/** What came of the door, and whether the new project is planned in waves. */
async function keepAndBegin(projectId: string, key: string) {
  const kept = await scene.run('contributor', 'work.saveTemplate', {
    ...{ id: newId(), name: key, from: { kind: 'container', containerId: projectId } },
  })
  const madeId = newId()
  const wish = { id: kept.id, madeId, name: key, startsOn: '2027-01-04', key }
  await scene.run('contributor', 'work.makeFromTemplate', wish)
  const [made] = await scene.sql(
    `select w.effort_low_min, w.effort_high_min, k.duration_low_min, k.duration_high_min, k.people_low,
       k.people_high, k.cost_low_minor::integer, k.cost_high_minor::integer, h.name as phase, h.state,
       (select p.has_rolling_wave from project_plan p where p.project_id = $1) as in_waves
     from work_item w
     left join plan_package k on k.item_id = w.id
     left join phase_item i on i.item_id = w.id left join phase h on h.id = i.phase_id
     where w.home_container_id = $1`,
    [madeId],
  )
  return made
}

const SAID = {
  ...{ duration_low_min: 480, duration_high_min: 960, people_low: 2, people_high: 4 },
  ...{ cost_low_minor: 100_000, cost_high_minor: 250_000, phase: 'Phase 3', state: 'later' },
}

test('packages are kept with their ranges, and stay packages of a project planned in waves', async () => {
  const { projectId, id, phaseId } = await openPhased({ effortLowMin: 1_000, effortHighMin: 3_000 })
  await scene.run('contributor', 'schedule.placeInPhase', { itemId: id, phaseId })
  const effort = { effort_low_min: 1_000, effort_high_min: 3_000 }
  expect(await keepAndBegin(projectId, 'PKG')).toEqual({ ...SAID, ...effort, in_waves: true })
})

test('what was planned in detail and comes later anew goes on being so, without waves', async () => {
  const states = ['closed', 'closed', 'current'] as const // Phases begin anew in their order.
  const { projectId, id, phaseId } = await openPhased({ dueOn: '2027-03-01' }, states)
  await scene.run('manager', 'schedule.placeInPhase', { itemId: id, phaseId })
  expect(await keepAndBegin(projectId, 'DTL')).toMatchObject({ ...SAID, in_waves: false })
})

import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { caseCommands, caseQueries, caseReactions, caseTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...caseCommands],
  queries: [...workQueries, ...caseQueries],
  reactions: caseReactions,
  topics: caseTopics,
})
afterAll(() => scene.close())

async function openCase(...names: string[]) {
  const containerId = await scene.addContainer('case')
  await scene.sql(`update container set subject = 'Tenant', wished_end_state = 'Settled' where id = $1`, [
    containerId,
  ])
  const calls = names.map((name) => ({
    name: 'case.addStage' as const,
    input: { id: newId(), containerId, name },
  }))
  await scene.runAll('contributor', calls)
  const { stages } = await scene.ask('viewer', 'case.getCase', { containerId })
  return { containerId, stageId: (place: number) => stages[place]?.id ?? '' }
}

let itemCount = 0

async function addItem(containerId: string, title: string): Promise<string> {
  const input = { id: newId(), containerId, title, rank: `V${1000 + ++itemCount}V` }
  return (await scene.run('contributor', 'work.createItem', input)).id
}

const enter = (id: string, state: 'active' | 'completed') =>
  scene.run('contributor', 'case.changeStage', { id, patch: { state } })
const close = (id: string) => scene.run('manager', 'work.changeContainer', { id, patch: { state: 'closed' } })
const finish = (id: string) => scene.run('contributor', 'work.moveItem', { id, stateId: 'done' })

test('what is to be done now, what could be, what comes later and what is done', async () => {
  const { containerId, stageId } = await openCase('Assessment', 'Negotiation')
  await enter(stageId(0), 'active')
  const plans = [
    ['unplanned', null],
    ['asked', { stageId: stageId(0) }],
    ['expert opinion', { stageId: stageId(0), isDiscretionary: true }],
    ['offer', { stageId: stageId(1), isRequired: true }],
    ['report', { stageId: stageId(0), isRequired: true }],
  ] as const
  const names = new Map<string, string>()
  for (const [title, plan] of plans) {
    const itemId = await addItem(containerId, title)
    names.set(itemId, title)
    if (plan) await scene.run('contributor', 'case.planItem', { containerId, itemId, ...plan })
    if (title === 'report') await finish(itemId)
  }
  const answer = await scene.ask('viewer', 'case.getCase', { containerId })
  expect(answer.stages.map(({ name, state }) => [name, state])).toEqual([
    ['Assessment', 'active'],
    ['Negotiation', 'available'],
  ])
  expect(answer.items.map((item) => [names.get(item.itemId), item.place])).toEqual([
    ['unplanned', 'now'],
    ['asked', 'now'],
    ['expert opinion', 'could'],
    ['offer', 'later'],
    ['report', 'done'],
  ])
  expect(answer.items[0]).toMatchObject({ id: null, stageId: null, isRequired: false })
  expect(answer.requiredOpen).toBe(1)
})

test('a stage with required open items cannot complete', async () => {
  const { containerId, stageId } = await openCase('Assessment')
  await enter(stageId(0), 'active')
  const itemId = await addItem(containerId, 'Report')
  await scene.run('contributor', 'case.planItem', {
    containerId,
    itemId,
    stageId: stageId(0),
    isRequired: true,
  })
  expect(await refusalOf(enter(stageId(0), 'completed'))).toBe('case.required_open')
  await finish(itemId)
  expect(await enter(stageId(0), 'completed')).toMatchObject({ state: 'completed', version: 3 })
  const late = await addItem(containerId, 'Late')
  const plan = { containerId, itemId: late, stageId: stageId(0) }
  expect(await refusalOf(scene.run('contributor', 'case.planItem', plan))).toBe('case.stage_completed')
  expect(await enter(stageId(0), 'active')).toMatchObject({ state: 'active', completedAt: null })
})

test('required open items keep a case from closing, and do not open again once it is closed', async () => {
  const { containerId } = await openCase()
  const itemId = await addItem(containerId, 'Report')
  await scene.run('contributor', 'case.planItem', { containerId, itemId, isRequired: true })
  expect(await refusalOf(close(containerId))).toBe('case.required_open')
  await finish(itemId)
  expect(await close(containerId)).toMatchObject({ state: 'closed' })
  const reopen = () => scene.run('contributor', 'work.moveItem', { id: itemId, stateId: 'ready' })
  expect(await refusalOf(reopen())).toBe('case.closed')
  const plan = { containerId, itemId }
  expect(await refusalOf(scene.run('contributor', 'case.planItem', plan))).toBe('case.closed')
  await scene.run('manager', 'work.changeContainer', { id: containerId, patch: { state: 'active' } })
  expect((await reopen()).stateId).toBe('ready')
})

test('a required item that left an ended case does not come back open', async () => {
  const { containerId } = await openCase()
  const other = await scene.addContainer('case')
  const input = { id: newId(), containerId: other, title: 'Report' }
  const { id: itemId } = await scene.run('contributor', 'work.createItem', input)
  const place = (...containerIds: string[]) =>
    scene.run('contributor', 'work.placeItem', { id: itemId, containerIds })
  await place(other, containerId)
  await scene.run('contributor', 'case.planItem', { containerId, itemId, isRequired: true })
  await place(other)
  await close(containerId)
  expect(await refusalOf(place(other, containerId))).toBe('case.closed')
  await finish(itemId)
  await place(other, containerId)
})

test('a required item that was archived does not come back open to a case or stage that has ended', async () => {
  const { containerId, stageId } = await openCase('Assessment')
  await enter(stageId(0), 'active')
  const itemId = await addItem(containerId, 'Report')
  await scene.run('contributor', 'case.planItem', {
    containerId,
    itemId,
    stageId: stageId(0),
    isRequired: true,
  })
  await scene.run('contributor', 'work.archiveItem', { id: itemId })
  await enter(stageId(0), 'completed')
  const restore = () => scene.run('contributor', 'work.restoreItem', { id: itemId })
  expect(await refusalOf(restore())).toBe('case.stage_completed')
  await close(containerId)
  expect(await refusalOf(restore())).toBe('case.closed')
  await scene.run('manager', 'work.changeContainer', { id: containerId, patch: { state: 'active' } })
  await enter(stageId(0), 'active')
  expect((await restore()).archivedAt).toBeNull()
})

test('items that are archived or left the case do not count as open', async () => {
  const { containerId, stageId } = await openCase('Assessment')
  await enter(stageId(0), 'active')
  const other = await scene.addContainer('case')
  const gone = await addItem(containerId, 'Gone')
  const moved = await scene.run('contributor', 'work.createItem', {
    id: newId(),
    containerId: other,
    title: 'Moved',
  })
  await scene.run('contributor', 'work.placeItem', { id: moved.id, containerIds: [other, containerId] })
  for (const itemId of [gone, moved.id]) {
    await scene.run('contributor', 'case.planItem', {
      containerId,
      itemId,
      stageId: stageId(0),
      isRequired: true,
    })
  }
  expect(await refusalOf(enter(stageId(0), 'completed'))).toBe('case.required_open')
  await scene.run('contributor', 'work.archiveItem', { id: gone })
  await scene.run('contributor', 'work.placeItem', { id: moved.id, containerIds: [other] })
  expect(await enter(stageId(0), 'completed')).toMatchObject({ state: 'completed' })
  expect((await scene.ask('viewer', 'case.getCase', { containerId })).items).toEqual([])
})

test('planning again changes the plan; the last word of a batch counts', async () => {
  const { containerId, stageId } = await openCase('Assessment')
  const itemId = await addItem(containerId, 'Report')
  const first = await scene.run('contributor', 'case.planItem', { containerId, itemId, isRequired: true })
  await scene.newEvents()
  const inputs = [{ isDiscretionary: true }, { stageId: stageId(0) }]
  const calls = inputs.map((more) => ({
    name: 'case.planItem' as const,
    input: { containerId, itemId, ...more },
  }))
  await scene.runAll('contributor', calls)
  const { items } = await scene.ask('viewer', 'case.getCase', { containerId })
  expect(items).toMatchObject([
    { id: first.id, stageId: stageId(0), isDiscretionary: false, isRequired: false },
  ])
  const events = await scene.newEvents()
  expect(events).toMatchObject([
    {
      kind: 'case.item_planned',
      subject: { kind: 'caseItem', id: first.id },
      touches: [{ kind: 'item', id: itemId }],
    },
  ])
})

test('stages and items of another case are unknown', async () => {
  const here = await openCase('Assessment')
  const there = await openCase('Assessment')
  const itemId = await addItem(here.containerId, 'Report')
  const plan = (input: { containerId: string; stageId: string }) =>
    refusalOf(scene.run('contributor', 'case.planItem', { itemId, ...input }))
  expect(await plan({ containerId: here.containerId, stageId: there.stageId(0) })).toBe('platform.not_found')
  expect(await plan({ containerId: there.containerId, stageId: there.stageId(0) })).toBe('platform.not_found')
})

test('only cases have stages', async () => {
  const containerId = await scene.addContainer('project')
  const input = { id: newId(), containerId, name: 'Assessment' }
  expect(await refusalOf(scene.run('contributor', 'case.addStage', input))).toBe('platform.not_found')
  expect(await refusalOf(scene.ask('viewer', 'case.getCase', { containerId }))).toBe('platform.not_found')
})

test('a change based on an old version is refused', async () => {
  const { stageId } = await openCase('Assessment')
  await enter(stageId(0), 'active')
  const input = { id: stageId(0), version: 1, patch: { name: 'Talks' } }
  expect(await refusalOf(scene.run('contributor', 'case.changeStage', input))).toBe('platform.version_old')
})

test('who may not, is told so or sees nothing', async () => {
  const { containerId, stageId } = await openCase('Assessment')
  const itemId = await addItem(containerId, 'Report')
  const changes = [
    ['case.addStage', { id: newId(), containerId, name: 'x' }],
    ['case.changeStage', { id: stageId(0), patch: { name: 'x' } }],
    ['case.planItem', { containerId, itemId }],
  ] as const
  for (const [name, input] of changes) {
    const refusal = (who: Who) => refusalOf(scene.runAll(who, [{ name, input }]))
    expect(await refusal('commenter')).toBe('platform.not_allowed')
    expect(await refusal('stranger')).toBe('platform.not_found')
  }
  expect(await refusalOf(scene.ask('stranger', 'case.getCase', { containerId }))).toBe('platform.not_found')
})

test('an item says in which stages it stands, of cases that who asks may see', async () => {
  const { containerId, stageId } = await openCase('Assessment')
  const itemId = await addItem(containerId, 'Report')
  const places = async () => (await scene.ask('viewer', 'work.getItem', { item: itemId })).places
  expect(await places()).toEqual([])
  await scene.run('contributor', 'case.planItem', {
    containerId,
    itemId,
    stageId: stageId(0),
    isRequired: true,
  })
  const here = { kind: 'case', containerId, stage: 'Assessment', isDiscretionary: false, isRequired: true }
  expect(await places()).toEqual([here])
  const hidden = await scene.addContainer('case', { members: ['manager'] })
  await scene.sql(
    `insert into case_item (organisation_id, id, case_id, item_id, is_discretionary, is_required)
     select organisation_id, $1, $2, id, true, false from work_item where id = $3`,
    [newId(), hidden, itemId],
  )
  expect(await places()).toEqual([here])
  expect((await scene.ask('manager', 'work.getItem', { item: itemId })).places).toHaveLength(2)
})

test('stages and planned items are shown to who sees the case', async () => {
  const { containerId, stageId } = await openCase('Assessment')
  const itemId = await addItem(containerId, 'Report')
  const planned = await scene.run('contributor', 'case.planItem', {
    containerId,
    itemId,
    stageId: stageId(0),
  })
  expect(await scene.show('viewer', 'stage', [stageId(0)])).toMatchObject([{ name: 'Assessment' }])
  expect(await scene.show('viewer', 'caseItem', [planned.id])).toEqual([planned])
  expect(await scene.show('stranger', 'stage', [stageId(0)])).toEqual([null])
  expect(await scene.show('stranger', 'caseItem', [planned.id])).toEqual([null])
})

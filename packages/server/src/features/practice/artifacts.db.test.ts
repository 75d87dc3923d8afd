import { afterAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
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

const [poured, accepted] = ['Poured', 'Accepted'].map((name) => ({
  ...{ id: newId(), name, checkpoints: name === 'Poured' ? ['Cubes are taken'] : [] },
})) as [
  { id: string; name: string; checkpoints: string[] },
  { id: string; name: string; checkpoints: string[] },
] // Two names, two states.
const typeId = newId()
await scene.run('manager', 'practice.saveArtifactType', {
  id: typeId,
  name: 'Slab',
  states: [poured, accepted],
})

async function addArtifact(containerId: string, who: Who = 'contributor') {
  const input = { id: newId(), containerId, typeId, name: 'Slab 4' }
  return (await scene.run(who, 'practice.saveArtifact', input)).id
}

async function addItem(containerId: string, title = 'Pour') {
  return (await scene.run('contributor', 'work.createItem', { id: newId(), containerId, title })).id
}

async function openWork(members?: readonly Who[]) {
  const containerId = await scene.addContainer('project', members ? { members } : {})
  return { containerId, artifactId: await addArtifact(containerId), itemId: await addItem(containerId) }
}

const ask = (
  ids: { readonly itemId: string; readonly artifactId: string },
  stateId: string,
  evidence: { check: string; note: string }[] = [],
) =>
  scene.run('contributor', 'practice.askFor', {
    itemId: ids.itemId,
    artifactId: ids.artifactId,
    stateId,
    evidence,
  })
const finish = (id: string) => scene.run('contributor', 'work.moveItem', { id, stateId: 'done' })
const artifactOf = (id: string) => scene.ask('viewer', 'practice.getArtifact', { id })

test('finished work brings the artifact it asks for into its state, with the evidence (INV-M4)', async () => {
  const work = await openWork()
  await ask(work, poured.id)
  expect(await refusalOf(finish(work.itemId))).toBe('practice.artifact_evidence')
  expect((await artifactOf(work.artifactId)).artifact.stateId).toBeNull()
  const evidence = [{ check: 'Cubes are taken', note: 'Six, in the shed' }]
  await ask(work, poured.id, evidence)
  await finish(work.itemId)
  const { artifact, steps, asked } = await artifactOf(work.artifactId)
  expect(artifact).toMatchObject({ stateId: poured.id, version: 2 })
  expect(steps).toMatchObject([{ from: null, to: poured.id, itemId: work.itemId, evidence }])
  expect(asked).toMatchObject([{ itemId: work.itemId, deliveredAt: expect.any(Number) }])
  expect(await refusalOf(ask(work, accepted.id))).toBe('practice.artifact_delivered')
})

test('two items bring it on one after the other, and saving it does not move it', async () => {
  const work = await openWork()
  const later = { ...work, itemId: await addItem(work.containerId, 'Accept') }
  await ask(work, poured.id, [{ check: 'Cubes are taken', note: 'Yes' }])
  await ask(later, accepted.id)
  await finish(work.itemId)
  await finish(later.itemId)
  const { containerId, artifactId: id } = work
  await scene.run('contributor', 'practice.saveArtifact', {
    id,
    containerId,
    typeId,
    name: 'Slab 5',
    link: 'B-17',
  })
  const { artifact, steps } = await artifactOf(id)
  expect(artifact).toMatchObject({ name: 'Slab 5', stateId: accepted.id, link: 'B-17', edition: 2 })
  expect(steps.map(({ to }) => to)).toEqual([accepted.id, poured.id])
})

test('an artifact that open work asks for stays, and so do the states and types that it is of', async () => {
  const work = await openWork()
  await ask(work, accepted.id)
  const archive = () => scene.run('contributor', 'practice.archiveArtifact', { id: work.artifactId })
  expect(await refusalOf(archive())).toBe('practice.artifact_asked')
  const type = { id: typeId, name: 'Slab', states: [poured] }
  expect(await refusalOf(scene.run('manager', 'practice.saveArtifactType', type))).toBe(
    'practice.state_in_use',
  )
  const archiveType = scene.run('manager', 'practice.archiveArtifactType', { id: typeId })
  expect(await refusalOf(archiveType)).toBe('practice.type_in_use')
  await scene.run('contributor', 'practice.stopAskingFor', {
    itemId: work.itemId,
    artifactId: work.artifactId,
  })
  expect(await archive()).toMatchObject({ archivedAt: expect.any(Number) })
  expect(await refusalOf(ask(work, accepted.id))).toBe('practice.archived')
})

test('who may not write changes nothing, and who does not see finds nothing', async () => {
  const work = await openWork(['manager', 'contributor'])
  await ask(work, accepted.id)
  const seen = await scene.ask('viewer', 'practice.listArtifacts', {})
  expect(seen.artifacts.map(({ id }) => id)).not.toContain(work.artifactId)
  expect(await refusalOf(scene.ask('viewer', 'practice.getArtifact', { id: work.artifactId }))).toBe(
    'platform.not_found',
  )
  expect(await refusalOf(scene.ask('viewer', 'practice.listAsked', { itemId: work.itemId }))).toBe(
    'platform.not_found',
  )
  const open = await openWork()
  expect(await refusalOf(addArtifact(open.containerId, 'viewer'))).toBe('platform.not_allowed')
  const foreign = ask({ itemId: open.itemId, artifactId: newId() }, accepted.id)
  expect(await refusalOf(foreign)).toBe('platform.reference_unknown')
  expect(await refusalOf(ask(open, newId()))).toBe('platform.reference_unknown')
  expect(await scene.show('viewer', 'artifact', [work.artifactId, open.artifactId])).toMatchObject([
    null,
    { id: open.artifactId },
  ])
})

test('of confidential work neither the item nor what it showed is told', async () => {
  const work = await openWork()
  await ask(work, poured.id, [{ check: 'Cubes are taken', note: 'Hush' }])
  const personIds = [scene.personId('contributor')]
  await scene.run('contributor', 'work.setSeenBy', { id: work.itemId, personIds })
  await finish(work.itemId)
  const { steps, artifact } = await scene.ask('contributor', 'practice.getArtifact', { id: work.artifactId })
  expect([steps[0]?.itemId, artifact.stateId]).toEqual([work.itemId, poured.id])
})

test('what changed about a practice is told with how its work flowed before and after', async () => {
  const containerId = await scene.addContainer('list')
  const practice = { id: newId(), name: 'Curing', areas: ['2.2' as const], outputs: [accepted.id] }
  const described = { ...practice, roles: [{ name: 'Foreman' }], description: { body: 'Wet.' } }
  const start = Date.parse('2026-03-02T08:00:00Z')
  const work = async (day: number, hours: number, isBack: boolean) => {
    scene.now = start + day * 86_400_000
    const item = { id: newId(), containerId, title: 'Cure', practice: 'curing' }
    const { id } = await scene.run('contributor', 'work.createItem', item)
    const move = (stateId: string) => scene.run('contributor', 'work.moveItem', { id, stateId })
    await move('inprogress')
    scene.now += hours * 3_600_000
    await move('done')
    if (!isBack) return
    await move('inprogress')
    await move('done')
  }
  scene.now = start
  await scene.run('manager', 'practice.savePractice', described)
  await scene.run('manager', 'practice.publishPractice', { id: practice.id })
  const effect = () => scene.ask('viewer', 'practice.getEffect', { id: practice.id })
  expect(await effect()).toMatchObject({ moments: [], since: null, effect: null })
  for (const [day, hours] of [4, 5, 6].entries()) await work(day, hours, day === 0)
  scene.now = start + 10 * 86_400_000
  await scene.run('manager', 'practice.savePractice', { ...described, description: { body: 'Film.' } })
  await scene.run('manager', 'practice.publishPractice', { id: practice.id })
  for (const [day, hours] of [1, 2, 3].entries()) await work(11 + day, hours, false)
  const { moments, effect: found } = await effect()
  expect(moments).toMatchObject([{ kind: 'version', number: 2 }])
  expect(found).toMatchObject({
    ...{
      before: { sample: 3, medianCycleMin: 300 },
      after: { sample: 3, medianCycleMin: 120, reworkShare: 0 },
    },
    ...{ cycleMin: { value: -180 }, isSmall: true },
  })
  expect(found?.before.reworkShare).toBeCloseTo(1 / 3)
})

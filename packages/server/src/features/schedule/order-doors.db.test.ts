import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { PLANNING } from './testing/planning.ts'

const scene = await Scene.open(PLANNING)
afterAll(() => scene.close())

beforeEach(() => {
  scene.now = Date.parse('2026-03-02T00:00:00Z')
})

let count = 0
async function addItem(containerId: string, title: string, more: Record<string, unknown> = {}) {
  const input = { id: newId(), containerId, title, rank: `V${String(1000 + ++count)}V`, ...more }
  return (await scene.run('contributor', 'work.createItem', input)).id
}

const link = (fromId: string, toId: string, linkType: 'FS' | 'FF' = 'FS') =>
  scene.run('contributor', 'work.relateItems', { id: newId(), fromId, toId, kind: 'precedes', linkType })

const place = (id: string, containerIds: readonly string[]) =>
  scene.run('contributor', 'work.placeItem', { id, containerIds: [...containerIds] })

const archive = (id: string) => scene.run('contributor', 'work.archiveItem', { id })
const restore = (id: string) => scene.run('contributor', 'work.restoreItem', { id })

const hammock = (containerId: string, itemId: string) =>
  scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId, patch: { isHammock: true } })

async function itemsOf(containerId: string): Promise<readonly string[]> {
  const { rows } = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  return rows.map(({ title }) => title).toSorted()
}

/** Part with Inside below it, and After, which Part precedes. */
async function outline() {
  const containerId = await scene.addContainer('project')
  const part = await addItem(containerId, 'Part')
  const inside = await addItem(containerId, 'Inside', { parentId: part })
  const after = await addItem(containerId, 'After')
  await link(part, after)
  return { containerId, part, inside, after }
}

/** A list, which is no project: what lies there has no plan. */
const openList = () => scene.addContainer('list')

test('an item that is placed into a project closes no circle there', async () => {
  const { containerId, part, after, inside } = await outline()
  const list = await openList()
  const between = await addItem(list, 'Between')
  await link(after, between)
  await link(between, inside)
  expect(await refusalOf(place(between, [containerId]))).toBe('schedule.link_circle')
  expect(await itemsOf(containerId)).toEqual(['After', 'Inside', 'Part'])
  const beyond = await addItem(list, 'Beyond')
  await link(part, beyond)
  await place(beyond, [containerId])
  expect(await itemsOf(containerId)).toContain('Beyond')
})

test('what comes back from the archive closes no circle, also by what lies below it', async () => {
  const { containerId, after, inside } = await outline()
  const group = await addItem(containerId, 'Group')
  const between = await addItem(containerId, 'Between', { parentId: group })
  await link(after, between)
  await archive(group)
  await link(between, inside)
  expect(await refusalOf(restore(group))).toBe('schedule.link_circle')
  expect(await itemsOf(containerId)).toEqual(['After', 'Inside', 'Part'])
})

test('what comes back without links may, and so may what others wait for', async () => {
  const { containerId, part } = await outline()
  const [alone, last] = [await addItem(containerId, 'Alone'), await addItem(containerId, 'Last')]
  await link(part, last)
  for (const id of [alone, last]) await archive(id)
  for (const id of [alone, last]) await restore(id)
  expect(await itemsOf(containerId)).toEqual(['After', 'Alone', 'Inside', 'Last', 'Part'])
})

test('two items are not merged where the links of both together go round', async () => {
  const { containerId, after, inside } = await outline()
  const [stays, goes] = [await addItem(containerId, 'Stays'), await addItem(containerId, 'Goes')]
  await link(after, stays)
  await link(goes, inside)
  const merging = scene.run('contributor', 'work.mergeItem', { id: goes, intoId: stays })
  expect(await refusalOf(merging)).toBe('schedule.link_circle')
  expect(await itemsOf(containerId)).toContain('Goes')
})

test('two items are not merged where what lies below the one would lie below what it waits for', async () => {
  const containerId = await scene.addContainer('project')
  const [stays, goes] = [await addItem(containerId, 'Stays'), await addItem(containerId, 'Goes')]
  const part = await addItem(containerId, 'Below', { parentId: goes })
  await link(part, stays)
  const merging = scene.run('contributor', 'work.mergeItem', { id: goes, intoId: stays })
  expect(await refusalOf(merging)).toBe('schedule.link_to_above')
  expect(await itemsOf(containerId)).toContain('Goes')
})

test('a hammock does not lose its last part where its links go round then', async () => {
  const containerId = await scene.addContainer('project')
  const [around, before] = [await addItem(containerId, 'Around'), await addItem(containerId, 'Before')]
  const hung = await addItem(containerId, 'Hung', { parentId: around })
  await hammock(containerId, hung)
  const part = await addItem(containerId, 'Part', { parentId: hung })
  await link(around, before)
  // A hammock reaches to what it precedes; what has parts does not.
  await link(hung, before)
  expect(await refusalOf(archive(part))).toBe('schedule.link_circle')
  const away = scene.run('contributor', 'work.changeItem', { id: part, patch: { parentId: null } })
  expect(await refusalOf(away)).toBe('schedule.link_circle')
  expect(await itemsOf(containerId)).toContain('Part')
})

test('a hammock does not get its first part where its links go round then', async () => {
  const { containerId, part, inside } = await outline()
  const hung = await addItem(containerId, 'Hung')
  await hammock(containerId, hung)
  await link(part, hung)
  await link(hung, inside)
  expect(await refusalOf(addItem(containerId, 'First', { parentId: hung }))).toBe('schedule.link_circle')
  expect(await itemsOf(containerId)).toEqual(['After', 'Hung', 'Inside', 'Part'])
})

test('undo is refused as what it takes back would have been', async () => {
  const { containerId, inside, after } = await outline()
  const list = await openList()
  await place(after, [list])
  await link(after, inside)
  // What took it out is taken back.
  expect(await refusalOf(place(after, [containerId]))).toBe('schedule.link_circle')
  await archive(inside)
  await place(after, [containerId])
  expect(await refusalOf(restore(inside))).toBe('schedule.link_circle')
  expect(await itemsOf(containerId)).toEqual(['After', 'Part'])
})

test('whoever may not write in the project learns nothing of its order', async () => {
  const { containerId, after, inside } = await outline()
  const between = await addItem(await openList(), 'Between')
  await link(after, between)
  await link(between, inside)
  const placing = scene.run('stranger', 'work.placeItem', { id: between, containerIds: [containerId] })
  expect(await refusalOf(placing)).toBe('platform.not_found')
})

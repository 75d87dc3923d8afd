import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { scheduleCommands, scheduleQueries, scheduleReactions, scheduleTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...scheduleCommands],
  queries: [...workQueries, ...scheduleQueries],
  reactions: scheduleReactions,
  topics: scheduleTopics,
})
afterAll(() => scene.close())

const at = (day: string, hour = 0) => Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000

beforeEach(() => {
  scene.now = at('2026-03-02')
})

let count = 0
async function addItem(containerId: string, title: string, more: Record<string, unknown> = {}) {
  const rank = `V${String(1000 + ++count)}V`
  const input = { id: newId(), containerId, title, rank, ...more }
  return (await scene.run('contributor', 'work.createItem', input)).id
}

const link = (fromId: string, toId: string, linkType: 'FS' | 'FF' = 'FS') =>
  scene.run('contributor', 'work.relateItems', { id: newId(), fromId, toId, kind: 'precedes', linkType })

const plan = (containerId: string, itemId: string, patch: Record<string, unknown>) =>
  scene.run('contributor', 'schedule.changePlanItem', { containerId, itemId, patch })

const place = (id: string, parentId: string | null) =>
  scene.run('contributor', 'work.changeItem', { id, patch: { parentId } })

const linksOf = async (containerId: string) =>
  (await scene.ask('viewer', 'schedule.getPlan', { containerId })).links.length

/** Part with Inside below it, and Before and After beside it. */
async function outline() {
  const containerId = await scene.addContainer('project')
  const part = await addItem(containerId, 'Part')
  const inside = await addItem(containerId, 'Inside', { parentId: part })
  const [before, after] = [await addItem(containerId, 'Before'), await addItem(containerId, 'After')]
  return { containerId, part, inside, before, after }
}

test('a link that goes round through a summary is refused at once, and leaves the plan as it was', async () => {
  const { containerId, part, inside, before, after } = await outline()
  await link(part, after)
  expect(await refusalOf(link(after, inside))).toBe('schedule.link_circle')
  expect(await refusalOf(link(part, inside))).toBe('schedule.link_to_above')
  expect(await refusalOf(link(inside, part))).toBe('schedule.link_to_above')
  expect(await refusalOf(link(before, part, 'FF'))).toBe('schedule.link_to_finish')
  expect(await linksOf(containerId)).toBe(1)
})

test('an item does not come to lie where its links go round, or where a finish is held', async () => {
  const { containerId, part, before, after } = await outline()
  await link(before, part)
  await link(part, after)
  expect(await refusalOf(place(before, part))).toBe('schedule.link_to_above')
  const [first, last] = [await addItem(containerId, 'First'), await addItem(containerId, 'Last')]
  await link(first, last, 'FF')
  expect(await refusalOf(addItem(containerId, 'Below', { parentId: last }))).toBe('schedule.link_to_finish')
  expect(await refusalOf(place(after, last))).toBe('schedule.link_to_finish')
  await place(first, part)
  const { rows } = await scene.ask('viewer', 'schedule.getPlan', { containerId })
  const parentOf = new Map(rows.map(({ itemId, parentId }) => [itemId, parentId]))
  expect([before, after, first].map((id) => parentOf.get(id))).toEqual([null, null, part])
})

test('what is no hammock any more must fit into the order of the plan', async () => {
  const { containerId, part, after } = await outline()
  await plan(containerId, after, { isHammock: true })
  await link(after, part, 'FF')
  expect(await refusalOf(plan(containerId, after, { isHammock: false }))).toBe('schedule.link_to_finish')
})

test('a plan that was out of order before can be put in order bit by bit', async () => {
  const { containerId, part, inside, before, after } = await outline()
  await scene.sql(
    `insert into relation (organisation_id, id, from_id, to_id, kind, link_type, lag, lag_unit)
     select organisation_id, $1, $2, $3, 'precedes', 'FS', 0, 'workingMin' from work_item where id = $2`,
    [newId(), part, inside],
  )
  await link(before, after)
  expect(await linksOf(containerId)).toBe(2)
})

test('two dates that can never both be kept are refused, whichever comes last, and nothing changes', async () => {
  const { containerId, before, after } = await outline()
  for (const itemId of [before, after]) await plan(containerId, itemId, { durationMin: 960 })
  await link(before, after)
  const held = { constraintKind: 'MSO', constraintAt: at('2026-03-09', 8) }
  await plan(containerId, before, held)
  const tooEarly = { constraintKind: 'SNLT', constraintAt: at('2026-03-10', 8) }
  expect(await refusalOf(plan(containerId, after, tooEarly))).toBe('schedule.constraints_contradict')
  await plan(containerId, after, { constraintKind: 'SNLT', constraintAt: at('2026-03-11', 8) })
  const later = { constraintAt: at('2026-03-10', 8) }
  expect(await refusalOf(plan(containerId, before, later))).toBe('schedule.constraints_contradict')
  const { itemPlan } = await scene.ask('viewer', 'schedule.getItemPlan', { itemId: before })
  expect(itemPlan?.plan).toMatchObject(held)
})

test('a link between two dates that it cannot keep is refused; where dates win, it gives way', async () => {
  const { containerId, before, after } = await outline()
  await plan(containerId, before, { constraintKind: 'MSO', constraintAt: at('2026-03-09', 8) })
  await plan(containerId, after, { constraintKind: 'MFO', constraintAt: at('2026-03-06', 17) })
  expect(await refusalOf(link(before, after))).toBe('schedule.constraints_contradict')
  await scene.run('manager', 'schedule.changePlanSettings', { containerId, patch: { precedence: 'dates' } })
  await link(before, after)
  expect(await linksOf(containerId)).toBe(1)
})

test('whoever does not see a project learns nothing of its order', async () => {
  const { part, inside, after } = await outline()
  await link(part, after)
  const input = { id: newId(), fromId: after, toId: inside, kind: 'precedes' as const } // One of the kinds.
  expect(await refusalOf(scene.run('stranger', 'work.relateItems', input))).toBe('platform.not_found')
})

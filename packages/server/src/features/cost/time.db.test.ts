import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { costCommands, costQueries, costTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...costCommands],
  queries: [...workQueries, ...costQueries],
  topics: costTopics,
})
afterAll(() => scene.close())

const MINUTE = 60_000
const T0 = Date.parse('2026-03-02T09:00:00Z')
beforeEach(() => {
  scene.now = T0
})

async function openItem(members?: readonly Who[], more: { parentId?: string } = {}) {
  const containerId = await scene.addContainer('list', members ? { members } : {})
  const who = members?.[0] ?? 'contributor'
  const item = { id: newId(), containerId, title: 'Slab', ...more }
  return (await scene.run(who, 'work.createItem', item)).id
}

const start = (who: Who, itemId: string) => scene.run(who, 'cost.startTimer', { id: newId(), itemId })
const add = (who: Who, itemId: string, minutes: number, day = '2026-03-02') =>
  scene.run(who, 'cost.addTime', { id: newId(), itemId, day, minutes, note: 'Forms' })
const spent = (who: Who, itemId: string) => scene.ask(who, 'cost.listItemTime', { itemId })
const timerOf = async (who: Who) => (await scene.ask(who, 'cost.getTimer', {})).timer

test('of one person one timer runs: it stops where the next one starts', async () => {
  const [slab, roof] = [await openItem(), await openItem()]
  const first = await start('contributor', slab)
  expect(await timerOf('contributor')).toMatchObject({ id: first.id, itemTitle: 'Slab', isRunning: true })
  expect(await timerOf('manager')).toBeNull()
  scene.now = T0 + 25 * MINUTE
  const second = await start('contributor', roof)
  scene.now = T0 + 40 * MINUTE
  expect(await scene.run('contributor', 'cost.stopTimer', { id: second.id })).toMatchObject({ minutes: 15 })
  expect(await timerOf('contributor')).toBeNull()
  expect(await spent('viewer', slab)).toMatchObject({ ownMin: 25, entries: [{ id: first.id, minutes: 25 }] })
  const again = scene.run('contributor', 'cost.stopTimer', { id: second.id })
  expect(await refusalOf(again)).toBe('cost.not_running')
})

test('started at once from two places, one timer runs and no minute is counted twice', async () => {
  const items = [await openItem(), await openItem(), await openItem()]
  await Promise.all(items.map((itemId) => start('manager', itemId)))
  const rows = await scene.sql('select count(*)::integer as count from time_entry where is_running')
  expect(rows).toEqual([{ count: 1 }])
  await scene.sql('update time_entry set is_running = false, minutes = 1 where is_running')
})

test('entries add up on the item, and those of items under it beside', async () => {
  const parent = await openItem()
  const child = await openItem(undefined, { parentId: parent })
  const hidden = await openItem(['manager'])
  await scene.run('manager', 'work.changeItem', { id: hidden, patch: { parentId: parent } })
  await add('contributor', parent, 30)
  await add('manager', parent, 60, '2026-03-03')
  await add('contributor', child, 90)
  await add('manager', hidden, 7)
  expect(await spent('viewer', parent)).toMatchObject({ ownMin: 90, belowMin: 90, next: null })
  expect(await spent('manager', parent)).toMatchObject({ ownMin: 90, belowMin: 97 })
  const first = await scene.ask('viewer', 'cost.listItemTime', { itemId: parent, limit: 1 })
  const rest = await scene.ask('viewer', 'cost.listItemTime', {
    itemId: parent,
    limit: 1,
    cursor: first.next ?? '',
  })
  expect([...first.entries, ...rest.entries].map(({ minutes }) => minutes).toSorted((a, b) => a - b)).toEqual(
    [30, 60],
  )
})

test('one’s own days are listed by day, without those of others', async () => {
  const itemId = await openItem()
  await add('contributor', itemId, 20, '2026-05-05')
  await add('contributor', itemId, 10, '2026-05-04')
  await add('manager', itemId, 99, '2026-05-04')
  const { entries } = await scene.ask('contributor', 'cost.listMyTime', {
    from: '2026-05-04',
    to: '2026-05-10',
  })
  expect(entries.map(({ day, minutes }) => [day, minutes])).toEqual([
    ['2026-05-04', 10],
    ['2026-05-05', 20],
  ])
  for (const [from, to] of [
    ['2026-05-05', '2026-05-04'],
    ['2026-01-01', '2026-12-31'],
    ['2026-02-31', 'x'.repeat(10)],
  ] as const) {
    const asked = scene.ask('contributor', 'cost.listMyTime', { from, to })
    expect(await refusalOf(asked)).toMatch(/^(cost.days_wrong|platform.input_wrong)$/)
  }
})

test('contributors change their own time, managers that of others, and nobody else any', async () => {
  const itemId = await openItem()
  const own = await add('contributor', itemId, 30)
  const change = (who: Who, id: string) =>
    scene.run(who, 'cost.changeTime', { id, patch: { minutes: 45, note: '' } })
  expect(await change('contributor', own.id)).toMatchObject({ minutes: 45, note: '', version: 2 })
  expect(await change('manager', own.id)).toMatchObject({ version: 3 })
  const managers = await add('manager', itemId, 30)
  expect(await refusalOf(change('contributor', managers.id))).toBe('cost.not_yours')
  expect(await refusalOf(change('viewer', own.id))).toBe('platform.not_allowed')
  expect(await refusalOf(add('commenter', itemId, 5))).toBe('platform.not_allowed')
  expect(await refusalOf(scene.run('stranger', 'cost.removeTime', { id: own.id }))).toBe('platform.not_found')
  await scene.run('contributor', 'cost.removeTime', { id: own.id })
  expect(await spent('viewer', itemId)).toMatchObject({ ownMin: 30 })
})

test('what cannot be seen takes no time and shows none, and archived items rest', async () => {
  const secret = await openItem(['manager'])
  const entry = await add('manager', secret, 30)
  expect(await refusalOf(add('contributor', secret, 5))).toBe('platform.not_found')
  expect(await refusalOf(spent('contributor', secret))).toBe('platform.not_found')
  expect(await scene.show('contributor', 'timeEntry', [entry.id])).toEqual([null])
  expect(await scene.show('manager', 'timeEntry', [entry.id])).toMatchObject([{ minutes: 30 }])
  await scene.run('manager', 'work.archiveItem', { id: secret })
  expect(await refusalOf(start('manager', secret))).toBe('work.archived')
})

test('minutes and days that make no sense are refused', async () => {
  const itemId = await openItem()
  expect(await refusalOf(add('contributor', itemId, 0))).toBe('cost.minutes_wrong')
  expect(await refusalOf(add('contributor', itemId, 1441))).toBe('cost.minutes_wrong')
  expect(await refusalOf(add('contributor', itemId, 5, '2026-02-30'))).toBe('cost.day_wrong')
})

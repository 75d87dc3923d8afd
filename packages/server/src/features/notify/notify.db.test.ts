import type { InputOf, operations } from '@millrace/contract'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { discussionCommands, discussionQueries } from '../discussion/index.ts'
import { workCommands, workQueries } from '../work/index.ts'
import {
  createAlertWork,
  createComeBackJobs,
  notifyCommands,
  notifyQueries,
  notifyReactions,
  notifyTopics,
} from './index.ts'

const offers = {
  commands: [...workCommands, ...discussionCommands, ...notifyCommands],
  queries: [...workQueries, ...discussionQueries, ...notifyQueries],
  reactions: notifyReactions,
  topics: notifyTopics,
}
const scene = await Scene.open(offers)
afterAll(() => scene.close())

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
const NOW = Date.now()
beforeEach(() => {
  scene.now = NOW
})

type NewItem = Partial<InputOf<(typeof operations)['work.createItem']>>

async function openItem(more: NewItem = {}, by: Who = 'manager') {
  const containerId = more.containerId ?? (await scene.addContainer('list'))
  const input = { id: newId(), containerId, title: 'Slab', ...more }
  const { id, key } = await scene.run(by, 'work.createItem', input)
  return { containerId, itemId: id, key }
}

const say = (who: Who, itemId: string, body: string, mentions: readonly Who[] = []) =>
  scene.run(who, 'discussion.addComment', {
    id: newId(),
    itemId,
    body,
    mentions: mentions.map((each) => scene.personId(each)),
  })
type Show = 'unread' | 'all' | 'mentions' | 'snoozed'
const inbox = async (who: Who, show: Show = 'unread') =>
  (await scene.ask(who, 'notify.listNotifications', { show })).notifications
const linesOn = async (who: Who, itemId: string, show: Show = 'unread') =>
  (await inbox(who, show)).filter(({ about }) => about.kind === 'item' && about.itemId === itemId)
const kindsOn = async (who: Who, itemId: string) =>
  (await linesOn(who, itemId)).map((line) => line.events.map(({ kind }) => kind))
const count = (who: Who) => scene.ask(who, 'notify.countNotifications', {})

function jobs() {
  const deps = { db: scene.database.db, registry: { commands: new Map(), queries: new Map(), reactions: [] } }
  return { ...deps, onCommitted: () => {} }
}

test('who has a part in an item is told what others do, and nobody of what they do themselves', async () => {
  const { itemId } = await openItem({ responsibleId: scene.personId('contributor') })
  expect(await kindsOn('contributor', itemId)).toEqual([['assignment']])
  await say('contributor', itemId, 'On it')
  expect(await kindsOn('contributor', itemId)).toEqual([['assignment']])
  expect(await linesOn('manager', itemId)).toMatchObject([
    {
      title: 'Slab',
      reason: 'requester',
      isFollowing: true,
      events: [{ kind: 'comment', personId: scene.personId('contributor'), excerpt: 'On it' }],
    },
  ])
  expect(await linesOn('viewer', itemId)).toEqual([])
})

test('what happens to an item within a while is one line', async () => {
  const { itemId } = await openItem({ responsibleId: scene.personId('contributor') })
  await scene.run('manager', 'work.moveItem', { id: itemId, stateId: 'ready' })
  scene.now = NOW + HOUR_MS / 2
  await say('commenter', itemId, 'Seen')
  expect(await kindsOn('contributor', itemId)).toEqual([['assignment', 'state', 'comment']])
  scene.now = NOW + 3 * HOUR_MS
  await scene.run('manager', 'work.moveItem', { id: itemId, stateId: 'waiting' })
  expect(await kindsOn('contributor', itemId)).toEqual([['state'], ['assignment', 'state', 'comment']])
})

test('a read line stays as it is, and what comes next makes a new one', async () => {
  const { itemId } = await openItem()
  await say('commenter', itemId, 'One')
  const [line] = await linesOn('manager', itemId)
  await scene.run('manager', 'notify.markRead', { id: line?.id ?? '' })
  expect(await linesOn('manager', itemId)).toEqual([])
  scene.now = NOW + 1
  await say('commenter', itemId, 'Two')
  expect(await linesOn('manager', itemId, 'all')).toMatchObject([
    { readAt: null, events: [{ excerpt: 'Two' }] },
    { readAt: NOW, events: [{ excerpt: 'One' }] },
  ])
  await scene.run('manager', 'notify.markUnread', { id: line?.id ?? '' })
  expect(await linesOn('manager', itemId)).toHaveLength(2)
  await scene.run('manager', 'notify.markAllRead', { until: NOW + DAY_MS })
  expect(await count('manager')).toEqual({ unread: 0, mentions: 0 })
})

test('a mention leads to its comment, is counted apart, and tells nothing of a comment taken back', async () => {
  const { itemId } = await openItem()
  const before = await count('viewer')
  const comment = await say('manager', itemId, 'Look, viewer', ['viewer'])
  expect(await linesOn('viewer', itemId, 'mentions')).toMatchObject([
    { reason: 'addressed', events: [{ kind: 'mention', commentId: comment.id, excerpt: 'Look, viewer' }] },
  ])
  expect(await count('viewer')).toEqual({ unread: before.unread + 1, mentions: before.mentions + 1 })
  await scene.run('manager', 'discussion.editComment', { id: comment.id, body: 'Look again' })
  expect(await kindsOn('viewer', itemId)).toEqual([['mention']])
  await scene.run('manager', 'discussion.removeComment', { id: comment.id })
  expect(await linesOn('viewer', itemId)).toMatchObject([{ events: [{ excerpt: null }] }])
})

test('a line put off leaves the inbox and comes back on top when its time has come', async () => {
  const { itemId } = await openItem()
  await say('commenter', itemId, 'One')
  const [line] = await linesOn('manager', itemId)
  const id = line?.id ?? ''
  const until = NOW + HOUR_MS
  const putOff = (at: number) => refusalOf(scene.run('manager', 'notify.snooze', { id, until: at }))
  expect([await putOff(NOW), await putOff(NOW + 900 * DAY_MS)]).toEqual([
    'notify.moment_past',
    'notify.moment_too_far',
  ])
  await scene.run('manager', 'notify.snooze', { id, until })
  expect(await linesOn('manager', itemId)).toEqual([])
  expect(await linesOn('manager', itemId, 'snoozed')).toMatchObject([{ id, snoozedUntil: until }])
  await say('commenter', itemId, 'Two')
  expect(await linesOn('manager', itemId)).toEqual([])
  const [job] = await scene.sql(`select run_at, payload from job where kind = 'notify.wake'`)
  expect(job).toMatchObject({ payload: { personId: scene.personId('manager') } })
  await scene.sql(`update notification set snoozed_until = now() - interval '1 minute' where id = $1`, [id])
  await wake('notify.wake', 'manager')
  expect(await linesOn('manager', itemId)).toMatchObject([{ id, snoozedUntil: null, events: [{}, {}] }])
})

async function wake(kind: string, who: Who): Promise<void> {
  const payload = { personId: scene.personId(who) }
  const job = {
    id: newId(),
    kind,
    organisation_id: scene.organisationId,
    payload,
    attempts: 1,
    max_attempts: 5,
  }
  await createComeBackJobs(jobs()).get(kind)?.(job, new AbortController().signal)
}

test('nobody reaches into the inbox of somebody else', async () => {
  const { itemId } = await openItem()
  await say('commenter', itemId, 'One')
  const [line] = await linesOn('manager', itemId)
  const id = line?.id ?? ''
  for (const name of ['notify.markRead', 'notify.markUnread'] as const)
    expect(await refusalOf(scene.run('viewer', name, { id }))).toBe('platform.not_found')
  const until = NOW + HOUR_MS
  expect(await refusalOf(scene.run('viewer', 'notify.snooze', { id, until }))).toBe('platform.not_found')
  expect(await scene.show('manager', 'notification', [id])).toEqual([{ id }])
  expect(await scene.show('viewer', 'notification', [id])).toEqual([null])
})

test('who lost access is told nothing more, and what they were told is out of sight', async () => {
  const { itemId, containerId } = await openItem({ responsibleId: scene.personId('contributor') })
  const [line] = await linesOn('contributor', itemId)
  await scene.sql('delete from container_grant where container_id = $1 and person_id = $2', [
    containerId,
    scene.personId('contributor'),
  ])
  await say('manager', itemId, 'Between us')
  const all = await scene.sql('select id from notification where item_id = $1 and person_id = $2', [
    itemId,
    scene.personId('contributor'),
  ])
  expect(all).toEqual([{ id: line?.id }])
  expect(await scene.show('stranger', 'notification', [line?.id ?? ''])).toEqual([null])
})

test('following is a choice that counts more than a part in the work', async () => {
  const { itemId } = await openItem()
  const standing = (who: Who) => scene.ask(who, 'notify.getFollowing', { itemId })
  expect(await standing('manager')).toMatchObject({
    isFollowing: true,
    choice: null,
    reasons: ['requester', 'author'],
  })
  await scene.run('manager', 'notify.unfollow', { itemId })
  await scene.run('viewer', 'notify.follow', { itemId })
  expect(await standing('manager')).toMatchObject({ isFollowing: false, choice: false })
  await say('commenter', itemId, 'One')
  expect([await linesOn('manager', itemId), await kindsOn('viewer', itemId)]).toEqual([[], [['comment']]])
  await say('commenter', itemId, 'You there', ['manager'])
  expect(await kindsOn('manager', itemId)).toEqual([['mention']])
  expect(await refusalOf(scene.run('stranger', 'notify.follow', { itemId }))).toBe('platform.not_found')
})

test('a muted container and a muted kind are silent, until they are muted no more', async () => {
  const { itemId, containerId } = await openItem()
  await scene.run('manager', 'notify.mute', { containerId })
  await scene.run('manager', 'notify.mute', { containerId })
  await say('commenter', itemId, 'One')
  expect(await linesOn('manager', itemId)).toEqual([])
  await scene.run('manager', 'notify.unmute', { containerId })
  await scene.run('manager', 'notify.mute', { kind: 'comment' })
  expect(await scene.ask('manager', 'notify.listMutes', {})).toEqual({
    mutes: [{ containerId: null, kind: 'comment' }],
  })
  await say('commenter', itemId, 'Two')
  await scene.run('contributor', 'work.moveItem', { id: itemId, stateId: 'ready' })
  expect(await kindsOn('manager', itemId)).toEqual([['state']])
  await scene.run('manager', 'notify.unmute', { kind: 'comment' })
  expect(await refusalOf(scene.run('manager', 'notify.mute', {}))).toBe('notify.mute_everything')
  expect(await refusalOf(scene.run('stranger', 'notify.mute', { containerId }))).toBe('platform.not_found')
})

test('a reminder comes at its time to whoever set it, and can be moved and removed', async () => {
  const { itemId } = await openItem()
  const id = newId()
  const remindAt = NOW + HOUR_MS
  await scene.run('viewer', 'notify.setReminder', { id, itemId, remindAt, note: 'Ask the city' })
  await scene.run('viewer', 'notify.setReminder', { id, itemId, remindAt: remindAt + 1, note: 'Ask again' })
  expect(await scene.ask('viewer', 'notify.getFollowing', { itemId })).toMatchObject({
    reminders: [{ id, remindAt: remindAt + 1, note: 'Ask again' }],
  })
  const taken = scene.run('manager', 'notify.setReminder', { id, itemId, remindAt })
  expect(await refusalOf(taken)).toBe('platform.exists')
  expect(await refusalOf(scene.run('manager', 'notify.removeReminder', { id }))).toBe('platform.not_found')
  await wake('notify.remind', 'viewer')
  expect(await linesOn('viewer', itemId)).toEqual([])
  await scene.sql(`update reminder set remind_at = now() - interval '1 minute' where id = $1`, [id])
  await wake('notify.remind', 'viewer')
  await wake('notify.remind', 'viewer')
  expect(await linesOn('viewer', itemId)).toMatchObject([
    { events: [{ kind: 'reminder', personId: null, facts: { note: 'Ask again' } }] },
  ])
})

test('the person an item waits for is nudged once a day', async () => {
  const { itemId } = await openItem()
  const nudge = (who: Who) => scene.run(who, 'notify.nudge', { itemId })
  expect(await refusalOf(nudge('contributor'))).toBe('notify.nobody_awaited')
  const personId = scene.personId('viewer')
  await scene.run('manager', 'work.waitForItem', { id: itemId, personId, note: 'the drawing' })
  expect(await kindsOn('viewer', itemId)).toEqual([['waiting']])
  expect(await nudge('contributor')).toEqual({ itemId, personId })
  expect(await kindsOn('viewer', itemId)).toEqual([['waiting', 'nudge']])
  expect(await refusalOf(nudge('manager'))).toBe('notify.nudged_already')
  expect(await refusalOf(nudge('stranger'))).toBe('platform.not_found')
  expect(await scene.ask('viewer', 'notify.getFollowing', { itemId })).toMatchObject({ nudgedAt: NOW })
  scene.now = NOW + DAY_MS
  expect(await nudge('manager')).toEqual({ itemId, personId })
})

test('whoever is responsible hears of a due date once a day, on one line', async () => {
  const day = (days: number) => new Date(NOW + days * DAY_MS).toISOString().slice(0, 10)
  const responsibleId = scene.personId('contributor')
  const late = await openItem({ responsibleId, dueOn: day(-2) }, 'contributor')
  const today = await openItem({ responsibleId, dueOn: day(0) }, 'contributor')
  const later = await openItem({ responsibleId, dueOn: day(2) }, 'contributor')
  const alert = () => createAlertWork(jobs()).run(new AbortController().signal)
  await alert()
  await alert()
  const facts = async (itemId: string) =>
    (await linesOn('contributor', itemId)).flatMap(({ events }) => events.map((each) => each.facts['is']))
  expect(await facts(late.itemId)).toEqual(['overdue'])
  expect(await facts(today.itemId)).toEqual(['dueToday'])
  expect(await facts(later.itemId)).toEqual([])
  await scene.sql(`update notification set alerted_on = alerted_on - 1 where item_id = $1`, [late.itemId])
  await alert()
  expect(await kindsOn('contributor', late.itemId)).toEqual([['alert', 'alert']])
})

test('the inbox comes in pages, newest first', async () => {
  const itemIds: string[] = []
  for (const minute of [1, 2, 3]) {
    scene.now = NOW + 2 * DAY_MS + minute
    const { itemId } = await openItem({ responsibleId: scene.personId('viewer') })
    itemIds.unshift(itemId)
  }
  const first = await scene.ask('viewer', 'notify.listNotifications', { limit: 2 })
  const rest = await scene.ask('viewer', 'notify.listNotifications', { limit: 2, cursor: first.next ?? '' })
  const found = [...first.notifications, ...rest.notifications].map(
    ({ about }) => about.kind === 'item' && about.itemId,
  )
  expect(found.slice(0, 3)).toEqual(itemIds)
  const wrong = scene.ask('viewer', 'notify.listNotifications', { cursor: 'nonsense' })
  expect(await refusalOf(wrong)).toBe('platform.cursor_wrong')
})

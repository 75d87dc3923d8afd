import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { refusalOf, Scene, type Who } from '../../platform/testing/scene.ts'
import { workCommands, workQueries } from '../work/index.ts'
import { discussionCommands, discussionQueries, discussionTopics } from './index.ts'

const scene = await Scene.open({
  commands: [...workCommands, ...discussionCommands],
  queries: [...workQueries, ...discussionQueries],
  topics: discussionTopics,
})
afterAll(() => scene.close())

const T0 = Date.parse('2026-03-02T09:00:00Z')
beforeEach(() => {
  scene.now = T0
})

async function openItem(members?: readonly Who[]) {
  const containerId = await scene.addContainer('list', members ? { members } : {})
  const who = members?.[0] ?? 'contributor'
  const { id, key } = await scene.run(who, 'work.createItem', { id: newId(), containerId, title: 'Slab' })
  return { containerId, itemId: id, key }
}

const say = (
  who: Who,
  itemId: string,
  body: string,
  more: { mentions?: string[]; replyToId?: string } = {},
) => scene.run(who, 'discussion.addComment', { id: newId(), itemId, body, ...more })
const list = (itemId: string, more: { limit?: number; cursor?: string } = {}) =>
  scene.ask('viewer', 'discussion.listComments', { itemId, ...more })

test('comments are listed page by page, oldest first', async () => {
  const { itemId } = await openItem()
  for (const body of ['one', 'two', 'three']) {
    scene.now = (scene.now ?? T0) + 1
    await say('commenter', itemId, body)
  }
  const first = await list(itemId, { limit: 2 })
  const rest = await list(itemId, { limit: 2, cursor: first.next ?? '' })
  expect([...first.comments, ...rest.comments].map((comment) => comment.body)).toEqual([
    'one',
    'two',
    'three',
  ])
  expect(rest.next).toBeNull()
  expect(first.comments[0]).toMatchObject({
    itemId,
    authorId: scene.personId('commenter'),
    createdAt: T0 + 1,
    editedAt: null,
    version: 1,
  })
  for (const cursor of ['nonsense', '12', ` ${newId()}`, `1e99 ${newId()}`]) {
    expect(await refusalOf(list(itemId, { cursor }))).toBe('platform.cursor_wrong')
  }
})

test('a comment is told as its own fact that touches the item, without its words', async () => {
  const { itemId, containerId } = await openItem()
  await scene.newEvents()
  const comment = await say('contributor', itemId, 'Secret words', { mentions: [scene.personId('viewer')] })
  expect(await scene.newEvents()).toMatchObject([
    {
      kind: 'discussion.added',
      subject: { kind: 'comment', id: comment.id },
      containerId,
      data: { itemId, mentions: [scene.personId('viewer')], replyToId: null },
      touches: [{ kind: 'item', id: itemId }],
    },
  ])
  const words = await scene.sql(
    `select count(*)::integer as found from event where data::text like '%Secret words%'`,
  )
  expect(words).toEqual([{ found: 0 }])
})

test('who is mentioned must be able to see the item', async () => {
  const { itemId } = await openItem(['manager', 'contributor'])
  const mention = (...ids: string[]) => say('manager', itemId, 'Look', { mentions: ids })
  expect(await refusalOf(mention(scene.personId('viewer')))).toBe('discussion.mention_without_access')
  expect(await refusalOf(mention(newId()))).toBe('discussion.mention_without_access')
  const me = scene.personId('contributor')
  expect(await mention(me, me)).toMatchObject({ mentions: [me] })
})

test('people are mentioned where a team of theirs was let in, or everybody was', async () => {
  const { itemId, containerId } = await openItem(['manager'])
  const [team, parent] = [newId(), newId()]
  for (const [id, parentId] of [
    [parent, null],
    [team, parent],
  ]) {
    await scene.sql(
      `insert into team (organisation_id, id, parent_id, name, created_at) values ($1, $2, $3, 'Team', now())`,
      [scene.organisationId, id, parentId],
    )
  }
  await scene.sql('insert into team_member (organisation_id, team_id, person_id) values ($1, $2, $3)', [
    scene.organisationId,
    team,
    scene.personId('viewer'),
  ])
  const mention = (who: Who) => say('manager', itemId, 'Look', { mentions: [scene.personId(who)] })
  expect(await refusalOf(mention('viewer'))).toBe('discussion.mention_without_access')
  await scene.sql(
    `insert into container_grant (organisation_id, id, container_id, team_id, role) values ($1, $2, $3, $4, 'viewer')`,
    [scene.organisationId, newId(), containerId, parent],
  )
  expect(await mention('viewer')).toMatchObject({ version: 1 })
  expect(await refusalOf(mention('contributor'))).toBe('discussion.mention_without_access')
  await scene.sql(`update container set visibility = 'open' where id = $1`, [containerId])
  expect(await mention('contributor')).toMatchObject({ version: 1 })
  expect(await refusalOf(mention('stranger'))).toBe('discussion.mention_without_access')
})

test('an answer belongs to the same item, and may answer a comment of the same batch', async () => {
  const { itemId } = await openItem()
  const other = await openItem()
  const first = await say('contributor', itemId, 'Question')
  expect(await say('commenter', itemId, 'Answer', { replyToId: first.id })).toMatchObject({
    replyToId: first.id,
  })
  expect(await refusalOf(say('commenter', other.itemId, 'x', { replyToId: first.id }))).toBe(
    'discussion.reply_unknown',
  )
  expect(await refusalOf(say('commenter', itemId, 'x', { replyToId: newId() }))).toBe(
    'discussion.reply_unknown',
  )
  const id = newId()
  await scene.runAll('contributor', [
    { name: 'discussion.addComment', input: { id, itemId, body: 'And' } },
    { name: 'discussion.addComment', input: { id: newId(), itemId, body: 'then', replyToId: id } },
  ])
  expect((await list(itemId)).comments).toHaveLength(4)
})

test('only the author edits, and sees whether somebody was faster', async () => {
  const { itemId } = await openItem()
  const viewer = scene.personId('viewer')
  const { id } = await say('commenter', itemId, 'Frist', { mentions: [viewer] })
  scene.now = T0 + 5
  const edited = await scene.run('commenter', 'discussion.editComment', { id, version: 1, body: 'First' })
  expect(edited).toMatchObject({ body: 'First', mentions: [viewer], editedAt: T0 + 5, version: 2 })
  const edit = (who: Who, more: { version?: number; mentions?: string[] } = {}) =>
    refusalOf(scene.run(who, 'discussion.editComment', { id, body: 'x', ...more }))
  expect(await edit('manager')).toBe('discussion.not_yours')
  expect(await edit('commenter', { version: 1 })).toBe('platform.version_old')
  expect(await edit('commenter', { mentions: [newId()] })).toBe('discussion.mention_without_access')
})

test('a removed comment leaves its place without its words', async () => {
  const { itemId } = await openItem()
  const first = await say('commenter', itemId, 'Oops', { mentions: [scene.personId('viewer')] })
  const second = await say('contributor', itemId, 'Rude', { replyToId: first.id })
  const remove = (who: Who, id: string) => scene.run(who, 'discussion.removeComment', { id })
  expect(await refusalOf(remove('commenter', second.id))).toBe('discussion.not_yours')
  expect(await remove('commenter', first.id)).toMatchObject({
    body: '',
    mentions: [],
    removedAt: T0,
    version: 2,
  })
  expect(await remove('manager', second.id)).toMatchObject({ body: '', replyToId: first.id })
  await scene.newEvents()
  expect(await remove('manager', second.id)).toMatchObject({ version: 2 })
  expect(await scene.newEvents()).toEqual([])
  expect((await list(itemId)).comments.map((comment) => comment.body)).toEqual(['', ''])
  const edit = scene.run('commenter', 'discussion.editComment', { id: first.id, body: 'x' })
  expect(await refusalOf(edit)).toBe('discussion.removed')
})

test('an archived item is not discussed any more', async () => {
  const { itemId } = await openItem()
  await scene.run('contributor', 'work.archiveItem', { id: itemId })
  expect(await refusalOf(say('contributor', itemId, 'x'))).toBe('work.archived')
})

test('who may not, is told so or sees nothing', async () => {
  const { itemId } = await openItem()
  const { id } = await say('contributor', itemId, 'Words')
  const changes = [
    ['discussion.addComment', { id: newId(), itemId, body: 'x' }],
    ['discussion.editComment', { id, body: 'x' }],
    ['discussion.removeComment', { id }],
  ] as const
  for (const [name, input] of changes) {
    const refusal = (who: Who) => refusalOf(scene.runAll(who, [{ name, input }]))
    expect(await refusal('viewer')).toBe('platform.not_allowed')
    expect(await refusal('stranger')).toBe('platform.not_found')
  }
  const ask = (who: Who, itemId: string) => scene.ask(who, 'discussion.listComments', { itemId })
  expect(await refusalOf(ask('stranger', itemId))).toBe('platform.not_found')
  expect(await refusalOf(ask('manager', newId()))).toBe('platform.not_found')
})

test('a comment is shown to who sees its item', async () => {
  const { itemId } = await openItem()
  const comment = await say('contributor', itemId, 'Words')
  expect(await scene.show('viewer', 'comment', [comment.id])).toEqual([comment])
  expect(await scene.show('stranger', 'comment', [comment.id])).toEqual([null])
})

import type { ImportMapping, ImportView } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { refusalOf } from '../../platform/testing/scene.ts'
import { createExchangeWorld } from './testing/exchange-world.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())

/** A board of 600 cards in lists that are a state here, a word for one, and neither. */
const CARDS = 600
const BOARD = {
  name: 'Harbour',
  lists: [
    { id: 'l1', name: 'Backlog', pos: 1 },
    { id: 'l2', name: 'Erledigt', pos: 2 },
    { id: 'l3', name: 'Quay wall', pos: 3 },
  ],
  members: [{ id: 'm1', fullName: 'Ann Lee' }],
  labels: [{ id: 'g1', name: 'Steel' }],
  checklists: [
    {
      id: 'k1',
      idCard: 'c1',
      name: 'Before',
      checkItems: [
        { id: 'i1', name: 'Ask', state: 'complete', pos: 1, idMember: 'm1' },
        { id: 'i2', name: 'Book', state: 'incomplete', pos: 2, due: '2026-03-01T12:00:00.000Z' },
      ],
    },
  ],
  cards: Array.from({ length: CARDS }, (_card, index) => ({
    id: `c${index}`,
    idShort: index + 1,
    name: `Card ${index}`,
    desc: index === 1 ? 'As **drawn**' : '',
    idList: index === 2 ? 'l2' : index === 3 ? 'l3' : 'l1',
    pos: index,
    closed: index === 4,
    idMembers: index === 1 ? ['m1'] : [],
    idLabels: index === 1 ? ['g1'] : [],
    due: index === 1 ? '2026-03-31T12:00:00.000Z' : null,
    shortUrl: index === 1 ? 'https://trello.com/c/abc' : undefined,
    attachments: index === 1 ? [{ name: 'Plan [1]', url: 'https://example.org/plan.pdf' }] : [],
  })),
  actions: [
    {
      type: 'commentCard',
      date: '2026-01-06T09:00:00.000Z',
      memberCreator: { id: 'gone', fullName: 'Old Hand' },
      data: { text: 'The *big* one', card: { id: 'c1' } },
    },
    {
      type: 'updateCard',
      date: '2026-01-05T00:00:00.000Z',
      data: { card: { id: 'c2' }, listBefore: { id: 'l1' }, listAfter: { id: 'l2' } },
    },
    {
      type: 'createCard',
      date: '2026-01-02T00:00:00.000Z',
      data: { card: { id: 'c2' }, list: { id: 'l1' } },
    },
  ],
}

const mapping = (key: string, more: Partial<ImportMapping> = {}): ImportMapping => ({
  target: { kind: 'new', containerKind: 'list', key, name: key, subject: null, wishedEndState: null },
  columns: [],
  typeId: null,
  people: 'placeholder',
  ...more,
})

/** Every table but the journal, the jobs, and what counts up for good. */
const TABLES = [
  'person',
  'label',
  'container_grant',
  'work_item',
  'relation',
  'visit',
  'comment',
  'checklist',
  'checklist_line',
  'import_record',
  'container',
]

async function everything(): Promise<Readonly<Record<string, unknown>>> {
  const tables: Record<string, unknown> = {}
  for (const table of TABLES) tables[table] = await world.rows(table)
  return tables
}

async function rowsOf(table: string): Promise<readonly Record<string, unknown>[]> {
  return (await world.rows(table)).map(({ row }) => row as Record<string, unknown>) // A row as JSON.
}

async function review(content: unknown, given: ImportMapping): Promise<ImportView> {
  const { id } = await world.upload(JSON.stringify(content), 'board.json')
  await world.map(id, given)
  await world.run('exchange.startImport', { id })
  await world.drain()
  return await world.get(id)
}

test('a board is recognised by what is in it, and told before anything is made', async () => {
  const { format, profile, fileProblems } = await world.upload(JSON.stringify(BOARD), 'anything.txt')
  expect(format).toBe('trello')
  expect(profile).toMatchObject({
    title: 'Harbour',
    counts: { items: CARDS, archived: 1, checklists: 1, comments: 1, attachments: 1 },
    states: [
      { name: 'Backlog', items: CARDS - 2 },
      { name: 'Erledigt', items: 1 },
      { name: 'Quay wall', items: 1 },
    ],
  })
  expect(fileProblems).toMatchObject({ problemCount: 0 })
})

test('JSON that is broken is refused and leaves no run', async () => {
  for (const content of ['{"lists":[], "cards":[', '[{"b":'])
    expect(await refusalOf(world.upload(content, 'x.json'))).toBe('exchange.file_unreadable')
})

test('a board comes with checklists, comments and archived cards, and revert leaves every table as it was', async () => {
  const before = await everything()
  const view = await review(BOARD, mapping('HAR'))
  expect(view).toMatchObject({ state: 'review', done: view.total })
  expect(view.plan?.counts).toMatchObject({
    items: CARDS,
    done: 1,
    labelsNew: 2,
    placeholders: 2,
    checklistLines: 2,
    comments: 1,
    archived: 1,
  })
  const items = new Map((await rowsOf('work_item')).map((item) => [item['title'], item]))
  const labels = new Map((await rowsOf('label')).map((label) => [label['name'], label['id']]))
  const people = new Map((await rowsOf('person')).map((person) => [person['name'], person['id']]))
  expect(items.get('Card 1')).toMatchObject({
    description: [
      'As **drawn**\n\n---\n',
      '- Attachment: [Plan \\[1\\]](https://example.org/plan.pdf)',
      '- From Trello: [#2](https://trello.com/c/abc)',
    ].join('\n'),
    responsible_id: people.get('Ann Lee'),
    due_on: '2026-03-31',
    label_ids: [labels.get('Steel')],
    line_count: 2,
    line_done_count: 1,
  })
  expect(items.get('Card 2')).toMatchObject({ state_group: 'done', label_ids: [] })
  expect(new Date(String(items.get('Card 2')?.['created_at'])).toISOString()).toBe('2026-01-02T00:00:00.000Z')
  expect(new Date(String(items.get('Card 2')?.['finished_at'])).toISOString()).toBe(
    '2026-01-05T00:00:00.000Z',
  )
  expect(items.get('Card 3')).toMatchObject({ state_group: 'backlog', label_ids: [labels.get('Quay wall')] })
  expect(items.get('Card 4')?.['archived_at']).not.toBeNull()
  const [comment] = (await rowsOf('comment')).filter(({ origin }) => origin === 'import')
  expect(comment).toMatchObject({
    body: 'The *big* one',
    author_id: people.get('Old Hand'),
    item_id: items.get('Card 1')?.['id'],
  })
  expect(new Date(String(comment?.['created_at'])).toISOString()).toBe('2026-01-06T09:00:00.000Z')
  await world.run('exchange.revertImport', { id: view.id })
  await world.drain()
  expect(await world.get(view.id)).toMatchObject({ state: 'reverted', removal: { kept: [] } })
  expect(await everything()).toEqual(before)
})

test('a run that is cut off goes on where it stopped, and makes nothing twice', async () => {
  const { id } = await world.upload(JSON.stringify(BOARD), 'board.json')
  await world.map(id, mapping('CUT'))
  await world.run('exchange.startImport', { id })
  const stop = new AbortController()
  stop.abort(new Error('the worker stops'))
  await expect(world.drain(stop.signal)).rejects.toThrow('the worker stops')
  await world.drain()
  const view = await world.get(id)
  expect(view).toMatchObject({ state: 'review', done: view.total })
  const made = (await rowsOf('work_item')).filter((item) => item['import_run_id'] === id)
  expect(made).toHaveLength(CARDS)
  const madeIds = new Set(made.map((item) => item['id']))
  expect((await rowsOf('comment')).filter((comment) => madeIds.has(comment['item_id']))).toHaveLength(1)
  await world.run('exchange.revertImport', { id })
  await world.drain()
})

test('a list means what the mapping says, and whoever is not known is named in what they said', async () => {
  const { rows } = await world.work.database.owner.pool.query<{ id: string }>(
    "select s ->> 'id' as id from item_type t, jsonb_array_elements(t.workflow -> 'states') s where s ->> 'group' = 'inProgress' order by t.rank limit 1",
  )
  const state = rows[0]?.id ?? ''
  const view = await review(BOARD, mapping('MAP', { people: 'leave', listStates: { 'Quay wall': state } }))
  expect(view.plan?.counts).toMatchObject({ placeholders: 0, labelsNew: 1 })
  const item = (await rowsOf('work_item')).find(
    (each) => each['import_run_id'] === view.id && each['title'] === 'Card 3',
  )
  expect(item).toMatchObject({ state_id: state, state_group: 'inProgress', label_ids: [] })
  const comments = await rowsOf('comment')
  expect(comments.map(({ body }) => body)).toContain('**Old Hand:**\n\nThe *big* one')
})

import type { ImportMapping, ImportView } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { createExchangeWorld } from './testing/exchange-world.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())

const TABLE = [
  'Summary,Issue key,Issue id,Parent id,Issue Type,Status,Status Category,Project name,Priority,Assignee,Reporter,Created,Resolved,Due date,Labels,Labels,Description,Original Estimate,Outward issue link (Blocks),Custom field (Story Points),Custom field (Floor),Comment,Comment',
  'Pour,TWR-7,10007,10001,Task,Signed off,Done,Tower A,Highest,ann@example.org,Tom Dahl,01/Jan/26 9:00 AM,03/Feb/26 10:00 AM,31/Mar/26,night,concrete,h2. Mix,28800,TWR-1,5,12,02/Feb/26 9:30 AM;Tom Dahl;Which *mix* is it?,',
  'Foundations,TWR-1,10001,,Epic,To Do,To Do,Tower A,,,,,,,,,,,TWR-7,,,,',
  ',TWR-9,10009,,Task,To Do,To Do,Tower A,,,,,,,,,,,,,,,',
].join('\n')

function mapping(key: string): ImportMapping {
  return {
    target: {
      kind: 'new',
      containerKind: 'project',
      key,
      name: 'Tower',
      subject: null,
      wishedEndState: null,
    },
    columns: [],
    typeId: null,
    people: 'placeholder',
  }
}

async function rowsOf(table: string): Promise<readonly Record<string, unknown>[]> {
  return (await world.rows(table)).map(({ row }) => row as Record<string, unknown>) // A row as JSON.
}

async function review(content: string, key: string): Promise<ImportView> {
  const { id } = await world.upload(content, 'jira.csv')
  await world.map(id, mapping(key))
  await world.run('exchange.startImport', { id })
  await world.drain()
  return await world.get(id)
}

test('the table of Jira is known by its header, and says the key of its project', async () => {
  const { format, profile } = await world.upload(TABLE, 'anything.csv')
  expect(format).toBe('jira')
  expect(profile).toMatchObject({
    title: 'Tower A',
    key: 'TWR',
    counts: { items: 3, comments: 1, links: 2 },
    states: [
      { name: 'To Do', group: 'backlog', items: 2 },
      { name: 'Signed off', group: 'done', items: 1 },
    ],
  })
})

test('issues come with their keys, what was said on them, and values of own fields', async () => {
  const fieldId = '01900000-0000-7000-8000-0000000000f1'
  await world.run('work.createField', { id: fieldId, key: 'floor', name: 'Floor', kind: 'number' })
  const view = await review(TABLE, 'TWR')
  expect(view).toMatchObject({ state: 'review' })
  expect(view.plan?.counts).toMatchObject({ items: 2, subItems: 1, done: 1, relations: 1, comments: 1 })
  expect(view.plan?.problems.map(({ code, line }) => [code, line])).toEqual([
    ['import.type_unknown', 3],
    ['import.title_missing', 4],
    ['import.relation_cycle', 3],
  ])
  const items = new Map((await rowsOf('work_item')).map((item) => [item['key'], item]))
  const people = new Map((await rowsOf('person')).map((person) => [person['name'], person['id']]))
  expect(items.get('TWR-7')).toMatchObject({
    title: 'Pour',
    parent_id: items.get('TWR-1')?.['id'],
    state_group: 'done',
    priority: 4,
    due_on: '2026-03-31',
    effort_min: 480,
    responsible_id: people.get('ann@example.org'),
    requester_id: people.get('Tom Dahl'),
    fields: { [fieldId]: 12 },
    description: '## Mix\n\n---\n\n- Story Points: 5\n- From Jira: TWR-7',
  })
  expect(new Date(String(items.get('TWR-7')?.['finished_at'])).getUTCFullYear()).toBe(2026)
  const [comment] = await rowsOf('comment')
  expect(comment).toMatchObject({ body: 'Which **mix** is it?', author_id: people.get('Tom Dahl') })
})

test('what is added beside an import that keeps its keys gets a number after all of them', async () => {
  const containers = await rowsOf('container')
  const containerId = containers.find(({ key }) => key === 'TWR')?.['id']
  await world.run('work.createItem', {
    id: '01900000-0000-7000-8000-0000000000a1',
    containerId,
    title: 'New here',
  })
  const made = (await rowsOf('work_item')).find(({ title }) => title === 'New here')
  expect(made?.['key']).toBe('TWR-10')
})

test('into a container of another key, issues get its numbers and keep theirs in the text', async () => {
  await review(TABLE, 'OTHER')
  const keys = (await rowsOf('work_item'))
    .map(({ key }) => String(key))
    .filter((key) => key.startsWith('OTHER'))
  expect(keys.toSorted()).toEqual(['OTHER-1', 'OTHER-2'])
})

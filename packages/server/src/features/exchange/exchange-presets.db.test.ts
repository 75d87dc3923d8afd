import { afterAll, expect, test } from 'vitest'
import { createExchangeWorld } from './testing/exchange-world.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())

/** Imports a table with the mapping that is proposed, and tells its items by title. */
async function importAsProposed(content: string, key: string) {
  const { id, profile } = await world.upload(content)
  const target = {
    kind: 'new',
    containerKind: 'list',
    key,
    name: key,
    subject: null,
    wishedEndState: null,
  } as const
  const columns = profile?.format === 'csv' ? profile.mapping : []
  await world.map(id, { target, columns, typeId: null, people: 'placeholder' })
  await world.run('exchange.startImport', { id })
  await world.drain()
  const view = await world.get(id)
  const rows = (await world.rows('work_item')).map(({ row }) => row as Record<string, unknown>) // A row as JSON.
  const items = new Map(rows.map((item) => [item['title'], item]))
  const momentOf = (title: string, column: string) =>
    new Date(String(items.get(title)?.[column])).toISOString()
  return { view, items, momentOf }
}

test('what Asana exports comes in by itself: completed tasks are done since they were', async () => {
  const { view, items, momentOf } = await importAsProposed(
    [
      'Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task',
      '1001,2026-03-01,,2026-03-05,Plan launch,Build,Dana Ortiz,dana@example.com,2026-03-04,2026-04-01,"launch, marketing",Kick-off,Launch,',
      '1002,2026-03-02,2026-03-06,2026-03-06,Book venue,Build,,,,2026-03-20,,,Launch,Plan launch',
    ].join('\n'),
    'ASA',
  )
  expect(view.plan).toMatchObject({
    problemCount: 0,
    counts: { items: 2, subItems: 1, done: 1, labelsNew: 3 },
  })
  expect(items.get('Book venue')).toMatchObject({
    state_group: 'done',
    due_on: '2026-03-20',
    parent_id: items.get('Plan launch')?.['id'],
  })
  expect(items.get('Plan launch')).toMatchObject({ description: 'Kick-off', starts_on: '2026-03-04' })
  expect(momentOf('Book venue', 'finished_at') > momentOf('Book venue', 'created_at')).toBe(true)
  expect(momentOf('Book venue', 'finished_at').slice(0, 7)).toBe('2026-03')
})

test('what Linear exports comes in by itself, to the second', async () => {
  const { view, items, momentOf } = await importAsProposed(
    [
      'ID,Team,Title,Description,Status,Estimate,Priority,Project,Creator,Assignee,Labels,Created,Updated,Started,Completed,Canceled,Due Date,Parent issue',
      'ENG-1,Core,Ship it,Plan,In Progress,3,Urgent,Road,a@example.com,dana@example.com,"Bug, Customer",2026-03-01T10:00:00Z,2026-03-05T10:00:00Z,,,,2026-04-15,',
      'ENG-2,Core,Fix login,,Done,,No priority,Road,a@example.com,,,2026-03-01T10:00:00Z,2026-03-05T10:00:00Z,,2026-03-04T10:30:15Z,,,ENG-1',
      'ENG-3,Core,Drop it,,Canceled,,Low,Road,a@example.com,,,2026-03-01T10:00:00Z,2026-03-05T10:00:00Z,,,2026-03-04T10:00:00Z,,',
    ].join('\n'),
    'LIN',
  )
  expect(view.plan).toMatchObject({ problemCount: 0, counts: { items: 3, subItems: 1, done: 2 } })
  expect(items.get('Ship it')).toMatchObject({ priority: 4, effort_min: null, due_on: '2026-04-15' })
  expect(momentOf('Fix login', 'finished_at')).toBe('2026-03-04T10:30:15.000Z')
  expect(momentOf('Fix login', 'created_at')).toBe('2026-03-01T10:00:00.000Z')
})

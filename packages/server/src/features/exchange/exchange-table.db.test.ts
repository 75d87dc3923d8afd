import type { ImportMapping, ImportView } from '@millrace/contract'
import { afterAll, expect, test } from 'vitest'
import { refusalOf } from '../../platform/testing/scene.ts'
import { createExchangeWorld } from './testing/exchange-world.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())

const TABLE = `ID;Title;Parent;Status;Owner;Start;Due;Hours;Labels;After;Priority
1;Dig;;done;Ann Lee <ann@example.org>;03.01.2026;14.01.2026;8;site, earth;;high
2;Form;3;in progress;Bob;15.01.2026;2026-02-01;1.5;site;1FS+2d;
3;Base;;To Do;Ann Lee <ann@example.org>;31/12/2026;;;;2;urgent
;;;;;;;;;;
4;;;;;;;;;;
`

const target = (key: string): ImportMapping['target'] => ({
  kind: 'new',
  containerKind: 'project',
  key,
  name: `Import ${key}`,
  subject: null,
  wishedEndState: null,
})

function mappingOf(view: ImportView, key: string): ImportMapping {
  if (view.profile?.format !== 'csv') throw new Error('not a table')
  return { target: target(key), columns: view.profile.mapping, typeId: null, people: 'placeholder' }
}

/** Every table but the journal, the jobs, and what counts up for good. */
const TABLES = [
  'person',
  'label',
  'container_grant',
  'work_item',
  'relation',
  'visit',
  'plan_item',
  'assignment',
  'resource',
  'calendar',
  'baseline',
  'baseline_item',
  'import_record',
  'container',
]

async function everything(): Promise<Readonly<Record<string, unknown>>> {
  const tables: Record<string, unknown> = {}
  for (const table of TABLES) tables[table] = await world.rows(table)
  return tables
}

async function review(content: string, key: string): Promise<ImportView> {
  const { id, ...uploaded } = await world.upload(content)
  await world.map(id, mappingOf({ id, ...uploaded }, key))
  await world.run('exchange.startImport', { id })
  await world.drain()
  return await world.get(id)
}

test('a table is mapped by its header, tried, and reported row by row', async () => {
  const uploaded = await world.upload(TABLE)
  expect(uploaded.profile).toMatchObject({ format: 'csv', delimiter: ';', rowCount: 5 })
  const { plan } = await world.map(uploaded.id, mappingOf(uploaded, 'TRY'))
  expect(plan?.counts).toMatchObject({
    items: 3,
    subItems: 1,
    done: 1,
    relations: 2,
    labelsNew: 2,
    placeholders: 2,
    rowsLeftOut: 1,
  })
  expect(plan?.problems).toMatchObject([
    {
      code: 'import.title_missing',
      line: 6,
      severity: 'error',
      sentence: expect.stringContaining('no title'),
    },
  ])
})

test('letters that the encoding does not have are told by row and column', async () => {
  const uploaded = await world.upload(
    Buffer.concat([
      Buffer.from('Title;Note\nÄmter;gut\nKran '),
      Buffer.from([0xff]),
      Buffer.from(';schön\n'),
    ]),
  )
  expect(uploaded.profile).toMatchObject({ encoding: 'utf-8' })
  expect(uploaded.fileProblems?.problems).toMatchObject([
    { code: 'import.letters_broken', line: 3, column: 'Title', severity: 'warning' },
    { code: 'import.encoding_broken', line: null, params: { count: 1 } },
  ])
})

test('a run makes what the dry run said, and revert leaves every table as it was', async () => {
  const before = await everything()
  const view = await review(TABLE, 'DIG')
  expect(view).toMatchObject({ state: 'review', done: 5, total: 5 })
  const items = (await world.rows('work_item')).map(({ row }) => row) as Record<string, unknown>[]
  const byTitle = new Map(items.map((item) => [item['title'], item]))
  expect(byTitle.get('Form')).toMatchObject({
    parent_id: byTitle.get('Base')?.['id'],
    state_group: 'inProgress',
    due_on: '2026-02-01',
    effort_min: 90,
    origin: 'import',
    import_run_id: view.id,
  })
  expect(byTitle.get('Dig')).toMatchObject({ state_group: 'done', starts_on: '2026-01-03', priority: 3 })
  expect(byTitle.get('Base')).toMatchObject({ child_count: 1, priority: 4 })
  await world.run('exchange.revertImport', { id: view.id })
  await world.drain()
  expect(await world.get(view.id)).toMatchObject({
    state: 'reverted',
    containerId: null,
    removal: { removed: { item: 3, container: 1, relation: 2, person: 2, label: 2 }, kept: [] },
  })
  expect(await everything()).toEqual(before)
})

test('what is approved stays and cannot be taken back', async () => {
  const view = await review('Title\nKeep me\n', 'KEEP')
  await world.run('exchange.approveImport', { id: view.id })
  expect(await world.get(view.id)).toMatchObject({ state: 'approved' })
  expect(await refusalOf(world.run('exchange.revertImport', { id: view.id }))).toBe('exchange.state_wrong')
})

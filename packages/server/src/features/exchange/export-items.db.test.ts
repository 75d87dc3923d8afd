import type { InputOf, operations } from '@millrace/contract'
import { readCsv } from '@millrace/formats/csv'
import { afterAll, expect, test } from 'vitest'
import type { Principal } from '../../platform/commands/index.ts'
import { newId } from '../../platform/ids.ts'
import { refusalOf } from '../../platform/testing/scene.ts'
import { createWorkWorld } from '../work/testing/work-world.ts'
import { createExchangeWorld } from './testing/exchange-world.ts'
import { exportFile } from './testing/export-file.ts'
import { unzip } from './testing/unzip.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())
const { work, run } = world
const { db } = work.database

type Wanted = InputOf<(typeof operations)['exchange.exportItems']>
type Json = Readonly<Record<string, unknown>>

async function exported(
  wanted: Omit<Wanted, 'format'>,
  as: Principal = work.owner,
): Promise<readonly Json[]> {
  const { content } = await exportFile(db, as, { ...wanted, format: 'json' })
  return JSON.parse(content.toString()) as readonly Json[] // An array of objects, as promised.
}

async function table(wanted: Omit<Wanted, 'format'>): Promise<readonly (readonly string[])[]> {
  const { content } = await exportFile(db, work.owner, { ...wanted, format: 'csv' })
  const read = readCsv(content, { header: 'none' })
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value.rows.map(({ cells }) => cells)
}

async function addContainer(key: string, name = key): Promise<string> {
  const id = newId()
  await run('work.createContainer', { id, kind: 'project', key, name, visibility: 'private' })
  return id
}

const tower = await addContainer('TWR', 'Tower A')
const secret = await addContainer('SEC', 'Secret')
const wetLabel = newId()
const dryLabel = newId()
await run('work.createLabel', { id: wetLabel, name: 'Wet', colour: 'blue' })
await run('work.createLabel', { id: dryLabel, name: 'Dry', colour: 'gray' })
const floor = newId()
await run('work.createField', { id: floor, key: 'floor', name: 'Floor', kind: 'number' })
const budget = newId()
await run('work.createField', { id: budget, key: 'budget', name: 'Budget', kind: 'money' })
const hoist = newId()
await run('work.createField', {
  id: hoist,
  key: 'hoist',
  name: 'Hoist',
  kind: 'choice',
  options: [{ id: 'big', name: 'Tower crane' }],
})
const slab = newId()
await run('work.createItem', {
  id: slab,
  containerId: tower,
  title: '=HYPERLINK("x"), or not',
  description: 'Two\nlines; "quoted"',
  responsibleId: work.owner.personId,
  priority: 4,
  startsOn: '2026-03-02',
  dueOn: '2026-03-20',
  effortMin: 100,
  costOfDelayMinor: 123_450,
  labelIds: [wetLabel, dryLabel],
  role: 'Former',
  practice: 'Pouring',
  resources: 'Crane',
  artifact: 'A slab',
  fields: { [floor]: 1.234, [budget]: 5000, [hoist]: 'big' },
})
await run('work.createItem', {
  id: newId(),
  containerId: tower,
  title: 'Anchor',
  parentId: slab,
  isMilestone: true,
})
await run('work.createItem', { id: newId(), containerId: secret, title: 'Hidden', parentId: slab })

test('items come in the order of the query, under names, with days, amounts and links', async () => {
  const items = await exported({ query: 'container = TWR order by title desc' })
  expect(items.map(({ title }) => title)).toEqual(['Anchor', '=HYPERLINK("x"), or not'])
  expect(items[1]).toMatchObject({
    key: 'TWR-1',
    priority: 'Urgent',
    start: '2026-03-02',
    due: '2026-03-20',
    effortHours: 1.6667,
    costOfDelay: 1234.5,
    labels: ['Wet', 'Dry'],
    'field.floor': 1.234,
    'field.budget': 50,
    'field.hoist': 'Tower crane',
    container: 'Tower A',
    progress: '0 of 2',
    link: expect.stringMatching(/^https:\/\/mill\.example\/o\/.+\/i\/TWR-1$/),
  })
  expect(items[0]).toMatchObject({
    parent: 'TWR-1',
    milestone: true,
    due: null,
    effortHours: null,
    labels: [],
  })
})

test('moments are told by the clock of the organisation', async () => {
  await work.database.owner.pool.query(`update organisation set time_zone = 'Asia/Kolkata'`)
  const [item] = await exported({ query: 'key = TWR-1' })
  expect(item?.['created']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/)
})

test('a table has the chosen columns, and what says of which item a row is', async () => {
  const rows = await table({ containerId: tower, columns: 'title,effort,field.floor' })
  expect(rows).toEqual([
    ['Key', 'Title', 'Effort (h)', 'Floor', 'Container', 'Link'],
    ['TWR-1', `'=HYPERLINK("x"), or not`, '1.6667', '1.2340', 'Tower A', expect.stringContaining('/i/TWR-1')],
    ['TWR-2', 'Anchor', '', '', 'Tower A', expect.stringContaining('/i/TWR-2')],
  ])
  const refused = exported({ columns: 'title,nonsense' })
  expect(await refusalOf(refused)).toBe('exchange.export_column_unknown')
})

test('a spreadsheet holds days and numbers, a header that stays, and a filter over all of it', async () => {
  const wanted = { containerId: tower, columns: 'title,due,effort,labels', query: 'key = TWR-1' }
  const { content, name } = await exportFile(db, work.owner, { ...wanted, format: 'xlsx' })
  expect(name).toMatch(/^tower-a-.+\.xlsx$/)
  const files = unzip(content)
  expect([...files.keys()]).toContain('[Content_Types].xml')
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toContain('<t xml:space="preserve">=HYPERLINK("x"), or not</t>')
  expect(sheet).toContain('<c r="C2" s="2"><v>46101</v></c><c r="D2"><v>1.6667</v></c>')
  expect(sheet).toContain('<t xml:space="preserve">Wet, Dry</t>')
  expect(sheet).toContain('state="frozen"')
  expect(sheet).toContain('<autoFilter ref="A1:G2"/>')
})

test('the file is called after the container and the day', async () => {
  const { name, count } = await exportFile(db, work.owner, { format: 'csv', containerId: tower })
  expect(name).toMatch(/^tower-a-\d{4}-\d\d-\d\d\.csv$/)
  expect(count).toBe(2)
})

test('a person’s own list comes in its own order, without what others do', async () => {
  const items = await exported({ list: 'my' })
  expect(items.map(({ key }) => key)).toEqual(['TWR-1'])
  expect(await exported({ list: 'my', query: 'priority = low' })).toEqual([])
})

test('a guest exports only what is shared, and the names of nothing else', async () => {
  const guest = await work.addPerson('guest', new Map([[tower, 'viewer']]))
  const items = await exported({}, guest)
  expect(items.map(({ key }) => key)).toEqual(['TWR-1', 'TWR-2'])
  expect(await refusalOf(exported({ containerId: secret }, guest))).toBe('platform.not_found')
  const other = await work.addPerson('guest', new Map([[secret, 'viewer']]))
  // What it is part of is not shared.
  expect(await exported({}, other)).toMatchObject([{ title: 'Hidden', parent: null, container: 'Secret' }])
})

test('another organisation exports nothing of this one', async () => {
  const stranger = await createWorkWorld(work.database)
  expect(await exported({}, stranger.owner)).toEqual([])
  expect(await refusalOf(exported({ containerId: tower }, stranger.owner))).toBe('platform.not_found')
})

test('many items come page by page, each of them once', async () => {
  const many = await addContainer('MANY')
  const title = (index: number) => `Item ${String(index).padStart(4, '0')}`
  for (const from of [0, 600]) {
    const calls = Array.from({ length: 600 }, (_, index) => ({
      name: 'work.createItem',
      input: { id: newId(), containerId: many, title: title(from + index) },
    }))
    await work.run(calls)
  }
  const items = await exported({ containerId: many, query: 'order by title' })
  expect(items.map((item) => item['title'])).toEqual(
    Array.from({ length: 1_200 }, (_, index) => title(index)),
  )
})

test('an exported table comes back with the same values', async () => {
  const { content } = await exportFile(db, work.owner, { format: 'csv', containerId: tower })
  const uploaded = await world.upload(content, 'tower.csv')
  if (uploaded.profile?.format !== 'csv') throw new Error('not a table')
  const { columns, mapping } = uploaded.profile
  const at = (header: string) => columns.find(({ name }) => name === header)?.index ?? -1
  const own = [
    { column: at('Accountable'), field: 'accountable' as const },
    { column: at('Role'), field: 'role' as const },
    { column: at('Practice'), field: 'practice' as const },
    { column: at('Resources'), field: 'resources' as const },
    { column: at('Result'), field: 'artifact' as const },
    { column: at('Milestone'), field: 'milestone' as const },
    { column: at('Floor'), field: 'custom' as const, fieldId: floor },
    { column: at('Budget (EUR)'), field: 'custom' as const, fieldId: budget },
    { column: at('Hoist'), field: 'custom' as const, fieldId: hoist },
  ]
  const target = { kind: 'new', containerKind: 'project', key: 'BACK', name: 'Back' } as const
  await world.map(uploaded.id, {
    target: { ...target, subject: null, wishedEndState: null },
    columns: [...mapping.filter(({ column }) => own.every((one) => one.column !== column)), ...own],
    typeId: null,
    people: 'placeholder',
  })
  await run('exchange.startImport', { id: uploaded.id })
  await world.drain()
  expect((await world.get(uploaded.id)).plan?.problems.map(({ code }) => code)).toEqual([])
  const same = (items: readonly Json[]) =>
    items.map(
      ({
        key,
        link,
        container,
        parent,
        created,
        updated,
        stateSince,
        requester,
        area,
        costOfDelay,
        ...rest
      }) => rest,
    )
  const before = same(await exported({ containerId: tower, query: 'order by title' }))
  expect(same(await exported({ query: 'container = BACK order by title' }))).toEqual(
    before.map((item) => ({ ...item, progress: item['progress'] === null ? null : '0 of 1' })),
  )
})

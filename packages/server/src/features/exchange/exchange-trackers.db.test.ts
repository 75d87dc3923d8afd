import type { ImportMapping, ImportView } from '@millrace/contract'
import { SHEET_PATH, sheetEnd, sheetRows, sheetStart, workbookParts } from '@millrace/formats/xlsx'
import { afterAll, expect, test } from 'vitest'
import { refusalOf } from '../../platform/testing/scene.ts'
import { zipFiles } from '../../platform/zip/index.ts'
import { createExchangeWorld } from './testing/exchange-world.ts'
import {
  ASANA_FILE,
  CLICKUP_FILE,
  FOCALBOARD_FILES,
  FOCALBOARD_LINES,
  KANBOARD_ANSWERS,
  KANBOARD_FILE,
  MONDAY_ROWS,
  PLANKA_FILE,
} from './testing/tracker-files.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())

async function pack(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const list = Object.entries(files).map(([path, text]) => ({ path, content: [text] }))
  for await (const piece of zipFiles(list)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** A spreadsheet with these rows, as one sheet. */
async function spreadsheet(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const [first = [], ...rest] = rows
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  const columns = Array.from({ length: width }, (_column, index) => ({
    header: first[index] ?? '',
    width: 10,
  }))
  const parts = Object.fromEntries(workbookParts().map(({ path, text }) => [path, text]))
  const content = sheetStart(columns) + sheetRows(rest, 2) + sheetEnd(columns, rest.length)
  return await pack({ ...parts, [SHEET_PATH]: content })
}

const tableOf = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')

const mapping = (key: string): ImportMapping => ({
  target: { kind: 'new', containerKind: 'list', key, name: key, subject: null, wishedEndState: null },
  columns: [],
  typeId: null,
  people: 'placeholder',
})

/** Every table but the journal, the jobs, and what counts up for good. */
const TABLES = [
  ...['person', 'label', 'container_grant', 'work_item', 'relation', 'visit', 'comment', 'checklist'],
  ...['checklist_line', 'file', 'import_record', 'container'],
]

async function everything(): Promise<Readonly<Record<string, unknown>>> {
  const tables: Record<string, unknown> = {}
  for (const table of TABLES) tables[table] = await world.rows(table)
  return tables
}

async function rowsOf(table: string): Promise<readonly Record<string, unknown>[]> {
  return (await world.rows(table)).map(({ row }) => row as Record<string, unknown>) // A row as JSON.
}

type Case = {
  readonly format: ImportView['format']
  readonly file: () => Promise<string | Uint8Array> | string
  readonly key: string
  readonly done: number
  readonly comments: number
  readonly lines: number
  /** The older archive of Focalboard has no files. */
  readonly problems?: number
}

/** The same work as each tracker writes it: piles to order, piles to drive, a quay that is clear. */
const CASES: readonly Case[] = [
  { format: 'focalboard', file: () => pack(FOCALBOARD_FILES), key: 'FOC', done: 1, comments: 1, lines: 2 },
  {
    format: 'focalboard',
    file: () => FOCALBOARD_LINES,
    key: 'FOL',
    done: 1,
    comments: 1,
    lines: 2,
    problems: 1,
  },
  { format: 'monday', file: () => spreadsheet(MONDAY_ROWS), key: 'MON', done: 1, comments: 0, lines: 0 },
  { format: 'monday', file: () => tableOf(MONDAY_ROWS), key: 'MOC', done: 1, comments: 0, lines: 0 },
  { format: 'clickup', file: () => CLICKUP_FILE, key: 'CLU', done: 1, comments: 1, lines: 2 },
  { format: 'asana', file: () => ASANA_FILE, key: 'ASA', done: 1, comments: 1, lines: 0 },
  { format: 'kanboard', file: () => KANBOARD_FILE, key: 'KAN', done: 1, comments: 0, lines: 0 },
  { format: 'kanboard', file: () => KANBOARD_ANSWERS, key: 'KAA', done: 1, comments: 1, lines: 2 },
  { format: 'planka', file: () => PLANKA_FILE, key: 'PLA', done: 1, comments: 1, lines: 2 },
]

test.each(CASES)(
  '$key: work of $format comes in by itself, and revert leaves every table as it was',
  async (given) => {
    const before = await everything()
    // The name says something else: what a file is, its content tells.
    const uploaded = await world.upload(await given.file(), 'holiday.png')
    expect(uploaded).toMatchObject({
      format: given.format,
      fileProblems: { problemCount: given.problems ?? 0 },
    })
    expect(uploaded.profile).toMatchObject({ counts: { items: 3 } })
    await world.map(uploaded.id, mapping(given.key))
    const tried = await world.get(uploaded.id)
    expect(tried.plan).toMatchObject({
      errorCount: 0,
      counts: { items: 3, done: given.done, comments: given.comments, checklistLines: given.lines },
    })
    await world.run('exchange.startImport', { id: uploaded.id })
    await world.drain()
    expect(await world.get(uploaded.id)).toMatchObject({ state: 'review', total: tried.total })
    const items = new Map((await rowsOf('work_item')).map((item) => [item['title'], item]))
    const people = new Map((await rowsOf('person')).map((person) => [person['id'], person['name']]))
    const labels = new Map((await rowsOf('label')).map((label) => [label['id'], label['name']]))
    const piles = items.get('Order sheet piles')
    expect(piles).toMatchObject({ due_on: '2026-03-31' })
    expect(people.get(piles?.['responsible_id'])).toMatch(/^Tom Dahl$|^Focalboard user/)
    const labelIds = (piles?.['label_ids'] ?? []) as readonly string[] // A list of ids.
    expect(labelIds.map((id) => labels.get(id))).toContain('steel')
    expect(items.get('Clear the quay')).toMatchObject({ state_group: 'done' })
    await world.run('exchange.revertImport', { id: uploaded.id })
    await world.drain()
    expect(await world.get(uploaded.id)).toMatchObject({ state: 'reverted', removal: { kept: [] } })
    expect(await everything()).toEqual(before)
  },
)

test('a file that lies in the archive is attached to its item', async () => {
  const { id } = await world.upload(await pack(FOCALBOARD_FILES), 'x')
  await world.map(id, mapping('FILE'))
  await world.run('exchange.startImport', { id })
  await world.drain()
  expect((await world.get(id)).plan?.counts).toMatchObject({ files: 1 })
  const [file] = await rowsOf('file')
  const item = (await rowsOf('work_item')).find(({ title }) => title === 'Order sheet piles')
  expect(file).toMatchObject({
    item_id: item?.['id'],
    name: '7pile.png',
    media_type: 'image/png',
    size_bytes: 7,
    origin: 'import',
  })
  await world.run('exchange.revertImport', { id })
  await world.drain()
  expect(await rowsOf('file')).toEqual([])
})

test('a file of the archive that is broken is told, and the rest comes in', async () => {
  const archive = await pack(FOCALBOARD_FILES)
  // Its name stands before its content.
  const at = archive.indexOf('7pile.png') + '7pile.png'.length
  archive[at] = (archive[at] ?? 0) ^ 0xff
  const { id } = await world.upload(archive, 'x')
  const { plan } = await world.map(id, mapping('BROKEN'))
  expect(plan).toMatchObject({
    counts: { items: 3, files: 0 },
    problems: [{ code: 'import.file_broken', subject: 'Order sheet piles' }],
  })
})

test('parents in a circle are told and cut', async () => {
  const { id } = await world.upload(
    ['Task ID,Task Name,Status,List Name,Parent ID', 'a1,One,Open,L,a2', 'a2,Two,Open,L,a1'].join('\n'),
    'x',
  )
  const { plan } = await world.map(id, mapping('CIRCLE'))
  expect(plan).toMatchObject({
    counts: { items: 2, subItems: 1 },
    problems: [{ code: 'import.parent_cycle', line: 3 }],
  })
})

test('what is cut off or of nobody known is refused, and leaves no run', async () => {
  const archive = await pack(FOCALBOARD_FILES)
  for (const [content, code] of [
    [archive.subarray(0, archive.length - 40), 'exchange.file_unreadable'],
    [await pack({ 'version.json': '{"version":2}', 'b/board.jsonl': 'x' }), 'exchange.file_unreadable'],
    [ASANA_FILE.slice(0, -20), 'exchange.file_unreadable'],
    ['{"data":[{"id":1}]}', 'exchange.format_unknown'],
  ] as const)
    expect(await refusalOf(world.upload(content, 'x'))).toBe(code)
})

import type { ImportMapping, ImportView } from '@millrace/contract'
import { SHEET_PATH, sheetEnd, sheetRows, sheetStart, workbookParts } from '@millrace/formats/xlsx'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { refusalOf } from '../../platform/testing/scene.ts'
import { zipFiles } from '../../platform/zip/index.ts'
import { createExchangeWorld } from './testing/exchange-world.ts'

const world = await createExchangeWorld()
afterAll(() => world.close())

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

async function pack(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const list = Object.entries(files).map(([path, text]) => ({ path, content: [text] }))
  for await (const piece of zipFiles(list)) pieces.push(piece)
  return Buffer.concat(pieces)
}

function relations(...targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) => `<Relationship Id="r${index}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships>${all.join('')}</Relationships>`
}

const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`
const row = (...cells: readonly string[]) => `<row>${cells.join('')}</row>`
const sheet = (...rows: readonly string[]) => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`

/** A workbook as a program writes it that shares texts, with notes before the plan. */
const BOOK = {
  '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml':
    '<workbook><sheets><sheet name="Notes" r:id="r0"/><sheet name="Empty" r:id="r1"/><sheet name="Plan" r:id="r2"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': relations(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['worksheet', 'worksheets/sheet2.xml'],
    ['worksheet', 'worksheets/sheet3.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
  ),
  'xl/sharedStrings.xml': '<sst><si><t>Dig</t></si><si><t>Pour</t></si></sst>',
  'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': sheet(row(text('Title')), row(text('Remember'))),
  'xl/worksheets/sheet2.xml': sheet(),
  'xl/worksheets/sheet3.xml': sheet(
    row(text('Tower A')),
    row(text('Task'), text('Status'), text('Due date'), text('Hours'), text('Parent')),
    row(text('This month')),
    row('<c t="s"><v>0</v></c>', text('Done'), '<c s="1"><v>46112</v></c>', '<c><v>1.5</v></c>'),
    row(text('Next month')),
    row(text('Task'), text('Status'), text('Due date'), text('Hours'), text('Parent')),
    row('<c t="s"><v>1</v></c>', text('To do'), '<c s="1"><v>46113</v></c>', '<c><v>8</v></c>', text('Dig')),
  ),
}

function mappingOf(view: ImportView, key: string): ImportMapping {
  const table =
    view.profile?.format === 'xlsx' ? view.profile.sheets.find(({ name }) => name === 'Plan') : null
  return {
    target: { kind: 'new', containerKind: 'list', key, name: key, subject: null, wishedEndState: null },
    columns: table?.mapping ?? [],
    typeId: null,
    people: 'placeholder',
    ...(table ? { sheet: table.sheet } : {}),
  }
}

test('a spreadsheet tells its sheets, and finds the header below a title', async () => {
  const { profile, format } = await world.upload(await pack(BOOK), 'plan.csv')
  expect(format).toBe('xlsx')
  expect(profile).toMatchObject({
    sheets: [
      { name: 'Notes', sheet: 0, rowCount: 1 },
      { name: 'Plan', sheet: 2, rowCount: 3 },
    ],
  })
  const plan = profile?.format === 'xlsx' ? profile.sheets[1] : undefined
  expect(plan?.columns.map(({ name, field }) => [name, field])).toEqual([
    ['Task', 'title'],
    ['Status', 'state'],
    ['Due date', 'dueOn'],
    ['Hours', 'effort'],
    ['Parent', 'parent'],
  ])
})

test('the sheet that is chosen becomes items, with days and numbers as they are meant', async () => {
  const uploaded = await world.upload(await pack(BOOK), 'plan.xlsx')
  await world.map(uploaded.id, mappingOf(uploaded, 'SHEET'))
  await world.run('exchange.startImport', { id: uploaded.id })
  await world.drain()
  expect(await world.get(uploaded.id)).toMatchObject({ state: 'review', plan: { counts: { items: 3 } } })
  const items = (await world.rows('work_item')).map((each) => each['row'] as Record<string, unknown>) // A row as JSON.
  const byTitle = new Map(items.map((item) => [item['title'], item]))
  expect(byTitle.get('Dig')).toMatchObject({ state_group: 'done', due_on: '2026-03-31', effort_min: 90 })
  expect(byTitle.get('Pour')).toMatchObject({
    due_on: '2026-04-01',
    effort_min: 480,
    parent_id: byTitle.get('Dig')?.['id'],
  })
})

test('a sheet that is not there is refused', async () => {
  const { id, ...uploaded } = await world.upload(await pack(BOOK), 'plan.xlsx')
  const mapping = { ...mappingOf({ id, ...uploaded }, 'NONE'), sheet: 1 }
  expect(await refusalOf(world.run('exchange.mapImport', { id, mapping }))).toBe('exchange.sheet_unknown')
})

test('what is exported as a spreadsheet comes back', async () => {
  const columns = [
    { header: 'Title', width: 20 },
    { header: 'Effort', width: 12 },
  ]
  const parts = Object.fromEntries(workbookParts().map(({ path, text: content }) => [path, content]))
  const content = sheetStart(columns) + sheetRows([['Dig', 3]], 2) + sheetEnd(columns, 1)
  const { profile } = await world.upload(await pack({ ...parts, [SHEET_PATH]: content }), 'items.xlsx')
  expect(profile).toMatchObject({ sheets: [{ name: 'Items', rowCount: 1 }] })
})

test('an archive that is none, is locked, or holds no workbook is refused and not kept', async () => {
  const before = await world.rows('import_run')
  const whole = await pack(BOOK)
  const { 'xl/workbook.xml': _book, ...rest } = BOOK
  const locked = Buffer.from(whole)
  const directory = locked.indexOf(Buffer.from('504b0102', 'hex'))
  locked.writeUInt16LE(0x0809, directory + 8)
  for (const content of [whole.subarray(0, -30), await pack(rest), await pack({ 'a.txt': 'a' }), locked])
    expect(await refusalOf(world.upload(content, 'x.xlsx'))).toBe('exchange.file_unreadable')
  expect(await world.rows('import_run')).toEqual(before)
})

test('an archive that unpacks to more than it announces is refused', async () => {
  const bomb = await pack({ ...BOOK, 'xl/worksheets/sheet1.xml': sheet(row(text('x'.repeat(900_000)))) })
  const name = bomb.lastIndexOf('xl/worksheets/sheet1.xml')
  // The size that the directory announces, twenty-two bytes before the name of the file.
  bomb.writeUInt32LE(500, name - 22)
  expect(await refusalOf(world.upload(bomb, 'bomb.xlsx'))).toBe('exchange.file_unreadable')
})

test('whatever bytes are changed, a spreadsheet is read or refused', async () => {
  const whole = await pack(BOOK)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), {
        minLength: 1,
        maxLength: 6,
      }),
      async (changes) => {
        const bytes = Buffer.from(whole)
        for (const { at, byte } of changes) bytes[at] = byte
        const outcome = await world.upload(bytes, 'x.xlsx').then(
          () => null,
          (error: unknown) => error,
        )
        if (outcome !== null) expect(outcome).toMatchObject({ name: 'Refused' })
      },
    ),
    { seed: 41, numRuns: 150 },
  )
})

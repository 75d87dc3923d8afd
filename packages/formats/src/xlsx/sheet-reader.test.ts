import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CellContext, cellText } from './cell-text.ts'
import { numberKind, readNumberKinds } from './number-format.ts'
import { findWorkbook, readWorkbook, relationsPath } from './read-workbook.ts'
import { createStringsReader } from './shared-strings.ts'
import { createSheetReader, type SheetRow } from './sheet-reader.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const context: CellContext = {
  strings: ['Title', 'Pour the slab'],
  kinds: ['number', 'day', 'moment', 'elapsed', 'clock'],
  startsIn1904: false,
}

function read(rows: string, given: CellContext = context, piece = 50): readonly SheetRow[] {
  const reader = createSheetReader(given)
  const bytes = bytesOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)
  const found: SheetRow[] = []
  for (let at = 0; at < bytes.length; at += piece) {
    const result = reader.push(bytes.subarray(at, at + piece))
    if (!result.ok) throw new Error(result.refusal.code)
    found.push(...result.value)
  }
  const last = reader.end()
  if (!last.ok) throw new Error(last.refusal.code)
  return [...found, ...last.value]
}

test('cells stand in their columns, with or without references, and rows with nothing are passed over', () => {
  const rows = read(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Due</t></is></c></row>' +
      '<row r="2"><c r="A2" s="1"/></row>' +
      '<row r="5"><c t="s"><v>1</v></c><c><v>2</v></c><c s="1"><v>46112</v></c></row>' +
      '<row><c r="B6" t="b"><v>1</v></c></row>',
  )
  expect(rows).toEqual([
    { line: 1, cells: ['Title', '', 'Due'] },
    { line: 5, cells: ['Pour the slab', '2', '2026-03-31'] },
    { line: 6, cells: ['', 'TRUE'] },
  ])
})

test('the texts of a cell are joined, without how they are pronounced', () => {
  const cell =
    '<c r="A1" t="inlineStr"><is><r><t>Pour </t></r><r><t>it</t></r><rPh sb="0" eb="1"><t>pua</t></rPh></is></c>'
  expect(read(`<row>${cell}</row>`)).toEqual([{ line: 1, cells: ['Pour it'] }])
})

test.each([
  ['n', '0', '0.30000000000000004', '0.3'],
  ['n', '0', '1E+3', '1000'],
  ['n', '', '42', '42'],
  ['n', '1', '46112', '2026-03-31'],
  ['n', '1', '46112.75', '2026-03-31'],
  ['n', '2', '46112.75', '2026-03-31 18:00'],
  ['n', '2', '46112', '2026-03-31'],
  ['n', '3', '1.5', '36:00'],
  ['n', '4', '0.3125', '7:30'],
  ['n', '1', '-4', '-4'],
  ['n', '9', '7', '7'],
  ['b', '', '0', 'FALSE'],
  ['e', '', '#REF!', ''],
  ['str', '', 'of a formula', 'of a formula'],
  ['s', '', '99', ''],
  ['d', '', '2026-03-31T00:00:00', '2026-03-31'],
])('a cell of type %s and style %j with %j says %j', (type, style, value, text) => {
  expect(cellText({ type, style, value }, context)).toBe(text)
})

test('days of the calendar of 1904 are the same days', () => {
  const later = { ...context, startsIn1904: true }
  expect(cellText({ type: 'n', style: '1', value: '44650' }, later)).toBe('2026-03-31')
})

test.each([
  ['yyyy\\-mm\\-dd', 'day'],
  ['[$-407]d. mmmm yyyy;@', 'day'],
  ['dd/mm/yyyy hh:mm', 'moment'],
  ['[h]:mm', 'elapsed'],
  ['h:mm AM/PM', 'clock'],
  ['mm:ss', 'clock'],
  ['mmm', 'day'],
  ['0.00', 'number'],
  ['#,##0 "days"', 'number'],
  ['General', 'number'],
  ['0.00E+00', 'number'],
  ['[Red]0', 'number'],
  ['0\\h', 'number'],
])('numbers of the format %j are a %s', (code, kind) => expect(numberKind(code)).toBe(kind))

test('styles say of each cell format what its numbers are', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>'
  expect(readNumberKinds(bytesOf(styles))).toEqual({ ok: true, value: ['number', 'day', 'moment'] })
})

test('a workbook says which sheets it has, and where', () => {
  const root =
    '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>'
  const path = findWorkbook(bytesOf(root))
  expect(path).toEqual({ ok: true, value: 'xl/workbook.xml' })
  expect(relationsPath('xl/workbook.xml')).toBe('xl/_rels/workbook.xml.rels')
  const book = bytesOf(
    '<workbook><workbookPr date1904="1"/><sheets><sheet name="Plan" r:id="r2"/><sheet name="Notes" state="hidden" r:id="r1"/><sheet name="Chart" r:id="r4"/></sheets></workbook>',
  )
  const relations = bytesOf(
    '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>' +
      '<Relationship Id="r2" Type="http://x/worksheet" Target="../xl/worksheets/sheet2.xml"/>' +
      '<Relationship Id="r3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>' +
      '<Relationship Id="r4" Type="http://x/chartsheet" Target="chart.xml"/></Relationships>',
  )
  expect(readWorkbook('xl/workbook.xml', { book, relations })).toEqual({
    ok: true,
    value: {
      sheets: [
        { name: 'Plan', path: 'xl/worksheets/sheet2.xml', isHidden: false },
        { name: 'Notes', path: 'xl/worksheets/sheet1.xml', isHidden: true },
      ],
      startsIn1904: true,
      stringsPath: 'xl/sharedStrings.xml',
      stylesPath: null,
    },
  })
})

test('shared texts are read in their order, each as a whole', () => {
  const reader = createStringsReader(1_000)
  reader.push(
    bytesOf('<sst><si><t>One</t></si><si><r><t>T</t></r><r><t>wo</t></r><rPh><t>x</t></rPh></si><si/></sst>'),
  )
  expect(reader.end()).toEqual({ ok: true, value: ['One', 'Two', ''] })
})

test('something in a column beyond the last is refused, colour there is not', () => {
  expect(() => read('<row><c r="XFD1"><v>1</v></c></row>')).toThrow('xlsx.too_many_columns')
  expect(read('<row><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>')).toHaveLength(1)
})

test('too many rows are refused', () => {
  const reader = createSheetReader(context, { maxRows: 2 })
  const rows = '<row><c><v>1</v></c></row>'.repeat(3)
  reader.push(bytesOf(`<worksheet>${rows}</worksheet>`))
  expect(reader.end()).toMatchObject({
    ok: false,
    refusal: { code: 'xlsx.too_many_rows' },
  })
})

test('whatever bytes are changed, a sheet is read or refused', () => {
  const whole = bytesOf(
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"><v>46112.5</v></c></row></sheetData></worksheet>',
  )
  const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), fc.nat(whole.length), (changes, length) => {
      const bytes = whole.slice(0, length)
      for (const { at, byte } of changes) if (at < length) bytes[at] = byte
      const reader = createSheetReader(context)
      const pushed = reader.push(bytes)
      const ended = reader.end()
      for (const result of [pushed, ended])
        if (result.ok) for (const { cells } of result.value) expect(cells.length).toBeLessThanOrEqual(1_000)
    }),
    { seed: 31, numRuns: 400 },
  )
})

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CsvOptions, createCsvReader, readCsv } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

const table = (text: string, options?: CsvOptions) => {
  const result = readCsv(utf8(text), options)
  if (!result.ok) return { refusal: result.refusal }
  const { columns, rows, problems } = result.value
  return {
    columns,
    rows: rows.map((row) => row.cells),
    problems: problems.map(({ line, code, column }) =>
      [line, code, column].filter((part) => part !== undefined),
    ),
  }
}

test.each([
  ['comma', 'a,b\n1,2\n', ','],
  ['semicolon with decimal commas', 'Name;Preis\nx;1,50\ny;2,50\n', ';'],
  ['tab', 'a\tb, c\n1\t2, 3\n', '\t'],
  ['pipe', 'a|b\n1|2\n', '|'],
  ['a separator line', 'sep=;\na,x;b\n1,y;2\n', ';'],
  ['delimiters inside quotes do not count', '"a,b,c";d\n"1,2,3";4\n', ';'],
  ['one column', 'name\nAnna\nBert\n', ','],
])('the delimiter is found: %s', (_name, text, delimiter) => {
  const result = readCsv(utf8(text))
  expect(result.ok && result.value.delimiter).toBe(delimiter)
})

test.each([
  ['\n', 'LF'],
  ['\r\n', 'CRLF'],
  ['\r', 'CR'],
])('rows end with %j', (newline) => {
  expect(table(['a,b', '1,2', '3,4'].join(newline))).toEqual({
    columns: ['a', 'b'],
    rows: [
      ['1', '2'],
      ['3', '4'],
    ],
    problems: [],
  })
})

test('quoted cells keep delimiters, line breaks and doubled quotes', () => {
  const text = 'name,note\r\n"Smith, J.","first\r\nsecond ""quoted"""\r\nlast, "blank before"  \r\n'
  const result = readCsv(utf8(text))
  expect(result).toMatchObject({
    ok: true,
    value: {
      rows: [
        { line: 2, cells: ['Smith, J.', 'first\r\nsecond "quoted"'] },
        { line: 4, cells: ['last', 'blank before'] },
      ],
      problemCount: 0,
    },
  })
})

test('a byte order mark and a separator line are not data', () => {
  const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8('sep=,\nname,n\nx,1\n')])
  expect(readCsv(bytes)).toMatchObject({ ok: true, value: { columns: ['name', 'n'], rows: [{ line: 3 }] } })
})

test.each([
  ['words are names', 'Name,Due\nx,2026-01-01\n', true],
  ['a number is a value', 'x,1\ny,2\n', false],
  ['a date is a value', 'x,2026-01-01\ny,2026-02-01\n', false],
  ['an ambiguous date is a value', 'x,03/04/2026\n', false],
  ['an address is a value', 'a@example.org\n', false],
])('whether there is a header is detected: %s', (_name, text, hasHeader) => {
  const result = readCsv(utf8(text))
  expect(result.ok && result.value.hasHeader).toBe(hasHeader)
})

test('the caller may say whether there is a header', () => {
  expect(table('a,b\n1,2\n', { header: 'none' })).toMatchObject({
    columns: ['Column 1', 'Column 2'],
    rows: [
      ['a', 'b'],
      ['1', '2'],
    ],
  })
  expect(table('1,2\n3,4\n', { header: 'first-row' })).toMatchObject({
    columns: ['1', '2'],
    rows: [['3', '4']],
  })
})

test('empty and doubled column names are made unique and reported', () => {
  expect(table('Label, Label ,,Label (2)\nx,y,z,w\n', { header: 'first-row' })).toEqual({
    columns: ['Label', 'Label (2)', 'Column 3', 'Label (2) (2)'],
    rows: [['x', 'y', 'z', 'w']],
    problems: [
      [1, 'csv.header_duplicate', 1],
      [1, 'csv.header_empty', 2],
      [1, 'csv.header_duplicate', 3],
    ],
  })
})

test('ragged rows are evened out and reported by line', () => {
  expect(table('a,b\nx\n1,2,\n1,2,3\n\n4,5\n')).toEqual({
    columns: ['a', 'b'],
    rows: [
      ['x', ''],
      ['1', '2'],
      ['1', '2'],
      ['4', '5'],
    ],
    problems: [
      [2, 'csv.row_short'],
      [4, 'csv.row_long'],
    ],
  })
})

test('a quote that never closes is named by its line, and the rows behind it are still read', () => {
  expect(table('a,b\n1,2\n3,"open\n4,5\n6,"" \n')).toEqual({
    columns: ['a', 'b'],
    rows: [
      ['1', '2'],
      ['3', '"open'],
      ['4', '5'],
      ['6', ''],
    ],
    problems: [[3, 'csv.quote_unterminated']],
  })
})

test('an open quote over more text than a cell may hold loses the rest, and says so', () => {
  const result = readCsv(utf8(`a,b\n1,"${'x,y\n'.repeat(100)}`), { limits: { maxFieldLength: 50 } })
  expect(result).toMatchObject({
    ok: true,
    value: {
      rows: [],
      problems: [
        { line: 2, code: 'csv.quote_unterminated', params: { lost: true } },
        { line: 2, code: 'csv.field_too_long', params: { limit: 50 } },
      ],
    },
  })
})

test('text behind a closing quote joins the cell and is reported', () => {
  expect(table('a,b\n"x"y,"z" \n')).toEqual({
    columns: ['a', 'b'],
    rows: [['xy', 'z']],
    problems: [[2, 'csv.text_after_quote', 0]],
  })
})

test('characters U+0000 are removed and reported by cell', () => {
  expect(table('a\0,b\nx,y\0\0\n')).toEqual({
    columns: ['a', 'b'],
    rows: [['x', 'y']],
    problems: [
      [1, 'csv.nul_character', 0],
      [2, 'csv.nul_character', 1],
    ],
  })
})

test('cells and rows beyond the limits are left out and reported', () => {
  const limits = { maxFieldLength: 5, maxRowLength: 8, maxColumns: 3 }
  expect(table('a,b,c\n123456,x,y\n1234,1234,1\n1,2,3,4\nx,y,z\n', { limits })).toEqual({
    columns: ['a', 'b', 'c'],
    rows: [['x', 'y', 'z']],
    problems: [
      [2, 'csv.field_too_long'],
      [3, 'csv.row_too_long'],
      [4, 'csv.row_too_wide'],
    ],
  })
})

test.each([
  ['nothing', '', {}, 'csv.empty'],
  ['blank lines only', '\n\r\n\n', {}, 'csv.empty'],
  [
    'a first row that is too wide',
    `${'a,'.repeat(10)}\n`,
    { limits: { maxColumns: 9 } },
    'csv.too_many_columns',
  ],
  ['too many rows', 'a\nb\nc\nd\n', { limits: { maxRows: 2 } }, 'csv.too_many_rows'],
  ['too many bytes', 'a,b\n1,2\n', { limits: { maxBytes: 7 } }, 'csv.too_large'],
])('%s is refused', (_name, text, options, code) => {
  expect(table(text, options)).toMatchObject({ refusal: { code } })
})

test('the header does not count as a row', () => {
  expect(table('name\nx\ny\n', { limits: { maxRows: 2 } })).toMatchObject({ rows: [['x'], ['y']] })
})

test('a million columns are refused at the first piece, and every call afterwards says the same', () => {
  const reader = createCsvReader()
  const piece = utf8(','.repeat(65_536))
  const first = reader.push(piece)
  expect(first).toEqual({
    ok: false,
    refusal: { code: 'csv.too_many_columns', params: { limit: 1000, line: 1 } },
  })
  expect(reader.push(piece)).toEqual(first)
  expect(reader.end()).toEqual(first)
})

test('a row of a million columns behind a good header is left out without being stored', () => {
  expect(table(`a,b\n${','.repeat(1_000_000)}\n1,2\n`)).toMatchObject({
    rows: [['1', '2']],
    problems: [[2, 'csv.row_too_wide']],
  })
})

test('problems are counted beyond those kept', () => {
  const result = readCsv(utf8(`a,b\n${'x\n'.repeat(50)}`), { keepProblems: 3 })
  expect(result).toMatchObject({
    ok: true,
    value: { problemCount: 50, problemCounts: { 'csv.row_short': 50 }, problems: [{}, {}, {}] },
  })
})

test('a delimiter that could never work is a bug of the caller', () => {
  expect(() => createCsvReader({ delimiter: '"' })).toThrow(RangeError)
  expect(() => createCsvReader({ delimiter: ';;' })).toThrow(RangeError)
})

const cell = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '|', '\n', '\r', ' '), maxLength: 8 }),
)
const grids = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 }))
  .chain(([columns, rows]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((grid) => grid.map((cells) => cells.map((text) => text.replaceAll('\0', ''))))

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

test('a written table is read back equal under every delimiter, newline and way of quoting', () => {
  fc.assert(
    fc.property(
      grids,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom('always', 'needed'),
      fc.boolean(),
      (grid, delimiter, newline, quoting, endsWithNewline) => {
        const isPlain = (text: string) => quoting === 'needed' && /^[^\s",;|][^",;|\t\r\n]*$/.test(text)
        const lines = grid.map((row) =>
          row.map((text) => (isPlain(text) ? text : quoted(text))).join(delimiter),
        )
        const text = lines.join(newline) + (endsWithNewline ? newline : '')
        const result = readCsv(utf8(text), { header: 'none', delimiter })
        expect(result.ok && result.value.rows.map((row) => row.cells)).toEqual(grid)
        expect(result.ok && result.value.problemCount).toBe(0)
      },
    ),
    { seed: 51, numRuns: 2000 },
  )
})

test('well-formed tables are read as csv-parse reads them', () => {
  fc.assert(
    fc.property(grids, fc.constantFrom('\n', '\r\n'), (grid, newline) => {
      const needsQuotes = /[",\r\n\s]|^$/
      const text = grid
        .map((row) => row.map((value) => (needsQuotes.test(value) ? quoted(value) : value)).join(','))
        .join(newline)
      const result = readCsv(utf8(text), { header: 'none', delimiter: ',' })
      expect(result.ok && result.value.rows.map((row) => row.cells)).toEqual(
        parse(text, { record_delimiter: newline }),
      )
    }),
    { seed: 52, numRuns: 1000 },
  )
})

const hostile = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .string({
      unit: fc.constantFrom('a', '1', '"', ',', ';', '\t', '\n', '\r', ' ', '\0', 'ü'),
      maxLength: 300,
    })
    .map(utf8),
)
const limits = { maxColumns: 12, maxRows: 40, maxFieldLength: 60, maxRowLength: 90, maxBytes: 390 }

test('any bytes are read or refused, in equal ways however they are cut', () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 1, max: 50 }), (bytes, step) => {
      const whole = readCsv(bytes, { limits })
      const reader = createCsvReader({ limits })
      const rows = []
      let refusal: string | undefined
      for (let at = 0; at < bytes.length && refusal === undefined; at += step) {
        const read = reader.push(bytes.subarray(at, at + step))
        if (read.ok) rows.push(...read.value)
        else refusal = read.refusal.code
      }
      const last = reader.end()
      if (last.ok) rows.push(...last.value)
      expect(last.ok).toBe(whole.ok)
      if (!whole.ok) return
      expect(rows).toEqual(whole.value.rows)
      expect(reader.report().problemCounts).toEqual(whole.value.problemCounts)
      for (const row of rows) {
        expect(row.cells).toHaveLength(whole.value.columns.length)
        for (const text of row.cells) expect(text.length).toBeLessThanOrEqual(60)
      }
      expect(new Set(whole.value.columns).size).toBe(whole.value.columns.length)
    }),
    { seed: 53, numRuns: 3000 },
  )
})

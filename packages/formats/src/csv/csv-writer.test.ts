import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CSV_BOM, guardCell, unguardCell, writeCsvRow } from './csv-writer.ts'
import { readCsv } from './read-csv.ts'

/** Whatever can be kept (all but U+0000), and what means something to a table or a spreadsheet more often than by chance. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }).map((written) => written.replaceAll('\0', '')),
  fc
    .array(
      fc.constantFrom(
        '"',
        ',',
        ';',
        '\t',
        '\r',
        '\n',
        "'",
        '=',
        '+',
        '-',
        '@',
        ' ',
        'é',
        '😀',
        '\uFEFF',
        '1',
      ),
    )
    .map((signs) => signs.join('')),
)

test('any text comes back out of a table as it went in', () => {
  const rows = fc.integer({ min: 1, max: 5 }).chain((columns) => {
    const row = fc.array(text, { minLength: columns, maxLength: columns })
    return fc.array(row, { minLength: 1, maxLength: 5 })
  })
  fc.assert(
    fc.property(rows, (cells) => {
      const header = cells[0]?.map((_cell, index) => `Column ${index}`) ?? []
      const written = CSV_BOM + [header, ...cells].map(writeCsvRow).join('')
      const read = readCsv(new TextEncoder().encode(written), { delimiter: ',', header: 'first-row' })
      if (!read.ok) throw new Error(read.refusal.code)
      // A row of one empty cell is an empty line, which tables do not tell from none.
      const expected = cells.filter((row) => row.length > 1 || row[0] !== '')
      expect(read.value.rows.map((row) => row.cells)).toEqual(expected)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('no guarded text begins like a formula, and each comes back', () => {
  fc.assert(
    fc.property(text, (written) => {
      const cell = guardCell(written)
      expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
      expect(unguardCell(cell)).toBe(written)
    }),
    { seed: 2, numRuns: 1_000 },
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-5 degrees', "'-5 degrees"],
  ["'=1", "''=1"],
  ["'tis", "'tis"],
  ['plain', 'plain'],
])('%s becomes %s', (written, cell) => expect(guardCell(written)).toBe(cell))

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable, writeTable } from './table-text.ts'

test.each([
  [
    'a\tb\nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\tb\r\nc\t\r\n',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['"two\nlines"\tb', [['two\nlines', 'b']]],
  ['"say ""so"""\tb', [['say "so"', 'b']]],
  ['5" pipe\t"Big" one', [['5" pipe', '"Big" one']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['', []],
])('%j is read as a spreadsheet means it', (text, rows) => expect(readTable(text)).toEqual(rows))

test('whatever stands in cells comes back from the text of a table', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'ö', "'", '=') })
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(rows, (table) => {
      expect(readTable(writeTable(table))).toEqual(table)
    }),
  )
})

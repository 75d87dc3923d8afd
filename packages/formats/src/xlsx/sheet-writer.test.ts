import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { escapeText } from './escape-text.ts'
import {
  dayCell,
  momentCell,
  type SheetCell,
  sheetEnd,
  sheetRows,
  sheetStart,
  workbookParts,
} from './index.ts'
import { nameOf } from './sheet-writer.ts'

type Read = { readonly cells: ReadonlyMap<string, string>; readonly filter: string | undefined }

/** Reads a sheet as a program would: cells by place, texts with their escapes undone. */
function read(xml: string): Read {
  const cells = new Map<string, string>()
  let place = ''
  let filter: string | undefined
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'c') place = String(attributes['r'])
    if (name === 'autoFilter') filter = String(attributes['ref'])
  })
  parser.on('text', (text) => {
    const plain = text.replace(/_x([0-9A-F]{4})_/g, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    if (text !== '\n') cells.set(place, (cells.get(place) ?? '') + plain)
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return { cells, filter }
}

function sheet(rows: readonly (readonly SheetCell[])[]): string {
  const columns = (rows[0] ?? []).map((_cell, index) => ({ header: `Column ${index}`, width: 10 }))
  return sheetStart(columns) + sheetRows(rows, 2) + sheetEnd(columns, rows.length)
}

test('any text comes back out of a cell as it went in', () => {
  const special = fc
    .array(fc.constantFrom('_x', '0041', '_', '&', '<', '\r', '\n', '\u0001', '\uffff', '=', "'"))
    .map((all) => all.join(''))
  const text = fc.oneof(fc.string({ unit: 'binary' }), special).filter((each) => each.trim() !== '')
  fc.assert(
    fc.property(text, (written) => {
      expect(read(sheet([[written]])).cells.get('A2')).toBe(written)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('a text that no cell holds is cut between two signs', () => {
  expect(escapeText(`${'x'.repeat(32_766)}😀`)).toBe('x'.repeat(32_766))
})

test('numbers, days and moments are counted, and blank cells left out', () => {
  const { cells, filter } = read(
    sheet([[1.5, dayCell('2026-11-28'), momentCell(Date.UTC(2026, 10, 28, 12)), true, null, '']]),
  )
  expect([...cells].slice(6)).toEqual([
    ['A2', '1.5'],
    ['B2', '46354'],
    ['C2', '46354.5'],
    ['D2', '1'],
  ])
  expect(filter).toBe('A1:F2')
})

test.each([
  ['1900-01-01', 1],
  ['1900-02-28', 59],
  ['1900-03-01', 61],
  ['2025-01-01', 45_658],
])('%s is day %i', (date, serial) => expect(dayCell(date)).toMatchObject({ serial }))

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is called %s', (index, name) => expect(nameOf(index)).toBe(name))

test('every part of a workbook is sound XML', () => {
  for (const { text } of workbookParts()) expect(() => read(text)).not.toThrow()
})

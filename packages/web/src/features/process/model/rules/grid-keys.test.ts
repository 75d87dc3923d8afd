import type { EditedTable } from '@millrace/formats/dmn'
import { expect, test } from 'vitest'
import { nextCell } from './grid-choice.ts'
import { changedBy, movedBy, sizeOf } from './grid-keys.ts'
import { cellsOf } from './grid-table.ts'

const input = (expression: string) => ({
  ...{ from: null, label: null, expression, typeRef: null, allowedValues: null },
})
const TABLE: EditedTable = {
  ...{ hitPolicy: 'UNIQUE', aggregation: null, annotations: [] },
  inputs: [input('a'), input('b')],
  outputs: [
    {
      ...{ from: null, name: null, label: 'out', typeRef: null },
      ...{ allowedValues: null, defaultValue: null },
    },
  ],
  rules: [
    { from: 0, inputs: ['1', '2'], outputs: ['x'], annotations: [] },
    { from: 1, inputs: ['3', '4'], outputs: ['y'], annotations: [] },
    { from: 2, inputs: ['5', '6'], outputs: ['z'], annotations: [] },
  ],
}

const cell = (rule: number, column: number) => ({ rule, column })
const at = (rule: number, column: number) => ({ anchor: cell(rule, column), focus: cell(rule, column) })
const rows = (table: EditedTable | undefined) =>
  (table?.rules ?? []).map((rule) => cellsOf(TABLE, rule).join(' '))

test.each([
  ['ArrowDown', at(0, 0), at(1, 0)],
  ['ArrowUp', at(0, 1), at(-1, 1)],
  ['ArrowUp', at(-1, 1), at(-1, 1)],
  ['ArrowRight', at(0, 2), at(0, 2)],
  ['mod+End', at(0, 0), at(2, 2)],
  ['PageDown', at(0, 1), at(2, 1)],
  ['shift+ArrowDown', at(0, 1), { anchor: cell(0, 1), focus: cell(1, 1) }],
  ['x', at(0, 0), null],
])('%s leads on', (key, choice, expected) => {
  expect(movedBy(key, { table: TABLE, choice })).toEqual(expected)
})

test.each([
  ['Delete', { anchor: cell(0, 1), focus: cell(1, 2) }, ['1 - ', '3 - ', '5 6 z']],
  ['mod+d', { anchor: cell(0, 0), focus: cell(2, 1) }, ['1 2 x', '1 2 y', '1 2 z']],
  ['mod+d', at(1, 2), ['1 2 x', '3 4 x', '5 6 z']],
  ['mod+Enter', at(0, 0), ['1 2 x', '- - ', '3 4 y', '5 6 z']],
  ['mod+shift+Enter', at(0, 0), ['- - ', '1 2 x', '3 4 y', '5 6 z']],
  ['mod+Delete', { anchor: cell(0, 0), focus: cell(1, 0) }, ['5 6 z']],
  ['alt+ArrowDown', at(0, 0), ['3 4 y', '1 2 x', '5 6 z']],
  ['alt+ArrowUp', at(0, 0), ['1 2 x', '3 4 y', '5 6 z']],
  ['alt+ArrowRight', at(0, 0), ['2 1 x', '4 3 y', '6 5 z']],
  ['alt+d', at(2, 0), ['1 2 x', '3 4 y', '5 6 z', '5 6 z']],
])('%s changes the table', (key, choice, expected) => {
  expect(rows(changedBy(key, { table: TABLE, choice })?.table)).toEqual(expected)
})

test('what is chosen goes along with what moves', () => {
  expect(changedBy('alt+ArrowDown', { table: TABLE, choice: at(0, 1) })?.choice).toEqual(at(1, 1))
  expect(changedBy('alt+ArrowRight', { table: TABLE, choice: at(2, 0) })?.choice).toEqual(at(2, 1))
  expect(changedBy('mod+Delete', { table: TABLE, choice: at(2, 0) })?.choice).toEqual(at(1, 0))
  expect(changedBy('mod+Delete', { table: TABLE, choice: at(-1, 0) })?.table).toBe(TABLE)
})

test('reading on leads from rule to rule, and out at the ends', () => {
  const size = sizeOf(TABLE)
  expect(nextCell(cell(0, 2), 1, size)).toEqual(cell(1, 0))
  expect(nextCell(cell(1, 0), -1, size)).toEqual(cell(0, 2))
  expect([nextCell(cell(2, 2), 1, size), nextCell(cell(0, 0), -1, size)]).toEqual([null, null])
})

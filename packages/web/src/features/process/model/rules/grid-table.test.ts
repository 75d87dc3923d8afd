import { editTable, newDecisionTable } from '@millrace/formats/dmn'
import { expect, test } from 'vitest'
import { editedOf } from './edited-of.ts'
import {
  cellsOf,
  changeColumn,
  columnsOf,
  emptyRule,
  insertColumn,
  insertRules,
  moveColumn,
  moveRules,
  pasteCells,
  removeColumn,
  removeRules,
  repeatRules,
  textOf,
  writeCells,
} from './grid-table.ts'
import { analysisOf, askedBy, decisionOf, lookAt, problemsOf, tableOf } from './looked-at.ts'
import { readValue, writeValue } from './read-value.ts'

const column = { label: null, allowedValues: null }
const DMN = newDecisionTable({
  ...{ name: 'Who approves', key: 'approval' },
  table: {
    ...{ hitPolicy: 'UNIQUE', aggregation: null, annotations: ['Why'] },
    inputs: [
      { ...column, expression: { text: 'Amount', line: 0 }, typeRef: 'number' },
      { ...column, expression: { text: 'Urgent', line: 0 }, typeRef: 'boolean' },
    ],
    outputs: [{ ...column, name: 'Approver', typeRef: 'string', defaultValue: null }],
    rules: [
      { inputs: ['<= 1000', '-'], outputs: ['"foreman"'], annotations: ['small'] },
      { inputs: ['> 1000', 'true'], outputs: ['"owner"'], annotations: [''] },
    ],
  },
})

function parts(dmn: string) {
  const looked = lookAt(dmn)
  const decision = looked && decisionOf(looked, 'approval')
  const table = tableOf(decision ?? null)
  if (!looked || !decision || !table) throw new Error('no table')
  return { looked, decision, table }
}

const TABLE = editedOf(parts(DMN).table)
const rows = (table: typeof TABLE) => table.rules.map((rule) => cellsOf(table, rule))

test('a table is shown by its columns, inputs before outputs before annotations', () => {
  expect(columnsOf(TABLE).map(({ kind, title }) => [kind, title])).toEqual([
    ['input', 'Amount'],
    ['input', 'Urgent'],
    ['output', 'Approver'],
    ['annotation', 'Why'],
  ])
  expect(rows(TABLE)).toEqual([
    ['<= 1000', '-', '"foreman"', 'small'],
    ['> 1000', 'true', '"owner"', ''],
  ])
  expect([textOf(TABLE, { rule: 1, column: 2 }), textOf(TABLE, { rule: 9, column: 9 })]).toEqual([
    '"owner"',
    '',
  ])
})

test('a block is pasted from a spreadsheet, with rules added below and nothing beside the table', () => {
  const pasted = pasteCells(TABLE, {
    at: { rule: 1, column: 2 },
    rows: [
      ['"a"', 'x', 'beyond'],
      ['"b"', 'y'],
    ],
  })
  expect(rows(pasted)).toEqual([
    ['<= 1000', '-', '"foreman"', 'small'],
    ['> 1000', 'true', '"a"', 'x'],
    ['-', '-', '"b"', 'y'],
  ])
  expect(rows(TABLE).length).toBe(2)
})

test('rules are added, repeated, moved and removed, and know where they come from', () => {
  const from = (table: typeof TABLE) => table.rules.map((rule) => rule.from)
  expect(from(insertRules(TABLE, 1, [emptyRule(TABLE)]))).toEqual([0, null, 1])
  expect(from(repeatRules(TABLE, { from: 0, to: 1 }))).toEqual([0, 1, null, null])
  expect(from(moveRules(TABLE, { from: 1, to: 1 }, -1))).toEqual([1, 0])
  expect(moveRules(TABLE, { from: 0, to: 1 }, 1)).toBe(TABLE)
  expect(from(removeRules(TABLE, { from: 0, to: 0 }))).toEqual([1])
})

test('columns are added, moved, changed and removed with their cells; the last output stays', () => {
  const added = insertColumn(TABLE, { kind: 'input', index: 1 }, { expression: 'Site', name: 'Where' })
  expect(rows(added)[1]).toEqual(['> 1000', '-', 'true', '"owner"', ''])
  expect(columnsOf(added)[1]).toMatchObject({ title: 'Where', expression: 'Site' })
  expect(rows(moveColumn(added, { kind: 'input', index: 2 }, -1))[1]).toEqual([
    ...['> 1000', 'true', '-', '"owner"', ''],
  ])
  expect(rows(removeColumn(added, { kind: 'input', index: 0 }))[0]).toEqual(['-', '-', '"foreman"', 'small'])
  expect(removeColumn(TABLE, { kind: 'output', index: 0 })).toBe(TABLE)
  const renamed = changeColumn(TABLE, { kind: 'output', index: 0 }, { name: 'Who', typeRef: null })
  expect(columnsOf(renamed)[2]).toMatchObject({ title: 'Who', typeRef: null })
})

test('problems show in the cell that has them, with their place in its text', () => {
  const table = writeCells(TABLE, [
    { rule: 0, column: 0, text: 'calm' },
    { rule: 1, column: 2, text: '"a" +' },
  ])
  const edited = editTable(DMN, 'approval', table)
  if (!edited.ok) return expect.fail(edited.refusal.code)
  const { looked, decision } = parts(edited.value)
  expect(problemsOf(looked, decision).map(({ rule, column, code, at }) => [rule, column, code, at])).toEqual([
    [0, 0, 'feel.unknown_name', 0],
    [1, 2, 'feel.unexpected', 5],
  ])
})

test('what a table leaves open is told as a rule could say it', () => {
  const { looked, decision, table } = parts(DMN)
  expect(analysisOf(looked, table).gaps.map(({ tests }) => tests)).toEqual([['> 1000', 'false']])
  expect(askedBy(looked, decision).map(({ name }) => name)).toEqual(['Amount', 'Urgent'])
  expect(lookAt('<a/>')).toBeNull()
})

test.each([
  ['12', 'number', 12],
  ['12', 'string', '12'],
  ['"12"', 'string', '12'],
  ['true', null, true],
  ['2026-01-31', 'date', '2026-01-31'],
  ['{"a": [1]}', null, { a: [1] }],
  ['  ', 'string', undefined],
])('%s for %s is a value, and is shown as it was typed', (typed, typeRef, value) => {
  expect(readValue(typed, typeRef)).toEqual(value)
  expect(readValue(writeValue(value), typeRef)).toEqual(value)
})

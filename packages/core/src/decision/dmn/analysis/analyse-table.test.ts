import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNumber } from '../../feel/values/number.ts'
import { literalOf } from '../../feel/values/text.ts'
import type { FeelValue } from '../../feel/values/value.ts'
import { compileModel } from '../compile-model.ts'
import { evaluateDecision } from '../evaluate.ts'
import type { DecisionTable, ItemDefinition } from '../model.ts'
import { decision, input, model, table, text, type } from '../testing/models.ts'
import { analyseTable } from './analyse-table.ts'

function analyse(of: DecisionTable, itemDefinitions: readonly ItemDefinition[] = []) {
  return analyseTable(compileModel(model({ itemDefinitions })), of)
}

function typed(of: DecisionTable, types: readonly string[]): DecisionTable {
  return { ...of, inputs: of.inputs.map((one, index) => ({ ...one, typeRef: types[index] ?? null })) }
}

const entry = fc.oneof(
  fc.constant('-'),
  fc
    .tuple(fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: 0, max: 4 }))
    .map((parts) => parts.join(' ')),
  fc.integer({ min: 0, max: 4 }).map(String),
  fc
    .tuple(
      fc.constantFrom('[', '('),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(']', ')'),
    )
    .map(([open, from, length, close]) => `${open}${from}..${from + length}${close}`),
  fc.integer({ min: 0, max: 4 }).map((value) => `not(${value})`),
  fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .map(([a, b]) => `? > ${a} and ? != ${b}`),
)
const rules = fc.array(fc.tuple(entry, entry), { minLength: 1, maxLength: 5 })

/** Halves from below the smallest bound to above the largest: every stretch of numbers has one of them. */
const POINTS = Array.from({ length: 21 }, (_, index) => parseNumber(String(index / 2 - 1)))

test('a table has gaps and overlaps where trying every number finds them', () => {
  fc.assert(
    fc.property(rules, (entries) => {
      const of = typed(
        table(
          ['x', 'y'],
          ['r'],
          entries.map((pair) => [...pair, '1']),
          { hitPolicy: 'COLLECT' },
        ),
        ['number', 'number'],
      )
      const program = compileModel(
        model({
          inputData: [input('x'), input('y')],
          decisions: [decision('D', of, { requires: ['x', 'y'] })],
        }),
      )
      const matching = (x: FeelValue, y: FeelValue): readonly number[] => {
        const inputs = new Map([
          ['x', x],
          ['y', y],
        ])
        return (
          evaluateDecision(program, { decision: 'D', inputs, now: 0, zone: 'UTC' }).tables[0]?.chosen ?? []
        )
      }
      const all = POINTS.flatMap((x) => POINTS.map((y) => matching(x, y)))
      const { gaps, overlaps, undecided } = analyseTable(program, of)
      expect(undecided).toEqual([])
      expect(gaps.length > 0).toBe(all.some((chosen) => chosen.length === 0))
      for (const { example } of gaps) expect(matching(example[0] ?? null, example[1] ?? null)).toEqual([])
      const pairs = new Set(
        all.flatMap((chosen) => chosen.flatMap((b) => chosen.filter((a) => a < b).map((a) => `${a} ${b}`))),
      )
      expect(new Set(overlaps.map(({ rules: [a, b] }) => `${a} ${b}`))).toEqual(pairs)
      for (const { rules: pair, region } of overlaps) {
        expect(matching(region.example[0] ?? null, region.example[1] ?? null)).toEqual(
          expect.arrayContaining([...pair]),
        )
      }
    }),
    { numRuns: 60 },
  )
})

test('a gap is told as a rule would be written, with an example', () => {
  const { gaps } = analyse(
    typed(
      table(
        ['age', 'level'],
        ['r'],
        [
          ['< 18', '-', '1'],
          ['> 18', '"a", "b"', '2'],
        ],
      ),
      ['number', 'string'],
    ),
  )
  expect(gaps.map(({ tests }) => tests)).toEqual([
    ['18', '-'],
    ['> 18', '…'],
  ])
  expect(gaps.map(({ example }) => example.map(literalOf))).toEqual([
    ['18', '"a"'],
    ['19', '"……"'],
  ])
})

test.each<[string, DecisionTable, readonly ItemDefinition[], number, number]>([
  [
    'days follow each other',
    typed(
      table(
        ['d'],
        ['r'],
        [
          ['<= @"2026-01-01"', '1'],
          ['>= @"2026-01-02"', '2'],
        ],
      ),
      ['date'],
    ),
    [],
    0,
    0,
  ],
  [
    'numbers do not',
    typed(
      table(
        ['n'],
        ['r'],
        [
          ['<= 1', '1'],
          ['>= 2', '2'],
        ],
      ),
      ['number'],
    ),
    [],
    1,
    0,
  ],
  [
    'both truths are covered',
    typed(
      table(
        ['b'],
        ['r'],
        [
          ['true', '1'],
          ['not(true)', '2'],
        ],
      ),
      ['boolean'],
    ),
    [],
    0,
    0,
  ],
  [
    'allowed values of a type are all there is',
    typed(
      table(
        ['s'],
        ['r'],
        [
          ['"a"', '1'],
          ['"b"', '2'],
        ],
      ),
      ['tS'],
    ),
    [type('tS', { typeRef: 'string', allowedValues: text('"a", "b"') })],
    0,
    0,
  ],
  [
    'allowed values of a type that no rule names are a gap',
    typed(table(['s'], ['r'], [['"a"', '1']]), ['tS']),
    [type('tS', { typeRef: 'string', allowedValues: text('"a", "b", "c"') })],
    1,
    0,
  ],
  [
    'texts in order',
    typed(
      table(
        ['s'],
        ['r'],
        [
          ['< "m"', '1'],
          ['>= "m"', '2'],
        ],
      ),
      ['string'],
    ),
    [],
    0,
    0,
  ],
  [
    'equal rules overlap',
    table(
      ['s'],
      ['r'],
      [
        ['-', '1'],
        ['-', '2'],
      ],
    ),
    [],
    0,
    1,
  ],
])('%s', (_name, of, types, gaps, overlaps) => {
  const found = analyse(of, types)
  expect([found.gaps.length, found.overlaps.length]).toEqual([gaps, overlaps])
})

test('a rule behind others that leave it nothing is masked, and a cell with variables is left undecided', () => {
  const of = typed(
    table(
      ['x'],
      ['r'],
      [
        ['< 5', '1'],
        ['>= 5', '2'],
        ['7', '3'],
        ['> limit', '4'],
      ],
      { hitPolicy: 'FIRST' },
    ),
    ['number'],
  )
  const { masked, undecided } = analyse(of)
  expect(masked).toEqual([2, 3])
  expect(undecided).toEqual([{ rule: 3, column: 0 }])
})

test('a table too large to be looked through says so', () => {
  const columns = Array.from({ length: 24 }, (_, index) => `c${index}`)
  const rows = Array.from({ length: 120 }, (_, row) => [
    ...columns.map((_name, column) =>
      (row * 7 + column * 13) % 5 === 0 ? '-' : `not(${(row * 31 + column) % 97})`,
    ),
    '1',
  ])
  expect(
    analyse(
      typed(
        table(columns, ['r'], rows),
        columns.map(() => 'number'),
      ),
    ).isComplete,
  ).toBe(false)
})

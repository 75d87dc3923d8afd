import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canBeValue } from './condition-parser.ts'
import { findFlag, isReserved } from './filter-parser.ts'
import { parseQuery } from './parse-query.ts'
import { printNode, printQuery, queryValue } from './print-query.ts'
import {
  COMPARISONS,
  type Condition,
  joinNodes,
  QUERY_FLAGS,
  type Query,
  type QueryNode,
  type QueryValue,
} from './query.ts'
import { canonicalField, QUERY_FIELDS } from './query-field.ts'
import { isOneWord } from './token.ts'

const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      'and',
      'OR',
      'in',
      'is',
      'order',
      'by',
      'empty',
      'open',
      'due',
      'a"b',
      '\\',
      '"',
      'today',
      '+7d',
      '!',
      '&&',
    ),
  )
  .filter((text) => !text.includes('\0'))
const text = anyText.map((written): QueryNode => ({ kind: 'text', text: written, at: 0 }))
const flag = fc.constantFrom(...QUERY_FLAGS).map((name): QueryNode => ({ kind: 'flag', flag: name, at: 0 }))

const value: fc.Arbitrary<QueryValue> = fc.oneof(
  anyText.map((written) => ({ text: written, quoted: true, at: 0 })),
  anyText
    .filter((written) => isOneWord(written) && canBeValue(written))
    .map((written) => ({ text: written, quoted: false, at: 0 })),
)
const fieldName = fc.oneof(
  fc.constantFrom(...QUERY_FIELDS.map(({ name }) => name), 'field.budget', 'budget'),
  anyText
    .filter((written) => isOneWord(written) && !isReserved(written) && !findFlag(written))
    .map(canonicalField),
)
const values = {
  '0': fc.constant([]),
  '1': fc.tuple(value),
  many: fc.array(value, { minLength: 1, maxLength: 4 }),
}
const condition: fc.Arbitrary<Condition> = fc.constantFrom(...COMPARISONS).chain((comparison) => {
  const count = comparison.endsWith('empty') ? '0' : comparison.endsWith('in') ? 'many' : '1'
  return fc.record({
    kind: fc.constant('condition'),
    field: fieldName,
    comparison: fc.constant(comparison),
    values: values[count],
    at: fc.constant(0),
    comparisonAt: fc.constant(0),
  })
})

const { node } = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(text, flag, condition),
    tie('node').map((inner): QueryNode => ({ kind: 'not', node: inner })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('node'), { minLength: 2, maxLength: 4 }))
      .map(([kind, nodes]): QueryNode => joinNodes(kind, nodes) ?? { kind: 'text', text: 'never', at: 0 }),
  ),
}))
const sort = fc.record({ field: fieldName, descending: fc.boolean(), at: fc.constant(0) })
const query: fc.Arbitrary<Query> = fc.record({
  where: fc.option(node),
  order: fc.array(sort, { maxLength: 3 }),
})

/** The query with every position zero, as generated. */
function withoutPositions(parsed: unknown): unknown {
  return JSON.parse(
    JSON.stringify(parsed, (key, part) => (key === 'at' || key === 'comparisonAt' ? 0 : part)),
  )
}

test('a printed query reads as what was printed', () => {
  fc.assert(
    fc.property(query, (printed) => {
      const result = parseQuery(printQuery(printed))
      expect(result.ok ? withoutPositions(result.value) : result.refusal).toEqual(withoutPositions(printed))
    }),
    { seed: 7, numRuns: 3000 },
  )
})

test('a value given as text gets quotes only if it needs them', () => {
  const written = ['urgent', 'needs review', 'done', 'and', 'a"b', '', 'today+7d', '4.5k', 'a(b)']
  const printed = written.map((one) =>
    printNode({
      kind: 'condition',
      field: 'label',
      comparison: '=',
      values: [queryValue(one)],
      at: 0,
      comparisonAt: 0,
    }),
  )
  expect(printed.map((one) => one.slice('label = '.length))).toEqual([
    'urgent',
    '"needs review"',
    'done',
    '"and"',
    'a"b',
    '""',
    'today+7d',
    '4.5k',
    '"a(b)"',
  ])
})

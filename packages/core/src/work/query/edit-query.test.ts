import { expect, test } from 'vitest'
import {
  chipsOf,
  toggleFlag,
  toggleValue,
  withCondition,
  withoutChip,
  withoutField,
  withSort,
} from './edit-query.ts'
import { parseQuery } from './parse-query.ts'
import { printNode, printQuery } from './print-query.ts'
import type { Query } from './query.ts'

function read(text: string): Query {
  const result = parseQuery(text)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

test.each([
  ['', 'urgent', 'label = urgent'],
  ['open', 'needs review', 'open and label = "needs review"'],
  ['label = urgent', 'Urgent', ''],
  ['label = urgent and open', 'lift', 'label in (urgent, lift) and open'],
  ['label in (urgent, lift) and open', 'urgent', 'label = lift and open'],
  ['label = "me"', 'x', 'label in ("me", x)'],
  ['label != urgent', 'urgent', 'label != urgent and label = urgent'],
  ['open or label = urgent', 'lift', '(open or label = urgent) and label = lift'],
  ['crane order by due', 'a', 'crane and label = a order by due'],
])('toggling a label in "%s" with %s', (before, value, after) => {
  expect(printQuery(toggleValue(read(before), 'LABEL', value))).toBe(after)
})

test('toggling twice gives back the query', () => {
  const query = read('crane and label in (a, b) order by due')
  expect(printQuery(toggleValue(toggleValue(query, 'label', 'c'), 'label', 'c'))).toBe(printQuery(query))
  expect(printQuery(toggleFlag(toggleFlag(query, 'open'), 'open'))).toBe(printQuery(query))
})

test.each([
  [
    'assignee = me and open',
    { field: 'assignee', comparison: '=', values: ['rosa'] },
    'responsible = rosa and open',
  ],
  [
    'due >= today',
    { field: 'due', comparison: '<', values: ['today+7d'] },
    'due >= today and due < today+7d',
  ],
  [
    'due >= today and due < x',
    { field: 'due', comparison: '>=', values: ['2026-01-01'] },
    'due >= 2026-01-01 and due < x',
  ],
  ['due = today', { field: 'due', comparison: 'is empty', values: [] }, 'due = today and due is empty'],
  [
    'label = a and label in (b, c)',
    { field: 'label', comparison: 'in', values: ['d', 'e'] },
    'label in (d, e)',
  ],
  ['label = a and open', { field: 'label', comparison: 'in', values: [] }, 'open'],
  ['', { field: 'label', comparison: 'not in', values: ['a', 'b'] }, 'label not in (a, b)'],
] as const)('in "%s" a condition takes the place of its like', (before, condition, after) => {
  expect(printQuery(withCondition(read(before), condition))).toBe(after)
})

test('a field goes with all its conditions, except those that only may hold', () => {
  const query = read('due >= today and due < x and (due is empty or open) and assignee = me')
  expect(printQuery(withoutField(query, 'due'))).toBe('(due is empty or open) and responsible = me')
  expect(printQuery(withoutField(query, 'assignee'))).toBe(
    'due >= today and due < x and (due is empty or open)',
  )
})

test('each filter that has to hold is a chip, and can be taken away', () => {
  const query = read('crane and (open or done) and not blocked order by due')
  const chips = chipsOf(query)
  expect(chips.map(printNode)).toEqual(['crane', 'open or done', 'not blocked'])
  expect(chips.map((chip) => printQuery(withoutChip(query, chip)))).toEqual([
    '(open or done) and not blocked order by due',
    'crane and not blocked order by due',
    'crane and (open or done) order by due',
  ])
  expect(chipsOf(read(''))).toEqual([])
  expect(chipsOf(read('open or done'))).toHaveLength(1)
})

test('an order is replaced, the filter stays', () => {
  const query = withSort(read('open order by due'), [{ field: 'ASSIGNEE', descending: true }])
  expect(printQuery(query)).toBe('open order by responsible desc')
  expect(printQuery(withSort(query, []))).toBe('open')
})

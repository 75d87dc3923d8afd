import { expect, test } from 'vitest'
import { settle } from './debt.ts'

const violation = { rule: 'door', file: 'a.ts', line: 3, detail: 'imports b.ts' }

test('a violation on record is borne', () => {
  expect(settle([violation], [{ rule: 'door', file: 'a.ts', reason: 'until b has a door' }])).toEqual([])
})

test('a violation of another rule or file is not', () => {
  expect(settle([violation], [{ rule: 'cycle', file: 'a.ts', reason: '' }])).toContainEqual(violation)
})

test('a paid debt must leave the record', () => {
  const rules = settle([], [{ rule: 'door', file: 'a.ts', reason: '' }]).map(({ rule }) => rule)
  expect(rules).toEqual(['paid-debt'])
})

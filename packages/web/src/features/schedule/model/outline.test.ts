import type { PlanRowView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { shownRows, spanOf } from './outline.ts'

const row = (itemId: string, parentId: string | null, finishAt: number | null = null) =>
  ({ itemId, parentId, startAt: finishAt, finishAt }) as PlanRowView // The outline looks at nothing else.

const rows = [row('1', null), row('1.1', '1'), row('1.1.1', '1.1'), row('1.2', '1'), row('2', null)]

test.each([
  [[], ['1', '1.1', '1.1.1', '1.2', '2']],
  [['1.1'], ['1', '1.1', '1.2', '2']],
  [['1'], ['1', '2']],
])('with %j folded, %j are seen', (folded, shown) => {
  expect(shownRows(rows, new Set(folded)).map((each) => each.itemId)).toEqual(shown)
})

test('the slip is counted in days against the last finish of the baseline', () => {
  const day = 86_400_000
  expect(spanOf([row('a', null, 10 * day)], [{ finishAt: 4 * day }])).toMatchObject({ slipDays: 6 })
  expect(spanOf([row('a', null, 10 * day)], null)).toMatchObject({ slipDays: null, finishAt: 10 * day })
  expect(spanOf([row('a', null)], [])).toEqual({ startAt: null, finishAt: null, slipDays: null })
})

import { BATCH_MAX } from '@millrace/contract'
import { expect, test } from 'vitest'
import { GRID_COLUMNS, type GridColumn, groundOf } from './ground.ts'
import { planPaste } from './paste.ts'
import { after, emptyPlan } from './testing/grid-world.ts'

const names = Object.fromEntries(GRID_COLUMNS.map((column) => [column, `own ${column}`])) as Record<
  GridColumn,
  string
> // One entry for each column.

test('5,000 lines with length, predecessor and resource are one step', () => {
  const ground = groundOf(emptyPlan)
  const head = 'ID\tTask Name\tDuration\tPredecessors\tResource Names\tOutline Level'
  // Five hundred summaries with nine tasks each, one after the other.
  const lines = Array.from({ length: 5_000 }, (_, index) => {
    const place = index % 10
    const [duration, resource] = place === 0 ? ['', ''] : ['3d', 'Ann']
    const before = place < 2 ? '' : String(index)
    return [index + 1, `Line ${index}`, duration, before, resource, place === 0 ? 1 : 2].join('\t')
  })
  const place = { rows: [], line: 0, column: 'title' as const, columns: GRID_COLUMNS, names }
  const { calls, newCount, wrongCount } = planPaste([head, ...lines].join('\n'), place, ground)
  expect([newCount, wrongCount]).toEqual([5_000, 0])
  expect(calls.length).toBeLessThanOrEqual(BATCH_MAX)
  const { rows, links, assignments } = after(ground, calls)
  expect([rows.length, links.length, assignments.length]).toEqual([5_000, 4_000, 4_500])
  expect(rows.at(-1)).toMatchObject({ level: 2, title: 'Line 4999' })
})

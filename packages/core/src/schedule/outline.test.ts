import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberOutline } from './index.ts'

const entry = (itemId: string, parentId: string | null = null, rank = itemId) => ({ itemId, parentId, rank })

test('items are numbered by parent and rank, parents first', () => {
  const rows = numberOutline([
    entry('slab', 'structure', '2'),
    entry('envelope', null, '3'),
    entry('columns', 'structure', '1'),
    entry('structure', null, '1'),
    entry('rebar', 'slab'),
  ])
  expect(rows.map((row) => [row.wbs, row.entry.itemId, row.level, row.isSummary])).toEqual([
    ['1', 'structure', 1, true],
    ['1.1', 'columns', 2, false],
    ['1.2', 'slab', 2, true],
    ['1.2.1', 'rebar', 3, false],
    ['2', 'envelope', 1, false],
  ])
})

test('an item whose parent is not on the plan stands at the top', () => {
  expect(numberOutline([entry('a', 'elsewhere')])).toMatchObject([{ wbs: '1', parentId: null, level: 1 }])
})

test('a plan of any depth is numbered', () => {
  const chain = Array.from({ length: 5000 }, (_, index) =>
    entry(`i${index}`, index === 0 ? null : `i${index - 1}`),
  )
  expect(numberOutline(chain).at(-1)?.level).toBe(5000)
})

test('every item is there once, after its parent, under its number', () => {
  const forest = fc.array(fc.record({ parent: fc.nat(50), rank: fc.stringMatching(/^[a-c]$/) }), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(forest, (shape) => {
      const entries = shape.map(({ parent, rank }, index) =>
        entry(
          `i${String(index).padStart(2, '0')}`,
          parent < index ? `i${String(parent).padStart(2, '0')}` : null,
          rank,
        ),
      )
      const rows = numberOutline(entries)
      expect(rows.map((row) => row.entry.itemId).toSorted()).toEqual(
        entries.map((one) => one.itemId).toSorted(),
      )
      const seen = new Map<string | null, string>()
      for (const row of rows) {
        if (row.parentId !== null) expect(row.wbs.startsWith(`${seen.get(row.parentId)}.`)).toBe(true)
        expect(row.wbs.split('.')).toHaveLength(row.level)
        seen.set(row.entry.itemId, row.wbs)
      }
      expect(new Set(seen.values()).size).toBe(rows.length)
    }),
    { seed: 3 },
  )
})

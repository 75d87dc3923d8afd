import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layersOf } from './layers.ts'
import { layOut } from './layout.ts'
import { spread } from './spread.ts'

const arrowsOf = (text: string) =>
  text.split(' ').map((arrow) => ({ from: Number(arrow[0]), to: Number(arrow[2]) }))

/** Links of a plan: they lead from lower numbers to higher ones, so that none runs in a circle. */
const plans = fc.integer({ min: 2, max: 40 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    arrows: fc.array(
      fc
        .tuple(fc.nat(count - 1), fc.nat(count - 1))
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
      { maxLength: 80 },
    ),
  }),
)

test('the column is the longest way that leads there', () => {
  expect(layersOf(5, arrowsOf('0>1 1>2 2>3 0>3 3>4'))).toEqual([0, 1, 2, 3, 4])
})

test('what begins late stands right before what waits for it', () => {
  expect(layersOf(5, arrowsOf('0>1 1>2 2>3 4>3'))).toEqual([0, 1, 2, 3, 2])
})

test('a circle is drawn, although nothing can wait for it', () => {
  expect(layOut(3, arrowsOf('0>1 1>2 2>1')).places).toHaveLength(3)
})

test('a chain is a straight line, and a fork lies evenly around it', () => {
  const rows = (count: number, links: string) => layOut(count, arrowsOf(links)).places.map(({ row }) => row)
  expect(rows(4, '0>1 1>2 2>3')).toEqual([0, 0, 0, 0])
  expect(rows(4, '0>1 0>2 1>3 2>3')).toEqual([0.5, 0, 1, 0.5])
})

test('parts that no link connects lie below each other', () => {
  const { places, rowCount } = layOut(4, arrowsOf('0>2 1>3'))
  expect(places.map(({ row }) => row)).toEqual([0, 1.4, 0, 1.4])
  expect(rowCount).toBe(2.4)
})

test('every link leads to the right, and nothing lies upon another', () => {
  fc.assert(
    fc.property(plans, ({ count, arrows }) => {
      const { places, columns, rowCount } = layOut(count, arrows)
      for (const { from, to } of arrows) {
        expect(places[from]?.column).toBeLessThan(places[to]?.column ?? 0)
      }
      const byColumn = Map.groupBy(places, ({ column }) => column)
      for (const column of byColumn.values()) {
        const sorted = column.map(({ row }) => row).toSorted((a, b) => a - b)
        sorted.forEach((row, index) => {
          if (index > 0) expect(row - (sorted[index - 1] ?? 0)).toBeGreaterThan(0.999)
        })
      }
      for (const { column, row } of places) {
        expect(column).toBeLessThan(columns)
        expect(row).toBeGreaterThan(-0.001)
        expect(row).toBeLessThan(rowCount)
      }
    }),
  )
})

test('nothing could lie nearer to where it wants to be without another lying farther away', () => {
  const far = (rows: readonly number[], wished: readonly number[]) =>
    rows.reduce((sum, row, index) => sum + (row - (wished[index] ?? 0)) ** 2, 0)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), (wished) => {
      const placed = spread(wished)
      placed.forEach((row, index) => {
        if (index > 0) expect(row - (placed[index - 1] ?? 0)).toBeGreaterThan(0.999)
      })
      // Any other rows in this order, such as those that simply push each one down.
      let last = -1
      const pushed = wished.map((wish) => {
        last = Math.max(wish, last + 1)
        return last
      })
      expect(far(placed, wished)).toBeLessThan(far(pushed, wished) + 0.001)
    }),
  )
})

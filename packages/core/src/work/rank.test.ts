import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankAtEnd, rankBetween } from './rank.ts'

test('a rank lies strictly between its neighbours, however often one inserts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 200 }), (places) => {
      const ranks: string[] = []
      for (const place of places) {
        const at = place % (ranks.length + 1)
        const rank = rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null)
        ranks.splice(at, 0, rank)
      }
      expect(ranks.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(ranks)
      expect(new Set(ranks).size).toBe(ranks.length)
    }),
    { seed: 1 },
  )
})

test('there is room on both sides of a rank taken from the clock', () => {
  const rank = rankAtEnd(1_795_000_000_000, 3)
  expect(rankBetween(null, rank) < rank).toBe(true)
  expect(rankBetween(rank, null) > rank).toBe(true)
  expect(rankBetween(rank, rankAtEnd(1_795_000_000_000, 4)) > rank).toBe(true)
})

test('ranks from the clock follow time, and order within one moment', () => {
  const ranks = [
    rankAtEnd(1_000, 0),
    rankAtEnd(1_000, 1),
    rankAtEnd(1_001, 0),
    rankAtEnd(1_795_000_000_000, 999),
  ]
  expect(ranks.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(ranks)
})

test('neighbours in the wrong order are a bug', () => {
  expect(() => rankBetween('b', 'a')).toThrow(RangeError)
})

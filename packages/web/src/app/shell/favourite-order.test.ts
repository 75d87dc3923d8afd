import { compareText, rankBetween } from '@millrace/core/work'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankAfterStep, rankBeside } from './favourite-order.ts'

/** So many things in their order, named by their first place. */
const lists = fc.integer({ min: 2, max: 12 }).map((count) => {
  const list: { id: string; rank: string }[] = []
  for (let index = 0; index < count; index++) {
    list.push({ id: String(index), rank: rankBetween(list.at(-1)?.rank ?? null, null) })
  }
  return list
})

const sorted = (list: readonly { readonly id: string; readonly rank: string }[]) =>
  list.toSorted((a, b) => compareText(a.rank, b.rank)).map(({ id }) => id)

test('what is put beside another stands there, and the others stay in their order', () => {
  fc.assert(
    fc.property(lists, fc.nat(), fc.nat(), fc.constantFrom('before', 'after'), (list, from, to, edge) => {
      const moved = list[from % list.length]?.id ?? ''
      const other = list[to % list.length]?.id ?? ''
      const rank = rankBeside(list, moved, { id: other, edge })
      const after = sorted(
        list.map((each) => (each.id === moved && rank !== null ? { ...each, rank } : each)),
      )
      expect(after.filter((id) => id !== moved)).toEqual(sorted(list).filter((id) => id !== moved))
      if (moved === other) expect(rank).toBeNull()
      else expect(after.indexOf(moved) - after.indexOf(other)).toBe(edge === 'before' ? -1 : 1)
    }),
    { seed: 1 },
  )
})

test('a step down and a step up lead back, and the ends are the ends', () => {
  fc.assert(
    fc.property(lists, fc.nat(), (list, from) => {
      const moved = list[from % list.length]?.id ?? ''
      const down = rankAfterStep(list, moved, 1)
      if (from % list.length === list.length - 1) {
        expect(down).toBeNull()
        return
      }
      const after = list
        .map((each) => (each.id === moved ? { ...each, rank: down ?? '' } : each))
        .toSorted((a, b) => compareText(a.rank, b.rank))
      const up = rankAfterStep(after, moved, -1) ?? ''
      expect(sorted(after.map((each) => (each.id === moved ? { ...each, rank: up } : each)))).toEqual(
        sorted(list),
      )
    }),
    { seed: 2 },
  )
  expect(rankAfterStep([{ id: 'a', rank: 'b' }], 'a', -1)).toBeNull()
})

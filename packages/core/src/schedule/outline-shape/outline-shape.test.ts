import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  evenOutline,
  numberOutline,
  type OutlineLine,
  type OutlinePlace,
  type OutlineStep,
  placeOutline,
  shapeOutline,
} from '../index.ts'

const outline = (text: string): readonly OutlineLine[] =>
  text.split(' ').map((word) => ({ itemId: word.replace(/^\.+/, ''), level: word.lastIndexOf('.') + 2 }))
const drawn = (lines: readonly OutlineLine[] | null) =>
  lines?.map(({ itemId, level }) => '.'.repeat(level - 1) + itemId).join(' ') ?? null

test.each<readonly [string, OutlineStep, string, string, string | null]>([
  ['a line goes under the one before it', 'indent', 'a b c', 'b', 'a .b c'],
  ['with what lies under it', 'indent', 'a b .c d', 'b', 'a .b ..c d'],
  ['several go under the same one', 'indent', 'a b c d', 'b c', 'a .b .c d'],
  ['the first has nothing to lie under', 'indent', 'a b', 'a', null],
  ['nor has the first under its parent', 'indent', 'a .b .c', 'b', null],
  ['what is chosen twice goes one level', 'indent', 'a b .c', 'b c', 'a .b ..c'],
  ['what follows an outdented line lies under it', 'outdent', 'a .b .c .d', 'b', 'a b .c .d'],
  ['the top is the top', 'outdent', 'a b', 'b', null],
  ['an outdented branch stays one', 'outdent', 'a .b ..c', 'b', 'a b .c'],
  ['a line goes up past the branch before it', 'up', 'a .b c .d', 'c', 'c .d a .b'],
  ['several keep their order', 'up', 'a b c', 'b c', 'b c a'],
  ['the first stays under its parent', 'up', 'a .b', 'b', null],
  ['a line goes down past the branch after it', 'down', 'a .b c .d e', 'a', 'c .d a .b e'],
  ['the last stays under its parent', 'down', 'a .b c', 'b', null],
])('%s', (_name, step, before, chosen, after) => {
  expect(drawn(shapeOutline(outline(before), new Set(chosen.split(' ')), step))).toBe(after)
})

type Placed = OutlinePlace & { readonly itemId: string }

/** Outlines of some items, with ranks as an import may leave them: many of them equal. */
const plans = fc
  .array(fc.record({ level: fc.integer({ min: 1, max: 4 }), rank: fc.stringMatching(/^[1-4]V?$/) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((lines) => {
    const even = evenOutline(lines.map(({ level }, index) => ({ itemId: `i${index}`, level })))
    const placed: Placed[] = placeOutline(even, () => undefined, 0).map(({ itemId, parentId }, index) => {
      return { itemId, parentId, rank: lines[index]?.rank ?? '1' }
    })
    return numberOutline(placed)
  })

function applied(places: readonly Placed[], lines: readonly OutlineLine[], now: number) {
  const byId = new Map(places.map((place) => [place.itemId, place]))
  const placings = placeOutline(lines, (itemId) => byId.get(itemId), now)
  for (const { itemId, parentId, rank } of placings) byId.set(itemId, { itemId, parentId, rank })
  return { placings, lines: numberOutline([...byId.values()]) }
}

const linesOf = (numbered: ReturnType<typeof numberOutline>): readonly OutlineLine[] =>
  numbered.map(({ entry, level }) => ({ itemId: entry.itemId, level }))

test('placing items makes the outline that was asked for, whatever their ranks were', () => {
  const levels = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 60, maxLength: 60 })
  fc.assert(
    fc.property(plans, levels, fc.nat(20), fc.infiniteStream(fc.nat()), (plan, news, made, dice) => {
      const old = linesOf(plan).map((line, index) => ({ ...line, level: news[index] ?? 1 }))
      const lines = Array.from({ length: made }, (_, index) => `new${index}`).reduce<readonly OutlineLine[]>(
        (all, itemId, index) => {
          const at = (dice.next().value ?? 0) % (all.length + 1)
          return all.toSpliced(at, 0, { itemId, level: news[40 + index] ?? 1 })
        },
        old,
      )
      const places = plan.map(({ entry, parentId }) => ({ ...entry, parentId }))
      expect(linesOf(applied(places, lines, 1_800_000_000_000).lines)).toEqual(evenOutline(lines))
    }),
  )
})

test('an outline that is there already changes nothing', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const unequal = plan.map(({ entry, parentId }, index) => {
        return { itemId: entry.itemId, parentId, rank: `${String(index).padStart(3, '0')}V` }
      })
      expect(applied(unequal, linesOf(plan), 0).placings).toEqual([])
    }),
  )
})

test('a move among many says one rank anew, and many in one gap keep short ranks', () => {
  const many = Array.from({ length: 500 }, (_, index) => ({
    ...{ itemId: `i${index}`, parentId: null },
    rank: `${String(index).padStart(3, '0')}V`,
  }))
  const lines = many.map(({ itemId }) => ({ itemId, level: 1 }))
  const moved = shapeOutline(lines, new Set(['i250']), 'up') ?? []
  expect(applied(many, moved, 0).placings.map(({ itemId }) => itemId)).toHaveLength(1)
  const pasted = Array.from({ length: 2_000 }, (_, index) => ({ itemId: `new${index}`, level: 1 }))
  const { placings } = applied(many, lines.toSpliced(1, 0, ...pasted), 0)
  expect(Math.max(...placings.map(({ rank }) => rank.length))).toBeLessThan(20)
})

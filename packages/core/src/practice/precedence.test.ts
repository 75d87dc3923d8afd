import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPrecedence, type Ordered } from './precedence.ts'

const after = (id: string, ...before: readonly string[]): Ordered => ({ id, name: id, after: before })

test('a circle is named in the order of its practices', () => {
  const practices = [
    after('Pour', 'Rebar'),
    after('Rebar', 'Formwork'),
    after('Formwork', 'Pour'),
    after('Dry'),
  ]
  expect(checkPrecedence(practices)).toMatchObject({
    ok: false,
    refusal: { code: 'practice.order_circle', params: { circle: 'Pour → Formwork → Rebar → Pour' } },
  })
})

test('a practice does not come after itself', () => {
  expect(checkPrecedence([after('Pour', 'Pour')])).toMatchObject({
    refusal: { params: { circle: 'Pour → Pour' } },
  })
})

test('practices have an order exactly when none is before itself, however the list is shuffled (INV-P4)', () => {
  const size = 7
  const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 12 })
  fc.assert(
    fc.property(edges, fc.nat(size - 1), (pairs, shift) => {
      const practices = Array.from({ length: size }, (_, index) =>
        after(String(index), ...pairs.flatMap(([from, to]) => (from === index ? [String(to)] : []))),
      )
      const turned = [...practices.slice(shift), ...practices.slice(0, shift)]
      const result = checkPrecedence(turned)
      expect(result.ok).toBe(hasOrder(pairs, size))
      if (result.ok) return
      const circle = String(result.refusal.params?.['circle']).split(' → ')
      expect(circle.at(0)).toBe(circle.at(-1))
      // Each comes before the next.
      circle.slice(1).forEach((id, index) => {
        expect(pairs).toContainEqual([Number(id), Number(circle[index])])
      })
    }),
    { seed: 5 },
  )
})

test('a chain of twenty thousand practices is no deeper than the calls can go', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) =>
    after(String(index), ...(index > 0 ? [String(index - 1)] : [])),
  )
  expect(checkPrecedence(chain.toReversed()).ok).toBe(true)
})

/** Takes away what nothing is before, again and again: what stays is in circles. */
function hasOrder(pairs: readonly (readonly [number, number])[], size: number): boolean {
  let left = new Set(Array.from({ length: size }, (_, index) => index))
  for (;;) {
    const free = [...left].filter((id) => !pairs.some(([from, to]) => from === id && left.has(to)))
    if (free.length === 0) return left.size === 0
    left = new Set([...left].filter((id) => !free.includes(id)))
  }
}

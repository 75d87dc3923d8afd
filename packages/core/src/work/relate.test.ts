import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRelation, findCycle } from './relate.ts'
import type { Relation } from './work-item.ts'

const link: Relation = {
  id: 'r',
  fromId: 'a',
  toId: 'b',
  kind: 'precedes',
  linkType: 'FS',
  lag: 0,
  lagUnit: 'workingMin',
}

test('an item is not related to itself', () => {
  expect(checkRelation({ ...link, toId: 'a' }, [])).toMatchObject({
    ok: false,
    refusal: { code: 'work.relation_to_itself' },
  })
})

test('a dependency that closes a circle is refused with the way', () => {
  const refused = checkRelation(link, ['A', 'B', 'A'])
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'work.relation_cycle', params: { path: ['A', 'B', 'A'] } },
  })
})

test('items that merely concern each other may do so in a circle', () => {
  expect(checkRelation({ ...link, kind: 'relates' }, ['A', 'B', 'A']).ok).toBe(true)
})

test('edges that all lead forward have no cycle, and one edge back makes one that is really there', () => {
  const edge = fc.tuple(fc.nat(30), fc.nat(30)).filter(([a, b]) => a < b)
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 80 }), edge, (forward, [a, b]) => {
      const edges = forward.map(([from, to]) => ({ fromId: String(from), toId: String(to) }))
      expect(findCycle(edges)).toBeNull()
      const closed = [
        ...edges,
        { fromId: String(a), toId: String(b) },
        { fromId: String(b), toId: String(a) },
      ]
      const cycle = findCycle(closed) ?? []
      expect(cycle.length).toBeGreaterThan(1)
      cycle.forEach((node, index) => {
        const next = cycle[(index + 1) % cycle.length]
        expect(closed.some((candidate) => candidate.fromId === node && candidate.toId === next)).toBe(true)
      })
    }),
    { seed: 1 },
  )
})

test('a chain of a hundred thousand items is walked without running out of stack', () => {
  const edges = Array.from({ length: 100_000 }, (_, index) => ({
    fromId: String(index),
    toId: String(index + 1),
  }))
  expect(findCycle(edges)).toBeNull()
  expect(findCycle([...edges, { fromId: '100000', toId: '0' }])).toHaveLength(100_001)
})

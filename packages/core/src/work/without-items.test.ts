import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesItem, withoutItems } from './index.ts'

const ids = new Set(['h1', 'h2'])

test.each([
  [{ id: 'h1', title: 'secret' }, null],
  [{ items: [{ id: 'a' }, { id: 'h1', title: 'secret' }] }, { items: [{ id: 'a' }] }],
  [{ comments: [{ id: 'c', itemId: 'h2', body: 'secret' }] }, { comments: [] }],
  [{ relation: { fromId: 'a', toId: 'h1' } }, null],
  [{ seq: 1, data: { intoId: 'h1', intoKey: 'X-1' } }, null],
  [
    { id: 'a', parentId: 'h1' },
    { id: 'a', parentId: null },
  ],
  [
    { id: 'line', subItemId: 'h2', text: 'own' },
    { id: 'line', subItemId: null, text: 'own' },
  ],
  [{ order: ['a', 'h1', 'b'] }, { order: ['a', 'b'] }],
  [{ sums: { a: 1, h1: 2 } }, { sums: { a: 1 } }],
  [{ timer: { id: 't', itemId: 'h1' } }, { timer: null }],
])('what is about an item is left out of %j', (answer, left) => {
  expect(withoutItems<unknown>(answer, ids)).toEqual(left)
})

const key = fc.constantFrom('id', 'itemId', 'parentId', 'data', 'list', 'title', 'h2')
const leaf = fc.oneof(fc.constantFrom('h1', 'h2', 'a', 'b'), fc.integer(), fc.constant(null))
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
  ),
}))

test('nothing that is left names one of the items, and what names none stays as it is', () => {
  fc.assert(
    fc.property(tree, (answer) => {
      const left = withoutItems(answer, ids)
      expect(namesItem(left, ids)).toBe(false)
      if (!namesItem(answer, ids)) expect(left).toBe(answer)
    }),
    { seed: 24, numRuns: 500 },
  )
})

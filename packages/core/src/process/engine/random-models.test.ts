import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Walk } from '../testing/model-builder.ts'
import { anyBlock, type Block, modelOfBlock } from '../testing/random-model.ts'

const RUNS = { numRuns: 300, seed: 1 }
const STEPS_MAX = 5_000

/** Does what there is to be done, in an order by chance, until nothing is left. */
function walkThrough(block: Block, choice: number, order: readonly number[]): Walk {
  const walk = new Walk(modelOfBlock(block), { variables: { choice } })
  for (let step = 0; step < STEPS_MAX; step++) {
    const open = walk.state.tokens.filter(({ node }) => walk.graph.nodes[node]?.type === 'userTask')
    if (open.length === 0) return walk
    const token = open[(order[step % order.length] ?? 0) % open.length]
    walk.tell({ kind: 'complete', tokenId: token?.id ?? 0, values: {} })
  }
  return walk
}

const anyOrder = fc.array(fc.nat(100), { minLength: 1, maxLength: 20 })
const anyChoice = fc.integer({ min: 0, max: 3 })

test('every structured model comes to its end, whatever is done first and whichever ways are taken', () => {
  fc.assert(
    fc.property(anyBlock, anyChoice, anyOrder, (block, choice, order) => {
      const { state } = walkThrough(block, choice, order)
      expect(state.scopes).toHaveLength(1)
      expect(state).toMatchObject({ status: 'completed', tokens: [], waits: [], incidents: [] })
    }),
    RUNS,
  )
})

test('no token is lost and none comes from nowhere', () => {
  fc.assert(
    fc.property(anyBlock, anyChoice, anyOrder, (block, choice, order) => {
      const { steps } = walkThrough(block, choice, order)
      const entered = new Map<number, number>()
      for (const { kind, tokenId } of steps.flatMap(({ history }) => history)) {
        if (kind === 'entered') entered.set(tokenId, (entered.get(tokenId) ?? 0) + 1)
        if (kind === 'left' || kind === 'merged') entered.set(tokenId, (entered.get(tokenId) ?? 0) - 1)
      }
      expect([...entered].filter(([, count]) => count !== 0)).toEqual([])
    }),
    RUNS,
  )
})

test('a join of several ways is passed once each time that its split is', () => {
  fc.assert(
    fc.property(anyBlock, anyChoice, anyOrder, (block, choice, order) => {
      const left = walkThrough(block, choice, order).left()
      const count = (part: string) => left.filter((id) => id.includes(part)).length
      for (const kind of ['inclusive', 'parallel']) expect(count(`${kind}-join`)).toBe(count(`${kind}-split`))
    }),
    RUNS,
  )
})

test('the order in which things are done changes nothing of what is done', () => {
  fc.assert(
    fc.property(anyBlock, anyChoice, anyOrder, (block, choice, order) => {
      const [one, other] = [walkThrough(block, choice, order), walkThrough(block, choice, [0])]
      expect(one.left().toSorted()).toEqual(other.left().toSorted())
    }),
    RUNS,
  )
})

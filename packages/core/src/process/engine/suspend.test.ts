import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advanceProcess, type ProcessCommand, type ProcessState } from '../index.ts'
import { content, event, flows, modelOf, node, Walk } from '../testing/model-builder.ts'
import { anyBlock, type Block, modelOfBlock } from '../testing/random-model.ts'

const service = () =>
  new Walk(
    modelOf(
      content(
        [
          node('startEvent', 'start'),
          node('serviceTask', 'book'),
          node('userTask', 'check'),
          node('endEvent', 'end'),
        ],
        flows('start -> book -> check -> end'),
      ),
    ),
  )

function faultOf(walk: Walk, command: ProcessCommand): string | null {
  const told = advanceProcess({ graph: walk.graph, state: walk.state, world: walk.world }, command)
  return told.ok ? null : told.fault
}

test('what ends while an instance is suspended is held, and told when it is resumed', () => {
  const walk = service().tell({ kind: 'suspend' }).complete('book', { total: 3 })
  expect(walk.at()).toEqual(['book'])
  expect(walk.variables).toEqual({})
  walk.tell({ kind: 'resume' })
  expect(walk.at()).toEqual(['check'])
  expect(walk.variables).toEqual({ total: 3 })
  expect(walk.state).toMatchObject({ isSuspended: false, held: [] })
})

test('how work ended is said once, suspended or not', () => {
  const walk = service().tell({ kind: 'suspend' })
  const tokenId = walk.tokenAt('book')
  walk.tell({ kind: 'fail', tokenId, text: 'no line' })
  expect(faultOf(walk, { kind: 'complete', tokenId, values: {} })).toBe('not-at-work')
  expect(faultOf(walk, { kind: 'complete', tokenId: 99, values: {} })).toBe('no-token')
})

test.each<[string, ProcessCommand['kind'], (tokenId: number) => ProcessCommand]>([
  ['tried again', 'retry', (tokenId) => ({ kind: 'retry', tokenId })],
  ['skipped', 'skip', (tokenId) => ({ kind: 'skip', tokenId })],
  ['moved', 'move', (tokenId) => ({ kind: 'move', tokenId, at: 'check' })],
  ['removed', 'remove', (tokenId) => ({ kind: 'remove', tokenId })],
  ['suspended once more', 'suspend', () => ({ kind: 'suspend' })],
])('what is suspended is not %s', (_name, _kind, command) => {
  const walk = service().tell({ kind: 'suspend' })
  expect(faultOf(walk, command(walk.tokenAt('book')))).toBe('suspended')
})

test('what runs is not resumed', () => {
  expect(faultOf(service(), { kind: 'resume' })).toBe('not-suspended')
})

test('what is suspended can be cancelled, and holds nothing after that', () => {
  const { state } = service().tell({ kind: 'suspend' }).complete('book').tell({ kind: 'cancel' })
  expect(state).toMatchObject({ status: 'cancelled', isSuspended: false, held: [], tokens: [] })
})

test('a condition that comes true by a value written meanwhile happens when it is resumed', () => {
  const walk = new Walk(
    modelOf(
      content(
        [
          node('startEvent', 'start'),
          event('intermediateCatchEvent', 'ready', {
            kind: 'conditional',
            condition: { text: 'ready = 1', language: null },
          }),
          node('userTask', 'check'),
          node('endEvent', 'end'),
        ],
        flows('start -> ready -> check -> end'),
      ),
    ),
  )
  const scopeId = walk.state.scopes[0]?.id ?? 0
  walk.tell({ kind: 'suspend' }).tell({ kind: 'write', scopeId, values: { ready: 1 } })
  expect(walk.at()).toEqual(['ready'])
  expect(walk.tell({ kind: 'resume' }).at()).toEqual(['check'])
})

const RUNS = { numRuns: 200, seed: 5 }
const STEPS_MAX = 400

type Course = { readonly block: Block; readonly choice: number; readonly order: readonly number[] }

/** Does what there is to be done; before some of it the instance is suspended, and goes on at once or after it. */
function walkThrough(
  { block, choice, order }: Course,
  pauses: readonly ('none' | 'before' | 'around')[],
): ProcessState {
  const walk = new Walk(modelOfBlock(block), { variables: { choice } })
  for (let step = 0; step < STEPS_MAX; step++) {
    const open = walk.state.tokens.filter(({ node: at }) => walk.graph.nodes[at]?.type === 'userTask')
    const token = open[(order[step % order.length] ?? 0) % open.length]
    if (!token) return walk.state
    const pause = pauses[step % pauses.length] ?? 'none'
    if (pause !== 'none') walk.tell({ kind: 'suspend' })
    if (pause === 'before') walk.tell({ kind: 'resume' })
    walk.tell({ kind: 'complete', tokenId: token.id, values: {} })
    if (pause === 'around') walk.tell({ kind: 'resume' })
  }
  return walk.state
}

test('an instance that was suspended and resumed anywhere comes where it would have come', () => {
  const course = fc.record({
    block: anyBlock,
    choice: fc.integer({ min: 0, max: 3 }),
    order: fc.array(fc.nat(100), { minLength: 1, maxLength: 10 }),
  })
  const pauses = fc.array(fc.constantFrom('none' as const, 'before' as const, 'around' as const), {
    minLength: 1,
    maxLength: 10,
  })
  fc.assert(
    fc.property(course, pauses, (given, how) => {
      expect(walkThrough(given, how)).toEqual(walkThrough(given, ['none']))
    }),
    RUNS,
  )
})

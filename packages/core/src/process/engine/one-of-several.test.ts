import { expect, test } from 'vitest'
import { compileProcess } from '../index.ts'
import { compileTest, content, event, flows, modelOf, node, Walk } from '../testing/model-builder.ts'

/** Something that is done three times, and what comes after it or instead of it. */
function thrice(isSequential: boolean): Walk {
  const loop = {
    ...{ kind: 'multiple' as const, isSequential, cardinality: { text: '3', language: null } },
    ...{ collection: null, elementVariable: null, completion: null },
  }
  const nodes = [
    node('startEvent', 's'),
    node('userTask', 'a', { loop }),
    event('boundaryEvent', 'no', { kind: 'error', refId: 'error' }, { attachedToId: 'a' }),
    ...['after', 'instead'].map((id) => node('userTask', id)),
  ]
  const ways = flows('s -> a -> after', 'no -> instead')
  const errors = [{ id: 'error', name: 'No', code: 'NO' }]
  return new Walk(modelOf(content(nodes, ways), { errors }))
}

/** The instances, whoever has begun or not, in their order. */
const instances = ({ state }: Walk) => state.tokens.filter(({ locals }) => locals !== null)

const first = (walk: Walk) => instances(walk)[0]?.id ?? 0

test('one of several instances that is skipped counts as one that is done', () => {
  for (const isSequential of [false, true]) {
    const walk = thrice(isSequential)
    walk.tell({ kind: 'skip', tokenId: first(walk) }).tell({ kind: 'skip', tokenId: first(walk) })
    expect(walk.at()).toEqual(['a', 'a'])
    expect(walk.tell({ kind: 'complete', tokenId: first(walk), values: {} }).at()).toEqual(['after'])
  }
})

test('one of several instances that is removed is not waited for, and the next in line has its turn', () => {
  for (const isSequential of [false, true]) {
    const walk = thrice(isSequential)
    walk.tell({ kind: 'remove', tokenId: first(walk) })
    expect(instances(walk).map(({ state }) => state)).toEqual([
      'waiting',
      isSequential ? 'queued' : 'waiting',
    ])
    walk.tell({ kind: 'remove', tokenId: instances(walk)[1]?.id ?? 0 })
    expect(walk.tell({ kind: 'complete', tokenId: first(walk), values: {} }).at()).toEqual(['after'])
  }
})

test('an activity of which the last instance is removed is over', () => {
  const walk = thrice(false)
  for (let left = 3; left > 0; left--) walk.tell({ kind: 'remove', tokenId: first(walk) })
  expect(walk.at()).toEqual(['after'])
  expect(walk.state.scopes).toHaveLength(1)
})

test('one of several instances cannot be moved: it is nowhere but there', () => {
  const walk = thrice(false)
  expect(() => walk.tell({ kind: 'move', tokenId: first(walk), at: 'after' })).toThrow('no-node')
})

test('an error of one of several instances ends all of them, and goes on from the boundary once', () => {
  for (const isSequential of [false, true]) {
    const walk = thrice(isSequential)
    walk.tell({ kind: 'throw', tokenId: first(walk), code: 'NO', values: {} })
    expect(walk.at()).toEqual(['instead'])
    expect(walk.state).toMatchObject({ scopes: [{ kind: 'process' }], waits: [] })
  }
})

test('an error out of an event sub-process of one of several instances is not caught there again', () => {
  const loop = {
    ...{ kind: 'multiple' as const, isSequential: false, cardinality: { text: '2', language: null } },
    ...{ collection: null, elementVariable: null, completion: null },
  }
  const handling = content(
    [
      event('startEvent', 'h', { kind: 'error', refId: 'error' }),
      event('endEvent', 'again', { kind: 'error', refId: 'error' }),
    ],
    flows('h -> again'),
  )
  const inside = content(
    [node('userTask', 'a'), node('subProcess', 'handler', { content: handling, isEventSubProcess: true })],
    [],
  )
  const nodes = [
    node('startEvent', 's'),
    node('subProcess', 'p', { loop, content: inside }),
    event('boundaryEvent', 'no', { kind: 'error', refId: 'error' }, { attachedToId: 'p' }),
    node('userTask', 'instead'),
  ]
  const errors = [{ id: 'error', name: 'No', code: 'NO' }]
  const walk = new Walk(modelOf(content(nodes, flows('s -> p', 'no -> instead')), { errors }))
  walk.tell({ kind: 'throw', tokenId: walk.tokenAt('a'), code: 'NO', values: {} })
  expect(walk.at()).toEqual(['instead'])
})

test('a gateway by events that leads nowhere would wait for ever, and is refused', () => {
  const nodes = [node('startEvent', 's'), node('eventBasedGateway', 'g')]
  expect(compileProcess(modelOf(content(nodes, flows('s -> g'))), 'process', compileTest)).toEqual({
    ok: false,
    faults: [{ at: 'g', kind: 'no-event', detail: 'eventBasedGateway' }],
  })
})

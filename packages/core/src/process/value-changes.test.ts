import { expect, test } from 'vitest'
import { type HistoryCommand, type HistoryEntry, standingOf, valueChanges } from './index.ts'
import { content, flows, graphOf, modelOf, node, Walk } from './testing/model-builder.ts'

const inside = content([node('startEvent', 'si'), node('userTask', 'a')], flows('si -> a'))
const model = modelOf(
  content(
    [
      node('startEvent', 's'),
      node('subProcess', 'sub', { content: inside }),
      node('serviceTask', 'call'),
      node('exclusiveGateway', 'g'),
      node('userTask', 'b'),
    ],
    flows('s -> sub -> call -> g', 'g -> b ? x = 1'),
  ),
)
const graph = graphOf(model)

const entry = (command: HistoryCommand, place: number): HistoryEntry => ({
  ...{ at: place, actor: { kind: 'system' }, modelId: 'm', command, dues: [], happened: [] },
})

test('values changed when something was said to the instance, and are as before when that was taken back', () => {
  const said: readonly HistoryCommand[] = [
    { kind: 'start', variables: { x: 2 } },
    { kind: 'write', scopeId: 1, values: { x: 3, y: 'new' } },
    { kind: 'take-back' },
  ]
  expect(valueChanges(said.map(entry), () => graph)).toEqual([
    { entry: 0, element: null, name: 'x', from: null, to: 2 },
    { entry: 1, element: null, name: 'x', from: 2, to: 3 },
    { entry: 1, element: null, name: 'y', from: null, to: 'new' },
    { entry: 2, element: null, name: 'x', from: 3, to: 2 },
    { entry: 2, element: null, name: 'y', from: 'new', to: null },
  ])
})

test('of each token it is said what it waits for', () => {
  const walk = new Walk(model, { variables: { x: 2 } })
  const kinds = () =>
    walk.state.tokens.map((token) => `${walk.idOf(token.node)} ${standingOf(graph, walk.state, token)}`)
  expect(kinds()).toEqual(['sub inside', 'a person'])
  walk.complete('a')
  expect(kinds()).toEqual(['call other'])
  walk.complete('call')
  expect(kinds()).toEqual(['g stuck'])
})

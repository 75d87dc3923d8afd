import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BpmnModel, compareModels, NO_ASSIGNMENT, NO_WORK } from '../index.ts'
import { content, flows, modelOf, node } from '../testing/model-builder.ts'
import { anyBlock, modelOfBlock } from '../testing/random-model.ts'

const model = (
  inside: BpmnModel['processes'][number]['nodes'],
  lines: readonly string[],
  lane = 'Office',
) => {
  const plain = modelOf(content(inside, flows(...lines)))
  const lanes = [{ id: lane, name: lane, nodeIds: ['a'] }]
  return { ...plain, processes: plain.processes.map((process) => ({ ...process, lanes })) }
}
const kinds = (before: BpmnModel, after: BpmnModel) =>
  compareModels(before, after).map(({ at, kind, aspects }) => [at, kind, ...aspects].join(' '))

const A = node('task', 'a')
const B = node('task', 'b')

test('what came, went and says something else is told, element by element', () => {
  const owned = { ...NO_WORK, assignment: { ...NO_ASSIGNMENT, role: 'Approver' } }
  const before = model([A, B], ['a -> b ? x < 3'])
  const after = model(
    [{ ...A, name: 'Check', type: 'userTask', work: owned }, node('endEvent', 'end')],
    ['a -> end ? x < 4'],
  )
  expect(kinds(before, after)).toEqual([
    'a changed name kind who',
    'end added',
    'a-end added',
    'b removed',
    'a-b removed',
  ])
})

test('a flow says its condition and where it leads', () => {
  expect(kinds(model([A, B], ['a -> b ? x < 3']), model([A, B], ['a -> b ? x < 4']))).toEqual([
    'a-b changed condition',
  ])
  const [flow] = flows('a -> b')
  const turned = modelOf(content([A, B], flow ? [{ ...flow, sourceId: 'b', targetId: 'a' }] : []))
  expect(kinds(modelOf(content([A, B], flows('a -> b'))), turned)).toEqual(['a-b changed ends'])
})

test('what lies in another lane or part and says the same has moved', () => {
  expect(kinds(model([A], []), model([A], [], 'Site'))).toEqual(['a moved place'])
  const inside = modelOf(content([node('subProcess', 's', { content: content([B], []) })], []))
  const outside = modelOf(content([node('subProcess', 's', { content: content([], []) }), B], []))
  expect(kinds(inside, outside)).toEqual(['b moved place'])
})

test('a model does not differ from itself, and what one way came the other way went', () => {
  fc.assert(
    fc.property(anyBlock, anyBlock, (one, other) => {
      const [a, b] = [modelOfBlock(one), modelOfBlock(other)]
      expect(compareModels(a, a)).toEqual([])
      const of = (from: BpmnModel, to: BpmnModel, kind: string) =>
        compareModels(from, to)
          .filter((difference) => difference.kind === kind)
          .map(({ at }) => at)
          .toSorted()
      expect(of(a, b, 'added')).toEqual(of(b, a, 'removed'))
    }),
    { numRuns: 100, seed: 1 },
  )
})

import { expect, test } from 'vitest'
import { flowsOfPath } from '../index.ts'
import { content, flows, modelOf, node } from '../testing/model-builder.ts'

const MODEL = modelOf(
  content(
    [
      node('startEvent', 'start'),
      node('userTask', 'ask'),
      node('exclusiveGateway', 'which'),
      ...[node('userTask', 'small'), node('userTask', 'large'), node('exclusiveGateway', 'join')],
      ...[node('userTask', 'pay'), node('endEvent', 'end')],
    ],
    flows(
      'start -> ask -> which',
      'which -> small -> join',
      'which -> large -> join',
      'join -> pay -> end',
      'pay -> ask',
    ),
  ),
)
const by = (...steps: readonly string[]) => [...flowsOfPath(MODEL, steps)].toSorted()

test('between the steps that were gone through lie the flows that lead from one to the next', () => {
  expect(by('ask', 'small', 'pay')).toEqual(
    ['start-ask', 'ask-which', 'which-small', 'small-join', 'join-pay', 'pay-end'].toSorted(),
  )
})

test('a step that was gone through twice was come to by a way back', () => {
  expect(by('ask', 'small', 'pay', 'ask', 'large', 'pay')).toContain('pay-ask')
  expect(by('ask', 'small', 'pay')).not.toContain('pay-ask')
})

test('branches at once are each come to from where they parted', () => {
  const model = modelOf(
    content(
      [
        ...[node('startEvent', 'start'), node('parallelGateway', 'split'), node('userTask', 'a')],
        ...[
          node('userTask', 'b'),
          node('userTask', 'c'),
          node('parallelGateway', 'join'),
          node('endEvent', 'end'),
        ],
      ],
      flows('start -> c -> split', 'split -> a -> join', 'split -> b -> join', 'join -> end'),
    ),
  )
  expect([...flowsOfPath(model, ['c', 'a', 'b'])].toSorted()).toEqual(
    ['start-c', 'c-split', 'split-a', 'split-b', 'b-join', 'join-end'].toSorted(),
  )
})

test('steps that the model has no more lead nowhere', () => {
  expect(by('gone')).toEqual([])
  expect(by()).toEqual([])
})

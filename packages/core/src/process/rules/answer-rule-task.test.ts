import { expect, test } from 'vitest'
import { compileModel, type DmnModel } from '../../decision/index.ts'
import { answerRuleTask } from './answer-rule-task.ts'

const moment = { now: 0, zone: 'UTC' }
const at = { typeRef: null, line: 1 }
const text = (of: string) => ({ text: of, line: 1 })
const literal = (of: string) => ({ kind: 'literal' as const, ...at, text: text(of), language: null })

const MODEL: DmnModel = {
  ...{ name: 'M', namespace: 'm', imports: [], itemDefinitions: [], businessKnowledge: [], services: [] },
  inputData: [{ id: 'a', name: 'Amount', typeRef: 'number', line: 1 }],
  decisions: [
    { id: 'risk', name: 'Risk', ...at, requires: ['#a'], expression: literal('Amount > 10') },
    { id: 'both', name: 'Both', ...at, requires: ['#risk'], expression: literal('{ isRisky: Risk, n: 1 }') },
    { id: 'wrong', name: 'Wrong', ...at, requires: ['#a'], expression: literal('Amount + "x"') },
    { id: 'none', name: 'None', ...at, requires: [], expression: literal('null') },
  ],
}
const program = compileModel(MODEL)

function answer(
  key: string,
  variables: Readonly<Record<string, unknown>>,
  resultVariable: string | null = null,
) {
  return answerRuleTask({ resultVariable }, { program, key }, { variables, moment })
}

test.each([
  ['the name that the task gives it', 'risk', 'risky', { risky: true }],
  ['its own, as a whole', 'risk', null, { decisionResult: true }],
  ['those of its parts', 'both', null, { isRisky: true, n: 1 }],
  ['one name for all its parts', 'both', 'all', { all: { isRisky: true, n: 1 } }],
  ['a name even when it is nothing', 'none', 'found', { found: null }],
])('a result gets %s', (_name, key, resultVariable, values) => {
  expect(answer(key, { Amount: 11, other: 'left out' }, resultVariable).values).toEqual(values)
})

test('only input data is taken from variables: a result of before does not stand for the decision', () => {
  const { entry, values } = answer('risk', { Amount: 5, Risk: true }, 'Risk')
  expect(values).toEqual({ Risk: false })
  expect(entry.inputs).toEqual({ Amount: 5 })
})

test.each([
  ['a decision that is not there', 'gone', { Amount: 1 }, 'dmn.reference_unknown'],
  ['a mistake in the decision', 'wrong', { Amount: 1 }, 'feel.operands'],
  ['a value that does not fit', 'risk', { Amount: 'much' }, 'dmn.type'],
])('%s is no answer, and says why', (_name, key, variables, fault) => {
  const { entry, values } = answer(key, variables, 'result')
  expect([entry.fault, values]).toEqual([fault, {}])
})

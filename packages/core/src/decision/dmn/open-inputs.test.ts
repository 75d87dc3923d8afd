import { expect, test } from 'vitest'
import { literalOf } from '../feel/values/text.ts'
import { checkCase } from './check-case.ts'
import { compileModel } from './compile-model.ts'
import { evaluateDecision, inputsFromJson } from './evaluate.ts'
import { explainOutcome } from './explain-outcome.ts'
import { withOpenInputs } from './open-inputs.ts'
import { decision, input, literal, model, table } from './testing/models.ts'

const AT = { now: 0, zone: 'UTC' }
const APPROVAL = table(
  ['order total', 'customer.rank'],
  ['who'],
  [
    ['< 100', '-', '"clerk"'],
    ['>= 100', '"gold"', '"chief"'],
  ],
)

test('columns of a table without declared inputs ask for what they name', () => {
  const opened = withOpenInputs(model({ decisions: [decision('D', APPROVAL)] }))
  expect(opened.inputData.map(({ name }) => name)).toEqual(['order total', 'customer'])
  const program = compileModel(opened)
  expect(program.problems).toEqual([])
  const inputs = inputsFromJson(program, { 'order total': 120, customer: { rank: 'gold' } })
  const outcome = evaluateDecision(program, { decision: 'D', inputs, ...AT })
  expect(literalOf(outcome.value)).toBe('"chief"')
  expect(explainOutcome(outcome)).toEqual({
    output: 'chief',
    tables: [
      {
        table: 'D',
        inputs: [
          { name: 'order total', value: 120 },
          { name: 'customer.rank', value: 'gold' },
        ],
        matched: [1],
        chosen: [1],
        output: 'chief',
      },
    ],
    warnings: [],
  })
})

test('what is declared is required, what a decision requires is left, and unknown names in rules stay mistakes', () => {
  const asks = table(['wind'], ['go'], [['calm', 'true']])
  const opened = withOpenInputs(
    model({
      inputData: [input('wind', 'number')],
      decisions: [decision('D', asks), decision('E', literal('D and wind > 3'), { requires: ['D'] })],
    }),
  )
  expect(opened.inputData).toEqual([input('wind', 'number')])
  expect(opened.decisions.map(({ requires }) => requires)).toEqual([['#wind'], ['#D', '#wind']])
  expect(compileModel(opened).problems.map(({ code, params }) => [code, params.name])).toEqual([
    ['feel.unknown_name', 'calm'],
  ])
  expect(withOpenInputs(opened)).toBe(opened)
})

test('another decision is not required by its name alone', () => {
  const parts = { decisions: [decision('D', literal('E')), decision('E', literal('1'))] }
  expect(withOpenInputs(model(parts))).toEqual(model(parts))
})

test.each([
  ['the value', { 'order total': 5 }, 'clerk', true],
  ['another value', { 'order total': 5 }, 'chief', false],
  ['nothing, where no rule matches', { 'order total': 500 }, null, true],
])('an example passes when it gives %s', (_name, inputs, expected, passes) => {
  const program = compileModel(withOpenInputs(model({ decisions: [decision('D', APPROVAL)] })))
  expect(checkCase(program, { decision: 'D', inputs, expected }, AT).passes).toBe(passes)
})

test('examples tell dates by their texts, and contexts in any order', () => {
  const made = model({ decisions: [decision('D', literal('{ on: date("2026-02-03"), n: 1.0 }'))] })
  const expected = { n: 1, on: '2026-02-03' }
  expect(checkCase(compileModel(made), { decision: 'D', inputs: {}, expected }, AT).passes).toBe(true)
})

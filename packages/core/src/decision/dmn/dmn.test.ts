import { expect, test } from 'vitest'
import { parseNumber } from '../feel/values/number.ts'
import { literalOf } from '../feel/values/text.ts'
import { compileModel } from './compile-model.ts'
import { evaluateDecision, evaluateMany, inputsFromJson } from './evaluate.ts'
import type { BoxedExpression, DmnModel } from './model.ts'
import { decision, input, knowledge, literal, model, table, text, type } from './testing/models.ts'

function evaluate(
  of: DmnModel,
  name: string,
  json: Readonly<Record<string, unknown>> = {},
  imported: readonly DmnModel[] = [],
) {
  const program = compileModel(of, imported)
  const outcome = evaluateDecision(program, {
    decision: name,
    inputs: inputsFromJson(program, json),
    now: 0,
    zone: 'UTC',
  })
  return { ...outcome, result: literalOf(outcome.value), problems: program.problems.map(({ code }) => code) }
}

function boxed(expression: BoxedExpression, json: Readonly<Record<string, unknown>> = {}): string {
  const inputs = Object.keys(json)
  return evaluate(
    model({
      inputData: inputs.map((name) => input(name)),
      decisions: [decision('D', expression, { requires: inputs })],
    }),
    'D',
    json,
  ).result
}

const base = { typeRef: null, line: 1 }

test.each<[string, BoxedExpression, string]>([
  ['a literal', literal('1 + 1'), '2'],
  [
    'a context whose last entry is the result',
    {
      kind: 'context',
      ...base,
      entries: [
        { name: 'net price', typeRef: 'number', value: literal('100') },
        { name: null, typeRef: null, value: literal('net price * 1.19') },
      ],
    },
    '119',
  ],
  [
    'a relation',
    { kind: 'relation', ...base, columns: ['a', 'b'], rows: [[literal('1'), literal('"x"')]] },
    '[{a: 1, b: "x"}]',
  ],
  ['a list', { kind: 'list', ...base, items: [literal('1'), literal('null')] }, '[1, null]'],
  [
    'a conditional',
    {
      kind: 'conditional',
      ...base,
      condition: literal('null'),
      consequent: literal('1'),
      alternative: literal('2'),
    },
    '2',
  ],
  [
    'a filter',
    { kind: 'filter', ...base, source: literal('[1, 5, 9]'), match: literal('item > 4') },
    '[5, 9]',
  ],
  [
    'a loop that knows its results so far',
    { kind: 'for', ...base, variable: 'x', source: literal('1..3'), body: literal('x + count(partial)') },
    'null',
  ],
  [
    'a loop over a list',
    {
      kind: 'for',
      ...base,
      variable: 'x',
      source: literal('[1, 2, 3]'),
      body: literal('x + count(partial)'),
    },
    '[1, 3, 5]',
  ],
  [
    'some',
    { kind: 'some', ...base, variable: 'x', source: literal('[1, 2]'), body: literal('x = 2') },
    'true',
  ],
  [
    'every',
    { kind: 'every', ...base, variable: 'x', source: literal('[1, "a"]'), body: literal('x < 2') },
    'null',
  ],
  [
    'an invocation of a function beside it',
    {
      kind: 'context',
      ...base,
      entries: [
        {
          name: 'double',
          typeRef: null,
          value: {
            kind: 'function',
            ...base,
            language: 'FEEL',
            parameters: [{ name: 'n', typeRef: 'number' }],
            body: literal('n * 2'),
          },
        },
        {
          name: null,
          typeRef: null,
          value: {
            kind: 'invocation',
            ...base,
            callee: literal('double'),
            bindings: [{ name: 'n', value: literal('21') }],
          },
        },
      ],
    },
    '42',
  ],
])('%s', (_name, expression, expected) => {
  expect(boxed(expression)).toBe(expected)
})

const RULES = [
  ['>= 10', '"b"', '2'],
  ['>= 20', '"a"', '3'],
  ['>= 30', '"b"', '2'],
]

test.each([
  ['UNIQUE', null, 15, '"b"'],
  ['UNIQUE', null, 25, 'null'],
  ['UNIQUE', null, 5, 'null'],
  ['FIRST', null, 35, '"b"'],
  ['PRIORITY', null, 35, '"a"'],
  ['ANY', null, 35, 'null'],
  ['COLLECT', null, 35, '["b", "a", "b"]'],
  ['RULE ORDER', null, 35, '["b", "a", "b"]'],
  ['OUTPUT ORDER', null, 35, '["a", "b", "b"]'],
] as const)('%s of the rules that match %s %s gives %s', (hitPolicy, aggregation, x, expected) => {
  const rules = RULES.map(([test = '', output = '']) => [test, output])
  const of = table(['x'], ['r'], rules, { hitPolicy, aggregation })
  const outputs = of.outputs.map((output) => ({ ...output, allowedValues: text('"a", "b"') }))
  expect(boxed({ ...of, outputs }, { x })).toBe(expected)
})

test.each([
  ['SUM', '7'],
  ['COUNT', '3'],
  ['MIN', '2'],
  ['MAX', '3'],
] as const)('COLLECT with %s gives %s', (aggregation, expected) => {
  const rules = RULES.map(([test = '', , output = '']) => [test, output])
  expect(boxed(table(['x'], ['r'], rules, { hitPolicy: 'COLLECT', aggregation }), { x: 35 })).toBe(expected)
})

test('several outputs are a context, and a default stands in when no rule matches', () => {
  const of = table(['x'], ['level', 'fee'], [['> 5', '"high"', 'x * 2']])
  const outputs = of.outputs.map((output) => ({ ...output, defaultValue: text('"none"') }))
  expect(boxed({ ...of, outputs }, { x: 6 })).toBe('{level: "high", fee: 12}')
  expect(boxed({ ...of, outputs }, { x: 1 })).toBe('{level: "none", fee: "none"}')
})

test('the log tells for each rule whether it matched, or which input did not', () => {
  const of = table(
    ['age', 'member'],
    ['fee'],
    [
      ['< 18', '-', '0'],
      ['>= 18', 'true', '5'],
      ['>= 18', 'false', '9'],
    ],
  )
  const { tables, decisions, warnings } = evaluate(
    model({
      inputData: [input('age', 'number'), input('member', 'boolean')],
      decisions: [
        decision('Fee', of, { requires: ['age', 'member'] }),
        decision('Twice', literal('Fee * 2'), { requires: ['Fee'] }),
      ],
    }),
    'Twice',
    { age: 30, member: false },
  )
  expect(tables).toMatchObject([
    { source: 'Fee', columns: ['age', 'member'], rules: [0, 1, null], chosen: [2] },
  ])
  expect(decisions.map(({ name, value }) => [name, literalOf(value)])).toEqual([
    ['Fee', '9'],
    ['Twice', '18'],
  ])
  expect(warnings).toEqual([])
})

test('values that a type does not allow are null, with a warning', () => {
  const of = model({
    itemDefinitions: [
      type('tLevel', { typeRef: 'string', allowedValues: text('"low", "high"') }),
      type('tPerson', {
        components: [type('first name', { typeRef: 'string' }), type('born', { typeRef: 'date' })],
      }),
      type('tLevels', { typeRef: 'tLevel', isCollection: true }),
    ],
    inputData: [input('level', 'tLevel'), input('person', 'tPerson'), input('levels', 'tLevels')],
    decisions: [
      decision('Level', literal('level'), { requires: ['level'] }),
      decision('Born', literal('person.born.year'), { requires: ['person'] }),
      decision('Count', literal('count(levels)'), { requires: ['levels'] }),
      decision('Wrong', literal('1'), { typeRef: 'string' }),
    ],
  })
  expect(evaluate(of, 'Level', { level: 'high' }).result).toBe('"high"')
  const refused = evaluate(of, 'Level', { level: 'other' })
  expect([refused.result, refused.warnings[0]?.code]).toEqual(['null', 'dmn.type'])
  expect(evaluate(of, 'Born', { person: { 'first name': 'Ada', born: '1815-12-10' } }).result).toBe('1815')
  // A single value stands for the list of it.
  expect(evaluate(of, 'Count', { levels: 'low' }).result).toBe('1')
  expect(evaluate(of, 'Wrong').result).toBe('null')
})

test('functions of the model call each other and themselves; those of Java are refused by name', () => {
  const of = model({
    businessKnowledge: [
      knowledge(
        'factorial',
        [{ name: 'n', typeRef: 'number' }],
        literal('if n < 2 then 1 else n * factorial(n - 1)'),
        ['factorial'],
      ),
      knowledge('endless', [{ name: 'n', typeRef: null }], literal('endless(n + 1)'), ['endless']),
      {
        ...knowledge('java', [], literal('1')),
        logic: { kind: 'function', language: 'Java', parameters: [], body: null, ...base },
      },
    ],
    decisions: [
      decision('F', literal('factorial(n: 20)'), { requires: ['factorial'] }),
      decision('E', literal('endless(1)'), { requires: ['endless'] }),
      decision('J', literal('java()'), { requires: ['java'] }),
    ],
  })
  expect(evaluate(of, 'F').result).toBe('2432902008176640000')
  expect(evaluate(of, 'E').warnings.map(({ code }) => code)).toContain('feel.limit')
  expect(evaluate(of, 'J')).toMatchObject({ result: 'null', problems: ['dmn.external_function'] })
})

test('a decision service is a function of its inputs, and hides what it is given', () => {
  const of = model({
    inputData: [input('a')],
    decisions: [
      decision('Inner', literal('99')),
      decision('Outer', literal('a + Inner'), { requires: ['a', 'Inner'] }),
      decision('Caller', literal('Service(1, 2)'), { requires: ['Service'] }),
    ],
    services: [
      {
        ...input('Service'),
        outputDecisions: ['#Outer'],
        encapsulatedDecisions: [],
        inputDecisions: ['#Inner'],
        inputData: ['#a'],
      },
    ],
  })
  expect(evaluate(of, 'Caller').result).toBe('3')
  expect(evaluate(of, 'Service', { a: 5, Inner: 6 }).result).toBe('11')
})

test('one model imported in two ways is evaluated once for each', () => {
  const named = (name: string, requires: readonly string[], of: string) =>
    decision(name, literal(of), { requires })
  const shared = model({
    namespace: 'a',
    inputData: [input('who')],
    decisions: [named('Greeting', ['who'], '"Hello, " + who')],
  })
  const middle = (namespace: string) =>
    model({
      namespace,
      imports: [{ name: 'A', namespace: 'a' }],
      decisions: [named('Said', ['a#Greeting'], 'A.Greeting')],
    })
  const top = model({
    imports: [
      { name: 'B 1', namespace: 'b1' },
      { name: 'B 2', namespace: 'b2' },
    ],
    decisions: [named('Both', ['b1#Said', 'b2#Said'], 'B 1.Said + "; " + B 2.Said')],
  })
  const json = { 'B 1': { A: { who: 'Ada' } }, 'B 2': { A: { who: 'Bob' } } }
  const { result, decisions } = evaluate(top, 'Both', json, [middle('b1'), middle('b2'), shared])
  expect(result).toBe('"Hello, Ada; Hello, Bob"')
  expect(decisions.map(({ name }) => name)).toEqual([
    'B 1.A.Greeting',
    'B 1.Said',
    'B 2.A.Greeting',
    'B 2.Said',
    'Both',
  ])
})

test('what is broken is told before anything runs, with its line', () => {
  const of = model({
    inputData: [input('x', 'tGone')],
    decisions: [
      decision('A', literal('B + 1'), { requires: ['B'] }),
      decision('B', literal('A + 1'), { requires: ['A'] }),
      decision('C', literal('1 +\n +'), {}),
      decision('D', literal('gone'), { requires: ['nobody'] }),
      decision('E', null),
      decision('F', table(['x'], ['r'], [['1']]), { requires: ['x'] }),
    ],
  })
  const { problems } = compileModel(of)
  expect(problems.map(({ code, element }) => [code, element])).toEqual(
    expect.arrayContaining([
      ['dmn.cycle', 'A'],
      ['feel.unexpected', 'C'],
      ['feel.unknown_name', 'D'],
      ['dmn.reference_unknown', 'D'],
      ['dmn.no_expression', 'E'],
      ['dmn.rule_incomplete', 'F'],
      ['dmn.type_unknown', 'x'],
    ]),
  )
  expect(problems.find(({ element }) => element === 'C')?.line).toBe(2)
  expect(evaluate(of, 'A').result).toBe('null')
})

test('many rows give what each gives alone', () => {
  const of = model({
    inputData: [input('x', 'number')],
    decisions: [
      decision(
        'D',
        table(
          ['x'],
          ['r'],
          [
            ['< 5', '"low"'],
            ['>= 5', '"high"'],
          ],
        ),
        { requires: ['x'] },
      ),
    ],
  })
  const program = compileModel(of)
  const request = { decision: 'D', now: 0, zone: 'UTC' }
  const rows = [1, 5, 9].map((x) => new Map([['x', parseNumber(String(x))]]))
  const alone = rows.map((inputs) => evaluateDecision(program, { ...request, inputs }))
  expect(evaluateMany(program, request, rows)).toEqual(alone)
})

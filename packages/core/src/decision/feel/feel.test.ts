import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileFeel } from './compile-feel.ts'
import { compile, feel, holds, NOW, warningsOf } from './testing/evaluate.ts'
import { parseNumber } from './values/number.ts'

test.each([
  // DMN 1.5 §10.3.2.13
  ['0.1 + 0.2', '0.3'],
  ['2 ** 10 - 24', '1000'],
  ['-3 ** 2', '9'],
  ['7 / 0', 'null'],
  ['"a" + "b"', '"ab"'],
  ['1 + "1"', 'null'],
  ['1 = "1"', 'null'],
  ['null = null', 'true'],
  ['1 != null', 'true'],
  ['[1, [2]] = [1, [2]]', 'true'],
  ['{a: 1, b: 2} = {b: 2, a: 1}', 'true'],
  ['"𝒳" > "\\uFFFD"', 'true'],
  ['true and null', 'null'],
  ['false and null', 'false'],
  ['true or "x"', 'true'],
  ['if null then 1 else 2', '2'],
  ['5 between 1 and 5', 'true'],
  ['5 in (> 6, [1..5))', 'false'],
  ['5 in [[1..5], 9]', 'true'],
  ['for x in [1, 2], y in x..3 return x * y', '[1, 2, 3, 4, 6]'],
  ['for i in 4..1 return i', '[4, 3, 2, 1]'],
  ['for i in 1..4 return if i < 3 then 1 else partial[-1] + partial[-2]', '[1, 1, 2, 3]'],
  ['for d in @"2026-02-27"..@"2026-03-01" return d', '[2026-02-27, 2026-02-28, 2026-03-01]'],
  ['some x in [1, 2] satisfies x > 1', 'true'],
  ['every x in [] satisfies false', 'true'],
  ['every x in [1, "a"] satisfies x > 0', 'null'],
  // Paths and filters
  ['[{a: 1}, {a: 2}].a', '[1, 2]'],
  ['[{first name: "A", age: 3}, {first name: "B", age: 9}][age > 5].first name', '["B"]'],
  ['[1, 2, 3][-1]', '3'],
  ['[1, 2, 3][9]', 'null'],
  ['[1, 2, 3][item >= 2]', '[2, 3]'],
  ['{a: 1}.b', 'null'],
  ['[1..10).end included', 'false'],
  // Functions
  ['(function(x: number) x * 2)(21)', '42'],
  ['(function(x: number) x * 2)("a")', 'null'],
  ['{f: function(a, b) a - b, r: f(b: 1, a: 3)}.r', '2'],
  ['substring("🐎ab", 2)', '"ab"'],
  ['string length("🐎ab")', '3'],
  ['substring(string: "foobar", start position: -3, length: 2)', '"ba"'],
  ['decimal(1 / 3, 2)', '0.33'],
  ['modulo(-12, 5)', '3'],
  ['number("1 000,5", " ", ",")', '1000.5'],
  ['sort([3, 1, 2], function(x, y) x > y)', '[3, 2, 1]'],
  ['list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)', '[5, 5, 7, 8]'],
  ['mode([6, 1, 9, 6, 1])', '[1, 6]'],
  ['median(8, 2, 5, 3, 4)', '4'],
  ['context put({a: {b: 1}}, ["a", "b"], 2)', '{a: {b: 2}}'],
  ['context merge([{a: 1}, {a: 2, b: 3}])', '{a: 2, b: 3}'],
  ['range("[18..21)")', '[18..21)'],
  ['overlaps before([1..5], (4..8])', 'true'],
  ['matches("foobar", "^fo*b")', 'true'],
  ['replace("abracadabra", "bra", "*")', '"a*cada*"'],
  ['split("a;b;;", ";")', '["a", "b", "", ""]'],
  ['string join(["a", null, "c"], "-")', '"a-c"'],
  ['is(@"10:00:00Z", @"10:00:00")', 'false'],
  // Time
  ['@"2024-01-31" + @"P1M"', '2024-02-29'],
  ['@"2024-03-01" - @"2024-02-01"', 'P29D'],
  ['@"P1Y" * 1.5', 'P1Y6M'],
  ['@"PT10H" / @"PT4H"', '2.5'],
  ['@"23:00:00" + @"PT2H"', '01:00:00'],
  ['@"2026-03-29T01:30:00@Europe/Berlin" + @"PT1H"', '2026-03-29T03:30:00@Europe/Berlin'],
  ['@"2026-03-29T00:30:00Z" = @"2026-03-29T01:30:00@Europe/Berlin"', 'true'],
  ['@"2026-03-29T00:30:00Z" < @"2026-03-29T00:30:00"', 'null'],
  ['years and months duration(@"2011-12-22", @"2013-08-24")', 'P1Y8M'],
  ['now()', '2026-03-29T01:30:00@Europe/Berlin'],
  ['today()', '2026-03-29'],
  ['day of week(@"2019-09-17")', '"Tuesday"'],
  // Types
  ['[1, 2] instance of list<number>', 'true'],
  ['null instance of Any', 'false'],
  ['{a: 1} instance of context<a: number>', 'true'],
  ['(function(x: string) x) instance of function<string>->string', 'true'],
  ['(function(number of items: number) number of items + 1)(2)', '3'],
  ['for each of them in [1, 2] return each of them * 2', '[2, 4]'],
  ['/* a */ 1 // b', '1'],
])('%s is %s', (text, expected) => {
  expect(feel(text)).toBe(expected)
})

test.each([
  ['-', '7', true],
  ['< 5, > 10', '7', false],
  ['not(< 5)', '7', true],
  ['[1..7]', '7', true],
  ['"a", "b"', '"b"', true],
  ['? > 5 and ? < 8', '7', true],
  ['string length(?) = 2', '"ab"', true],
  ['[5, 7]', '7', true],
  ['null', 'null', true],
  ['!= 7', '7', false],
  ['false', 'false', true],
])('the entry %s of %s holds: %s', (tests, value, expected) => {
  expect(holds(tests, value)).toBe(expected)
})

test.each([
  ['a + 1', 'feel.unknown_name'],
  ['1 < "a"', 'feel.operands'],
  ['1 / 0', 'feel.not_finite'],
  ['(1)(2)', 'feel.not_a_function'],
  ['abs("a")', 'feel.arguments'],
  ['number("a")', 'feel.no_result'],
  ['@"2026-02-30"', 'feel.literal'],
  ['[1]["a"]', 'feel.condition'],
  ['1 +', 'feel.unexpected'],
  ['"open', 'feel.unterminated'],
  ['(function(x) external {java: {class: "a"}})(1)', 'feel.external'],
])('%s is null and says why', (text, code) => {
  expect(feel(text)).toBe('null')
  expect(warningsOf(text)).toContain(code)
})

test('a warning tells where in the text', () => {
  const [warning] = compile('1 + (2 < "a")').run().warnings
  expect([warning?.place.from, warning?.params]).toEqual([
    4,
    { operator: '<', left: 'number', right: 'string' },
  ])
})

test('a name may hold blanks and signs where it is known', () => {
  const { run } = compile('order total - net-value', ['order', 'order total', 'net-value', 'net', 'value'])
  const [total, net] = [parseNumber('10'), parseNumber('3')]
  expect(run([null, total, net, null, null]).text).toBe('7')
})

test('a condition is compiled among its variables, and asked for any values of them', () => {
  const { problems, evaluate } = compileFeel('order total > limit and now() > @"2026-01-01T00:00:00Z"', [
    'order total',
    'limit',
  ])
  expect(problems).toEqual([])
  const [low, high] = [parseNumber('1'), parseNumber('9')]
  const at = { now: NOW, zone: 'UTC' }
  expect(
    evaluate(
      new Map([
        ['order total', high],
        ['limit', low],
      ]),
      at,
    ).value,
  ).toBe(true)
  expect(
    evaluate(
      new Map([
        ['order total', low],
        ['limit', high],
      ]),
      at,
    ).value,
  ).toBe(false)
  expect(evaluate(new Map([['order total', low]]), at)).toMatchObject({
    value: null,
    warnings: [{ code: 'feel.operands' }],
  })
  expect(compileFeel('order total > ', []).problems.map(({ code }) => code)).toEqual(['feel.unexpected'])
  expect(compileFeel('order total > 1', []).problems.map(({ code }) => code)).toEqual(['feel.unknown_name'])
})

test('recursion, endless work and growing texts end with null and a warning', () => {
  const never = '{f: function(x) f2(x), r: 1}.r'
  expect(feel(never)).toBe('1')
  expect(warningsOf('count(for x in 1..9999999 return x)')).toContain('feel.limit')
  expect(warningsOf('count(for a in 1..9999, b in 1..9999 return a)')).toContain('feel.limit')
  const doubling = Array.from({ length: 24 }, (_, index) => `a${index + 1}: a${index} + a${index}`).join(', ')
  expect(warningsOf(`{a0: "0123456789", ${doubling}}`)).toContain('feel.limit')
  const sharing = Array.from({ length: 40 }, (_, index) => `a${index + 1}: [a${index}, a${index}]`).join(', ')
  expect(warningsOf(`{a0: 1, ${sharing}}`)).toContain('feel.limit')
  expect(warningsOf('for i in 1..1000 return [partial[-1]]')).toContain('feel.limit')
  expect(warningsOf('for i in 1..1000 return if i = 1 then 1 else (= [partial[-1]])')).toContain('feel.limit')
})

const atom = fc.constantFrom(
  'a',
  'b',
  '1',
  '2.5',
  '"x"',
  'null',
  'true',
  '[1, 2, 3]',
  '{k: 1}',
  '@"P1D"',
  '@"2026-01-31"',
)
const expression = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    atom,
    fc
      .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/', '=', '<', 'and', 'or', 'in'), tie('tree'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc.tuple(tie('tree'), tie('tree')).map(([list, test]) => `(${list})[${test}]`),
    fc.tuple(tie('tree'), tie('tree')).map(([from, body]) => `(for i in ${from} return ${body})`),
    fc
      .tuple(tie('tree'), tie('tree'), tie('tree'))
      .map(([test, yes, no]) => `(if ${test} then ${yes} else ${no})`),
    tie('tree').map((of) => `count(${of})`),
  ),
})).tree

test('compiled once, an expression gives for every value what it gives when compiled anew', () => {
  fc.assert(
    fc.property(
      expression,
      fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 1, maxLength: 4 }),
      (text, pairs) => {
        const once = compile(text, ['a', 'b'])
        for (const pair of pairs) {
          const values = pair.map((value) => parseNumber(String(value)))
          expect(once.run(values)).toEqual(compile(text, ['a', 'b']).run(values))
        }
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NameIndex, NameScope } from './name-scope.ts'
import { parseExpression, parseUnaryTests } from './parse.ts'

const NAMES = ['a', 'order total', 'date and time', 'x-y', 'list', 'not']

function scope(): NameScope {
  return new NameScope({
    variables: [new NameIndex(NAMES)],
    components: [new NameIndex(['first name'])],
    types: new NameIndex(['t Person']),
  })
}

const piece = fc.constantFrom(
  ...[
    'a',
    'order total',
    'x-y',
    '1',
    '.5',
    '"t"',
    '@',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ':',
    ',',
    '..',
    '.',
    '<',
    '>=',
  ],
  ...[
    '=',
    '!=',
    '+',
    '-',
    '*',
    '**',
    '/',
    '//',
    '/*',
    '*/',
    ' ',
    '\n',
    '?',
    '\\',
    '"',
    'if',
    'then',
    'else',
    'for',
  ],
  ...[
    'in',
    'return',
    'some',
    'every',
    'satisfies',
    'function',
    'external',
    'instance',
    'of',
    'between',
    'and',
    'or',
  ],
  ...[
    'not',
    'null',
    'true',
    'context<',
    'list<',
    '->',
    'first name',
    'date and time(',
    '\u0000',
    '🐎',
    '\ud800',
  ],
)

test('whatever the text, reading it gives a tree or a place, and never throws', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(piece, { maxLength: 30 }).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(text, (written) => {
      for (const parsed of [parseExpression(written, scope()), parseUnaryTests(written, scope())]) {
        if (!parsed.ok) expect(parsed.problem.at).toBeLessThanOrEqual(written.length)
      }
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['brackets within brackets', '('.repeat(20_000), 'feel.too_deep'],
  ['lists within lists', '[1,'.repeat(20_000), 'feel.too_deep'],
  ['tests within tests', '1 in ('.repeat(10_000), 'feel.too_deep'],
  ['types within types', `1 instance of ${'list<'.repeat(12_000)}`, 'feel.too_deep'],
  ['functions within functions', 'function() '.repeat(5_000), 'feel.too_deep'],
  ['signs before a value', `${'-'.repeat(30_000)}1`, 'feel.too_deep'],
  ['a long sum', `1${'+1'.repeat(30_000)}`, 'feel.too_deep'],
  ['a long path', `a${'.b'.repeat(30_000)}`, 'feel.too_deep'],
  ['more than fits into a cell', 'a '.repeat(40_000), 'feel.too_long'],
  ['a text without end', '"a', 'feel.unterminated'],
  ['a comment without end', '1 /* 2', 'feel.unterminated'],
  ['two values in a row', '1 2', 'feel.unexpected'],
])('%s is refused', (_what, text, code) => {
  const parsed = parseExpression(text, scope())
  expect(parsed).toMatchObject({ ok: false, problem: { code } })
})

test('thousands of names in a row are one unknown name, however long', () => {
  expect(parseExpression('a b '.repeat(15_000), scope()).ok).toBe(false)
  expect(parseExpression('u v '.repeat(15_000), scope())).toMatchObject({ ok: true, tree: { kind: 'name' } })
})

test('a sign after a comparison without its left side belongs to the next test', () => {
  const parsed = parseUnaryTests('< 5, > 10 , [1..2]', scope())
  expect(parsed).toMatchObject({ ok: true, tree: { isNegated: false } })
  expect(
    parsed.ok && parsed.tree.kind === 'tests' && parsed.tree.tests.map(({ from, to }) => [from, to]),
  ).toEqual([
    [0, 3],
    [5, 9],
    [12, 18],
  ])
})

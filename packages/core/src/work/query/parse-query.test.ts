import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_DEPTH, MAX_SORTS, MAX_TERMS } from './filter-parser.ts'
import { MAX_QUERY_LENGTH, parseCounted, parseQuery } from './parse-query.ts'
import { printQuery } from './print-query.ts'
import { QUERY_REFUSALS } from './query-refusal.ts'
import { tokenize } from './token.ts'

function canonical(text: string): string {
  const result = parseQuery(text)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return printQuery(result.value)
}

test.each([
  ['', ''],
  ['   ', ''],
  ['crane', 'crane'],
  ['crane level 4', 'crane level 4'],
  ['crane AND level', 'crane level'],
  ['crane state = done', 'crane and state = done'],
  ['a or b and c', 'a or b c'],
  ['(a or b) c', '(a or b) and c'],
  ['((a) and (b and c))', 'a b c'],
  ['not not blocked', 'not not blocked'],
  ['NOT (a OR B)', 'not (a or B)'],
  ['not(a)(b)', 'not a and b'],
  ['STATE="In progress"', 'state = "In progress"'],
  ['assignee=me', 'responsible = me'],
  ['COD>=12.4k', 'costOfDelay >= 12.4k'],
  ['FIELD.budget > 1000', 'field.budget > 1000'],
  ['Label In(urgent,"needs review")', 'label in (urgent, "needs review")'],
  ['label NOT IN (a)', 'label not in (a)'],
  ['due Is Empty due is NOT empty', 'due is empty and due is not empty'],
  ['title!~x title!=y', 'title !~ x and title != y'],
  ['due < today + 7d', 'due < today+7d'],
  ['due < today -2w crane', 'due < today-2w and crane'],
  ['due < startOfMonth+1m', 'due < startOfMonth+1m'],
  ['due < today crane', 'due < today and crane'],
  ['due < today +crane', 'due < today and +crane'],
  ['order by due', 'order by due'],
  ['open ORDER BY due ASC, priority DESC', 'open order by due, priority desc'],
  ['order by', null],
  ['in order', '"in" "order"'],
  ['crane in hall', 'crane "in" hall'],
  ['crane is here', 'crane "is" here'],
  ['budget in (1, 2)', 'budget in (1, 2)'],
  ['budget is not empty', 'budget is not empty'],
  ['title not blocked', 'title and not blocked'],
  ['"open" open', '"open" and open'],
  ['"say \\"hi\\" \\\\ \\n"', '"say \\"hi\\" \\\\ n"'],
  ['5" C# R&D it\'s a/b 50% x@y.z #12 !wow', '5" C# R&D it\'s a/b 50% x@y.z #12 !wow'],
  ['state = empty', 'state = empty'],
  ['state = done', 'state = done'],
  ['""', '""'],
])('%s', (text, expected) => {
  if (expected === null) expect(parseQuery(text).ok).toBe(false)
  else expect(canonical(text)).toBe(expected)
})

const unexpected = (position: number, found: string, ...expected: string[]) => ({
  code: 'query.unexpected',
  params: { position, found, expected, suggestion: null },
})

const unfinished = (position: number, ...expected: string[]) => ({
  code: 'query.unfinished',
  params: { position, expected },
})

test.each([
  ['a word after "in" needs parentheses', 'label in urgent', unexpected(9, 'urgent', '(')],
  ['"is" wants to know what', 'title is wrong', unexpected(9, 'wrong', 'empty')],
  ['an open parenthesis', '(a', unfinished(2, ')', 'and', 'or')],
  ['a closing parenthesis too many', 'a)', unexpected(1, ')', 'and', 'or', 'order by')],
  ['nothing in parentheses', '()', unexpected(1, ')', 'term')],
  ['a value is missing', 'title = ', unfinished(8, 'value')],
  ['a joining word is no value', 'title = and x', unexpected(8, 'and', 'value')],
  ['a list that ends in a comma', 'label in (a,)', unexpected(12, ')', 'value')],
  ['a flag takes no value', 'done = 5', unexpected(5, '=', 'and', 'or', 'order by')],
  ['order without a field', 'order by due, , x', unexpected(14, ',', 'field')],
  ['order inside parentheses', '(a order by due)', unexpected(3, 'order', ')', 'and', 'or')],
  ['a comparison without a field', '= 5', unexpected(0, '=', 'term')],
  ['"not" at the end', 'a not', unfinished(5, 'term')],
])('%s is refused', (_name, text, refusal) => expect(parseQuery(text)).toEqual({ ok: false, refusal }))

test.each([
  ['a && b', 'and'],
  ['a || b', 'or'],
  ['! a', 'not'],
])('%s is refused with the word of this language', (text, suggestion) => {
  const result = parseQuery(text)
  expect(!result.ok && result.refusal.params?.['suggestion']).toBe(suggestion)
})

test.each([
  ['text that is too long', 'a'.repeat(MAX_QUERY_LENGTH + 1), 'query.too_long'],
  ['parentheses too deep', '('.repeat(MAX_DEPTH + 1), 'query.too_deep'],
  ['"not" too deep', 'not '.repeat(MAX_DEPTH + 1), 'query.too_deep'],
  ['too many terms', 'a '.repeat(MAX_TERMS + 1), 'query.too_many_terms'],
  [
    'too many sorts',
    `order by ${Array(MAX_SORTS + 1)
      .fill('due')
      .join(',')}`,
    'query.too_many_sorts',
  ],
  ['an open quote', 'title = "crane', 'query.quote_open'],
  ['an open quote after an escape', '"a\\"', 'query.quote_open'],
  ['a character the database cannot hold', 'crane \0', 'query.character_not_allowed'],
  ['half a surrogate pair', 'crane \udc00', 'query.character_not_allowed'],
])('%s is refused', (_name, text, code) => {
  const result = parseQuery(text)
  expect(!result.ok && result.refusal.code).toBe(code)
})

test('what is just within the limits is accepted', () => {
  expect(parseQuery('a'.repeat(MAX_QUERY_LENGTH)).ok).toBe(true)
  expect(parseQuery(`${'('.repeat(MAX_DEPTH)}a${')'.repeat(MAX_DEPTH)}`).ok).toBe(true)
  expect(parseQuery('a '.repeat(MAX_TERMS)).ok).toBe(true)
})

const pieces = fc.constantFrom(
  ...['and', 'or', 'not', 'in', 'is', 'empty', 'order', 'by', 'asc', 'desc', 'due', 'title', 'blocked'],
  ...['today', '+7d', '+', '7d', '=', '!=', '~', '<=', '(', ')', ',', '"', '"a"', '\\', '&&', '!', 'é', '\n'],
)
const nearQueries = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' '))
const texts = fc.oneof(
  nearQueries,
  nearQueries.map((text) => text.replaceAll(' ', '')),
  fc.string({ unit: 'binary' }),
)

test('any text is read or refused with a known code, never thrown at', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const result = parseQuery(text)
      if (!result.ok) expect(QUERY_REFUSALS).toContain(result.refusal.code)
    }),
    { seed: 4, numRuns: 3000 },
  )
})

/** Looks at one token: at most ten to find out what a term is, and a few to join it. */
const LOOKS_PER_TOKEN = 40

test('reading takes steps in proportion to the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { tokens } = tokenize(text)
      // Every character belongs to one token at most, so cutting is linear.
      let end = 0
      for (const token of tokens) {
        expect(token.at).toBeGreaterThanOrEqual(end)
        end = token.end
      }
      expect(parseCounted(text).looks).toBeLessThanOrEqual(LOOKS_PER_TOKEN * tokens.length)
    }),
    { seed: 5, numRuns: 3000 },
  )
})

test.each([
  '('.repeat(4000),
  'not '.repeat(1000),
  'a,'.repeat(2000),
  'due=today '.repeat(400),
  '"'.repeat(4000),
  `"${'\\"'.repeat(1999)}`,
])('a hostile text takes steps in proportion to its length', (text) => {
  expect(parseCounted(text).looks).toBeLessThanOrEqual(LOOKS_PER_TOKEN * (text.length + 1))
})

test('what is read, printed and read again is the same', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const first = parseQuery(text)
      fc.pre(first.ok)
      if (first.ok) expect(canonical(printQuery(first.value))).toBe(printQuery(first.value))
    }),
    { seed: 6, numRuns: 3000 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compilePattern } from './pattern.ts'
import { hasMatch, replaceMatches, splitAt } from './rewrite.ts'

const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '(?:ab)', '(a|b)', '(b)')
const repeated = fc
  .tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,2}', '{2}', '*?', '+?', '??'))
  .map((parts) => parts.join(''))
const sequence = fc.array(repeated, { maxLength: 4 }).map((parts) => parts.join(''))
const pattern = fc.oneof(
  sequence,
  fc.tuple(sequence, sequence).map(([left, right]) => `${left}|${right}`),
)
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '\n'), maxLength: 12 })

test('where XPath and JavaScript mean the same, the same is found', () => {
  fc.assert(
    fc.property(pattern, text, (source, within) => {
      const expected = new RegExp(source, 'du').exec(within)?.indices
      const found = compilePattern(source, '')?.find(within, 0, { left: 1_000_000 })
      expect(found?.slice(0, 2)).toEqual(expected?.[0])
    }),
    { numRuns: 1_000 },
  )
})

test('patterns that make others try forever are looked through step by step', () => {
  const long = 'a'.repeat(5_000)
  expect(hasMatch(long, '(a+)+b', '')).toBe(false)
  expect(hasMatch(long, '(a|aa)*$', '')).toBe(true)
  expect(hasMatch(long, '(a*)*b', '')).toBe(false)
  expect(hasMatch(long, '(.*)(.*)(.*)(.*)(.*)b', '')).toBe(false)
})

test('a reference back that would take too long is given up', () => {
  expect(hasMatch('abab', '(ab)\\1', '')).toBe(true)
  expect(hasMatch('a'.repeat(3_000), '(a*)*\\1b', '')).toBeNull()
})

test.each([
  ['aei', '[a-z-[aeiou]]+', '', false],
  ['xyz', '^[a-z-[aeiou]]+$', '', true],
  ['Straße', 'STRASSE', 'i', false],
  ['HELLO', 'h.*o', 'i', true],
  ['a\nb', '^b$', 'm', true],
  ['a\nb', 'a.b', '', false],
  ['a\nb', 'a.b', 's', true],
  ['ab', 'a b', 'x', true],
  ['a.b', 'a.b', 'q', true],
  ['axb', 'a.b', 'q', false],
  ['ä1', '^\\p{L}\\p{Nd}$', '', true],
  ['1', '\\p{IsBasicLatin}', '', true],
])('%j against %s with %j: %s', (input, source, flags, expected) => {
  expect(hasMatch(input, source, flags)).toBe(expected)
})

test.each([
  '(',
  'a**',
  '[b-a]',
  '[]',
  '\\q',
  '(a)\\2',
  'a{3,2}',
  '*',
  '\\p{Nope}',
  'a{1001}',
  '(((a{99}){99}){99})',
])('%s is no pattern', (source) => {
  expect(compilePattern(source, '')).toBeNull()
})

test('replacements name groups, and what matches nothing is an error', () => {
  const plain = { flags: '' }
  expect(replaceMatches('abcd', '(ab)(cd)', { ...plain, replacement: '$2-$1$$' })).toBeNull()
  expect(replaceMatches('abcd', '(ab)(cd)', { ...plain, replacement: '$2-$1\\$' })).toBe('cd-ab$')
  expect(replaceMatches('abcd', 'x*', { ...plain, replacement: '-' })).toBeNull()
  expect(replaceMatches('a.b', '.', { flags: 'q', replacement: '$1' })).toBe('a$1b')
  expect(splitAt('a1b22c', '\\d+')).toEqual(['a', 'b', 'c'])
  expect(splitAt('ab '.repeat(100_000), '\\s')).toHaveLength(100_001)
})

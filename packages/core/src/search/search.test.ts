import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  entryVector,
  excerptOf,
  hitsOf,
  isNearTitle,
  isSpeltLike,
  markHits,
  readQuestion,
  stemOf,
  textQuery,
  titleQuery,
  wordsOf,
} from './index.ts'

const text = fc.string({ unit: 'binary', maxLength: 200 })
const word = fc.string({ unit: fc.constantFrom(...'abdeginorstu'), minLength: 1, maxLength: 14 })

test.each([
  ['forms of an English word', 'meetings', 'meeting'],
  ['forms of a German word', 'Mauern', 'Mauer'],
  ['with and without umlaut', 'Prüfungen', 'prufung'],
  ['a part of a compound', 'Fundament', 'Fundamentplan'],
  ['a name', 'Meyer', 'Meyers'],
])('%s find each other', (_name, typed, there) => {
  const isHit = hitsOf(readQuestion(typed) ?? { key: null, words: [] })
  expect(wordsOf(there).some(isHit)).toBe(true)
})

test.each([
  ['one letter left out', 'cran', 'crane'],
  ['one too many', 'cranne', 'crane'],
  ['one wrong', 'grane', 'crane'],
  ['two the wrong way round', 'crnae', 'crane'],
  ['two slips in a long word', 'scafoldng', 'scaffolding'],
  ['while it is still being typed', 'scaffoldi', 'scaffolding'],
])('a word is known with %s', (_name, typed, meant) => expect(isSpeltLike(typed, meant)).toBe(true))

test.each([
  ['short words', 'car', 'bar'],
  ['other words of the same length', 'crane', 'plate'],
  ['two slips in a short word', 'crxyz', 'crane'],
])('%s are not taken for each other', (_name, typed, other) => expect(isSpeltLike(typed, other)).toBe(false))

test('one slip anywhere in a word of four letters or more is forgiven', () => {
  const longWord = fc.string({ unit: fc.constantFrom(...'abcdefg'), minLength: 5, maxLength: 12 })
  fc.assert(
    fc.property(longWord, fc.nat(), (meant, place) => {
      const at = place % meant.length
      const without = meant.slice(0, at) + meant.slice(at + 1)
      const doubled = meant.slice(0, at) + meant.charAt(at) + meant.slice(at)
      const turned = meant.slice(0, at) + meant.charAt(at + 1) + meant.charAt(at) + meant.slice(at + 2)
      for (const typed of [without, doubled, turned]) expect(isSpeltLike(typed, meant)).toBe(true)
    }),
    { seed: 1 },
  )
})

test('a stem is a beginning of its word, and of a text every word is found by itself', () => {
  fc.assert(
    fc.property(word, (each) => {
      expect(each.startsWith(stemOf(each))).toBe(true)
      expect(hitsOf({ key: null, words: [each] })(each)).toBe(true)
    }),
    { seed: 2 },
  )
})

test('words hold nothing that a vector or a query could take for a sign of its own', () => {
  fc.assert(
    fc.property(text, (any) => {
      for (const each of wordsOf(any)) expect(each).toMatch(/^[\p{L}\p{N}\p{M}\ufffd]+$/u)
    }),
    { seed: 3 },
  )
})

test('titles are marked besides, labels by their ids, and positions carry weights', () => {
  const vector = entryVector({
    title: 'Tower crane',
    names: 'TWR-7',
    text: 'Crane hire',
    labelIds: ['l1'],
  })
  expect(vector).toBe("'tower':1A 'crane':2A,5 'twr':3B '7':4B 'hire':6 '~tower' '~crane' '#l1'")
})

test('a question drops words that are everywhere, unless there is nothing else, and knows a key', () => {
  expect(readQuestion('the Crane of the tower')?.words).toEqual(['crane', 'tower'])
  expect(readQuestion('to be')?.words).toEqual(['to', 'be'])
  expect(readQuestion(' twr-104 ')).toEqual({ key: 'TWR-104', words: ['twr', '104'] })
  expect(readQuestion(' … ')).toBeNull()
})

test('a question asks for every word, or for a label that is called so', () => {
  const question = readQuestion('urgent cranes') ?? { key: null, words: [] }
  expect(textQuery(question, [{ id: 'l1', name: 'Very urgent' }])).toBe("('urgent':* | '#l1') & ('cran':*)")
  expect(titleQuery(question)).toBe("'~urgent':* & '~cran':*")
})

test('a title is near when each word that was typed is', () => {
  const question = readQuestion('towre crnae') ?? { key: null, words: [] }
  expect(isNearTitle(question, 'Crane of the Tower')).toBe(true)
  expect(isNearTitle(question, 'Crane')).toBe(false)
})

test('marked pieces together are the text, and no two of a kind stand side by side', () => {
  fc.assert(
    fc.property(text, fc.array(word, { minLength: 1, maxLength: 3 }), (any, words) => {
      const whole = `${any} ${words.join(' ')} ${any}`
      const parts = markHits(whole, hitsOf({ key: null, words }))
      expect(parts.map((part) => part.text).join('')).toBe(whole)
      expect(parts.some((part) => part.isHit)).toBe(true)
      parts.forEach((part, index) => expect(part.isHit).not.toBe(parts[index - 1]?.isHit))
    }),
    { seed: 4 },
  )
})

test('an excerpt is short, shows a hit, and stands in the text', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 120 }), word, (around, wanted) => {
      const whole = [...around, wanted, ...around].join(' ')
      const parts = excerptOf(whole, (each) => each === wanted) ?? []
      const shown = parts.map((part) => part.text).join('')
      expect(parts.some((part) => part.isHit && part.text === wanted)).toBe(true)
      expect(shown.length).toBeLessThan(220)
      expect(whole).toContain(shown.replace(/^… /, '').replace(/ …$/, ''))
    }),
    { seed: 5 },
  )
})

test('an excerpt is read as running text', () => {
  const parts = excerptOf(
    '## Crane\n\n- [ ] **Hire** the [crane](https://example.org)',
    hitsOf({ key: null, words: ['hire'] }),
  )
  expect(parts).toEqual([
    { text: 'Crane ', isHit: false },
    { text: 'Hire', isHit: true },
    { text: ' the crane', isHit: false },
  ])
  expect(excerptOf('nothing of it', hitsOf({ key: null, words: ['crane'] }))).toBeNull()
})

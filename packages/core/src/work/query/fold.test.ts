import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareText, foldText, searchColumnsOf, unitOrdered } from './fold.ts'
import { sampleItem } from './testing/sample.ts'

test.each([
  ['case does not matter', 'TWR-104 Crane', 'twr-104 crane'],
  ['accents do not matter', 'Façade, Çelik, naïve, Ångström', 'facade, celik, naive, angstrom'],
  ['Cyrillic letters lose their marks', 'Ёлка, Йод', 'елка, иод'],
  [
    'letters without a plain form are written out',
    'Straße, Ærø, Łódź, ENCYCLOPÆDIA',
    'strasse, aero, lodz, encyclopaedia',
  ],
  ['Turkish dots do not matter', 'İstanbul ISPARTA ısı', 'istanbul isparta isi'],
  ['the last sigma is one like all others', 'ΟΔΟΣ οδός', 'οδοσ οδοσ'],
  ['compatibility forms are plain', 'ﬁre Ⅳ ２０ m²', 'fire iv 20 m2'],
  ['typographic signs are those of the keyboard', '“R–12” isn’t', '"r-12" isn\'t'],
  ['white space and control characters are one blank', '  level\t\r\n 4\u00a0\u3000b\u0007 ', 'level 4 b'],
  ['Korean and Japanese syllables stay whole', '한국 ガス', '한국 ガス'],
  ['half a surrogate pair is a replacement character', 'a\ud800b', 'a\ufffdb'],
])('%s', (_name, text, folded) => expect(foldText(text)).toBe(folded))

test('folding a second time changes nothing, for every character there is', () => {
  const changed: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    const folded = foldText(String.fromCodePoint(code))
    if (foldText(folded) !== folded) changed.push(code.toString(16))
  }
  expect(changed).toEqual([])
})

test('folding a second time changes no text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
    { seed: 1 },
  )
})

test('a part of a text is found in it, whatever its case', () => {
  const words = fc.string({ unit: fc.constantFrom(...'abcXYZ 19-ÄéñßŁΣς') })
  fc.assert(
    fc.property(words, words, words, (before, part, after) => {
      expect(foldText(before + part + after)).toContain(foldText(part.toUpperCase()))
    }),
    { seed: 2 },
  )
})

test('texts are ordered by code point, as the database does', () => {
  const text = fc.string({ unit: 'binary', maxLength: 4 })
  const bytes = new TextEncoder()
  fc.assert(
    fc.property(text, text, (a, b) => {
      const expected = Math.sign(Buffer.compare(bytes.encode(a), bytes.encode(b)))
      expect(Math.sign(compareText(a, b))).toBe(expected)
      const [left, right] = [unitOrdered(a), unitOrdered(b)]
      expect(left < right ? -1 : Number(left > right)).toBe(expected)
    }),
    { seed: 3 },
  )
})

test('an emoji comes after the last plain character', () => {
  expect(['\ufffd', '😀', 'a'].toSorted(compareText)).toEqual(['a', '\ufffd', '😀'])
})

test('the parts of the search text stand on lines of their own', () => {
  const item = sampleItem({ key: 'TWR-7', title: 'Façade\nwest', description: 'Two\n\nlines' })
  expect(searchColumnsOf(item)).toEqual({
    titleFold: 'facade west',
    searchText: 'twr-7\nfacade west\ntwo lines',
    folds: {},
  })
})

test('only texts that folding changes are kept folded', () => {
  const item = sampleItem({
    role: 'welder',
    practice: 'Façade works',
    fields: { one: 'Plain', two: 'plain', three: 3 },
  })
  expect(searchColumnsOf(item).folds).toEqual({ practice: 'facade works', one: 'plain' })
})

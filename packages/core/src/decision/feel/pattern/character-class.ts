import { type CharacterTest, PatternFault } from './pattern-tree.ts'

/** Classes of XML Schema part 2, appendix F, written as the program's own. */
const MULTIPLE: Readonly<Record<string, RegExp>> = {
  s: /[ \t\n\r]/u,
  d: /\p{Nd}/u,
  w: /[^\p{P}\p{Z}\p{C}]/u,
  i: /[\p{L}_:]/u,
  c: /[\p{L}\p{M}\p{Nd}._:·-]/u,
}
const SINGLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
const ESCAPABLE = /[\\|.\-^?*+{}()[\]$]/
const CATEGORY = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/

/** Blocks of Unicode that people write, by their names in XML Schema; others are refused. */
const BLOCKS: Readonly<Record<string, readonly [number, number]>> = {
  BasicLatin: [0x0000, 0x007f],
  'Latin-1Supplement': [0x0080, 0x00ff],
  'LatinExtended-A': [0x0100, 0x017f],
  'LatinExtended-B': [0x0180, 0x024f],
  Greek: [0x0370, 0x03ff],
  GreekandCoptic: [0x0370, 0x03ff],
  Cyrillic: [0x0400, 0x04ff],
  Hebrew: [0x0590, 0x05ff],
  Arabic: [0x0600, 0x06ff],
  Devanagari: [0x0900, 0x097f],
  Thai: [0x0e00, 0x0e7f],
  GeneralPunctuation: [0x2000, 0x206f],
  CurrencySymbols: [0x20a0, 0x20cf],
  Hiragana: [0x3040, 0x309f],
  Katakana: [0x30a0, 0x30ff],
  CJKUnifiedIdeographs: [0x4e00, 0x9fff],
  HangulSyllables: [0xac00, 0xd7af],
}

export function not(test: CharacterTest): CharacterTest {
  return (point) => !test(point)
}

function ofRegExp(pattern: RegExp): CharacterTest {
  return (point) => pattern.test(String.fromCodePoint(point))
}

/** One character; without regard to case also its other forms. */
export function oneCharacter(character: string, ignoresCase: boolean): CharacterTest {
  return between(character, character, ignoresCase)
}

/** The characters from one to another. */
export function between(first: string, last: string, ignoresCase: boolean): CharacterTest {
  const [low, high] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0]
  if (low > high) throw new PatternFault()
  const isWithin = (point: number) => point >= low && point <= high
  if (!ignoresCase) return isWithin
  return (point) => isWithin(point) || otherCases(point).some(isWithin)
}

/** The same letter in the other cases. */
export function otherCases(point: number): readonly number[] {
  const character = String.fromCodePoint(point)
  return [character.toLowerCase(), character.toUpperCase()]
    .filter((form) => [...form].length === 1)
    .map((form) => form.codePointAt(0) ?? point)
}

export type Escape =
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'class'; readonly test: CharacterTest }

/** What `\x` stands for, and how many characters of it there are behind the backslash. */
export function readEscape(
  pattern: string,
  at: number,
): { readonly escape: Escape; readonly length: number } {
  const letter = pattern[at] ?? ''
  if (letter === 'p' || letter === 'P') return readProperty(pattern, at)
  const single = SINGLE[letter] ?? (ESCAPABLE.test(letter) ? letter : undefined)
  if (single !== undefined) return { escape: { kind: 'character', character: single }, length: 1 }
  const positive = MULTIPLE[letter]
  const negative = positive === undefined ? MULTIPLE[letter.toLowerCase()] : undefined
  if (positive !== undefined) return { escape: { kind: 'class', test: ofRegExp(positive) }, length: 1 }
  if (negative === undefined) throw new PatternFault()
  return { escape: { kind: 'class', test: not(ofRegExp(negative)) }, length: 1 }
}

function readProperty(pattern: string, at: number) {
  const [whole, name = ''] = /^[pP]\{([A-Za-z0-9-]+)\}/.exec(pattern.slice(at, at + 60)) ?? []
  if (whole === undefined) throw new PatternFault()
  const test = propertyTest(name)
  const escape: Escape = { kind: 'class', test: whole.startsWith('P') ? not(test) : test }
  return { escape, length: whole.length }
}

function propertyTest(name: string): CharacterTest {
  const block = name.startsWith('Is') ? BLOCKS[name.slice(2)] : undefined
  if (block !== undefined) return (point) => point >= block[0] && point <= block[1]
  if (!CATEGORY.test(name)) throw new PatternFault()
  return ofRegExp(new RegExp(`\\p{${name}}`, 'u'))
}

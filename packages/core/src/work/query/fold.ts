import type { WorkItem } from '../work-item.ts'

/** Letters that Unicode does not take apart, and signs that keyboards and typesetters write differently. */
const REPLACED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '–': '-',
  '—': '-',
  '\u00ad': '',
}
const REPLACEABLE = new RegExp(`[${Object.keys(REPLACED).join('')}]`, 'g')
const ACCENTS = /[\u0300-\u036f]/g
const PLAIN = /^[ -~\s]*$/
/** Blanks that are not already one plain blank between words: most texts have few. */
const UNTIDY = /[\s\p{Cc}]{2,}|[^\S ]|\p{Cc}/gu

/**
 * The form in which texts are compared and searched: compatibility forms and accents removed
 * (Unicode NFKD without U+0300 to U+036F, put together again as NFC), lower case, a few letters and
 * signs replaced, every run of white space and control characters one blank, none at the ends.
 *
 * The server stores folded columns made by this same function, so the database never folds.
 *
 * @returns a text on which the function has no further effect
 * @see Unicode Standard Annex #15, Unicode Normalization Forms
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return oneBlank(text.toLowerCase())
  const folded = text
    .toWellFormed()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(REPLACEABLE, (sign) => REPLACED[sign] ?? sign)
    .normalize('NFC')
  return oneBlank(folded)
}

function oneBlank(text: string): string {
  return text.replace(UNTIDY, ' ').trim()
}

/** Separates the parts of a search text. A folded text cannot contain it, so no match reaches across. */
export const PART_END = '\n'

/** Key, title and description, folded, one line each: what `text ~ …` and bare words look into. */
export function searchTextOf(item: Pick<WorkItem, 'key' | 'title' | 'description'>): string {
  return [item.key, item.title, item.description].map(foldText).join(PART_END)
}

/** Short texts of an item that are folded one by one, besides its custom fields. */
const FOLDED_NAMES = ['role', 'practice', 'artifact'] as const

/**
 * What the database keeps about an item so that a query gives the same answer there as in memory.
 * `folds` holds only the texts that folding changes: role, practice and artifact by name, custom
 * field values by field id.
 */
export type SearchColumns = {
  readonly titleFold: string
  readonly searchText: string
  readonly folds: Readonly<Record<string, string>>
}

/** The folded columns of an item, to be written whenever one of their sources changes. */
export function searchColumnsOf(
  item: Pick<WorkItem, 'key' | 'title' | 'description' | 'fields' | (typeof FOLDED_NAMES)[number]>,
): SearchColumns {
  const named = FOLDED_NAMES.map((name) => [name, item[name]] as const)
  const folds: Record<string, string> = {}
  for (const [name, value] of [...named, ...Object.entries(item.fields)]) {
    if (typeof value !== 'string') continue
    const folded = foldText(value)
    if (folded !== value) folds[name] = folded
  }
  return { titleFold: foldText(item.title), searchText: searchTextOf(item), folds }
}

const FIRST_SURROGATE = 0xd800

/**
 * Order of two texts by code point, as PostgreSQL sorts with the collation "C". The language's own
 * `<` compares UTF-16 units and puts U+1F600 before U+FFFD.
 *
 * @returns negative, zero or positive
 */
export function compareText(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left === right) continue
    const plain = left < FIRST_SURROGATE || right < FIRST_SURROGATE
    return plain ? left - right : (a.codePointAt(i) ?? 0) - (b.codePointAt(i) ?? 0)
  }
  return a.length - b.length
}

const HIGH_UNIT = /[\ud800-\uffff]/
const HIGH_UNITS = /[\ud800-\uffff]/g

/**
 * A text that stands for another when many have to be sorted: the language's own `<` puts it where
 * `compareText` puts the original. Surrogates move to the end, what was behind them takes their room.
 */
export function unitOrdered(text: string): string {
  if (!HIGH_UNIT.test(text)) return text
  return text.replace(HIGH_UNITS, (unit) => {
    const code = unit.charCodeAt(0)
    return String.fromCharCode(code < 0xe000 ? code + 0x2000 : code - 0x800)
  })
}

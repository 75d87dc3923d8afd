import { wordsOf } from './words.ts'

/** What can be found of something, and where its words stand. */
export type EntryTexts = {
  /** What it is called. */
  readonly title: string
  /** Short texts that count for more than running text, such as an item's key. */
  readonly names: string
  readonly text: string
  /** Found by their names, which may change. */
  readonly labelIds: readonly string[]
}

/** Positions beyond are not told apart by PostgreSQL (`MAXENTRYPOS`). */
const POSITION_MAX = 16_383
/** More say nothing about how well a text fits. */
const POSITIONS_OF_WORD_MAX = 8
/** Words of longer texts: the rest is not found. */
const WORDS_MAX = 20_000

/** Marks a word of a title: the index then knows titles without looking at the texts. */
export const TITLE_MARK = '~'
/** Marks the id of a label. */
export const LABEL_MARK = '#'

/**
 * The words of something as a `tsvector` in text form. It is made here and not by `to_tsvector`, so
 * that texts are folded and cut into words as questions are, and neither as one language nor as web
 * addresses.
 */
export function entryVector({ title, names, text, labelIds }: EntryTexts): string {
  const places = new Map<string, string[]>()
  let position = 0
  const add = (words: readonly string[], weight: string) => {
    for (const word of words) {
      position = Math.min(position + 1, POSITION_MAX)
      const known = places.get(word)
      if (!known) places.set(word, [`${position}${weight}`])
      else if (known.length < POSITIONS_OF_WORD_MAX) known.push(`${position}${weight}`)
    }
  }
  const titleWords = wordsOf(title)
  add(titleWords, 'A')
  add(wordsOf(names), 'B')
  add(wordsOf(text).slice(0, WORDS_MAX), '')
  return [
    ...[...places].map(([word, at]) => `'${word}':${[...new Set(at)].join(',')}`),
    ...[...new Set(titleWords)].map((word) => `'${TITLE_MARK}${word}'`),
    ...labelIds.map((id) => `'${LABEL_MARK}${id}'`),
  ].join(' ')
}

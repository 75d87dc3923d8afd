import { foldText } from '../work/index.ts'

/** A longer run of letters is no word that somebody would type. */
const WORD_LENGTH_MAX = 60

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text, folded, in their order: runs of letters and digits. */
export function wordsOf(text: string): readonly string[] {
  const words = foldText(text).match(WORD) ?? []
  return words.map((word) =>
    word.length > WORD_LENGTH_MAX ? word.slice(0, WORD_LENGTH_MAX).toWellFormed() : word,
  )
}

/** Endings of English and German words, the longest first. */
const ENDINGS = [
  ...['ungen', 'ings', 'ing', 'ung', 'ies', 'ern'],
  ...['ed', 'es', 'er', 'en', 'em', 's', 'e', 'n'],
]
/** A shorter beginning says too little about what was meant. */
const STEM_LENGTH_MIN = 4

/**
 * The beginning that the forms of a word share, by its ending alone: "meetings" and "meeting" give
 * "meet", "Mauern" gives "mauer". What is found are the words that begin so, in either language: a
 * dictionary for each would miss the other, and names besides.
 */
export function stemOf(word: string): string {
  const ending = ENDINGS.find(
    (each) => word.length - each.length >= STEM_LENGTH_MIN && word.endsWith(each) && !/\d/.test(word),
  )
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** Words that nearly every text has. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  ...['a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'in', 'is', 'it', 'of', 'on', 'or'],
  ...['that', 'the', 'this', 'to', 'was', 'were', 'will', 'with'],
  ...['am', 'auf', 'aus', 'bei', 'das', 'dem', 'den', 'der', 'des', 'die', 'ein', 'eine', 'einen', 'fur'],
  ...['im', 'ist', 'mit', 'nach', 'oder', 'und', 'uber', 'von', 'vom', 'zu', 'zum', 'zur'],
])

/** Whether a word says nothing about what is looked for. */
export function isEverywhere(word: string): boolean {
  return EVERYWHERE.has(word)
}

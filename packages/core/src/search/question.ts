import { foldText } from '../work/index.ts'
import { LABEL_MARK, TITLE_MARK } from './entry-vector.ts'
import { isSpeltLike } from './spelling.ts'
import { isEverywhere, stemOf, wordsOf } from './words.ts'

/** What somebody looks for. */
export type SearchQuestion = {
  /** The key of an item, if that is what was typed. */
  readonly key: string | null
  /** The words that have to be there, folded. */
  readonly words: readonly string[]
}

/** More words narrow nothing down. */
const WORDS_MAX = 12
const KEY = /^[A-Z][A-Z0-9]{0,19}-\d{1,9}$/

/** Reads what was typed; null when no word is in it. */
export function readQuestion(typed: string): SearchQuestion | null {
  const all = [...new Set(wordsOf(typed))]
  const telling = all.filter((word) => !isEverywhere(word))
  const words = (telling.length > 0 ? telling : all).slice(0, WORDS_MAX)
  if (words.length === 0) return null
  const key = typed.trim().toUpperCase()
  return { key: KEY.test(key) ? key : null, words }
}

type NamedLabel = { readonly id: string; readonly name: string }

/**
 * The question as a `tsquery` in text form: every word is there in some form, or a label that is
 * called so.
 */
export function textQuery({ words }: SearchQuestion, labels: readonly NamedLabel[]): string {
  const named = labels.map(({ id, name }) => ({ id, words: wordsOf(name) }))
  return words
    .map((word) => {
      const stem = stemOf(word)
      const ids = named.filter((label) => label.words.some((each) => each.startsWith(stem)))
      return `(${[`'${stem}':*`, ...ids.map(({ id }) => `'${LABEL_MARK}${id}'`)].join(' | ')})`
    })
    .join(' & ')
}

/** The question as a `tsquery` for those whose title has all the words. */
export function titleQuery({ words }: SearchQuestion): string {
  return words.map((word) => `'${TITLE_MARK}${stemOf(word)}':*`).join(' & ')
}

/** Whether a word of a text is one of those that were asked for. */
export type IsHit = (word: string) => boolean

/** Words that begin as those of the question do. */
export function hitsOf({ words }: SearchQuestion): IsHit {
  const stems = words.map(stemOf)
  return (word) => stems.some((stem) => word.startsWith(stem))
}

/** Words that may have been meant by those of the question. */
export function nearHitsOf({ words }: SearchQuestion): IsHit {
  return (word) => words.some((typed) => isSpeltLike(typed, word))
}

/** Whether each word that was typed may have been meant for one of the title. */
export function isNearTitle({ words }: SearchQuestion, title: string): boolean {
  const there = wordsOf(foldText(title))
  return words.every((typed) => there.some((word) => isSpeltLike(typed, word)))
}

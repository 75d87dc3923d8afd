import { fillSentence, type ParamWords, refusals, wordParams } from '@millrace/contract/refusals'
import type { Refusal } from '@millrace/core/kernel'
import { wordedParams } from './field-words.ts'
import { language, words } from './language/index.ts'
import { texts } from './texts.ts'

/** An expected "no", from the server's problem document or predicted by core, in words. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  readonly sentence: string
  readonly remedy: string
  /** HTTP status of the problem document. */
  readonly status: number
  /** Which command of a batch was refused. */
  readonly index: number

  constructor(problem: {
    readonly code: string
    readonly params: Readonly<Record<string, unknown>>
    readonly sentence: string
    readonly remedy: string
    readonly status: number
    readonly index?: number
  }) {
    super(problem.sentence)
    this.code = problem.code
    this.params = problem.params
    this.sentence = problem.sentence
    this.remedy = problem.remedy
    this.status = problem.status
    this.index = problem.index ?? 0
  }
}

/** The server could not be reached, or could not answer now. Nothing is known to have changed. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** Whether the same request may simply be repeated a little later. */
export function isForLater(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Refused && [429, 503].includes(error.status))
}

type RefusalWords = Readonly<Record<string, { readonly sentence: string; readonly remedy: string }>>
const spoken = words<RefusalWords>('refusals', refusals)
const problems = words<Readonly<Record<string, string>>>('import-problems', {})
const paramWords = words<ParamWords>('refusal-params', {})

/** Sentence and remedy of a refusal by its code; undefined for codes that the catalogue does not have. */
export function wordsOf(code: string, params: Readonly<Record<string, unknown>>) {
  const catalogue: Readonly<Record<string, (typeof refusals)[keyof typeof refusals]>> = refusals
  const entry = catalogue[code]
  if (!entry) return undefined
  const { problem } = params
  const reason = typeof problem === 'string' ? problems[problem] : undefined
  const worded = {
    ...wordParams(wordedParams(params), paramWords),
    ...(reason === undefined ? {} : { reason: fillSentence(reason, params) }),
  }
  const said = spoken[code] ?? entry
  return {
    sentence: fillSentence(said.sentence, worded),
    remedy: fillSentence(said.remedy, worded),
    status: entry.status,
  }
}

/** What the server says in English about a file, in the page's language. */
export function inOwnWords(said: {
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  readonly sentence: string
}): string {
  const { code, params, sentence } = said
  if (language === 'en') return sentence
  const own = problems[code]
  return own === undefined
    ? (wordsOf(code, params)?.sentence ?? sentence)
    : fillSentence(own, wordParams(params, paramWords))
}

/** A refusal that core predicted, with its sentence from the catalogue. */
export function refusedBy(refusal: Refusal, index = 0): Refused {
  const { code, params = {} } = refusal
  const said = wordsOf(code, params)
  return new Refused({
    code,
    params,
    sentence: said?.sentence ?? texts.refused(code),
    remedy: said?.remedy ?? '',
    status: said?.status ?? 422,
    index,
  })
}

/** Any error in two sentences for people: what happened, and what to do next. */
export function explain(error: unknown): { readonly sentence: string; readonly remedy: string } {
  if (error instanceof Refused) return { sentence: error.sentence, remedy: error.remedy }
  if (error instanceof Unreachable) return texts.unreachable
  return texts.fault
}

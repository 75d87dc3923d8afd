import type { RefusalSentences } from '../refusals/entry.ts'
import { fillSentence, type ParamWords, wordParams } from '../refusals/fill-sentence.ts'
import { importProblems } from '../refusals/import-problems.ts'
import { refusalEntry, refusals } from '../refusals.ts'
import { importProblemsDe, paramWordsDe, refusalsDe } from './de/index.ts'
import type { Language } from './index.ts'

type Params = Readonly<Record<string, unknown>>
type Tongue = {
  readonly refusals: Readonly<Record<string, RefusalSentences>>
  readonly problems: Readonly<Record<string, string>>
  readonly params: ParamWords
}

const tongues: Readonly<Record<Language, Tongue>> = {
  en: { refusals, problems: importProblems, params: {} },
  de: { refusals: refusalsDe, problems: importProblemsDe, params: paramWordsDe },
}

/** What a refusal means, and what to do next, in a language. `title` is what it means without its particulars. */
export function sayRefusal(
  { code, params = {} }: { readonly code: string; readonly params?: Params | undefined },
  language: Language = 'en',
): RefusalSentences & { readonly title: string } {
  const entry = refusalEntry(code)
  const tongue = tongues[language]
  const { sentence, remedy } = tongue.refusals[code] ?? entry
  const { problem } = params
  const reason = typeof problem === 'string' ? { reason: sayProblem(problem, params, language) } : {}
  const worded = { ...wordParams(params, tongue.params), ...reason }
  return {
    title: sentence.replace(/\s*\{\w+\}/g, ' …'),
    sentence: fillSentence(sentence, worded),
    remedy: fillSentence(remedy, worded),
  }
}

/** What is wrong with a file or a row of it, by its code, in a language. */
export function sayProblem(code: string, params: Params, language: Language = 'en'): string {
  const { problems, refusals: known, params: words } = tongues[language]
  return fillSentence(problems[code] ?? known[code]?.sentence ?? code, wordParams(params, words))
}

import { expectationAfter } from './expectation.ts'
import { foldText } from './fold.ts'
import type { QueryCatalogue } from './query-catalogue.ts'
import { type Candidate, completionsOf, type Suggestion } from './suggestions.ts'
import { type Token, tokenize } from './token.ts'

/** What could stand in the query text from offset `from` to offset `to`, best first. */
export type QueryCompletion = {
  readonly from: number
  readonly to: number
  readonly suggestions: readonly Suggestion[]
}

/** One or two letters are inside too many words to be worth suggesting. */
const MIN_INNER_LENGTH = 3
/** More than a person reads while typing. */
const MAX_SUGGESTIONS = 12

/**
 * What a person typing a query may want next: fields, flags, comparisons, values or joining words.
 *
 * @param text the query as it stands, finished or not
 * @param cursor offset in UTF-16 units up to which it is typed
 * @returns suggestions for the word at the cursor; their texts carry quotes where these are needed
 */
export function completeQuery(text: string, cursor: number, catalogue: QueryCatalogue): QueryCompletion {
  const typed = tokenize(text.slice(0, cursor)).tokens.filter(({ kind }) => kind !== 'end')
  const partial = partialToken(typed, text, cursor)
  const before = partial ? typed.slice(0, -1) : typed
  const wanted = foldText(partial?.text ?? '')
  const candidates = completionsOf(expectationAfter(before, catalogue), catalogue)
  return {
    from: partial?.at ?? cursor,
    to: partial ? endOfWord(text, partial, cursor) : cursor,
    suggestions: bestMatches(candidates, wanted),
  }
}

/** The word or unfinished string that the cursor stands at the end of. */
function partialToken(typed: readonly Token[], text: string, cursor: number): Token | null {
  const last = typed.at(-1)
  if (!last || last.end !== Math.min(cursor, text.length) || last.kind === 'symbol') return null
  const isClosed = last.kind === 'quoted' && tokenize(text.slice(last.at, last.end)).refusal === null
  return isClosed ? null : last
}

function endOfWord(text: string, partial: Token, cursor: number): number {
  const whole = tokenize(text).tokens.find(({ at }) => at === partial.at)
  return whole && whole.kind === 'word' ? Math.max(whole.end, cursor) : cursor
}

/** Those that start with the text, then those of which a word does, then those that contain it. */
function bestMatches(candidates: Iterable<Candidate>, wanted: string): readonly Suggestion[] {
  const tiers = [new Map<string, Suggestion>(), new Map<string, Suggestion>(), new Map<string, Suggestion>()]
  for (const candidate of candidates) {
    const tier = tiers[tierOf(candidate, wanted) ?? -1]
    const { kind, text, label } = candidate
    if (tier && tier.size < MAX_SUGGESTIONS && !tier.has(text)) tier.set(text, { kind, text, label })
    if (tiers[0]?.size === MAX_SUGGESTIONS) break
  }
  const found = new Map<string, Suggestion>()
  for (const one of tiers.flatMap((tier) => [...tier.values()]))
    if (!found.has(one.text)) found.set(one.text, one)
  return [...found.values()].slice(0, MAX_SUGGESTIONS)
}

function tierOf({ folded }: Candidate, wanted: string): number | null {
  if (folded.some((known) => known.startsWith(wanted))) return 0
  if (folded.some((known) => known.includes(` ${wanted}`))) return 1
  const isLongEnough = wanted.length >= MIN_INNER_LENGTH
  return isLongEnough && folded.some((known) => known.includes(wanted)) ? 2 : null
}

/**
 * What a refusal means to whoever asked. `sentence` and `remedy` may name parameters in braces;
 * the web translates by code, everybody else shows these.
 */
export type RefusalEntry = {
  /** HTTP status of the problem document. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
  /** What is refused, and why. */
  readonly sentence: string
  /** What to do next. */
  readonly remedy: string
}

/** A refusal in the words of a language. */
export type RefusalSentences = Pick<RefusalEntry, 'sentence' | 'remedy'>

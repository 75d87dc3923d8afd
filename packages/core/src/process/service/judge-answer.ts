import type { ServiceError } from './service.ts'

/** What an answer means for the task that asked. */
export type Verdict =
  | { readonly kind: 'done' }
  /** An error of the field, which the model may catch. */
  | { readonly kind: 'throw'; readonly code: string }
  /** Something went wrong: trying again may help, or cannot. */
  | { readonly kind: 'failed'; readonly isWorthRetrying: boolean }

/** Answers that say themselves that another time may be better. @see RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4 */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429])

/** What the status of an answer means. */
export function judgeAnswer(status: number, errors: readonly ServiceError[]): Verdict {
  const error = errors.find(({ from, to }) => status >= from && status <= to)
  if (error) return { kind: 'throw', code: error.code }
  if (status >= 200 && status < 300) return { kind: 'done' }
  return { kind: 'failed', isWorthRetrying: status >= 500 || PASSING.has(status) }
}

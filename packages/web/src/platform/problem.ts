import { Refused, Unreachable, wordsOf } from './refused.ts'
import { texts } from './texts.ts'

/** Statuses that say "not now" instead of "no": the same request may be repeated. */
const LATER = new Set([408, 425, 502, 503, 504])

/**
 * The JSON of an answer.
 *
 * @throws Refused for a problem document (RFC 9457), Unreachable when the server cannot answer now
 */
export async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text()
  const json = parse(text)
  if (response.ok) return json ?? {}
  const problem = problemOf(json, response.status)
  const isWordless = problem.code.startsWith('http.')
  if (isWordless && LATER.has(response.status)) throw new Unreachable(problem.code)
  throw problem
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function problemOf(json: unknown, status: number): Refused {
  const problem = isRecord(json) ? json : {}
  const code = text(problem['code']) ?? `http.${String(status)}`
  const params = isRecord(problem['params']) ? problem['params'] : {}
  return new Refused({
    code,
    params,
    ...(wordsOf(code, params) ?? wordsIn(problem)),
    status,
    ...(typeof problem['index'] === 'number' ? { index: problem['index'] } : {}),
  })
}

/** What the answer says for itself, for refusals of parts that have no code in the catalogue. */
function wordsIn(problem: Readonly<Record<string, unknown>>) {
  const said = text(problem['detail']) ?? text(problem['message']) ?? text(problem['title'])
  return { sentence: said ?? texts.refusedByServer, remedy: text(problem['remedy']) ?? '' }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

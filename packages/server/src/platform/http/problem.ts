import { acceptedLanguage, type Language, refusalEntry, sayRefusal } from '@millrace/contract'
import type { FastifyReply } from 'fastify'
import type { Refused } from '../commands/index.ts'

/** A problem document, with the code and its parameters for programs. @see RFC 9457 */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  readonly remedy: string
  /** Which command of a batch was refused. */
  readonly index?: number
}

/** The problem document of a refusal, in English unless another language is asked for. */
export function problemOf(refused: Refused, language: Language = 'en'): Problem {
  const { code, params = {} } = refused.refusal
  const { title, sentence, remedy } = sayRefusal(refused.refusal, language)
  return {
    type: `/api/v1/refusals#${code}`,
    title,
    status: refusalEntry(code).status,
    detail: sentence,
    code,
    params,
    remedy,
    index: refused.index,
  }
}

/** Answers with the problem document of a refusal, in the language that the request prefers. */
export function sendProblem(reply: FastifyReply, refused: Refused): FastifyReply {
  const language = acceptedLanguage(reply.request.headers['accept-language'])
  const problem = problemOf(refused, language)
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .header('content-language', language)
    .send(problem)
}

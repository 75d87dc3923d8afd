import { fillSentence, refusalEntry } from '@millrace/contract'
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

/** The problem document of a refusal. */
export function problemOf(refused: Refused): Problem {
  const { code, params = {} } = refused.refusal
  const entry = refusalEntry(code)
  return {
    type: `/api/v1/refusals#${code}`,
    title: entry.sentence.replace(/\s*\{\w+\}/g, ' …'),
    status: entry.status,
    detail: fillSentence(entry.sentence, params),
    code,
    params,
    remedy: fillSentence(entry.remedy, params),
    index: refused.index,
  }
}

/** Sends a problem document with its status and media type. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.status(problem.status).type('application/problem+json').send(problem)
}

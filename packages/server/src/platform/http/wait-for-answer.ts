import type { FastifyReply } from 'fastify'
import type { Rings } from '../realtime/index.ts'

/** What becomes due by time alone rings nobody: it is looked again this often. */
const LOOK_MS = 1_000
/** In an organisation where much happens it is not looked at each ring. */
const PAUSE_MS = 100

/**
 * Asks again until there is an answer that is worth giving, the time is over, or whoever asked has left. Between two
 * attempts no transaction is open and no connection is held.
 */
export async function waitForAnswer<Answer>(
  ask: () => Promise<Answer>,
  how: {
    /** How long whoever asks wants to wait for a better answer than this, from the beginning. */
    readonly patience: (answer: Answer) => number
    readonly organisationId: string
    readonly rings: Rings
    readonly reply: FastifyReply
  },
): Promise<Answer> {
  const { patience, organisationId, rings, reply } = how
  const left = new AbortController()
  reply.raw.once('close', () => left.abort())
  const began = performance.now()
  for (;;) {
    const answer = await ask()
    const ms = patience(answer) - (performance.now() - began)
    if (ms <= 0 || left.signal.aborted) return answer
    await rings.next(organisationId, { ms: Math.min(ms, LOOK_MS), signal: left.signal })
    // Whoever has left is given nothing that others could have.
    if (left.signal.aborted) return answer
    await new Promise((resolve) => setTimeout(resolve, Math.min(ms, PAUSE_MS)))
  }
}

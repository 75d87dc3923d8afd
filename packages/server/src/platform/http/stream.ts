import type { FastifyInstance } from 'fastify'
import type { Principal } from '../commands/index.ts'
import type { Hub } from '../realtime/index.ts'
import type { Authenticate } from './routes.ts'

/** Often enough that proxies do not take a quiet connection for a dead one. */
const HEARTBEAT_MS = 20_000
/** A listener that takes nothing for this much buffered text is cut off; it will resume. */
const BUFFER_MAX_BYTES = 4 * 1024 * 1024

/** The change stream: server-sent events in commit order, resumed by `Last-Event-ID`. */
export function addStreamRoute(
  app: FastifyInstance,
  deps: { readonly hub: Hub; readonly authenticate: Authenticate },
): void {
  app.get('/api/v1/o/:org/sync/stream', async (request, reply) => {
    const { org } = request.params as { org: string } // The route's own pattern.
    const principal = await deps.authenticate(request, org)
    const since = sinceOf(request.headers['last-event-id'], request.query)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 2000\n\n')
    // Known from the start: they may leave before they have been let in.
    const left = new Promise<void>((resolve) => raw.once('close', resolve))
    const refresh = async (): Promise<Principal | null> => deps.authenticate(request, org).catch(() => null)
    const joined = deps.hub.join({
      principal,
      since,
      send: (message) => {
        if (raw.writableEnded) return
        if (raw.writableLength > BUFFER_MAX_BYTES) raw.destroy()
        else raw.write(`id: ${message.seq}\nevent: ${message.event}\ndata: ${message.data}\n\n`)
      },
      refresh,
      close: () => raw.end(),
    })
    // A session that ended or expired elsewhere tells nobody: it is looked up with every beat.
    const beat = async () => {
      const isStillThere = (await refresh()) !== null
      if (raw.writableEnded || raw.destroyed) return
      if (isStillThere) raw.write(': here\n\n')
      else raw.end()
    }
    const heartbeat = setInterval(() => void beat(), HEARTBEAT_MS)
    void left.then(() => clearInterval(heartbeat))
    joined.then(
      (leave) => left.then(leave),
      (error: unknown) => {
        // The answer has begun, so nothing can be said any more: they come back and ask again.
        request.log.error({ err: error }, 'a stream could not be opened')
        raw.end()
      },
    )
  })
}

function sinceOf(lastEventId: unknown, query: unknown): number {
  const asked = typeof query === 'object' && query !== null && 'since' in query ? query.since : 0
  const number = Number(lastEventId ?? asked)
  return Number.isSafeInteger(number) && number >= 0 ? number : 0
}

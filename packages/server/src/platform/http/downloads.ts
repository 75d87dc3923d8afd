import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Download, type FileAnswer, makeFile, type Principal, refuse } from '../commands/index.ts'
import type { Db } from '../db/transaction.ts'
import { contentDisposition } from './content-disposition.ts'
import { type Authenticate, inputOf, organisationOf, urlOf } from './routes.ts'

/** What routes of files need. */
export type DownloadRouteDeps = {
  readonly db: Db
  readonly authenticate: Authenticate
  readonly downloads: readonly Download[]
  /** Where people reach this server; null: at the address that was asked. */
  readonly publicUrl: string | null
  /** Told of every file that was handed out, whether or not it was taken to its end. */
  readonly onHandedOut?: (file: {
    readonly principal: Principal
    readonly name: string
    readonly count: number
  }) => Promise<void>
}

/** Whoever takes nothing for so long has gone: a transaction waits for them. */
const STALLED_MS = 30_000
/** Each file holds a connection while it is taken; the rest of them answers people. */
const CONNECTIONS_PER_FILE = 3

/** One route for every file that is made when it is asked for. */
export function addDownloadRoutes(app: FastifyInstance, deps: DownloadRouteDeps): void {
  const most = Math.max(1, Math.floor(deps.db.pool.options.max / CONNECTIONS_PER_FILE))
  let underWay = 0
  for (const download of deps.downloads) {
    app.get(urlOf(download.operation.route), async (request, reply) => {
      const principal = await deps.authenticate(request, organisationOf(request))
      if (underWay >= most) refuse('platform.downloads_busy')
      underWay += 1
      try {
        const baseUrl = deps.publicUrl ?? `${request.protocol}://${request.host}`
        const wanted = { download, principal, input: inputOf(request), baseUrl }
        await makeFile(deps.db, wanted, async (file) => {
          // First, so that nobody takes anything away that was not noted.
          await deps.onHandedOut?.({ principal, name: file.name, count: file.count })
          await send(request, reply, file)
        })
      } finally {
        underWay -= 1
      }
      return reply
    })
  }
}

/** Ends when the last byte was taken, or nobody takes any more: what has begun cannot be refused. */
async function send(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): Promise<void> {
  const body: Readable = Readable.from(
    watched(file.content, () => void body.destroy(new Error('nobody takes the file any more'))),
    { objectMode: false },
  )
  void reply
    .headers({
      'content-type': file.mediaType,
      'content-disposition': contentDisposition('attachment', file.name),
      'cache-control': 'private, no-store',
      'millrace-count': String(file.count),
    })
    .send(body)
  try {
    await finished(body)
  } catch (error) {
    request.log.info({ err: error }, 'a file was not taken to its end')
  }
}

async function* watched(
  content: AsyncIterable<string | Uint8Array>,
  giveUp: () => void,
): AsyncGenerator<string | Uint8Array> {
  for await (const piece of content) {
    const timer = setTimeout(giveUp, STALLED_MS)
    try {
      yield piece
    } finally {
      clearTimeout(timer)
    }
  }
}

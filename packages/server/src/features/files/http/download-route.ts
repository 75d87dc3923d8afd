import type { Readable } from 'node:stream'
import type { FileView } from '@millrace/contract'
import { isId } from '@millrace/core/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { behindWall, demand, type Principal, refuse } from '../../../platform/commands/index.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { type ByteRange, contentKey, FileStoreFault } from '../../../platform/files/index.ts'
import { findFiles } from '../queries/find-files.ts'
import { readByteRange } from './byte-range.ts'
import { contentHeaders } from './content-headers.ts'
import type { FileRouteDeps } from './file-route-deps.ts'

/** Gives the content of a file to whoever sees what it is attached to. */
export function addDownloadRoute(app: FastifyInstance, deps: FileRouteDeps): void {
  app.get<{ Params: { org: string; id: string } }>(
    '/api/v1/o/:org/files/:id/content',
    async (request, reply) => {
      const principal = await deps.authenticate(request, request.params.org)
      const file = await findVisible(deps, principal, request.params.id)
      const headers = contentHeaders(file)
      if (request.headers['if-none-match'] === headers.etag) {
        return await reply.headers(headers).status(304).send()
      }
      const range = wantedRange(request, file)
      if (range === 'none') {
        return await reply.header('content-range', `bytes */${file.sizeBytes}`).status(416).send()
      }
      const content = await openContent(deps, request, { principal, file, range })
      // Only now: a refusal is no part of the file.
      void reply.headers(headers)
      return await give(reply, { content, file, range })
    },
  )
}

async function findVisible(deps: FileRouteDeps, principal: Principal, id: string): Promise<FileView> {
  const { organisationId, access } = principal
  const [placed] = isId(id)
    ? await inTransaction(deps.db, organisationId, async (tx) => {
        await behindWall(tx, principal)
        return await findFiles(tx, organisationId, [id])
      })
    : []
  demand(access, { permission: 'container.read', containerIds: placed?.containerIds ?? [], what: 'file' })
  return placed?.file ?? refuse('platform.not_found', { what: 'file' })
}

/** A part of what somebody has is of use only while the rest is still the same. */
function wantedRange({ headers }: FastifyRequest, file: FileView): ByteRange | 'all' | 'none' {
  const condition = headers['if-range']
  if (condition !== undefined && condition !== `"${file.sha256}"`) return 'all'
  return readByteRange(headers.range, file.sizeBytes)
}

async function openContent(
  { files }: FileRouteDeps,
  request: FastifyRequest,
  wanted: { readonly principal: Principal; readonly file: FileView; readonly range: ByteRange | 'all' },
): Promise<Readable> {
  const { principal, file, range } = wanted
  const key = contentKey(principal.organisationId, file.sha256)
  const content = await files.open(key, range === 'all' ? undefined : range).catch((error: unknown) => {
    if (!(error instanceof FileStoreFault)) throw error
    request.log.error({ err: error }, 'the store of files failed')
    return refuse('files.store_unreachable')
  })
  if (content) return content
  request.log.error({ fileId: file.id, key }, 'the content of a file is missing from the store')
  return refuse('files.content_missing', { name: file.name })
}

async function give(
  reply: FastifyReply,
  what: { readonly content: Readable; readonly file: FileView; readonly range: ByteRange | 'all' },
): Promise<FastifyReply> {
  const { content, file, range } = what
  if (range === 'all') return await reply.header('content-length', file.sizeBytes).send(content)
  void reply.headers({
    'content-range': `bytes ${range.start}-${range.end}/${file.sizeBytes}`,
    'content-length': range.end - range.start + 1,
  })
  return await reply.status(206).send(content)
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { behindWall, type Principal, refuse } from '../../../platform/commands/index.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { codeOf, messageOf } from '../../../platform/fault.ts'
import { ContentTooLarge, FileStoreFault, type StoredContent } from '../../../platform/files/index.ts'
import { newId } from '../../../platform/ids.ts'
import { cleanMediaType, cleanName } from '../clean-name.ts'
import { attachFile } from '../commands/attach-file.ts'
import { demandOpenPlace, placeOf, type WantedPlace } from '../policy.ts'
import { findPlaces } from '../queries/find-places.ts'
import type { FileRouteDeps } from './file-route-deps.ts'

const MEGABYTE = 1024 * 1024
/** What the form around a file takes at most. */
const FORM_MAX_BYTES = MEGABYTE

const uploadQuery = z.object({
  itemId: z.uuid().optional(),
  containerId: z.uuid().optional(),
  /** Made by whoever sends, so that a file sent twice is attached once. */
  id: z.uuid().optional(),
})

/**
 * Takes one file. Who may not attach it is told before the first byte is kept; the content is
 * durable before a row names it; and nothing waits for the store inside a transaction.
 */
export function addUploadRoute(app: FastifyInstance, deps: FileRouteDeps): void {
  app.post<{ Params: { org: string } }>('/api/v1/o/:org/files', async (request, reply) => {
    const principal = await deps.authenticate(request, request.params.org)
    const wanted = readQuery(request.query)
    await checkPlace(deps, principal, wanted.place)
    checkAnnounced(request, deps.maxBytes)
    const part = request.isMultipart() ? await request.file() : undefined
    if (!part) refuse('files.missing')
    const content = await keep(deps, request, { principal, content: part.file })
    const { sizeBytes, sha256 } = content
    const name = cleanName(part.filename ?? '')
    const mediaType = cleanMediaType(part.mimetype)
    const file = await attachFile(deps, {
      principal,
      file: { ...wanted, name, mediaType, sizeBytes, sha256 },
    })
    return await reply.status(201).send(file)
  })
}

function readQuery(query: unknown): { readonly id: string; readonly place: WantedPlace } {
  const parsed = uploadQuery.safeParse(query)
  if (!parsed.success) refuse('platform.input_wrong', { detail: 'itemId, containerId and id are ids' })
  return { id: parsed.data.id ?? newId<'File'>(), place: placeOf(parsed.data) }
}

async function checkPlace(deps: FileRouteDeps, principal: Principal, place: WantedPlace): Promise<void> {
  if (principal.scopes !== null && !principal.scopes.includes('write')) {
    refuse('platform.scope_missing', { scope: 'write' })
  }
  const { organisationId, access } = principal
  const places = await inTransaction(deps.db, organisationId, async (tx) => {
    await behindWall(tx, principal)
    return await findPlaces(tx, organisationId, [place.id])
  })
  demandOpenPlace(access, places, place)
}

/** A file that says itself that it is too large need not be sent first. */
function checkAnnounced({ headers }: FastifyRequest, maxBytes: number): void {
  if (Number(headers['content-length'] ?? 0) > maxBytes + FORM_MAX_BYTES) refuseSize(maxBytes)
}

function refuseSize(maxBytes: number): never {
  refuse('files.too_large', { max: Math.floor((maxBytes / MEGABYTE) * 10) / 10 })
}

async function keep(
  deps: FileRouteDeps,
  request: FastifyRequest,
  from: { readonly principal: Principal; readonly content: AsyncIterable<Uint8Array> },
): Promise<StoredContent> {
  const { files, maxBytes } = deps
  try {
    return await files.put(from.content, { folder: from.principal.organisationId, maxBytes })
  } catch (error) {
    if (error instanceof ContentTooLarge) refuseSize(maxBytes)
    if (error instanceof FileStoreFault) {
      request.log.error({ err: error }, 'the store of files failed')
      refuse('files.store_unreachable')
    }
    if (DISK_FULL.has(codeOf(error))) refuse('platform.busy')
    if (
      codeOf(error) === 'FST_MP_PREMATURE_CLOSE' ||
      /terminated early|end of multipart/i.test(messageOf(error))
    ) {
      refuse('files.broken_off')
    }
    throw error
  }
}

const DISK_FULL = new Set(['ENOSPC', 'EDQUOT'])

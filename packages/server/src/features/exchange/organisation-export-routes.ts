import { isId } from '@millrace/core/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { mayInOrganisation, type Principal, refuse } from '../../platform/commands/index.ts'
import { type Db, inTransaction } from '../../platform/db/transaction.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { contentDisposition } from '../../platform/http/index.ts'
import { readByteRange } from '../files/index.ts'
import type { HandedOut } from './note-export.ts'
import { findExport } from './queries/find-organisation-exports.ts'

/** What the route needs. */
export type OrganisationExportRouteDeps = {
  readonly db: Db
  readonly files: FileStore
  readonly authenticate: (request: FastifyRequest, organisation: string) => Promise<Principal>
  /** Told before the first byte goes out. */
  readonly onHandedOut: (file: HandedOut) => Promise<void>
}

/**
 * Mounts `GET /api/v1/o/{org}/organisation-exports/{id}/content`: the archive, also in parts, for those
 * who run the organisation.
 */
export function addOrganisationExportRoutes(app: FastifyInstance, deps: OrganisationExportRouteDeps): void {
  app.get<{ Params: { org: string; id: string } }>(
    '/api/v1/o/:org/organisation-exports/:id/content',
    async (request, reply) => {
      const principal = await deps.authenticate(request, request.params.org)
      checkRight(principal)
      const file = await findReady(deps, principal, request.params.id)
      const range = readByteRange(request.headers.range, file.sizeBytes)
      if (range === 'none')
        return await reply.header('content-range', `bytes */${file.sizeBytes}`).status(416).send()
      const content = await deps.files.open(file.key, range === 'all' ? undefined : range)
      if (!content) return refuse('files.content_missing', { name: file.name })
      if (range === 'all' || range.start === 0)
        await deps.onHandedOut({ principal, name: file.name, count: file.count })
      void reply.headers({
        'content-type': 'application/zip',
        'content-disposition': contentDisposition('attachment', file.name),
        'cache-control': 'private, no-store',
        'accept-ranges': 'bytes',
      })
      if (range === 'all') return await reply.header('content-length', file.sizeBytes).send(content)
      void reply.headers({
        'content-range': `bytes ${range.start}-${range.end}/${file.sizeBytes}`,
        'content-length': range.end - range.start + 1,
      })
      return await reply.status(206).send(content)
    },
  )
}

/** It holds what nobody else sees: private containers of everybody, the journal, addresses. */
function checkRight(principal: Principal): void {
  const permission = 'organisation.manage'
  if (!mayInOrganisation(principal, permission)) refuse('platform.not_allowed', { permission })
}

async function findReady({ db }: OrganisationExportRouteDeps, { organisationId }: Principal, id: string) {
  const row = isId(id)
    ? await inTransaction(db, organisationId, (tx) => findExport(tx, organisationId, id))
    : undefined
  if (!row) return refuse('platform.not_found', { what: 'export' })
  const { file_key: key, size_bytes: sizeBytes, report } = row
  if (key === null || sizeBytes === null) return refuse('exchange.organisation_export_unready')
  return { key, sizeBytes, name: report.name ?? 'organisation.zip', count: report.items ?? 0 }
}

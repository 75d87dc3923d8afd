import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { mayInOrganisation, type Principal, refuse } from '../../platform/commands/index.ts'
import type { ImportDeps } from './run-in-unit.ts'
import { uploadFile } from './upload-file.ts'

/** What the upload route needs. */
export type ImportRouteDeps = ImportDeps & {
  readonly authenticate: (request: FastifyRequest, organisation: string) => Promise<Principal>
}

/** Mounts `POST /api/v1/o/{org}/imports`: one file as `multipart/form-data`, streamed to where files lie. */
export async function addImportRoutes(app: FastifyInstance, deps: ImportRouteDeps): Promise<void> {
  await app.register(async (scope) => {
    if (!scope.hasContentTypeParser('multipart/form-data')) await scope.register(multipart)
    scope.post('/api/v1/o/:org/imports', async (request, reply) => {
      const { org } = request.params as { org: string } // The route's own pattern.
      const principal = await deps.authenticate(request, org)
      checkRight(principal)
      if (!request.isMultipart()) refuse('exchange.file_missing')
      // One byte more than allowed is let through, so that the store says how much would be.
      const limits = { files: 1, fileSize: deps.maxBytes + 1, fields: 20, parts: 30 }
      const part = await request.file({ limits, throwFileSizeLimit: false })
      if (!part) return refuse('exchange.file_missing')
      const view = await uploadFile(deps, principal, { name: part.filename, content: part.file })
      return reply.status(201).send(view)
    })
  })
}

function checkRight(principal: Principal): void {
  if (!mayInOrganisation(principal, 'import.run'))
    refuse('platform.not_allowed', { permission: 'import.run' })
  if (principal.scopes !== null && !principal.scopes.includes('write'))
    refuse('platform.scope_missing', { scope: 'write' })
}

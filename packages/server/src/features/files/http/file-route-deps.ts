import type { FastifyRequest } from 'fastify'
import type { ExecuteDeps, Principal } from '../../../platform/commands/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'

/** What moving files in and out needs. */
export type FileRouteDeps = ExecuteDeps & {
  /** Finds out who asks; throws a refusal when nobody with a right to this organisation does. */
  readonly authenticate: (request: FastifyRequest, organisationId: string) => Promise<Principal>
  readonly files: FileStore
  /** What one file may have. */
  readonly maxBytes: number
}

import { operations } from '@millrace/contract'
import type { FastifyRequest } from 'fastify'
import { findContainerId } from '../features/work/index.ts'
import { Refused, roleIn } from '../platform/commands/index.ts'
import { type Db, inTransaction } from '../platform/db/transaction.ts'
import type { Authenticate } from '../platform/http/index.ts'

const BASE = '/api/v1'
const ADDRESS = /^\/o\/(?<slug>[^/?]+)(?:\/(?<page>[^/?]+))?(?:\/(?<key>[^/?]+))?/

/**
 * The questions that the page of an address begins with, spelled as the program asks them. Told with
 * the page, a browser asks them while the program is still on its way. Somebody who is not signed in,
 * or does not see what the address names, is told nothing about it.
 */
export function createPageHints(deps: {
  readonly db: Db
  readonly authenticate: Authenticate
}): (request: FastifyRequest) => Promise<readonly string[]> {
  const me = BASE + operations['identity.getMe'].route.path
  return async (request) => {
    const { slug, page, key } = ADDRESS.exec(request.url)?.groups ?? {}
    if (slug === undefined) return []
    try {
      const { organisationId, access } = await deps.authenticate(request, decodeURIComponent(slug))
      const snapshot = `${BASE}/o/${organisationId}${operations['sync.bootstrap'].route.path}?scope=`
      const scopes = ['directory']
      if (page === 'my') scopes.push('my')
      if (page === 'c' && key !== undefined) {
        const id = await inTransaction(deps.db, organisationId, (tx) =>
          findContainerId(tx, organisationId, key),
        )
        if (id !== null && roleIn(access, id) !== null) scopes.push(`container:${id}`)
      }
      return [me, ...scopes.map((scope) => snapshot + encodeURIComponent(scope))]
    } catch (error) {
      // The page says it itself, once it has asked.
      if (error instanceof Refused || error instanceof URIError) return [me]
      throw error
    }
  }
}

import { operations } from '@millrace/contract'
import type { FastifyRequest } from 'fastify'
import { findContainerId } from '../features/work/index.ts'
import { Refused, roleIn } from '../platform/commands/index.ts'
import { type Db, inTransaction } from '../platform/db/transaction.ts'
import { isDatabaseAway } from '../platform/fault.ts'
import type { Authenticate } from '../platform/http/index.ts'
import { waitAtMost } from '../platform/patience.ts'

const BASE = '/api/v1'
/** A database that does not answer at all must not keep the page that says so. */
const PATIENCE_MS = 2_000
/** Set by the program, for pages only: the organisation, then the scopes. */
const KEPT = /(?:^|;\s*)millrace-kept=([^;]*)/
const ADDRESS = /^\/o\/(?<slug>[^/?]+)(?:\/(?<page>[^/?]+))?(?:\/(?<key>[^/?]+))?/

/**
 * The questions that the page of an address begins with, spelled as the program asks them. Told with
 * the page, a browser asks them while the program is still on its way. Somebody who is not signed in,
 * or does not see what the address names, is told nothing about it. Hints only save time: a page is never
 * kept back for them, nor refused when they cannot be had.
 */
export function createPageHints(deps: HintDeps): (request: FastifyRequest) => Promise<readonly string[]> {
  return async (request) => {
    const { slug, page, key } = ADDRESS.exec(request.url)?.groups ?? {}
    if (slug === undefined) return []
    let hints: readonly string[] = []
    const found = questionsOf(deps, request, { slug, page, key }).then((questions) => (hints = questions))
    await waitAtMost(PATIENCE_MS, found)
    return hints
  }
}

type HintDeps = { readonly db: Db; readonly authenticate: Authenticate }
type Address = { readonly slug: string; readonly page: string | undefined; readonly key: string | undefined }

async function questionsOf(
  { db, authenticate }: HintDeps,
  request: FastifyRequest,
  { slug, page, key }: Address,
): Promise<readonly string[]> {
  const me = BASE + operations['identity.getMe'].route.path
  try {
    const { organisationId, access } = await authenticate(request, decodeURIComponent(slug))
    const snapshot = `${BASE}/o/${organisationId}${operations['sync.bootstrap'].route.path}?scope=`
    const scopes = ['directory']
    if (page === 'my') scopes.push('my')
    if (page === 'c' && key !== undefined) {
      const id = await inTransaction(db, organisationId, (tx) => findContainerId(tx, organisationId, key))
      if (id !== null && roleIn(access, id) !== null) scopes.push(`container:${id}`)
    }
    const kept = keptOf(request.headers.cookie, organisationId)
    return [
      me,
      ...scopes.filter((scope) => !kept.has(scope)).map((scope) => snapshot + encodeURIComponent(scope)),
    ]
  } catch (error) {
    // The page says it itself, once it has asked.
    if (error instanceof Refused || error instanceof URIError) return [me]
    if (isDatabaseAway(error)) return []
    throw error
  }
}

/** Snapshots that the browser says it has kept, and will not ask for. */
function keptOf(cookies: string | undefined, organisationId: string): ReadonlySet<string> {
  const value = KEPT.exec(cookies ?? '')?.[1] ?? ''
  const [keptOrganisation, ...scopes] = decodeURIComponent(value).split(' ')
  return new Set(keptOrganisation === organisationId ? scopes : [])
}

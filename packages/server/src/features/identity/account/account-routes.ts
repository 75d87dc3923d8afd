import { type Route, routes } from '@millrace/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Db } from '../../../platform/db/transaction.ts'
import type { SignedIn } from '../queries/find-session.ts'
import type { AccountOperation } from './account-operation.ts'

const BASE = '/api/v1'

/** What the routes outside organisations need. */
export type AccountRouteDeps = {
  readonly db: Db
  readonly accountOperations: readonly AccountOperation[]
  readonly findUser: (request: FastifyRequest) => Promise<SignedIn | null>
}

/** One route for every operation outside organisations, straight from the contract. */
export function addAccountRoutes(app: FastifyInstance, deps: AccountRouteDeps): void {
  const all: Readonly<Record<string, Route>> = routes
  for (const { operation, run } of deps.accountOperations) {
    const route = all[operation.id]
    if (route?.scope !== 'account') throw new TypeError(`${operation.id} is no operation of an account`)
    app.route({
      method: route.method,
      url: BASE + route.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: async (request) => {
        const user = await deps.findUser(request)
        const ownOrigin = `${request.protocol}://${request.host}`
        const context = { db: deps.db, user, now: Date.now(), address: request.ip, ownOrigin }
        return await run(context, inputOf(request))
      },
    })
  }
}

/** Path, query string and body make one input; a body never overrides what the address names. */
function inputOf({ query, body, params }: FastifyRequest): Readonly<Record<string, unknown>> {
  return { ...record(query), ...record(body), ...record(params) }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

import { BATCH_MAX, operations, type Route } from '@millrace/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  ask,
  type ExecuteDeps,
  execute,
  type OrganisationFacts,
  type Principal,
  Refused,
  refuse,
} from '../commands/index.ts'
import type { Rings } from '../realtime/index.ts'
import { hashOf } from './request-hash.ts'
import { waitForAnswer } from './wait-for-answer.ts'

/** Finds out who asks; throws a refusal when nobody with a right to this organisation does. */
export type Authenticate = (request: FastifyRequest, organisationId: string) => Promise<Principal>

/** The same, with what was found of the organisation on the way. For one answer: what lasts longer asks anew. */
export type FindAsker = (
  request: FastifyRequest,
  organisationId: string,
) => Promise<{ readonly principal: Principal; readonly organisation: OrganisationFacts }>

const BASE = '/api/v1/o/:org'

/** One route for every operation of an organisation, straight from the contract. */
export function addOperationRoutes(app: FastifyInstance, deps: Deps): void {
  const { registry } = deps
  for (const operation of Object.values(operations)) {
    const route: Route = operation.route
    const isOffered = registry.commands.has(operation.id) || registry.queries.has(operation.id)
    if (route.scope !== 'organisation' || !isOffered) continue
    app.route({
      method: route.method,
      url: urlOf(route),
      handler: async (request, reply) => {
        const asker = await deps.findAsker(request, organisationOf(request))
        const input = inputOf(request)
        if (route.kind === 'query') return await ask(deps, { ...asker, name: operation.id, input })
        return await carryOut(deps, request, { asker, name: operation.id, input, reply })
      },
    })
  }
  addBatchRoute(app, deps)
}

type Deps = ExecuteDeps & { readonly findAsker: FindAsker; readonly rings: Rings }

type Call = {
  readonly asker: Awaited<ReturnType<FindAsker>>
  readonly name: string
  readonly input: unknown
  readonly reply: FastifyReply
}

/** A command by itself. Whoever repeats a request gets its answer again, and does not wait for another one. */
async function carryOut(deps: Deps, request: FastifyRequest, call: Call): Promise<unknown> {
  const { name, input, reply } = call
  const idempotency = idempotencyOf(request, name, input)
  const once = async (asker: Call['asker']) => {
    const answer = await execute(deps, { ...asker, calls: [{ name, input }], ...idempotency })
    return answer.results[0]
  }
  const command = deps.registry.commands.get(name)
  const organisationId = organisationOf(request)
  if (!command?.patience || 'idempotency' in idempotency) return await once(call.asker)
  const { patience, operation } = command
  // What somebody may do can change while they wait.
  return await waitForAnswer(async () => await once(await deps.findAsker(request, organisationId)), {
    ...{ organisationId, rings: deps.rings, reply },
    patience: (output) => patience(operation.input.parse(input), output),
  })
}

/** Commands in one transaction: all of them happen, or none. */
function addBatchRoute(app: FastifyInstance, deps: ExecuteDeps & { readonly findAsker: FindAsker }): void {
  app.post(`${BASE}/commands`, { bodyLimit: 16 * 1024 * 1024 }, async (request) => {
    const asker = await deps.findAsker(request, organisationOf(request))
    const calls = readBatch(request.body)
    const first = calls[0]
    const idempotency = first?.id ? { idempotency: { key: first.id, requestHash: hashOf(calls) } } : {}
    return await execute(deps, { ...asker, calls, ...idempotency })
  })
}

type BatchCall = { readonly id: string | null; readonly name: string; readonly input: unknown }

function readBatch(body: unknown): readonly BatchCall[] {
  const commands = isRecord(body) ? body['commands'] : undefined
  if (!Array.isArray(commands) || commands.length === 0)
    refuse('platform.input_wrong', { detail: 'commands: a list is expected' })
  if (commands.length > BATCH_MAX) refuse('platform.batch_too_large', { max: BATCH_MAX })
  return commands.map((command: unknown, index): BatchCall => {
    if (!isRecord(command) || typeof command['name'] !== 'string') {
      refuse('platform.input_wrong', { detail: 'name: a command’s name is expected' }, index)
    }
    const id = command['id']
    return {
      id: typeof id === 'string' && id.length <= 100 ? id : null,
      name: command['name'],
      input: command['input'],
    }
  })
}

/** The pattern of an operation's address. */
export function urlOf({ path }: Route): string {
  return BASE + path.replace(/\{(\w+)\}/g, ':$1')
}

/** The organisation that an address names. */
export function organisationOf(request: FastifyRequest): string {
  const { org } = request.params as { org: string } // The route's own pattern.
  return org
}

/** Path, query string and body make one input; a body never overrides what the address names. */
export function inputOf(request: FastifyRequest): Record<string, unknown> {
  const { org: _org, ...params } = request.params as Record<string, unknown> // As above.
  const body = isRecord(request.body) ? request.body : {}
  const search = isRecord(request.query) ? request.query : {}
  return { ...search, ...body, ...params }
}

function idempotencyOf(request: FastifyRequest, name: string, input: unknown) {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key === '') return {}
  if (key.length > 100)
    throw new Refused({
      code: 'platform.input_wrong',
      params: { detail: 'Idempotency-Key: at most 100 characters' },
    })
  return { idempotency: { key, requestHash: hashOf([{ name, input }]) } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

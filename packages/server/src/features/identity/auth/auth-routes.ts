import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../../platform/commands/index.ts'
import { problemOf, sendProblem } from '../../../platform/http/problem.ts'
import { AUTH_ANSWERS, AUTH_BASE, AUTH_FIELDS, AUTH_GETS, AUTH_PATHS, WRONG_PASSWORDS } from './auth-paths.ts'
import { refusalOf } from './auth-refusal.ts'
import { type Auth, TRUSTED_HEADERS } from './create-auth.ts'

/** An e-mail and two passwords are far below. */
const BODY_MAX_BYTES = 16 * 1024
/** What better-auth looks at. */
const HEADERS = [
  'cookie',
  'origin',
  'referer',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]

type Body = Readonly<Record<string, unknown>>

/**
 * Mounts the sign-in flows under `/api/auth`: those of `AUTH_PATHS`, and nothing else of the library.
 * GET `get-session` prolongs the session. Refusals are problem documents of our own catalogue.
 */
export function addAuthRoutes(app: FastifyInstance, auth: Auth): void {
  for (const path of Object.keys(AUTH_PATHS)) {
    app.route({
      method: AUTH_GETS.has(path) ? 'GET' : 'POST',
      url: AUTH_BASE + path,
      bodyLimit: BODY_MAX_BYTES,
      handler: (request, reply) => answer(auth, { path, request, reply }),
    })
  }
}

type Exchange = { readonly path: string; readonly request: FastifyRequest; readonly reply: FastifyReply }

async function answer(auth: Auth, exchange: Exchange): Promise<unknown> {
  const { request, reply } = exchange
  void reply.header('cache-control', 'no-store')
  const body = bodyFor(exchange)
  const email = typeof body['email'] === 'string' ? body['email'].trim().toLowerCase() : null
  const key = exchange.path === '/sign-in/email' && email !== null ? `wrong|${email}|${request.ip}` : null
  const wait = key === null ? null : auth.attempts.look(key, WRONG_PASSWORDS)
  if (wait !== null) return tooMany(reply, String(wait))
  const response = await auth.handle(toRequest(auth, exchange, body))
  const answered: unknown = await readJson(response)
  const refusal = refusalOf({ status: response.status, body: answered }, email)
  if (key !== null) count(auth, key, refusal)
  if (response.status === 429) return tooMany(reply, response.headers.get('x-retry-after') ?? '60')
  if (refusal) return sendProblem(reply, problemOf(refusal))
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) void reply.header('set-cookie', cookies)
  return reply.status(response.status).send(publicPart(exchange.path, answered))
}

function tooMany(reply: FastifyReply, seconds: string): FastifyReply {
  return sendProblem(
    reply.header('retry-after', seconds),
    problemOf(new Refused({ code: 'platform.too_many_requests' })),
  )
}

function count(auth: Auth, key: string, refusal: Refused | null): void {
  if (refusal === null) auth.attempts.forget(key)
  else if (refusal.refusal.code === 'identity.credentials_wrong') auth.attempts.add(key, WRONG_PASSWORDS)
}

/** Whoever changes a password because somebody else knows it wants that somebody signed out. */
function bodyFor({ path, request }: Exchange): Body {
  const body = isRecord(request.body) ? request.body : {}
  if (path === '/change-password') return { ...body, revokeOtherSessions: true }
  return pick(body, AUTH_FIELDS[path] ?? Object.keys(body))
}

function toRequest(auth: Auth, { path, request }: Exchange, body: Body): Request {
  const headers = new Headers({ [TRUSTED_HEADERS.address]: request.ip, [TRUSTED_HEADERS.host]: request.host })
  for (const name of HEADERS) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const url = new URL(AUTH_BASE + path, auth.publicUrl ?? 'http://localhost')
  if (request.method === 'GET') return new Request(url, { headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? null : (JSON.parse(text) as unknown) // The library answers JSON.
}

/** The session token belongs into the cookie alone, where no script can read it. */
function publicPart(path: string, answered: unknown): unknown {
  if (!isRecord(answered)) return {}
  const shown = AUTH_ANSWERS[path] ?? []
  if (shown === 'all') return answered
  const { user } = answered
  const who = isRecord(user) ? { user: pick(user, ['id', 'name', 'email']) } : {}
  return { ...who, ...pick(answered, shown) }
}

function pick(record: Body, names: readonly string[]): Body {
  return Object.fromEntries(names.flatMap((name) => (name in record ? [[name, record[name]]] : [])))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

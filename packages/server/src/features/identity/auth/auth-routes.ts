import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused, refuse } from '../../../platform/commands/index.ts'
import { sendProblem } from '../../../platform/http/problem.ts'
import type { SignedIn } from '../queries/find-session.ts'
import {
  AUTH_ANSWERS,
  AUTH_BASE,
  AUTH_FIELDS,
  AUTH_GETS,
  AUTH_PATHS,
  OWN_ACCOUNT_PATHS,
  WRONG_PASSWORDS,
} from './auth-paths.ts'
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

/** What happens around the flows. */
export type AuthRouteDeps = {
  readonly auth: Auth
  readonly findUser: (request: FastifyRequest) => Promise<SignedIn | null>
  /** Whose code is asked for in this browser. */
  readonly findChallenged: (request: FastifyRequest) => Promise<string | null>
  /** Tells of a flow that was answered. */
  readonly tell: (told: Told) => Promise<void>
}

/** A flow that was answered. */
export type Told = {
  readonly path: string
  readonly request: Pick<FastifyRequest, 'ip'>
  /** Who was signed in when it began. */
  readonly user: SignedIn | null
  /** Whom the answer names, or whose code was asked for; null: nobody. */
  readonly userId: string | null
  readonly email: string | null
  readonly isHalfway: boolean
  readonly refusal: string | null
}

/**
 * Mounts the sign-in flows under `/api/auth`: those of `AUTH_PATHS`, and nothing else of the library.
 * GET `get-session` prolongs the session. Refusals are problem documents of our own catalogue.
 */
export function addAuthRoutes(app: FastifyInstance, deps: AuthRouteDeps): void {
  for (const path of Object.keys(AUTH_PATHS)) {
    app.route({
      method: AUTH_GETS.has(path) ? 'GET' : 'POST',
      url: AUTH_BASE + path,
      bodyLimit: BODY_MAX_BYTES,
      handler: (request, reply) => answer(deps, { path, request, reply }),
    })
  }
}

type Exchange = { readonly path: string; readonly request: FastifyRequest; readonly reply: FastifyReply }

async function answer(deps: AuthRouteDeps, exchange: Exchange): Promise<unknown> {
  const { auth } = deps
  const { path, request, reply } = exchange
  void reply.header('cache-control', 'no-store')
  const body = bodyFor(exchange)
  const email = typeof body['email'] === 'string' ? body['email'].trim().toLowerCase() : null
  const visitor = await visitorOf(deps, exchange)
  const key = path === '/sign-in/email' && email !== null ? `wrong|${email}|${request.ip}` : null
  const wait = key === null ? null : auth.attempts.look(key, WRONG_PASSWORDS)
  if (wait !== null) return tooMany(reply, String(wait))
  const response = await auth.handle(toRequest(auth, exchange, body))
  const answered: unknown = await readJson(response)
  const refusal = refusalOf({ status: response.status, body: answered }, email)
  if (key !== null) count(auth, key, refusal)
  await deps.tell({ path, request, email, ...toldOf(visitor, answered), refusal: codeOf(refusal) })
  if (response.status === 429) return tooMany(reply, response.headers.get('x-retry-after') ?? '60')
  if (refusal) return sendProblem(reply, refusal)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) void reply.header('set-cookie', cookies)
  return reply.status(response.status).send(publicPart(exchange.path, answered))
}

/** Who is signed in, and whose code is asked for when nobody is. */
type Visitor = { readonly user: SignedIn | null; readonly challenged: string | null }

async function visitorOf(deps: AuthRouteDeps, { path, request }: Exchange): Promise<Visitor> {
  // Asked every few minutes by every page, and nothing to tell of.
  if (path === '/get-session') return { user: null, challenged: null }
  const user = await deps.findUser(request)
  // What opens one organisation must not lead to the others of the same account.
  if (user?.provider && OWN_ACCOUNT_PATHS.has(path)) refuse('identity.provider_session')
  const challenged = path.startsWith('/two-factor/') && !user ? await deps.findChallenged(request) : null
  return { user, challenged }
}

function toldOf({ user, challenged }: Visitor, answered: unknown) {
  const isHalfway = isRecord(answered) && answered['twoFactorRedirect'] === true
  return { user, userId: userIdIn(answered) ?? user?.userId ?? challenged, isHalfway }
}

function codeOf(refusal: Refused | null): string | null {
  return refusal?.refusal.code ?? null
}

function userIdIn(answered: unknown): string | null {
  const user = isRecord(answered) ? answered['user'] : null
  return isRecord(user) && typeof user['id'] === 'string' ? user['id'] : null
}

function tooMany(reply: FastifyReply, seconds: string): FastifyReply {
  return sendProblem(
    reply.header('retry-after', seconds),
    new Refused({ code: 'platform.too_many_requests' }),
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

/** What the library is shown of a request. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers({ [TRUSTED_HEADERS.address]: request.ip, [TRUSTED_HEADERS.host]: request.host })
  for (const name of HEADERS) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

function toRequest(auth: Auth, { path, request }: Exchange, body: Body): Request {
  const headers = headersOf(request)
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

import type { RefusalCode } from '@millrace/contract'
import { isId } from '@millrace/core/kernel'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'
import { type ExecuteDeps, Refused, refuse } from '../../../platform/commands/index.ts'
import type { Db } from '../../../platform/db/transaction.ts'
import { PROVIDER_ATTEMPTS } from '../auth/auth-paths.ts'
import { headersOf } from '../auth/auth-routes.ts'
import type { Auth } from '../auth/create-auth.ts'
import type { NoteVisit } from '../note-visit.ts'
import type { SignedIn } from '../queries/find-session.ts'
import { listPlaces } from '../queries/list-memberships.ts'
import { type FoundProvider, findProvider } from '../store/providers.ts'
import type { Vault } from '../vault.ts'
import { admit, connectOwn } from './admit.ts'
import { hearOut, type ProviderClient, type Said, signInAddress } from './ask-provider.ts'
import { ATTEMPT_S, type Attempt, createAttempts, PROVIDER_BASE } from './attempt-cookie.ts'
import { isConnectProof } from './connect-proof.ts'
import { callbackOf, ownPath } from './own-path.ts'

/** What signing in by a provider needs. */
export type ProviderRouteDeps = {
  readonly db: Db
  readonly auth: Auth
  readonly vault: Vault
  readonly client: ProviderClient
  readonly execute: ExecuteDeps
  readonly findUser: (request: FastifyRequest) => Promise<SignedIn | null>
  readonly noteVisit: NoteVisit
}

type Around = ProviderRouteDeps & { readonly attempts: ReturnType<typeof createAttempts> }
type Params = { readonly id?: string }
type Search = Readonly<Record<string, unknown>>

/** What a browser brings back as the state of an attempt; anything else is none of ours. */
const STATE = /^[\w-]{20,200}$/

/**
 * Mounts the way to a provider and back. Both are pages to a browser: what goes wrong leads to the
 * sign-in page, or to the settings of who connects, with the code of the refusal and nothing foreign.
 */
export function addProviderRoutes(app: FastifyInstance, deps: ProviderRouteDeps): void {
  const around = { ...deps, attempts: createAttempts(deps.vault, deps.auth.publicUrl) }
  app.get(`${PROVIDER_BASE}/:id/start`, async (request, reply) => {
    const next = ownPath(textIn(request.query, 'next'))
    return await orBack(reply, next, () => start(around, request, reply))
  })
  app.get(`${PROVIDER_BASE}/:id/callback`, (request, reply) => comeBack(around, request, reply))
}

/** Sends somebody to the provider. */
async function start(around: Around, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  countAttempt(around.auth, request)
  const provider = await getProvider(around.db, request)
  const proof = textIn(request.query, 'connect')
  const user = proof === null ? null : await getConnecting(around, provider, request)
  if (user && !(await isConnectProof(around.vault, proof ?? '', { user: user.signedIn, now: Date.now() })))
    refuse('identity.provider_attempt_void')
  const config = await around.client.open(provider)
  const attempt: Attempt = {
    ...{ state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() },
    providerId: provider.id,
    purpose: user ? 'connect' : 'sign-in',
    userId: user?.userId ?? null,
    next: ownPath(textIn(request.query, 'next')),
    expiresAt: Date.now() + ATTEMPT_S * 1000,
  }
  const address = signInAddress(config, {
    callback: callbackOf(around.auth.publicUrl, request, provider.id),
    challenge: await calculatePKCECodeChallenge(attempt.verifier),
    state: attempt.state,
    nonce: attempt.nonce,
  })
  void reply.header('set-cookie', await around.attempts.keep(attempt))
  return reply.redirect(address.href)
}

/** Takes somebody back who comes from the provider. */
async function comeBack(around: Around, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const state = textIn(request.query, 'state') ?? ''
  const attempt = STATE.test(state) ? await findAttempt(around, request, state) : null
  if (attempt) void reply.header('set-cookie', around.attempts.forget(state))
  return await orBack(reply, attempt?.next ?? '/', async () => {
    countAttempt(around.auth, request)
    if (!attempt) return refuse('identity.provider_attempt_void')
    const provider = await getProvider(around.db, request)
    const said = await hearOut(
      await around.client.open(provider),
      addressOf(around, request, provider),
      attempt,
    )
    if (attempt.purpose === 'connect') await connectUser(around, { provider, attempt, said }, request)
    else await enter(around, { provider, said, reply }, request)
    return reply.redirect(attempt.next)
  })
}

async function findAttempt(around: Around, request: FastifyRequest, state: string): Promise<Attempt | null> {
  const providerId = idIn(request)
  return await around.attempts.find(request.headers.cookie, { state, providerId, now: Date.now() })
}

/** The address that the provider sent the browser to, under the name it was asked to use. */
function addressOf(around: Around, request: FastifyRequest, provider: FoundProvider): URL {
  const address = new URL(callbackOf(around.auth.publicUrl, request, provider.id))
  address.search = new URL(request.url, 'http://localhost').search
  return address
}

type Entering = { readonly provider: FoundProvider; readonly said: Said; readonly reply: FastifyReply }

async function enter(
  around: Around,
  { provider, said, reply }: Entering,
  request: FastifyRequest,
): Promise<void> {
  const { userId } = await admit(around.execute, { provider, said, now: Date.now() })
  const cookies = await around.auth.enter({ userId, providerId: provider.id }, headersOf(request))
  const before = [reply.getHeader('set-cookie') ?? []].flat().map(String)
  void reply.header('set-cookie', [...before, ...cookies])
  await around.noteVisit(
    { userId, organisationId: provider.organisation_id, address: request.ip },
    { kind: 'identity.signed_in', door: provider.name },
  )
}

type Connecting = { readonly provider: FoundProvider; readonly attempt: Attempt; readonly said: Said }

async function connectUser(around: Around, { provider, attempt, said }: Connecting, request: FastifyRequest) {
  const { userId, personId } = await getConnecting(around, provider, request)
  // Somebody else has signed in here meanwhile.
  if (userId !== attempt.userId) refuse('identity.provider_attempt_void')
  await connectOwn(around.execute, { provider, said, now: Date.now() }, { userId, personId })
}

/** Who connects is signed in with their own account, and belongs to the provider's organisation. */
async function getConnecting(around: Around, provider: FoundProvider, request: FastifyRequest) {
  const user = await around.findUser(request)
  if (!user) return refuse('platform.not_signed_in')
  if (user.provider !== null) return refuse('identity.provider_session')
  const of = { userId: user.userId, organisationId: provider.organisation_id }
  const [place] = await listPlaces(around.db, of)
  return place
    ? { userId: user.userId, personId: place.person_id, signedIn: user }
    : refuse('identity.provider_off')
}

async function getProvider(db: Db, request: FastifyRequest): Promise<FoundProvider> {
  const id = idIn(request)
  const provider = isId(id) ? await findProvider(db, id) : null
  return provider?.is_enabled === true ? provider : refuse('identity.provider_off')
}

function countAttempt({ attempts }: Auth, request: FastifyRequest): void {
  if (attempts.add(`provider|${request.ip}`, PROVIDER_ATTEMPTS) !== null) refuse('platform.too_many_requests')
}

/** Shows a refusal on a page of ours: whoever navigates can do nothing with a problem document. */
async function orBack(
  reply: FastifyReply,
  next: string,
  work: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return reply.redirect(problemPage(error.refusal.code as RefusalCode, next)) // Refusals come from the catalogue.
  }
}

function problemPage(problem: RefusalCode, next: string): string {
  const isSettings = /^\/o\/[\w-]+\/settings\/security/.test(next)
  if (isSettings) return `${next.split('?')[0]}?${new URLSearchParams({ problem }).toString()}`
  return `/sign-in?${new URLSearchParams({ problem, ...(next === '/' ? {} : { next }) }).toString()}`
}

function idIn(request: FastifyRequest): string {
  return (request.params as Params).id ?? '' // The place in the path.
}

function textIn(query: unknown, name: string): string | null {
  const value = typeof query === 'object' && query !== null ? (query as Search)[name] : null // Looked at next.
  return typeof value === 'string' ? value : null
}

import { operations } from '@millrace/contract'
import {
  type Configuration,
  calculatePKCECodeChallenge,
  genericGrantRequest,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { refuse } from '../../../platform/commands/index.ts'
import type { AccessCache } from '../access-cache.ts'
import { accountOperation } from '../account/account-operation.ts'
import type { AttemptCounter } from '../auth/attempt-counter.ts'
import { listMemberships } from '../queries/list-memberships.ts'
import { findProvider } from '../store/providers.ts'
import { type ProviderClient, signInAddress } from './ask-provider.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { callbackPath } from './own-path.ts'
import { toRefused } from './provider-fault.ts'

/** What testing a provider needs. */
export type CheckDeps = {
  readonly accessCache: AccessCache
  readonly attempts: AttemptCounter
  readonly publicUrl: string | null
  /** Keeps nothing, so that every test asks anew. */
  readonly createClient: () => ProviderClient
}

/** A test asks the provider three times. */
const TESTS = { window: 60, max: 20 } as const
const TIMEOUT_MS = 10_000

type Found = 'ok' | 'unknown'

/**
 * Tests a provider as far as that goes without anybody signing in: its description, the secret by a
 * code that nobody has, and the address to come back to by asking for a sign-in without a page.
 */
export function createTestProvider(deps: CheckDeps) {
  return accountOperation(operations['identity.testProvider'], async (context, { organisationId, id }) => {
    const { db, user } = context
    const place = (await listMemberships(db, user)).find((row) => row.id === organisationId)
    const standing =
      place &&
      (await deps.accessCache.find({
        organisationId,
        personId: place.person_id,
        version: place.access_version,
      }))
    if (!standing) return refuse('platform.not_found', { what: 'organisation' })
    if (standing.orgRole !== 'owner' && standing.orgRole !== 'admin')
      return refuse('platform.not_allowed', { permission: 'organisation.manage' })
    if (deps.attempts.add(`provider-test|${user.userId}`, TESTS) !== null)
      return refuse('platform.too_many_requests')
    const provider = await findProvider(db, id)
    if (provider?.organisation_id !== organisationId)
      return refuse('platform.not_found', { what: 'provider' })
    const callback = new URL(callbackPath(id), deps.publicUrl ?? context.ownOrigin).href
    const config = await deps.createClient().open(provider)
    const redirect = await testRedirect(config, callback)
    const secret = await testSecret(config, callback)
    return { issuer: 'ok' as const, secret, redirect, callback }
  })
}

/** The provider looks at the client before it looks at the code. @see RFC 6749 §5.2 */
async function testSecret(config: Configuration, callback: string): Promise<Found> {
  try {
    await genericGrantRequest(config, 'authorization_code', {
      code: randomState(),
      redirect_uri: callback,
      code_verifier: randomPKCECodeVerifier(),
    })
    return 'unknown'
  } catch (error) {
    if (error instanceof ResponseBodyError && error.error === 'invalid_grant') return 'ok'
    const refused = toRefused(error, 'sign-in')
    const { code } = refused.refusal
    if (code === 'identity.provider_secret_wrong' || code === 'identity.provider_unreachable') throw refused
    return 'unknown'
  }
}

/** A provider sends nobody to an address it does not know. @see OpenID Connect Core 1.0 §3.1.2.6 */
async function testRedirect(config: Configuration, callback: string): Promise<Found> {
  const address = signInAddress(config, {
    callback,
    challenge: await calculatePKCECodeChallenge(randomPKCECodeVerifier()),
    state: randomState(),
    nonce: randomNonce(),
  })
  address.searchParams.set('prompt', 'none')
  const options = { method: 'GET', headers: {}, redirect: 'manual', body: null } as const
  const response = await guardedFetch(address.href, {
    ...options,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw toRefused(error, 'sign-in')
  })
  if (response.headers.get('location')?.startsWith(callback)) return 'ok'
  return response.status >= 400 && response.status < 500
    ? refuse('identity.provider_redirect_wrong')
    : 'unknown'
}

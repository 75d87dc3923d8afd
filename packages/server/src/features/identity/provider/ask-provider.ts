import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
} from 'openid-client'
import { refuse } from '../../../platform/commands/index.ts'
import type { ProviderRow } from '../store/providers.ts'
import type { Vault } from '../vault.ts'
import { guardedFetch } from './guarded-fetch.ts'
import { toRefused } from './provider-fault.ts'

/** What a provider says about somebody, once everything it said holds. */
export type Said = {
  readonly subject: string
  readonly email: string | null
  readonly isEmailVerified: boolean | null
  readonly name: string | null
}

/** What an attempt to sign in is known by when it comes back. */
export type Tokens = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** Asks providers, and nobody but them. What a provider says of itself is kept for a while. */
export type ProviderClient = {
  readonly open: (row: ProviderRow) => Promise<Configuration>
}

const KEPT_MS = 10 * 60_000
const KEPT_MAX = 200
const TIMEOUT_S = 10
/** Clocks that nobody sets differ by half a minute. */
const CLOCK_GAP_S = 60

/** A client of providers; secrets come out of the vault. */
export function createProviderClient(vault: Vault, now: () => number = Date.now): ProviderClient {
  const kept = new Map<string, { readonly until: number; readonly config: Configuration }>()
  return {
    async open(row) {
      const key = `${row.id} ${row.version}`
      const known = kept.get(key)
      if (known && known.until > now()) return known.config
      const config = await discover(row, vault)
      kept.delete(key)
      if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, { until: now() + KEPT_MS, config })
      return config
    },
  }
}

async function discover(row: ProviderRow, vault: Vault): Promise<Configuration> {
  const secret = row.client_secret === null ? null : await vault.open(row.client_secret)
  // Sealed by another installation's secret: it has to be typed in again.
  if (secret === null && row.client_secret !== null) refuse('identity.provider_secret_wrong')
  try {
    return await discovery(
      new URL(row.issuer),
      row.client_id,
      { [clockTolerance]: CLOCK_GAP_S },
      secret === null ? None() : authenticateBy(secret),
      {
        [customFetch]: guardedFetch,
        timeout: TIMEOUT_S,
        // `guardedFetch` lets nothing out without TLS, except to this machine.
        execute: [allowInsecureRequests, enableNonRepudiationChecks],
      },
    )
  } catch (error) {
    throw toRefused(error, 'discovery')
  }
}

/** In the header, as the standard has it, unless the provider says that it wants it in the body. */
function authenticateBy(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest)
  }
}

/** Where to send somebody to sign in. */
export function signInAddress(
  config: Configuration,
  to: { readonly callback: string; readonly challenge: string } & Pick<Tokens, 'state' | 'nonce'>,
): URL {
  return buildAuthorizationUrl(config, {
    redirect_uri: to.callback,
    response_type: 'code',
    scope: 'openid email profile',
    state: to.state,
    nonce: to.nonce,
    code_challenge: to.challenge,
    code_challenge_method: 'S256',
  })
}

/**
 * Trades the code that somebody came back with for what the provider says about them. State, nonce,
 * PKCE, issuer, audience, times and signature are checked by the library.
 *
 * @throws Refused with what is wrong
 * @see OpenID Connect Core 1.0 §3.1.3; RFC 7636; RFC 9207
 */
export async function hearOut(config: Configuration, address: URL, tokens: Tokens): Promise<Said> {
  try {
    const answer = await authorizationCodeGrant(config, address, {
      expectedState: tokens.state,
      expectedNonce: tokens.nonce,
      pkceCodeVerifier: tokens.verifier,
      idTokenExpected: true,
    })
    const claims = answer.claims()
    if (!claims) throw new TypeError('the library let an answer without an ID token pass')
    const said = read(claims)
    if (said.email !== null || !config.serverMetadata().userinfo_endpoint)
      return { ...said, subject: claims.sub }
    const more = await fetchUserInfo(config, answer.access_token, claims.sub)
    return { ...read({ ...claims, ...more }), subject: claims.sub }
  } catch (error) {
    throw toRefused(error, 'sign-in')
  }
}

function read(claims: Readonly<Record<string, unknown>>): Omit<Said, 'subject'> {
  const text = (name: string) => {
    const value = claims[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  const verified = claims['email_verified']
  return {
    email: text('email')?.toLowerCase().slice(0, 254) ?? null,
    // Some providers send the word.
    isEmailVerified: verified === undefined ? null : verified === true || verified === 'true',
    name: (text('name') ?? text('preferred_username'))?.slice(0, 200) ?? null,
  }
}

import type { RefusalCode } from '@millrace/contract'
import { Refused } from '../../../platform/commands/index.ts'
import { UnsafeAddress } from './guarded-fetch.ts'

/** The library's codes in the words of our catalogue. */
const REASONS: Readonly<Record<string, RefusalCode>> = {
  OAUTH_TIMEOUT: 'identity.provider_unreachable',
  OAUTH_ABORT: 'identity.provider_unreachable',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'identity.provider_clock',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'identity.provider_address_insecure',
  OAUTH_REQUEST_PROTOCOL_FORBIDDEN: 'identity.provider_address_insecure',
}

/** What the provider itself says is wrong. @see RFC 6749 §4.1.2.1 and §5.2 */
const SAID: Readonly<Record<string, RefusalCode>> = {
  access_denied: 'identity.provider_denied',
  invalid_client: 'identity.provider_secret_wrong',
  unauthorized_client: 'identity.provider_secret_wrong',
  invalid_grant: 'identity.provider_attempt_void',
  temporarily_unavailable: 'identity.provider_unreachable',
  server_error: 'identity.provider_unreachable',
}

/**
 * The refusal that a fault of asking a provider amounts to. What the provider wrote goes no further:
 * it is foreign text.
 *
 * @param asked for a description (`discovery`), or for somebody who signs in
 */
export function toRefused(error: unknown, asked: 'discovery' | 'sign-in'): Refused {
  if (error instanceof Refused) return error
  return new Refused({ code: reasonOf(error, asked) })
}

function reasonOf(error: unknown, asked: 'discovery' | 'sign-in'): RefusalCode {
  const chain = chainOf(error)
  if (chain.some((one) => one instanceof UnsafeAddress)) return 'identity.provider_address_insecure'
  for (const one of chain) {
    const said = SAID[fieldOf(one, 'error')]
    if (said) return said
    const reason = REASONS[fieldOf(one, 'code')]
    if (reason) return reason
    if (fieldOf(one, 'code') === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') return 'identity.provider_secret_wrong'
    if (isNetworkFault(one)) return 'identity.provider_unreachable'
  }
  if (asked === 'discovery') return 'identity.provider_issuer_wrong'
  return isForeign(chain) ? 'identity.provider_attempt_void' : 'identity.provider_answer_wrong'
}

/** Somebody comes back with a state that is not the one they left with. */
function isForeign(chain: readonly unknown[]): boolean {
  return chain.some((one) => one instanceof Error && /"state"/.test(one.message))
}

function isNetworkFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return true
  return error instanceof TypeError && error.message === 'fetch failed'
}

function chainOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = []
  for (let one = error; one !== undefined && chain.length < 5; ) {
    chain.push(one)
    one = one instanceof Error ? one.cause : undefined
  }
  return chain
}

function fieldOf(error: unknown, name: 'code' | 'error'): string {
  if (!(error instanceof Error) || !(name in error)) return ''
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : ''
}

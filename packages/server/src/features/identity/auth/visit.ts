import type { IdentityEventKind } from '../identity-events.ts'
import type { Door } from './session-door.ts'

/** What of signing in is told to those who run an organisation. */
export type VisitKind = Extract<
  IdentityEventKind,
  | 'identity.signed_in'
  | 'identity.sign_in_failed'
  | 'identity.signed_out'
  | 'identity.sessions_ended'
  | 'identity.password_changed'
  | 'identity.second_factor_on'
  | 'identity.second_factor_off'
  | 'identity.recovery_codes_renewed'
  | 'identity.passkey_added'
  | 'identity.passkey_removed'
>

/** What happened, and by which door it was tried. */
export type Happening = { readonly kind: VisitKind; readonly door: Door | 'code' | null }

/** What is done by somebody who is signed in. */
const DONE: Readonly<Record<string, VisitKind>> = {
  '/change-password': 'identity.password_changed',
  '/two-factor/verify-totp': 'identity.second_factor_on',
  '/two-factor/disable': 'identity.second_factor_off',
  '/two-factor/generate-backup-codes': 'identity.recovery_codes_renewed',
  '/passkey/verify-registration': 'identity.passkey_added',
  '/sign-out': 'identity.signed_out',
}

/** How somebody comes in who is not signed in. */
const ENTERED: Readonly<Record<string, Door>> = {
  '/sign-in/email': 'password',
  '/two-factor/verify-totp': 'password',
  '/two-factor/verify-backup-code': 'recovery',
  '/passkey/verify-authentication': 'passkey',
}

/** What somebody meant to get in with and did not. */
const FAILED: Readonly<Record<string, Door | 'code'>> = {
  'identity.credentials_wrong': 'password',
  'identity.code_wrong': 'code',
  'identity.code_used': 'code',
}

/** What an answered request of a sign-in flow amounts to; null when it is nothing to tell. */
export function happeningOf(request: {
  readonly path: string
  readonly isSignedIn: boolean
  /** Whether a code is asked for next. */
  readonly isHalfway: boolean
  /** The code of the refusal; null when it went well. */
  readonly refusal: string | null
}): Happening | null {
  const { path, isSignedIn, refusal } = request
  if (refusal !== null) {
    const door = isSignedIn && path !== '/sign-in/email' ? undefined : FAILED[refusal]
    return door ? { kind: 'identity.sign_in_failed', door } : null
  }
  if (request.isHalfway) return null
  const done = DONE[path]
  if (isSignedIn && done) return { kind: done, door: null }
  const door = ENTERED[path]
  return door ? { kind: 'identity.signed_in', door } : null
}

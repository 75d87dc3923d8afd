import { Refused } from '../../../platform/commands/index.ts'
import { PASSWORD_LENGTH } from './auth-paths.ts'

type Reason = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> }

/** better-auth's codes in the words of our catalogue. */
const REASONS: Readonly<Record<string, Reason>> = {
  INVALID_EMAIL_OR_PASSWORD: { code: 'identity.credentials_wrong' },
  INVALID_PASSWORD: { code: 'identity.password_wrong' },
  CREDENTIAL_ACCOUNT_NOT_FOUND: { code: 'identity.password_wrong' },
  INVALID_EMAIL: { code: 'identity.email_wrong' },
  PASSWORD_TOO_SHORT: { code: 'identity.password_too_short', params: { min: PASSWORD_LENGTH.min } },
  PASSWORD_TOO_LONG: { code: 'identity.password_too_long', params: { max: PASSWORD_LENGTH.max } },
  EMAIL_PASSWORD_SIGN_UP_DISABLED: { code: 'identity.sign_up_closed' },
  INVALID_CODE: { code: 'identity.code_wrong' },
  CODE_USED: { code: 'identity.code_used' },
  INVALID_BACKUP_CODE: { code: 'identity.code_wrong' },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { code: 'identity.code_again' },
  INVALID_TWO_FACTOR_COOKIE: { code: 'identity.code_again' },
  TOTP_ALREADY_ENABLED: { code: 'identity.second_factor_on' },
  TOTP_NOT_ENABLED: { code: 'identity.second_factor_off' },
  TWO_FACTOR_NOT_ENABLED: { code: 'identity.second_factor_off' },
  BACKUP_CODES_NOT_ENABLED: { code: 'identity.second_factor_off' },
  SESSION_NOT_FRESH: { code: 'identity.session_old' },
  CHALLENGE_NOT_FOUND: { code: 'identity.passkey_failed' },
  PASSKEY_NOT_FOUND: { code: 'identity.passkey_failed' },
  AUTHENTICATION_FAILED: { code: 'identity.passkey_failed' },
  // Answered with status 500, though it is the device's answer that was wrong.
  FAILED_TO_VERIFY_REGISTRATION: { code: 'identity.passkey_failed' },
  INVALID_ORIGIN: { code: 'platform.other_origin' },
  MISSING_OR_NULL_ORIGIN: { code: 'platform.other_origin' },
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: { code: 'platform.other_origin' },
}
const TAKEN = new Set(['USER_ALREADY_EXISTS', 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL'])

/** What better-auth answered, as far as it says why it refused. */
export type AuthAnswer = { readonly status: number; readonly body: unknown }

/**
 * The refusal that an answer of better-auth amounts to; null when it is none.
 *
 * @throws Error when the library failed
 */
export function refusalOf(answer: AuthAnswer, email: string | null): Refused | null {
  if (answer.status < 400) return null
  const { code, message } = reasonIn(answer.body)
  if (answer.status >= 500 && !(code in REASONS))
    throw new Error(`signing in failed with status ${answer.status}`)
  if (TAKEN.has(code)) return new Refused({ code: 'identity.email_taken', params: { email: email ?? '' } })
  const reason = REASONS[code] ?? byField(code, message) ?? byStatus(answer.status, message)
  return new Refused({ code: reason.code, params: reason.params ?? {} })
}

/** Before better-auth looks, a schema does; it names the field in its message only. */
function byField(code: string, message: string): Reason | null {
  const isEmail = code === 'VALIDATION_ERROR' && message.startsWith('[body.email] Invalid email')
  return isEmail ? { code: 'identity.email_wrong' } : null
}

function byStatus(status: number, message: string): Reason {
  switch (status) {
    case 401:
      return { code: 'platform.not_signed_in' }
    case 403:
      return { code: 'platform.other_origin' }
    case 404:
      return { code: 'platform.not_found', params: { what: 'address' } }
    case 429:
      return { code: 'platform.too_many_requests' }
    default:
      return { code: 'platform.input_wrong', params: { detail: message } }
  }
}

function reasonIn(body: unknown): { readonly code: string; readonly message: string } {
  if (typeof body !== 'object' || body === null) return { code: '', message: 'unreadable' }
  const code = 'code' in body && typeof body.code === 'string' ? body.code : ''
  const message = 'message' in body && typeof body.message === 'string' ? body.message : 'unreadable'
  return { code, message }
}

/** Where better-auth answers. */
export const AUTH_BASE = '/api/auth'

/** The flows that are offered, with the attempts one address has in a number of seconds. Nothing else is reachable. */
export const AUTH_PATHS = {
  // An office behind one address signs in at nine o'clock.
  '/sign-in/email': { window: 60, max: 60 },
  '/sign-up/email': { window: 600, max: 20 },
  '/change-password': { window: 60, max: 10 },
  '/two-factor/enable': { window: 600, max: 20 },
  '/two-factor/disable': { window: 600, max: 20 },
  '/two-factor/generate-backup-codes': { window: 600, max: 20 },
  '/two-factor/verify-totp': { window: 60, max: 30 },
  '/two-factor/verify-backup-code': { window: 60, max: 30 },
  '/passkey/generate-register-options': { window: 60, max: 20 },
  '/passkey/verify-registration': { window: 60, max: 20 },
  '/passkey/generate-authenticate-options': { window: 60, max: 60 },
  '/passkey/verify-authentication': { window: 60, max: 60 },
  '/sign-out': { window: 60, max: 120 },
  '/get-session': { window: 60, max: 600 },
} as const satisfies Record<string, { readonly window: number; readonly max: number }>

/** What is asked by GET; everything else changes something. */
export const AUTH_GETS: ReadonlySet<string> = new Set([
  '/get-session',
  '/passkey/generate-register-options',
  '/passkey/generate-authenticate-options',
])

/** What of a body is handed on, where the library would do more than we offer. */
export const AUTH_FIELDS: Readonly<Record<string, readonly string[]>> = {
  '/two-factor/enable': ['password'],
  '/two-factor/disable': ['password'],
  '/two-factor/generate-backup-codes': ['password'],
  '/two-factor/verify-totp': ['code'],
  '/two-factor/verify-backup-code': ['code'],
  '/passkey/verify-registration': ['response', 'name'],
  '/passkey/verify-authentication': ['response'],
}

/** What of an answer is shown, beside the user; `all`: it is made for the browser and holds no secret of ours. */
export const AUTH_ANSWERS: Readonly<Record<string, readonly string[] | 'all'>> = {
  '/sign-in/email': ['twoFactorRedirect'],
  '/two-factor/enable': ['totpURI', 'backupCodes'],
  '/two-factor/generate-backup-codes': ['backupCodes'],
  '/passkey/generate-register-options': 'all',
  '/passkey/generate-authenticate-options': 'all',
}

/** Wrong passwords for one e-mail from one address: 10 in 15 minutes are a thousand a day. */
export const WRONG_PASSWORDS = { window: 900, max: 10 } as const

/** Shortest and longest password, in characters. @see NIST SP 800-63B-4 §3.1.1.2 */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const

/** What belongs to an account, and so not to who came by a provider of one organisation. */
export const OWN_ACCOUNT_PATHS: ReadonlySet<string> = new Set([
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
])

/** Sign-ins by a provider that one address begins or ends, in a number of seconds. */
export const PROVIDER_ATTEMPTS = { window: 60, max: 60 } as const

/** Failed sign-ins of one account that are told in an hour: strangers can make as many as they like. */
export const FAILURES_TOLD = { window: 3600, max: 20 } as const

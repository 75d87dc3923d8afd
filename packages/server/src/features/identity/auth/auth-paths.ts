/** Where better-auth answers. */
export const AUTH_BASE = '/api/auth'

/** The flows that are offered, with the attempts one address has in a number of seconds. Nothing else is reachable. */
export const AUTH_PATHS = {
  // An office behind one address signs in at nine o'clock.
  '/sign-in/email': { window: 60, max: 60 },
  '/sign-up/email': { window: 600, max: 20 },
  '/change-password': { window: 60, max: 10 },
  '/sign-out': { window: 60, max: 120 },
  '/get-session': { window: 60, max: 600 },
} as const satisfies Record<string, { readonly window: number; readonly max: number }>

/** Wrong passwords for one e-mail from one address: 10 in 15 minutes are a thousand a day. */
export const WRONG_PASSWORDS = { window: 900, max: 10 } as const

/** Shortest and longest password, in characters. @see NIST SP 800-63B-4 §3.1.1.2 */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const

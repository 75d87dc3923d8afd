import { isSecure } from '../auth/create-auth.ts'
import type { Vault } from '../vault.ts'
import type { Tokens } from './ask-provider.ts'

/** An attempt to sign in by a provider, while somebody is there. */
export type Attempt = Tokens & {
  readonly providerId: string
  /** `connect`: somebody who is signed in wants to be known by the provider, too. */
  readonly purpose: 'sign-in' | 'connect'
  /** The user who connects; null when somebody signs in. */
  readonly userId: string | null
  /** Where to go on. */
  readonly next: string
  readonly expiresAt: number
}

/** How long somebody may take at the provider. */
export const ATTEMPT_S = 600
/** Cookies are sent nowhere else. */
export const PROVIDER_BASE = '/api/auth/provider'

/**
 * Attempts lie sealed in a cookie of the browser that began them: no other browser can end them, and
 * the server keeps nothing for strangers. Two windows have two attempts.
 */
export function createAttempts(vault: Vault, publicUrl: string | null) {
  const nameOf = (state: string) =>
    `${isSecure(publicUrl) ? '__Secure-' : ''}millrace.provider.${state.slice(0, 12)}`
  const attributes = `Path=${PROVIDER_BASE}; HttpOnly; SameSite=Lax${isSecure(publicUrl) ? '; Secure' : ''}`
  return {
    keep: async (attempt: Attempt): Promise<string> =>
      `${nameOf(attempt.state)}=${await vault.seal(JSON.stringify(attempt))}; Max-Age=${ATTEMPT_S}; ${attributes}`,
    forget: (state: string): string => `${nameOf(state)}=; Max-Age=0; ${attributes}`,
    /** The attempt with this state that this browser began for this provider; null when there is none, or too old a one. */
    async find(
      header: string | undefined,
      asked: { readonly state: string; readonly providerId: string; readonly now: number },
    ): Promise<Attempt | null> {
      const sealed = readCookie(header, nameOf(asked.state))
      const text = sealed === null ? null : await vault.open(sealed)
      if (text === null) return null
      const attempt = JSON.parse(text) as Attempt // Sealed by `keep`.
      const isThis = attempt.state === asked.state && attempt.providerId === asked.providerId
      return isThis && attempt.expiresAt > asked.now ? attempt : null
    },
  }
}

function readCookie(header: string | undefined, name: string): string | null {
  const pair = header?.split(';').find((one) => one.trimStart().startsWith(`${name}=`))
  return pair === undefined ? null : pair.trim().slice(name.length + 1)
}
